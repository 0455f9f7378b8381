/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle.c — what became of an asking. Where nothing was heard the same is asked again, later each
 * time; after a week of that a person decides, who can see it at the gateway. */
#include "payments/payments.h"

#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/ledger.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "store/records.h"

#define SECOND_US ((gint64) G_USEC_PER_SEC)
#define FIRST_WAIT_US (2 * SECOND_US)
#define LONGEST_WAIT_US (15 * 60 * SECOND_US)
#define GIVE_UP_US (7 * 24 * 3600 * SECOND_US)
#define FRESH_US (3600 * SECOND_US)
#define DAY_US (24 * 3600 * SECOND_US)
/* A page that was open when the link ended may still be paid on. */
#define LATE_US (2 * DAY_US)

static gboolean
put (KontorStore *store, const char *what, GVariant *record, gint64 wait_us, GError **error)
{
  return kontor_agenda_put (store, what, kontor_record_get_text (record, "id"),
                            kontor_clock_now_us () + wait_us, error);
}

static gint64
next_wait_us (GVariant *record)
{
  gint64 attempts = kontor_record_get_int (record, "attempts", 1);

  return MIN (FIRST_WAIT_US << CLAMP (attempts - 1, 0, 16), LONGEST_WAIT_US);
}

static gboolean
update (KontorStore *store, const char *kind, GVariant *record, GVariantDict *dict, GError **error)
{
  g_autoptr(GVariant) changes = g_variant_ref_sink (g_variant_dict_end (dict));

  return kontor_records_update (store, kontor_kind_find (kind),
                                kontor_record_get_text (record, "id"), changes, error);
}

static gboolean
set_reason (KontorStore *store, const char *kind, GVariant *record, const char *state_field,
            const char *state, const char *reason, GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  if (state != NULL)
    g_variant_dict_insert (&dict, state_field, "s", state);
  g_variant_dict_insert (&dict, "reason", "s", reason != NULL ? reason : "");

  return update (store, kind, record, &dict, error);
}

/* Whether the same is to be asked again rather than given up. */
static gboolean
may_be_asked_again (const GError *failure)
{
  return g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER) ||
         g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN) ||
         g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED);
}

/* How long until it is looked again; −1: no more. */
static gint64
next_look_us (KontorStore *store, GVariant *payment)
{
  gint64 age_us = kontor_clock_now_us () - kontor_record_get_int (payment, "created", 0);
  gint64 over_us = kontor_clock_now_us () - kontor_record_get_int (payment, "expires", 0);
  const char *state = kontor_record_get_text (payment, "state"), *url;
  g_autoptr(GVariant) account = kontor_records_get (
    store, kontor_kind_find ("payment-account"), kontor_record_get_text (payment, "account"), NULL);
  gint64 poll_s = account != NULL ? kontor_record_get_int (account, "poll", 0) : 0;

  if (over_us > LATE_US || g_strcmp0 (state, "paid") == 0 || g_strcmp0 (state, "refunded") == 0 ||
      g_strcmp0 (state, "part-refunded") == 0)
    return -1;
  if (poll_s > 0)
    return poll_s * SECOND_US;
  url = account != NULL ? kontor_record_get_text (account, "public-url") : NULL;
  if (url != NULL && *url != '\0')
    return LONGEST_WAIT_US;

  return age_us < FRESH_US ? 30 * SECOND_US : age_us < DAY_US ? 5 * 60 * SECOND_US
                                                              : 2 * LONGEST_WAIT_US;
}

/* Never later than the link ends. */
static gboolean
look_again (KontorStore *store, const char *id, GError **error)
{
  g_autoptr(GVariant) payment = kontor_records_get (store, kontor_kind_find ("payment"), id, error);
  gint64 wait_us, left_us;

  if (payment == NULL)
    return FALSE;
  wait_us = next_look_us (store, payment);
  left_us = kontor_record_get_int (payment, "expires", 0) - kontor_clock_now_us ();
  if (wait_us < 0)
    return kontor_agenda_drop (store, KONTOR_PAYMENTS_PAYMENT, id, error);
  if (left_us > 0)
    wait_us = MIN (wait_us, left_us);

  return put (store, KONTOR_PAYMENTS_PAYMENT, payment, wait_us, error);
}

static gboolean
request_entry (KontorStore *store, GVariant *payment, gint64 sign, const char *note,
               GError **error)
{
  const char *kind, *subject = kontor_payment_get_subject (payment, &kind), *currency;
  gint64 minor;

  kontor_record_get_money (payment, "amount", &minor, &currency);

  return kontor_ledger_write (store, &kontor_actor_system, kind, subject, "requested",
                              sign * minor, currency, note,
                              kontor_record_get_text (payment, "id"), error);
}

