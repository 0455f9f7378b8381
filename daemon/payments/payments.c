/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payments.c — the agenda starts each asking and holds an entry until the answer is kept: a crash
 * in between asks once more, with the same key. */
#include "payments/payments.h"

#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/keep.h"
#include "model/error.h"
#include "payments/payments-table.h"
#include "store/records.h"

/* Longer than any asking takes. */
#define LOST_US (10 * 60 * (gint64) G_USEC_PER_SEC)
/* A gateway's list is asked for this much longer, as its clock is not ours. */
#define LIST_EDGE_US (24 * 3600 * (gint64) G_USEC_PER_SEC)

struct _KontorPayments
{
  GObject            parent_instance;

  KontorStore       *store;
  KontorPayAccounts *accounts;
  GCancellable      *cancellable;
};

G_DEFINE_FINAL_TYPE (KontorPayments, kontor_payments, G_TYPE_OBJECT)

typedef struct {
  KontorPayments *payments;
  const char     *what;     /* on the agenda */
  char           *subject;
  KontorDeedKind  asked;
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->payments);
  g_free (asking->subject);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static const char *
get_kind (const char *what)
{
  return g_str_equal (what, KONTOR_PAYMENTS_TEST) ? "payment-account" : what;
}

/* *record: NULL when it is gone. */
static gboolean
find (KontorStore *store, const char *what, const char *id, GVariant **record, GError **error)
{
  g_autoptr(GError) local = NULL;

  *record = kontor_records_get (store, kontor_kind_find (get_kind (what)), id, &local);
  if (*record != NULL || g_error_matches (local, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
settle (Asking *asking, KontorPayAnswer *answer, const GError *failure, GError **error)
{
  KontorStore *store = asking->payments->store;
  g_autoptr(GVariant) record = NULL;

  if (!find (store, asking->what, asking->subject, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  if (g_str_equal (asking->what, KONTOR_PAYMENTS_PAYMENT))
    return kontor_payments_settle_payment (store, record, asking->asked, answer, failure, error);
  if (g_str_equal (asking->what, KONTOR_PAYMENTS_REFUND))
    return kontor_payments_settle_refund (store, record, answer, failure, error);
  if (g_str_equal (asking->what, KONTOR_PAYMENTS_PAY_OUT))
    return kontor_payments_settle_pay_out (store, record, answer, failure, error);
  if (g_str_equal (asking->what, KONTOR_PAYMENTS_RECONCILE))
    return kontor_payments_settle_reconciliation (store, record, answer, failure, error);

  return kontor_payments_settle_test (store, record, answer, failure, error);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Asking) asking = data;
  KontorStore *store = asking->payments->store;
  g_autoptr(GError) failure = NULL, error = NULL;
  g_autoptr(KontorPayAnswer) answer =
    kontor_pay_accounts_ask_finish (KONTOR_PAY_ACCOUNTS (source), result, &failure);

  if (g_cancellable_is_cancelled (asking->payments->cancellable))
    return;
  if (failure != NULL)
    g_info ("%s %s: %s", asking->what, asking->subject, failure->message);
  if (!kontor_store_begin (store, &error))
    {
      g_warning ("%s", error->message);
      return;
    }
  if (settle (asking, answer, failure, &error) && kontor_store_commit (store, &error))
    return;
  kontor_store_undo (store);
  g_warning ("what the gateway said of %s cannot be kept: %s", asking->subject, error->message);
}

/* The entry stands until the answer is kept. */
static gboolean
ask (KontorPayments *self, const char *what, const char *subject, const char *account,
     KontorDeed *deed, GError **error)
{
  Asking *asking;

  if (!kontor_agenda_put (self->store, what, subject, kontor_clock_now_us () + LOST_US, error))
    {
      kontor_deed_free (deed);
      return FALSE;
    }
  asking = g_new0 (Asking, 1);
  asking->payments = g_object_ref (self);
  asking->what = what;
  asking->subject = g_strdup (subject);
  asking->asked = deed->kind;
  kontor_pay_accounts_ask_async (self->accounts, account, deed, self->cancellable, on_answered,
                                 asking);

  return TRUE;
}

/* The deed that a record of money waits for. */
static KontorDeed *
make_deed (KontorDeedKind kind, GVariant *record)
{
  KontorDeed *deed = kontor_deed_new (kind, kontor_record_get_text (record, "key"));
  const char *currency = "";

  deed->id = g_strdup (kontor_record_get_text (record, "id"));
  deed->remote = g_strdup (kontor_record_get_text (record, "remote"));
  deed->attempts = kontor_record_get_int (record, "attempts", 0);
  kontor_record_get_money (record, "amount", &deed->minor, &currency);
  g_strlcpy (deed->currency, currency, sizeof deed->currency);

  return deed;
}

/* Before it is asked: a crash must know that it may have been. */
static gboolean
count_attempt (KontorStore *store, const char *kind, GVariant *record, GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) changes = NULL;

  g_variant_dict_insert (&dict, "attempts", "x",
                         kontor_record_get_int (record, "attempts", 0) + 1);
  changes = g_variant_ref_sink (g_variant_dict_end (&dict));

  return kontor_records_update (store, kontor_kind_find (kind),
                                kontor_record_get_text (record, "id"), changes, error);
}

static KontorDeedKind
choose_for_payment (GVariant *payment)
{
  const char *stage = kontor_record_get_text (payment, "stage");
  gboolean is_over = kontor_record_get_int (payment, "expires", 0) <= kontor_clock_now_us ();

  if (g_str_equal (stage, "failed"))
    return KONTOR_DEED_NONE;
  if (g_str_equal (stage, "asking"))
    return kontor_record_get_int (payment, "attempts", 0) > 0 ? KONTOR_DEED_FIND_LINK
                                                              : KONTOR_DEED_LINK;
  if (!kontor_record_get_yes (payment, "closed") && (is_over || !g_str_equal (stage, "open")))
    return KONTOR_DEED_CLOSE;

  return KONTOR_DEED_LOOK;
}

gboolean
kontor_payments_go_payment (const char *subject, gpointer data, GError **error)
{
  KontorPayments *self = data;
  g_autoptr(GVariant) payment = NULL;
  KontorDeedKind kind;
  KontorDeed *deed;
  gint64 looked_us;

  if (!find (self->store, KONTOR_PAYMENTS_PAYMENT, subject, &payment, error))
    return FALSE;
  kind = payment != NULL ? choose_for_payment (payment) : KONTOR_DEED_NONE;
  if (kind == KONTOR_DEED_NONE)
    return TRUE;
  if ((kind == KONTOR_DEED_LINK || kind == KONTOR_DEED_FIND_LINK) &&
      !count_attempt (self->store, "payment", payment, error))
    return FALSE;
  deed = make_deed (kind, payment);
  deed->title = g_strdup (kontor_record_get_text (payment, "title"));
  deed->expires_us = kontor_record_get_int (payment, "expires", 0);
  deed->closed = kontor_record_get_yes (payment, "closed");
  looked_us = kontor_record_get_int (payment, "looked", 0);
  deed->since_us = looked_us > 0 ? looked_us : kontor_record_get_int (payment, "created", 0);

  return ask (self, KONTOR_PAYMENTS_PAYMENT, subject, kontor_record_get_text (payment, "account"),
              deed, error);
}

/* @make, @find_it, @look: by how far it came. */
static KontorDeedKind
choose (GVariant *row, KontorDeedKind make, KontorDeedKind find_it, KontorDeedKind look)
{
  const char *state = row != NULL ? kontor_record_get_text (row, "state") : "";

  if (g_str_equal (state, "pending"))
    return look;
  if (!g_str_equal (state, "asking"))
    return KONTOR_DEED_NONE;

  return kontor_record_get_int (row, "attempts", 0) > 0 ? find_it : make;
}

gboolean
kontor_payments_go_refund (const char *subject, gpointer data, GError **error)
{
  KontorPayments *self = data;
  g_autoptr(GVariant) refund = NULL;
  KontorDeedKind kind;
  KontorDeed *deed;

  if (!find (self->store, KONTOR_PAYMENTS_REFUND, subject, &refund, error))
    return FALSE;
  kind = choose (refund, KONTOR_DEED_REFUND, KONTOR_DEED_FIND_REFUND, KONTOR_DEED_LOOK_REFUND);
  if (kind == KONTOR_DEED_NONE)
    return TRUE;
  if (!count_attempt (self->store, "refund", refund, error))
    return FALSE;
  deed = make_deed (kind, refund);
  deed->charge = g_strdup (kontor_record_get_text (refund, "charge"));
  deed->note = g_strdup (kontor_record_get_text (refund, "note"));

  return ask (self, KONTOR_PAYMENTS_REFUND, subject, kontor_record_get_text (refund, "account"),
              deed, error);
}

gboolean
kontor_payments_go_pay_out (const char *subject, gpointer data, GError **error)
{
  KontorPayments *self = data;
  g_autoptr(GVariant) payout = NULL;
  KontorDeedKind kind;
  KontorDeed *deed;

  if (!find (self->store, KONTOR_PAYMENTS_PAY_OUT, subject, &payout, error))
    return FALSE;
  kind = choose (payout, KONTOR_DEED_PAY_OUT, KONTOR_DEED_FIND_PAY_OUT, KONTOR_DEED_LOOK_PAY_OUT);
  if (kind == KONTOR_DEED_NONE)
    return TRUE;
  if (!count_attempt (self->store, "payout", payout, error))
    return FALSE;
  deed = make_deed (kind, payout);
  deed->destination = g_strdup (kontor_record_get_text (payout, "destination"));
  deed->note = g_strdup (kontor_record_get_text (payout, "note"));

  return ask (self, KONTOR_PAYMENTS_PAY_OUT, subject, kontor_record_get_text (payout, "account"),
              deed, error);
}

gboolean
kontor_payments_go_test (const char *subject, gpointer data, GError **error)
{
  KontorPayments *self = data;
  g_autoptr(GVariant) account = NULL;

  if (!find (self->store, KONTOR_PAYMENTS_TEST, subject, &account, error))
    return FALSE;
  if (account == NULL || !kontor_record_get_yes (account, "active"))
    return TRUE;

  return ask (self, KONTOR_PAYMENTS_TEST, subject, subject,
              kontor_deed_new (KONTOR_DEED_TEST, subject), error);
}

gboolean
kontor_payments_go_reconcile (const char *subject, gpointer data, GError **error)
{
  KontorPayments *self = data;
  g_autoptr(GVariant) record = NULL;
  KontorDeed *deed;

  if (!find (self->store, KONTOR_PAYMENTS_RECONCILE, subject, &record, error))
    return FALSE;
  if (record == NULL || g_strcmp0 (kontor_record_get_text (record, "state"), "asking") != 0)
    return TRUE;
  if (!count_attempt (self->store, "reconciliation", record, error))
    return FALSE;
  deed = kontor_deed_new (KONTOR_DEED_LIST, subject);
  deed->since_us = kontor_record_get_int (record, "since", 0) - LIST_EDGE_US;
  deed->until_us = MIN (kontor_record_get_int (record, "until", 0) + LIST_EDGE_US,
                        kontor_clock_now_us ());

  return ask (self, KONTOR_PAYMENTS_RECONCILE, subject, kontor_record_get_text (record, "account"),
              deed, error);
}

static gboolean
on_told (const char *account, GPtrArray *events, gpointer data, GError **error)
{
  return kontor_payments_take (KONTOR_PAYMENTS (data)->store, account, events, error);
}

KontorPayments *
kontor_payments_new (KontorStore *store)
{
  KontorPayments *self = g_object_new (KONTOR_TYPE_PAYMENTS, NULL);

  self->store = store;
  self->accounts = kontor_pay_accounts_new (store, on_told, self);

  return self;
}

gboolean
kontor_payments_open (KontorPayments *self, GError **error)
{
  return kontor_payments_wake (self->store, kontor_clock_now_us (), error) &&
         kontor_pay_accounts_open (self->accounts, error);
}

static void
kontor_payments_dispose (GObject *object)
{
  KontorPayments *self = KONTOR_PAYMENTS (object);

  g_cancellable_cancel (self->cancellable);
  if (self->accounts != NULL)
    kontor_pay_accounts_close (self->accounts);

  G_OBJECT_CLASS (kontor_payments_parent_class)->dispose (object);
}

static void
kontor_payments_finalize (GObject *object)
{
  KontorPayments *self = KONTOR_PAYMENTS (object);

  g_clear_object (&self->accounts);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (kontor_payments_parent_class)->finalize (object);
}

static void
kontor_payments_class_init (KontorPaymentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_payments_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_payments_finalize;
}

static void
kontor_payments_init (KontorPayments *self)
{
  self->cancellable = g_cancellable_new ();
}
