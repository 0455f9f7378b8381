/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/ledger.h"

#include "base/clock.h"
#include "store/records.h"

gboolean
kontor_ledger_write (KontorStore *store, const KontorActor *actor, const char *subject_kind,
                     const char *subject, const char *entry, gint64 minor, const char *currency,
                     const char *note, const char *reference, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("ledger");
  g_auto(GVariantDict) line = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  g_autofree char *id = NULL;

  g_variant_dict_insert (&line, "subject-kind", "s", subject_kind);
  g_variant_dict_insert (&line, "subject", "s", subject);
  g_variant_dict_insert (&line, "entry", "s", entry);
  g_variant_dict_insert (&line, "amount", "(xs)", minor, currency);
  g_variant_dict_insert (&line, "at", "x", kontor_clock_now_us ());
  g_variant_dict_insert_value (&line, "actor",
                               g_variant_new_take_string (kontor_actor_dup_name (actor)));
  if (note != NULL)
    g_variant_dict_insert (&line, "note", "s", note);
  if (reference != NULL)
    g_variant_dict_insert (&line, "reference", "s", reference);
  values = g_variant_ref_sink (g_variant_dict_end (&line));
  if (!kontor_record_check (kind->fields, NULL, values, FALSE, error))
    return FALSE;
  id = kontor_records_insert (store, kind, values, error);
  if (id == NULL)
    return FALSE;
  kontor_store_touch (store, subject_kind, subject);

  return TRUE;
}

gboolean
kontor_ledger_sum_paid (KontorStore *store, const char *subject_kind, const char *subject,
                        const char *currency, gint64 *minor, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT COALESCE(SUM(CASE entry WHEN 'refunded' THEN -amount_minor WHEN 'requested' THEN 0"
    " WHEN 'paid-out' THEN 0 ELSE amount_minor END), 0) FROM ledger"
    " WHERE subject_kind = ? AND subject = ? AND amount_currency = ?", "sss", subject_kind, subject,
    currency);

  if (rows == NULL || !kontor_rows_next (rows))
    return FALSE;
  *minor = kontor_rows_int (rows, 0);

  return TRUE;
}