static gboolean
settle_link (KontorStore *store, GVariant *payment, KontorPayAnswer *answer, GError **error)
{
  const char *id = kontor_record_get_text (payment, "id"), *currency;
  g_autoptr(GVariant) now = NULL, account = NULL;
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *amount = NULL;
  gint64 minor;

  g_variant_dict_insert (&dict, "stage", "s", "open");
  g_variant_dict_insert (&dict, "link", "s", answer->link);
  g_variant_dict_insert (&dict, "remote", "s", answer->remote);
  g_variant_dict_insert (&dict, "reason", "s", "");
  if (!update (store, "payment", payment, &dict, error))
    return FALSE;
  now = kontor_records_get (store, kontor_kind_find ("payment"), id, error);
  account = now != NULL ? kontor_records_get (store, kontor_kind_find ("payment-account"),
                                              kontor_record_get_text (now, "account"), error)
                        : NULL;
  if (account == NULL)
    return FALSE;
  /* Paid by a page of it that somebody else gave out: there is nothing left to ask for. */
  if (!g_str_equal (kontor_record_get_text (now, "state"), "open"))
    return look_again (store, id, error);
  kontor_record_get_money (now, "amount", &minor, &currency);
  amount = kontor_payment_dup_amount (minor, currency);

  return request_entry (store, now, 1, NULL, error) &&
         kontor_payment_tell (store, &kontor_actor_system, now, "link-sent", amount, error) &&
         kontor_payment_say (store, now, "link", kontor_record_get_text (account, "message"),
                             amount, error) &&
         look_again (store, id, error);
}

/* The link is over: what it asked for is no longer asked for. */
static gboolean
settle_closed (KontorStore *store, GVariant *payment, GError **error)
{
  const char *stage = kontor_record_get_text (payment, "stage");
  gboolean was_open = g_str_equal (stage, "open");
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  gint64 paid = 0;
  const char *currency;

  kontor_record_get_money (payment, "paid", &paid, &currency);
  g_variant_dict_insert (&dict, "closed", "b", TRUE);
  g_variant_dict_insert (&dict, "stage", "s", was_open ? "expired" : stage);
  g_variant_dict_insert (&dict, "reason", "s", "");
  if (!update (store, "payment", payment, &dict, error))
    return FALSE;
  if (paid > 0 || kontor_record_get_yes (payment, "closed"))
    return TRUE;

  return request_entry (store, payment, -1, was_open ? "expired" : stage, error) &&
         kontor_payment_tell (store, &kontor_actor_system, payment,
                              was_open ? "link-expired" : "link-withdrawn",
                              kontor_record_get_text (payment, "id"), error);
}

static gboolean
settle_look (KontorStore *store, GVariant *payment, KontorPayAnswer *answer, GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *id = kontor_record_get_text (payment, "id");
  g_autoptr(GVariant) now = NULL;

  g_variant_dict_insert (&dict, "looked", "x", kontor_clock_now_us ());
  if (!kontor_payments_take (store, kontor_record_get_text (payment, "account"), answer->events,
                             error) ||
      !update (store, "payment", payment, &dict, error))
    return FALSE;
  now = kontor_records_get (store, kontor_kind_find ("payment"), id, error);
  if (now == NULL ||
      (answer->state == KONTOR_DEED_FAILED && !kontor_record_get_yes (now, "closed") &&
       !settle_closed (store, now, error)))
    return FALSE;

  return look_again (store, id, error);
}

static gboolean
fail_link (KontorStore *store, GVariant *payment, const char *why, GError **error)
{
  return set_reason (store, "payment", payment, "stage", "failed", why, error) &&
         kontor_agenda_drop (store, KONTOR_PAYMENTS_PAYMENT,
                             kontor_record_get_text (payment, "id"), error) &&
         kontor_payment_tell (store, &kontor_actor_system, payment, "link-failed", why, error);
}

gboolean
kontor_payments_settle_payment (KontorStore *store, GVariant *payment, KontorDeedKind asked,
                                KontorPayAnswer *answer, const GError *failure, GError **error)
{
  gboolean is_link = asked == KONTOR_DEED_LINK || asked == KONTOR_DEED_FIND_LINK;

  if (failure != NULL && is_link && !may_be_asked_again (failure))
    return fail_link (store, payment, failure->message, error);
  /* What cannot be closed is over there already. */
  if (asked == KONTOR_DEED_CLOSE && (failure == NULL || !may_be_asked_again (failure)))
    return settle_closed (store, payment, error) &&
           put (store, KONTOR_PAYMENTS_PAYMENT, payment, 0, error);
  if (failure != NULL)
    return set_reason (store, "payment", payment, NULL, NULL, failure->message, error) &&
           (is_link ? put (store, KONTOR_PAYMENTS_PAYMENT, payment, next_wait_us (payment), error)
                    : look_again (store, kontor_record_get_text (payment, "id"), error));

  return is_link ? settle_link (store, payment, answer, error)
                 : settle_look (store, payment, answer, error);
}

