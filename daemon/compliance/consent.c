/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compliance/consent.h"

#include "base/clock.h"
#include "journal/audit.h"
#include "journal/timeline.h"
#include "store/records.h"

gboolean
kontor_consent_forbids (const char *consent)
{
  return g_strcmp0 (consent, "opted-out") == 0;
}

gboolean
kontor_consent_is_stopped (KontorStore *store, const char *contact)
{
  g_autoptr(GVariant) record =
    kontor_records_get (store, kontor_kind_find ("contact"), contact, NULL);

  return record == NULL || kontor_consent_forbids (kontor_record_get_text (record, "consent"));
}

/* Said again it is nothing new: what counts is when it was said first. */
static gboolean
set_consent (KontorStore *store, const KontorActor *actor, const char *contact, const char *consent,
             const char *source, GError **error)
{
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) record =
    kontor_records_get (store, kontor_kind_find ("contact"), contact, error);
  g_autoptr(GVariant) values = NULL;

  if (record == NULL)
    return FALSE;
  if (g_strcmp0 (kontor_record_get_text (record, "consent"), consent) == 0)
    return TRUE;
  g_variant_dict_insert (&changes, "consent", "s", consent);
  g_variant_dict_insert (&changes, "consent-at", "x", kontor_clock_now_us ());
  g_variant_dict_insert (&changes, "consent-source", "s", source);
  values = g_variant_ref_sink (g_variant_dict_end (&changes));

  return kontor_records_update (store, kontor_kind_find ("contact"), contact, values, error) &&
         kontor_audit_write (store, actor, consent, "contact", contact, NULL, "done", error) &&
         kontor_timeline_write (store, actor, "contact", contact, consent, NULL, error);
}

gboolean
kontor_consent_stop (KontorStore *store, const KontorActor *actor, const char *contact,
                     const char *source, GError **error)
{
  return set_consent (store, actor, contact, "opted-out", source, error);
}

gboolean
kontor_consent_start (KontorStore *store, const KontorActor *actor, const char *contact,
                      const char *source, GError **error)
{
  return set_consent (store, actor, contact, "opted-in", source, error);
}
