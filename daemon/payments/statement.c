/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statement.c — a gateway's own list of a time beside ours. The list is asked for a day longer at
 * both ends, and ours is looked at longer still: what one side dates a little earlier than the
 * other is then no difference at the edge. */
#include "payments/payments.h"

#include "agenda/agenda.h"
#include "base/clock.h"
#include "model/error.h"
#include "payments/statement-table.h"
#include "store/records.h"

#define DAY_US (24 * 3600 * (gint64) G_USEC_PER_SEC)
#define EDGE_US (31 * DAY_US)
#define FIRST_WAIT_US (5 * (gint64) G_USEC_PER_SEC)
#define MOST_ATTEMPTS 5

/* What is written of one comparison. */
typedef struct {
  KontorStore *store;
  const char  *id;
  gint64       since_us, until_us;
  GHashTable  *ours;    /* "what remote" → KontorOurLine */
  GHashTable  *met;     /* "what remote" of theirs: pages of a list may overlap */
  gint64       same, differing;
} Statement;

static char *
dup_name (const char *what, const char *remote)
{
  return g_strconcat (what, " ", remote, NULL);
}

static gboolean
is_in_time (const Statement *statement, gint64 at_us)
{
  return at_us >= statement->since_us && at_us < statement->until_us;
}

/* @ours, @theirs: (nullable): one of them may be missing. */
static gboolean
write_line (Statement *statement, const KontorOurLine *ours, const KontorMoneyEvent *theirs,
            const char *what, GError **error)
{
  gboolean same = ours != NULL && theirs != NULL && ours->minor == theirs->minor &&
                  g_str_equal (ours->currency, theirs->currency);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  g_autofree char *id = NULL;

  *(same ? &statement->same : &statement->differing) += 1;
  g_variant_dict_insert (&dict, "reconciliation", "s", statement->id);
  g_variant_dict_insert (&dict, "verdict", "s", same ? "same" : ours == NULL ? "only-theirs"
                                                : theirs == NULL ? "only-ours" : "differs");
  g_variant_dict_insert (&dict, "what", "s", what);
  g_variant_dict_insert (&dict, "at", "x", theirs != NULL ? theirs->at_us : ours->at_us);
  g_variant_dict_insert (&dict, "remote", "s", theirs != NULL ? theirs->id : ours->remote);
  if (ours != NULL && ours->payment != NULL)
    g_variant_dict_insert (&dict, "payment", "s", ours->payment);
  if (ours != NULL)
    g_variant_dict_insert (&dict, "ours", "(xs)", ours->minor, ours->currency);
  if (theirs != NULL)
    g_variant_dict_insert (&dict, "theirs", "(xs)", theirs->minor, theirs->currency);
  values = g_variant_ref_sink (g_variant_dict_end (&dict));
  id = kontor_records_insert (statement->store, kontor_kind_find ("reconciliation-line"), values,
                              error);

  return id != NULL;
}

static const char *
get_what (const KontorMoneyEvent *event)
{
  return event->kind == KONTOR_MONEY_PAID ? "paid"
         : event->kind == KONTOR_MONEY_REFUNDED ? "refunded"
         : event->kind == KONTOR_MONEY_OUT ? "paid-out" : NULL;
}

/* What failed at the gateway is no money, there or here. */
static gboolean
write_theirs (Statement *statement, GPtrArray *theirs, GError **error)
{
  for (guint i = 0; i < theirs->len; i++)
    {
      const KontorMoneyEvent *event = theirs->pdata[i];
      const char *what = get_what (event);
      char *name = what != NULL ? dup_name (what, event->id) : NULL;

      if (name != NULL && g_hash_table_add (statement->met, name) &&
          is_in_time (statement, event->at_us) &&
          !write_line (statement, g_hash_table_lookup (statement->ours, name), event, what, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_ours (Statement *statement, GPtrArray *ours, gboolean with_pay_outs, GError **error)
{
  for (guint i = 0; i < ours->len; i++)
    {
      const KontorOurLine *line = ours->pdata[i];
      g_autofree char *name = dup_name (line->what, line->remote);

      if (!is_in_time (statement, line->at_us) ||
          g_hash_table_contains (statement->met, name) ||
          (!with_pay_outs && g_str_equal (line->what, "paid-out")))
        continue;
      if (!write_line (statement, line, NULL, line->what, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
update (KontorStore *store, const char *id, GVariantDict *dict, GError **error)
{
  g_autoptr(GVariant) changes = g_variant_ref_sink (g_variant_dict_end (dict));

  return kontor_records_update (store, kontor_kind_find ("reconciliation"), id, changes, error);
}

static gboolean
compare (KontorStore *store, GVariant *record, GPtrArray *theirs, gboolean with_pay_outs,
         GError **error)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Statement statement = {
    .store = store, .id = kontor_record_get_text (record, "id"), .ours = known, .met = met,
    .since_us = kontor_record_get_int (record, "since", 0),
    .until_us = kontor_record_get_int (record, "until", 0),
  };
  g_autoptr(GPtrArray) ours = kontor_statement_query_ours (
    store, kontor_record_get_text (record, "account"), statement.since_us - EDGE_US,
    statement.until_us + EDGE_US, error);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  for (guint i = 0; ours != NULL && i < ours->len; i++)
    {
      KontorOurLine *line = ours->pdata[i];

      g_hash_table_insert (known, dup_name (line->what, line->remote), line);
    }
  if (ours == NULL || !write_theirs (&statement, theirs, error) ||
      !write_ours (&statement, ours, with_pay_outs, error))
    return FALSE;
  g_variant_dict_insert (&dict, "state", "s", "done");
  g_variant_dict_insert (&dict, "reason", "s", "");
  g_variant_dict_insert (&dict, "same", "x", statement.same);
  g_variant_dict_insert (&dict, "differing", "x", statement.differing);

  return kontor_agenda_drop (store, KONTOR_PAYMENTS_RECONCILE, statement.id, error) &&
         update (store, statement.id, &dict, error);
}

static gboolean
fail (KontorStore *store, GVariant *record, const GError *failure, GError **error)
{
  gint64 attempts = kontor_record_get_int (record, "attempts", 1);
  const char *id = kontor_record_get_text (record, "id");
  gboolean again = attempts < MOST_ATTEMPTS &&
                   (g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER) ||
                    g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN));
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "reason", "s", failure->message);
  if (!again)
    g_variant_dict_insert (&dict, "state", "s", "failed");
  if (!update (store, id, &dict, error))
    return FALSE;

  return again ? kontor_agenda_put (store, KONTOR_PAYMENTS_RECONCILE, id, kontor_clock_now_us () +
                                    (FIRST_WAIT_US << CLAMP (attempts, 0, 10)), error)
               : kontor_agenda_drop (store, KONTOR_PAYMENTS_RECONCILE, id, error);
}

gboolean
kontor_payments_settle_reconciliation (KontorStore *store, GVariant *record,
                                       KontorPayAnswer *answer, const GError *failure,
                                       GError **error)
{
  g_autoptr(GVariant) account = kontor_records_get (
    store, kontor_kind_find ("payment-account"), kontor_record_get_text (record, "account"), error);
  const KontorGateway *gateway = account != NULL
    ? kontor_gateway_find (kontor_record_get_text (account, "gateway")) : NULL;

  if (account == NULL)
    return FALSE;
  if (failure != NULL)
    return fail (store, record, failure, error);

  return compare (store, record, answer->events, gateway != NULL && gateway->lists_pay_outs,
                  error);
}