/* @what: on the agenda and as a kind. */
static gboolean
settle_failure (KontorStore *store, const char *what, GVariant *row, const GError *failure,
                GError **error)
{
  gint64 age_us = kontor_clock_now_us () - kontor_record_get_int (row, "created", 0);
  const char *id = kontor_record_get_text (row, "id");
  gboolean again = may_be_asked_again (failure);
  const char *state = !again ? "failed" : age_us > GIVE_UP_US ? "unknown" : NULL;

  if (!set_reason (store, what, row, "state", state, failure->message, error))
    return FALSE;
  if (state == NULL)
    return put (store, what, row, next_wait_us (row), error);

  return kontor_agenda_drop (store, what, id, error) &&
         kontor_timeline_write (store, &kontor_actor_system, what, id, state, failure->message,
                                error);
}

static gboolean
settle_pending (KontorStore *store, const char *what, GVariant *row, KontorPayAnswer *answer,
                GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "state", "s", "pending");
  g_variant_dict_insert (&dict, "reason", "s", "");
  if (answer->remote != NULL)
    g_variant_dict_insert (&dict, "remote", "s", answer->remote);

  return update (store, what, row, &dict, error) &&
         put (store, what, row, next_wait_us (row), error);
}

/* The answer itself tells of the money; where its amount could not be read, ours is meant. */
static void
complete (GVariant *row, KontorPayAnswer *answer, KontorMoneyKind done, KontorMoneyKind failed)
{
  const char *remote = answer->remote != NULL ? answer->remote
                                              : kontor_record_get_text (row, "remote");
  const char *currency;
  KontorMoneyEvent *event;

  if (answer->events->len > 0 || remote == NULL)
    return;
  event = kontor_money_event_new (answer->state == KONTOR_DEED_DONE ? done : failed, remote);
  event->key = g_strdup (kontor_record_get_text (row, "key"));
  event->reason = g_strdup (answer->reason);
  event->at_us = kontor_clock_now_us ();
  if (kontor_record_get_money (row, "amount", &event->minor, &currency))
    g_strlcpy (event->currency, currency, sizeof event->currency);
  g_ptr_array_add (answer->events, event);
}

/* What comes with our own row's answer is about that row, whatever the gateway gives back. */
static void
claim (GVariant *row, KontorPayAnswer *answer)
{
  for (guint i = 0; i < answer->events->len; i++)
    {
      KontorMoneyEvent *event = answer->events->pdata[i];

      if (event->key == NULL)
        event->key = g_strdup (kontor_record_get_text (row, "key"));
    }
}

static gboolean
settle_row (KontorStore *store, const char *what, GVariant *row, KontorPayAnswer *answer,
            const GError *failure, KontorMoneyKind done, KontorMoneyKind failed, GError **error)
{
  if (failure != NULL)
    return settle_failure (store, what, row, failure, error);
  if (answer->state == KONTOR_DEED_PENDING)
    return settle_pending (store, what, row, answer, error);
  complete (row, answer, done, failed);
  claim (row, answer);

  return kontor_payments_take (store, kontor_record_get_text (row, "account"), answer->events,
                               error);
}

gboolean
kontor_payments_settle_refund (KontorStore *store, GVariant *refund, KontorPayAnswer *answer,
                               const GError *failure, GError **error)
{
  return settle_row (store, KONTOR_PAYMENTS_REFUND, refund, answer, failure, KONTOR_MONEY_REFUNDED,
                     KONTOR_MONEY_REFUND_FAILED, error);
}

gboolean
kontor_payments_settle_pay_out (KontorStore *store, GVariant *payout, KontorPayAnswer *answer,
                                const GError *failure, GError **error)
{
  return settle_row (store, KONTOR_PAYMENTS_PAY_OUT, payout, answer, failure, KONTOR_MONEY_OUT,
                     KONTOR_MONEY_OUT_FAILED, error);
}

gboolean
kontor_payments_settle_test (KontorStore *store, GVariant *account, KontorPayAnswer *answer,
                             const GError *failure, GError **error)
{
  gboolean refused = g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED) ||
                     (failure != NULL && !may_be_asked_again (failure));
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "state", "s", answer != NULL ? "working"
                                              : refused ? "refused" : "unchecked");
  g_variant_dict_insert (&dict, "reason", "s", failure != NULL ? failure->message : "");
  g_variant_dict_insert (&dict, "checked", "x", kontor_clock_now_us ());
  if (answer != NULL && answer->mode != NULL)
    g_variant_dict_insert (&dict, "mode", "s", answer->mode);
  if (!update (store, "payment-account", account, &dict, error))
    return FALSE;
  if (answer != NULL || refused)
    return kontor_agenda_drop (store, KONTOR_PAYMENTS_TEST,
                               kontor_record_get_text (account, "id"), error);

  return put (store, KONTOR_PAYMENTS_TEST, account, LONGEST_WAIT_US, error);
}
