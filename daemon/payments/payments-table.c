/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments/payments-table.h"

#include "journal/ledger.h"
#include "base/clock.h"
#include "model/record.h"

static gint64
number_of (const char *kind, const char *id)
{
  gint64 number = 0;

  kontor_kind_parse_id (kontor_kind_find (kind), id, &number);

  return number;
}

gboolean
kontor_payments_note (KontorStore *store, const char *account, const char *what,
                      const char *payment, const KontorMoneyEvent *event, gint64 minor,
                      gboolean *is_new, GError **error)
{
  const char *charge = event->charge != NULL ? event->charge : event->id;

  /* −1 stands for nobody's: a refund may be told before what it gives back. */
  if (!kontor_store_run (store, error,
    "INSERT INTO payment_event (account, what, remote, payment, charge, minor, currency, at)"
    " VALUES (?, ?, ?, NULLIF (?, -1), ?, ?, ?, ?) ON CONFLICT DO NOTHING", "xssxsxsx",
    number_of ("payment-account", account), what, event->id,
    payment != NULL ? number_of ("payment", payment) : -1, charge, minor, event->currency,
    event->at_us > 0 ? event->at_us : kontor_clock_now_us ()))
    return FALSE;
  *is_new = kontor_store_changes (store) > 0;

  return TRUE;
}

gboolean
kontor_payments_is_told (KontorStore *store, const char *account, const char *what,
                         const char *remote, gboolean *there, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT 1 FROM payment_event WHERE account = ? AND what = ? AND remote = ?", "xss",
    number_of ("payment-account", account), what, remote);

  if (rows == NULL)
    return FALSE;
  *there = kontor_rows_next (rows);

  return kontor_rows_done (rows, error);
}

gboolean
kontor_payments_find_charge (KontorStore *store, const char *account, const char *charge,
                             char **payment, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT payment FROM payment_event WHERE account = ? AND what = 'paid' AND remote = ?", "xs",
    number_of ("payment-account", account), charge);

  *payment = NULL;
  if (rows == NULL)
    return FALSE;
  if (kontor_rows_next (rows))
    *payment = kontor_kind_format_id (kontor_kind_find ("payment"), kontor_rows_int (rows, 0));

  return kontor_rows_done (rows, error);
}

gboolean
kontor_payments_find_refundable (KontorStore *store, const char *payment, gint64 minor,
                                 const char *currency, char **charge, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT p.remote FROM payment_event p WHERE p.payment = ? AND p.what = 'paid'"
    " AND p.currency = ? AND p.minor - COALESCE ((SELECT SUM (CASE g.what WHEN 'refunded'"
    " THEN g.minor ELSE -g.minor END) FROM payment_event g WHERE g.payment = p.payment"
    " AND g.what IN ('refunded', 'refund-failed') AND g.charge = p.remote), 0)"
    " - COALESCE ((SELECT SUM (amount_minor) FROM refund r WHERE r.payment = p.payment"
    " AND r.charge = p.remote AND r.state IN ('asking', 'pending', 'unknown')), 0) >= ?"
    " ORDER BY p.at, p.remote", "xsx", number_of ("payment", payment), currency, minor);

  *charge = NULL;
  if (rows == NULL)
    return FALSE;
  if (kontor_rows_next (rows))
    *charge = g_strdup (kontor_rows_text (rows, 0));

  return kontor_rows_done (rows, error);
}

static KontorMoneyEvent *
read_event (KontorRows *rows)
{
  gboolean failed = g_str_equal (kontor_rows_text (rows, 5), "refund-failed");
  KontorMoneyEvent *event = kontor_money_event_new (failed ? KONTOR_MONEY_REFUND_FAILED
                                                           : KONTOR_MONEY_REFUNDED,
                                                    kontor_rows_text (rows, 0));

  event->charge = g_strdup (kontor_rows_text (rows, 1));
  event->minor = kontor_rows_int (rows, 2);
  g_strlcpy (event->currency, kontor_rows_text (rows, 3), sizeof event->currency);
  event->at_us = kontor_rows_int (rows, 4);

  return event;
}

GPtrArray *
kontor_payments_adopt (KontorStore *store, const char *account, const char *charge,
                       const char *payment, GError **error)
{
  gint64 number = number_of ("payment-account", account);
  g_autoptr(GPtrArray) events = kontor_money_events_new ();
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT remote, charge, minor, currency, at, what FROM payment_event WHERE account = ?"
    " AND what IN ('refunded', 'refund-failed') AND charge = ? AND payment IS NULL"
    " ORDER BY what DESC, remote", "xs", number, charge);

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    g_ptr_array_add (events, read_event (rows));
  if (!kontor_rows_done (rows, error) ||
      !kontor_store_run (store, error, "UPDATE payment_event SET payment = ? WHERE account = ?"
                         " AND charge = ? AND payment IS NULL", "xxs",
                         number_of ("payment", payment), number, charge))
    return NULL;

  return g_steal_pointer (&events);
}

gboolean
kontor_payments_sum (KontorStore *store, const char *subject_kind, const char *subject,
                     const char *currency, gint64 *paid, gint64 *asked, GError **error)
{
  gboolean of_booking = g_str_equal (subject_kind, "booking");
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error, of_booking
    ? "SELECT COALESCE (SUM (MAX (amount_minor - paid_minor, 0)), 0) FROM payment_view"
      " WHERE booking = ? AND amount_currency = ? AND stage IN ('asking', 'open')"
    : "SELECT COALESCE (SUM (MAX (amount_minor - paid_minor, 0)), 0) FROM payment_view"
      " WHERE \"order\" = ? AND amount_currency = ? AND stage IN ('asking', 'open')",
    "xs", number_of (subject_kind, subject), currency);

  if (rows == NULL || !kontor_rows_next (rows))
    return FALSE;
  *asked = kontor_rows_int (rows, 0);

  return kontor_ledger_sum_paid (store, subject_kind, subject, currency, paid, error);
}

gint64
kontor_payments_sum_refunding (KontorStore *store, const char *payment, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT COALESCE (SUM (amount_minor), 0) FROM refund WHERE payment = ?"
    " AND state IN ('asking', 'pending', 'unknown')", "x", number_of ("payment", payment));

  return rows != NULL && kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : -1;
}

gint64
kontor_payments_find_conversation (KontorStore *store, const char *contact, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT id FROM conversation WHERE contact_id = ? ORDER BY last_at DESC, id DESC LIMIT 1", "x",
    number_of ("contact", contact));

  if (rows == NULL)
    return -1;

  return kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : 0;
}

gboolean
kontor_payments_wake (KontorStore *store, gint64 now_us, GError **error)
{
  return kontor_store_run (store, error,
    "UPDATE agenda SET due_at = ? WHERE due_at > ? AND what IN ('payment', 'refund', 'payout')",
    "xx", now_us, now_us);
}
