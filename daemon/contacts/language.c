/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/language.h"

#include "store/records.h"

const KontorLanguage *
kontor_business_get_language (const KontorBusiness *business)
{
  const KontorLanguage *language = kontor_language_find (business->language);

  return language != NULL ? language : kontor_language_find ("en");
}

static const KontorLanguage *
choose (const char *kept, const KontorBusiness *business)
{
  const KontorLanguage *language = kept != NULL ? kontor_language_find (kept) : NULL;

  return language != NULL ? language : kontor_business_get_language (business);
}

const KontorLanguage *
kontor_contact_get_language (GVariant *contact, const KontorBusiness *business)
{
  return choose (kontor_record_get_text (contact, "language"), business);
}

static gboolean
keep (KontorStore *store, const char *contact, const KontorLanguage *language, GError **error)
{
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;

  g_variant_dict_insert (&changes, "language", "s", language->code);
  values = g_variant_ref_sink (g_variant_dict_end (&changes));

  return kontor_records_update (store, kontor_kind_find ("contact"), contact, values, error);
}

const KontorLanguage *
kontor_contact_hear (KontorStore *store, const char *contact, const char *kept,
                     const KontorBusiness *business, const char *text, GError **error)
{
  const KontorLanguage *before = choose (kept, business);
  gboolean is_proven = kept != NULL && kontor_language_find (kept) != NULL;
  const KontorLanguage *now = kontor_language_detect (text, before, is_proven);

  return now == before || keep (store, contact, now, error) ? now : NULL;
}
