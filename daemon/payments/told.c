/* SPDX-License-Identifier: GPL-3.0-or-later */
/* told.c — what gateways tell of money. They tell it late, twice, in any order and by two ways at
 * once; each thing counts the first time its id is seen, in the transaction that remembers it. */
#include "payments/payments.h"

#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/action.h"
#include "journal/audit.h"
#include "journal/ledger.h"
#include "model/error.h"
#include "payments/payments-table.h"
#include "store/records.h"

/* The first record of @kind whose @field is @text, of this account; NULL without error. */
static GVariant *
find_by (KontorStore *store, const char *kind, const char *account, const char *field,
         const char *text, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(GVariant) record = text != NULL
    ? kontor_records_find (store, kontor_kind_find (kind), &local, field, text) : NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (record == NULL || g_strcmp0 (kontor_record_get_text (record, "account"), account) != 0)
    return NULL;

  return g_steal_pointer (&record);
}

/* By our key where it came back, else by the gateway's id. FALSE on error alone. */
static gboolean
find_row (KontorStore *store, const char *kind, const char *account, const char *key,
          const char *remote, GVariant **record, GError **error)
{
  g_autoptr(GError) local = NULL;

  *record = find_by (store, kind, account, "key", key, &local);
  if (*record == NULL && local == NULL)
    *record = find_by (store, kind, account, "remote", remote, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
audit (KontorStore *store, const char *action, const char *kind, const char *id, gint64 minor,
       const char *currency, GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  g_autofree char *how = NULL;

  g_variant_dict_insert (&dict, "amount", "(xs)", minor, currency);
  values = g_variant_ref_sink (g_variant_dict_end (&dict));
  how = kontor_audit_describe (kontor_kind_find (kind)->fields, NULL, values);

  return kontor_audit_write (store, &kontor_actor_system, action, kind, id, how, "done", error);
}

static gboolean
post (KontorStore *store, GVariant *payment, const char *entry, const KontorMoneyEvent *event,
      gint64 minor, GError **error)
{
  const char *kind, *subject = kontor_payment_get_subject (payment, &kind);
  const char *id = kontor_record_get_text (payment, "id");
  g_autofree char *amount = kontor_payment_dup_amount (minor, event->currency);
  const char *name = g_str_equal (entry, "paid") ? "paid"
                     : minor > 0 ? "refunded" : "refund-failed";

  kontor_store_touch (store, "payment", id);

  return kontor_ledger_write (store, &kontor_actor_system, kind, subject, entry, minor,
                              event->currency, id, event->id, error) &&
         kontor_payment_tell (store, &kontor_actor_system, payment, name, amount, error) &&
         audit (store, name, "payment", id, minor, event->currency, error);
}

static gboolean
waits_for_person (KontorStore *store, GVariant *booking)
{
  const char *code = kontor_record_get_text (booking, "service");
  g_autoptr(GVariant) service =
    kontor_records_get (store, kontor_kind_find ("service"), code, NULL);

  return service != NULL &&
         g_strcmp0 (kontor_record_get_text (service, "confirm"), "by-person") == 0;
}

/* *confirmed: whether this payment made it sure. */
static gboolean
confirm_booking (KontorStore *store, GVariant *payment, gboolean *confirmed, GError **error)
{
  const char *kind, *subject = kontor_payment_get_subject (payment, &kind);
  g_autoptr(GVariant) booking = NULL, given = NULL, done = NULL;

  *confirmed = FALSE;
  if (!g_str_equal (kind, "booking"))
    return TRUE;
  booking = kontor_records_get (store, kontor_kind_find ("booking"), subject, error);
  if (booking == NULL)
    return FALSE;
  if (g_strcmp0 (kontor_record_get_text (booking, "state"), "requested") != 0 ||
      waits_for_person (store, booking))
    return TRUE;
  given = g_variant_ref_sink (g_variant_new_parsed ("{'booking': <%s>}", subject));
  done = kontor_action_run (store, &kontor_actor_system, "confirm-booking", given, NULL, error);
  *confirmed = done != NULL;

  return done != NULL;
}

/* The welcome kit goes once, with the first money that finds the booking sure. */
static gboolean
welcome (KontorStore *store, GVariant *payment, GError **error)
{
  const char *kind, *subject = kontor_payment_get_subject (payment, &kind);
  g_autofree char *once = g_strconcat ("welcome ", subject, NULL);
  g_autoptr(GVariant) booking = NULL, service = NULL, given = NULL, done = NULL;
  const char *text, *files;

  if (!g_str_equal (kind, "booking"))
    return TRUE;
  booking = kontor_records_get (store, kontor_kind_find ("booking"), subject, error);
  service = booking != NULL
    ? kontor_records_get (store, kontor_kind_find ("service"),
                          kontor_record_get_text (booking, "service"), error) : NULL;
  if (service == NULL)
    return FALSE;
  text = kontor_record_get_text (service, "welcome");
  files = kontor_record_get_text (service, "welcome-files");
  if (g_strcmp0 (kontor_record_get_text (booking, "state"), "confirmed") != 0 ||
      ((text == NULL || *text == '\0') && (files == NULL || *files == '\0')))
    return TRUE;
  given = g_variant_ref_sink (g_variant_new_parsed ("{'booking': <%s>}", subject));
  done = kontor_action_run (store, &kontor_actor_system, "send-welcome", given, once, error);

  return done != NULL;
}

static gboolean
say_receipt (KontorStore *store, const char *account, GVariant *payment, gboolean confirmed,
             const KontorMoneyEvent *event, GError **error)
{
  g_autoptr(GVariant) at = kontor_records_get (store, kontor_kind_find ("payment-account"), account,
                                               error);
  g_autofree char *amount = kontor_payment_dup_amount (event->minor, event->currency);

  return at != NULL &&
         kontor_payment_say (store, payment, confirmed ? "receipt-confirmed" : "receipt",
                             kontor_record_get_text (at, "receipt"), amount, error);
}

static gboolean
take_refunds_before (KontorStore *store, const char *account, GVariant *payment,
                     const char *charge, GError **error)
{
  g_autoptr(GPtrArray) before = kontor_payments_adopt (
    store, account, charge, kontor_record_get_text (payment, "id"), error);

  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      KontorMoneyEvent *event = before->pdata[i];
      gint64 sign = event->kind == KONTOR_MONEY_REFUNDED ? 1 : -1;

      if (event->minor > 0 &&
          !post (store, payment, "refunded", event, sign * event->minor, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_paid (KontorStore *store, const char *account, KontorMoneyEvent *event, GError **error)
{
  g_autoptr(GVariant) payment = NULL;
  gboolean is_new, confirmed;

  if (!find_row (store, "payment", account, event->key, event->link, &payment, error))
    return FALSE;
  /* Something else that the business sells through the same account. */
  if (payment == NULL)
    return TRUE;
  if (!kontor_payments_note (store, account, "paid", kontor_record_get_text (payment, "id"), event,
                             event->minor, &is_new, error))
    return FALSE;
  if (!is_new)
    return TRUE;

  return post (store, payment, "paid", event, event->minor, error) &&
         take_refunds_before (store, account, payment, event->id, error) &&
         confirm_booking (store, payment, &confirmed, error) &&
         say_receipt (store, account, payment, confirmed, event, error) &&
         welcome (store, payment, error);
}

static gboolean
take_failed (KontorStore *store, const char *account, KontorMoneyEvent *event, GError **error)
{
  g_autoptr(GVariant) payment = NULL;
  gboolean is_new;

  if (!find_row (store, "payment", account, event->key, event->link, &payment, error))
    return FALSE;
  if (payment == NULL)
    return TRUE;
  if (!kontor_payments_note (store, account, "failed", kontor_record_get_text (payment, "id"),
                             event, 0, &is_new, error))
    return FALSE;

  return !is_new ||
         kontor_payment_tell (store, &kontor_actor_system, payment, "payment-failed",
                              event->reason != NULL ? event->reason : "", error);
}

/* A row that waits for a refund or a pay-out gets the gateway's last word. */
static gboolean
set_row (KontorStore *store, const char *kind, GVariant *row, const char *state,
         const KontorMoneyEvent *event, GError **error)
{
  const char *id = kontor_record_get_text (row, "id");
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) changes = NULL;

  g_variant_dict_insert (&dict, "state", "s", state);
  g_variant_dict_insert (&dict, "remote", "s", event->id);
  g_variant_dict_insert (&dict, "reason", "s", event->reason != NULL ? event->reason : "");
  changes = g_variant_ref_sink (g_variant_dict_end (&dict));

  return kontor_agenda_drop (store, kind, id, error) &&
         kontor_records_update (store, kontor_kind_find (kind), id, changes, error);
}

/* *payment: NULL where nobody knows yet whose money it was. */
static gboolean
find_refunded (KontorStore *store, const char *account, const KontorMoneyEvent *event,
               GVariant *row, GVariant **payment, GError **error)
{
  g_autofree char *id = NULL;

  *payment = NULL;
  if (row != NULL)
    id = g_strdup (kontor_record_get_text (row, "payment"));
  else if (event->charge != NULL &&
           !kontor_payments_find_charge (store, account, event->charge, &id, error))
    return FALSE;
  if (id == NULL)
    return TRUE;
  *payment = kontor_records_get (store, kontor_kind_find ("payment"), id, error);

  return *payment != NULL;
}

static gboolean
post_refund (KontorStore *store, const char *account, GVariant *payment,
             const KontorMoneyEvent *event, GError **error)
{
  const char *id = payment != NULL ? kontor_record_get_text (payment, "id") : NULL;
  g_autofree char *amount = kontor_payment_dup_amount (event->minor, event->currency);
  gboolean is_new, failed_before;

  /* Where its failure was told first, the money never left. */
  if (!kontor_payments_is_told (store, account, "refund-failed", event->id, &failed_before,
                                error) ||
      !kontor_payments_note (store, account, "refunded", id, event,
                             failed_before ? 0 : event->minor, &is_new, error))
    return FALSE;
  if (!is_new || failed_before || payment == NULL)
    return TRUE;

  return post (store, payment, "refunded", event, event->minor, error) &&
         kontor_payment_say (store, payment, "refunded", NULL, amount, error);
}

static gboolean
post_refund_failed (KontorStore *store, const char *account, GVariant *payment,
                    const KontorMoneyEvent *event, GError **error)
{
  const char *id = payment != NULL ? kontor_record_get_text (payment, "id") : NULL;
  gboolean is_new, done_before;

  if (!kontor_payments_is_told (store, account, "refunded", event->id, &done_before, error) ||
      !kontor_payments_note (store, account, "refund-failed", id, event,
                             done_before ? event->minor : 0, &is_new, error))
    return FALSE;
  if (!is_new || payment == NULL)
    return TRUE;
  if (done_before)
    return post (store, payment, "refunded", event, -event->minor, error);

  return kontor_payment_tell (store, &kontor_actor_system, payment, "refund-failed",
                              event->reason != NULL ? event->reason : "", error);
}

static gboolean
take_refund (KontorStore *store, const char *account, KontorMoneyEvent *event, GError **error)
{
  gboolean failed = event->kind == KONTOR_MONEY_REFUND_FAILED, failed_before;
  g_autoptr(GVariant) row = NULL, payment = NULL;

  if (!find_row (store, "refund", account, event->key, event->id, &row, error) ||
      !kontor_payments_is_told (store, account, "refund-failed", event->id, &failed_before,
                                error))
    return FALSE;
  if (event->charge == NULL && row != NULL)
    event->charge = g_strdup (kontor_record_get_text (row, "charge"));
  if (!find_refunded (store, account, event, row, &payment, error))
    return FALSE;
  if (row != NULL &&
      !set_row (store, "refund", row, failed || failed_before ? "failed" : "done", event, error))
    return FALSE;

  return failed ? post_refund_failed (store, account, payment, event, error)
                : post_refund (store, account, payment, event, error);
}

static gboolean
post_pay_out (KontorStore *store, GVariant *row, const KontorMoneyEvent *event, gint64 sign,
              GError **error)
{
  static const char *const kinds[] = { "order", "booking", "teammate" };
  const char *id = kontor_record_get_text (row, "id"), *kind = "payout", *subject = id, *currency;
  gint64 minor;
  g_autofree char *amount = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && subject == id; i++)
    {
      const char *named = kontor_record_get_text (row, kinds[i]);

      kind = named != NULL && *named != '\0' ? kinds[i] : kind;
      subject = named != NULL && *named != '\0' ? named : subject;
    }
  kontor_record_get_money (row, "amount", &minor, &currency);
  amount = kontor_payment_dup_amount (sign * minor, currency);

  return kontor_ledger_write (store, &kontor_actor_system, kind, subject, "paid-out", sign * minor,
                              currency, id, event->id, error) &&
         audit (store, sign > 0 ? "paid-out" : "pay-out-failed", "payout", id, sign * minor,
                currency, error);
}

/* Failed is the last word; it may follow upon done. */
static gboolean
take_pay_out (KontorStore *store, const char *account, KontorMoneyEvent *event, GError **error)
{
  gboolean failed = event->kind == KONTOR_MONEY_OUT_FAILED;
  g_autoptr(GVariant) row = NULL;
  const char *state;

  if (!find_row (store, "payout", account, event->key, event->id, &row, error))
    return FALSE;
  state = row != NULL ? kontor_record_get_text (row, "state") : "failed";
  if (g_str_equal (state, "failed") || (g_str_equal (state, "done") && !failed))
    return TRUE;
  if (!set_row (store, "payout", row, failed ? "failed" : "done", event, error))
    return FALSE;
  if (failed && !g_str_equal (state, "done"))
    return audit (store, "pay-out-failed", "payout", kontor_record_get_text (row, "id"), 0,
                  event->currency, error);

  return post_pay_out (store, row, event, failed ? -1 : 1, error);
}

/* The agenda does the rest: it looks, takes what was agreed to, and closes. */
static gboolean
take_hint (KontorStore *store, const char *account, KontorMoneyEvent *event, GError **error)
{
  g_autoptr(GVariant) payment = NULL;

  if (!find_row (store, "payment", account, event->key, event->link, &payment, error))
    return FALSE;

  return payment == NULL ||
         kontor_agenda_put (store, KONTOR_PAYMENTS_PAYMENT,
                            kontor_record_get_text (payment, "id"), kontor_clock_now_us (), error);
}

static gboolean
take_one (KontorStore *store, const char *account, KontorMoneyEvent *event, GError **error)
{
  switch (event->kind)
    {
    case KONTOR_MONEY_PAID:
      return take_paid (store, account, event, error);
    case KONTOR_MONEY_FAILED:
      return take_failed (store, account, event, error);
    case KONTOR_MONEY_REFUNDED:
    case KONTOR_MONEY_REFUND_FAILED:
      return take_refund (store, account, event, error);
    case KONTOR_MONEY_OUT:
    case KONTOR_MONEY_OUT_FAILED:
      return take_pay_out (store, account, event, error);
    case KONTOR_MONEY_APPROVED:
    case KONTOR_MONEY_CLOSED:
      return take_hint (store, account, event, error);
    }

  return TRUE;
}

gboolean
kontor_payments_take (KontorStore *store, const char *account, GPtrArray *events, GError **error)
{
  gboolean fine = TRUE;

  if (!kontor_store_begin (store, error))
    return FALSE;
  for (guint i = 0; i < events->len && fine; i++)
    fine = take_one (store, account, events->pdata[i], error);
  if (fine && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}
