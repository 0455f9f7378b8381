/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/language.h"

#include "store/records.h"

static const KontorLanguage *
kept (GVariant *contact)
{
  const char *code = kontor_record_get_text (contact, "language");

  return code != NULL ? kontor_language_find (code) : NULL;
}

const KontorLanguage *
kontor_business_get_language (const KontorBusiness *business)
{
  const KontorLanguage *language = kontor_language_find (business->language);

  return language != NULL ? language : kontor_language_find ("en");
}

const KontorLanguage *
kontor_contact_get_language (GVariant *contact, const KontorBusiness *business)
{
  const KontorLanguage *language = kept (contact);

  return language != NULL ? language : kontor_business_get_language (business);
}

static gboolean
keep (KontorStore *store, GVariant *contact, const KontorLanguage *language, GError **error)
{
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;

  g_variant_dict_insert (&changes, "language", "s", language->code);
  values = g_variant_ref_sink (g_variant_dict_end (&changes));

  return kontor_records_update (store, kontor_kind_find ("contact"),
                                kontor_record_get_text (contact, "id"), values, error);
}

const KontorLanguage *
kontor_contact_hear (KontorStore *store, GVariant *contact, const KontorBusiness *business,
                     const char *text, GError **error)
{
  const KontorLanguage *before = kontor_contact_get_language (contact, business);
  const KontorLanguage *now = kontor_language_detect (text, before, kept (contact) != NULL);

  return now == before || keep (store, contact, now, error) ? now : NULL;
}
