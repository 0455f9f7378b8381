/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shop.h — a shop with a customer and an account at a gateway, for what is told of money. */
#pragma once

#include "agenda/agenda.h"
#include "journal/action.h"
#include "payments/payments.h"
#include "tests/fakes/kept.h"

/* @currency: of the service "ride". The account is PA1, the customer CT1. */
static inline KontorStore *
shop_open (const char *currency, gint64 price)
{
  KontorStore *store = kept_open (":memory:");
  g_autofree char *ride = g_strdup_printf (
    "{'code': <'ride'>, 'name': <'Ride'>, 'price': <(int64 %" G_GINT64_FORMAT ", '%s')>,"
    " 'confirm': <'on-payment'>}", price, currency);
  g_autoptr(GVariant) account = kept_make (
    "{'name': <'Main'>, 'gateway': <'stripe'>, 'active': <true>, 'state': <'working'>,"
    " 'deposit': <int64 33>}");
  g_autoptr(GError) error = NULL;

  kept_add (store, "business", "{'name': <'Shop'>, 'zone': <'Asia/Dubai'>, 'currency': <'AED'>}");
  kept_add (store, "teammate", "{'name': <'Mina'>, 'manager': <true>}");
  kept_add (store, "service", ride);
  kept_add (store, "contact", "{'name': <'Ana'>}");
  g_free (kontor_records_insert (store, kontor_kind_find ("payment-account"), account, &error));
  g_assert_no_error (error);

  return store;
}

static inline GVariant *
shop_try (KontorStore *store, const KontorActor *actor, const char *action, const char *arguments,
          GError **error)
{
  g_autoptr(GVariant) given = kept_make (arguments);

  return kontor_action_run (store, actor, action, given, NULL, error);
}

/* (transfer full): the id of what was made or changed. */
static inline char *
shop_do (KontorStore *store, const char *action, const char *arguments)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = shop_try (store, &kept_owner, action, arguments, &error);

  g_assert_no_error (error);

  return g_strdup (kontor_record_get_text (record, "id"));
}

/* (transfer full): the id of a booking, each at an hour of its own. */
static inline char *
shop_book (KontorStore *store)
{
  static int day;
  g_autofree char *arguments = NULL;
  gint64 at_us;

  day++;
  at_us = (G_GINT64_CONSTANT (1803884400) + day * 86400) * G_USEC_PER_SEC;
  {
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);
    g_autoptr(GTimeZone) dubai = g_time_zone_new_identifier ("Asia/Dubai");
    g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, dubai);
    g_autofree char *wall = g_date_time_format (local, "%Y-%m-%d %H:%M");

    arguments = g_strdup_printf (
      "{'service': <'ride'>, 'contact': <'CT1'>, 'at': <('%s', 'Asia/Dubai', int64 %"
      G_GINT64_FORMAT ")>}", wall, at_us);
  }

  return shop_do (store, "book", arguments);
}

/* The link of the payment came, as the gateway's answer brings it. */
static inline void
shop_link (KontorStore *store, const char *payment, const char *remote)
{
  g_autoptr(GVariant) record = kept_get (store, "payment", payment);
  g_autoptr(KontorPayAnswer) answer = kontor_pay_answer_new ();
  g_autoptr(GError) error = NULL;

  answer->remote = g_strdup (remote);
  answer->link = g_strdup_printf ("https://pay.example/%s", remote);
  kontor_payments_settle_payment (store, record, KONTOR_DEED_LINK, answer, NULL, &error);
  g_assert_no_error (error);
}

static inline KontorMoneyEvent *
shop_event (KontorMoneyKind kind, const char *id, gint64 minor, const char *currency)
{
  KontorMoneyEvent *event = kontor_money_event_new (kind, id);

  event->minor = minor;
  g_strlcpy (event->currency, currency, sizeof event->currency);
  event->at_us = 1;

  return event;
}

/* Tells of @event, a copy of it each time. */
static inline void
shop_tell (KontorStore *store, const KontorMoneyEvent *event)
{
  g_autoptr(GPtrArray) events = kontor_money_events_new ();
  KontorMoneyEvent *copy = shop_event (event->kind, event->id, event->minor, event->currency);
  g_autoptr(GError) error = NULL;

  copy->charge = g_strdup (event->charge);
  copy->link = g_strdup (event->link);
  copy->key = g_strdup (event->key);
  copy->reason = g_strdup (event->reason);
  g_ptr_array_add (events, copy);
  kontor_payments_take (store, "PA1", events, &error);
  g_assert_no_error (error);
}

static inline gint64
shop_count (KontorStore *store, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows = kontor_store_ask (store, &error, sql, "");

  g_assert_no_error (error);
  g_assert_true (kontor_rows_next (rows));

  return kontor_rows_int (rows, 0);
}
