/* SPDX-License-Identifier: GPL-3.0-or-later */
/* subject.c — what a payment is for, and who hears of it. */
#include "payments/payments.h"

#include "contacts/language.h"
#include "inbox/outbox.h"
#include "inbox/texts.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "model/money.h"
#include "model/text.h"
#include "store/records.h"

const char *
kontor_payment_get_subject (GVariant *payment, const char **kind)
{
  const char *booking = kontor_record_get_text (payment, "booking");
  const char *order = kontor_record_get_text (payment, "order");
  gboolean of_order = order != NULL && *order != '\0';

  *kind = of_order ? "order" : "booking";

  return of_order ? order : booking;
}

char *
kontor_payment_dup_amount (gint64 minor, const char *currency)
{
  KontorMoney money = { .minor = minor };

  g_strlcpy (money.currency, currency, sizeof money.currency);

  return kontor_money_format (&money);
}

gboolean
kontor_payment_tell (KontorStore *store, const KontorActor *actor, GVariant *payment,
                     const char *event, const char *text, GError **error)
{
  const char *kind, *subject = kontor_payment_get_subject (payment, &kind);
  g_autofree char *what = g_strdup_printf ("%s: %s", subject, text);

  return kontor_timeline_write (store, actor, "payment", kontor_record_get_text (payment, "id"),
                                event, text, error) &&
         kontor_timeline_write (store, actor, kind, subject, event, text, error) &&
         kontor_timeline_write (store, actor, "contact",
                                kontor_record_get_text (payment, "contact"), event, what, error);
}

static char *
dup_until (const KontorBusiness *business, const char *language, gint64 at_us)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);
  g_autoptr(GDateTime) there = g_date_time_to_timezone (utc, business->zone);
  const KontorWallTime wall = {
    .year = g_date_time_get_year (there), .month = g_date_time_get_month (there),
    .day = g_date_time_get_day_of_month (there), .hour = g_date_time_get_hour (there),
    .minute = g_date_time_get_minute (there),
  };
  g_autofree char *date = kontor_texts_dup_date (language, &wall);
  g_autofree char *time = kontor_texts_dup_time (language, &wall, business->zone_name);

  return g_strdup_printf ("%s, %s", date, time);
}

/* (transfer full): the text as the customer reads it. */
static char *
dup_text (KontorStore *store, GVariant *payment, const char *name, const char *own,
          const char *amount, GError **error)
{
  const char *kind, *subject = kontor_payment_get_subject (payment, &kind);
  const char *link = kontor_record_get_text (payment, "link");
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);
  g_autoptr(GVariant) contact = business != NULL
    ? kontor_records_get (store, kontor_kind_find ("contact"),
                          kontor_record_get_text (payment, "contact"), error) : NULL;
  const char *language;
  g_autofree char *until = NULL;

  if (contact == NULL)
    return NULL;
  language = kontor_contact_get_language (contact, business)->code;
  until = dup_until (business, language, kontor_record_get_int (payment, "expires", 0));
  if (own != NULL && *own != '\0')
    return kontor_text_fill (own, "id", subject, "amount", amount, "link", link, "until", until,
                             "business", business->name, NULL);

  return kontor_texts_dup (language, "pay", name, "id", subject, "amount", amount, "link", link,
                           "until", until, "business", business->name, NULL);
}

gboolean
kontor_payment_say (KontorStore *store, GVariant *payment, const char *name, const char *own,
                    const char *amount, GError **error)
{
  gint64 conversation = kontor_record_get_int (payment, "conversation", 0);
  g_autofree char *text = dup_text (store, payment, name, own, amount, error);
  g_autoptr(GError) refusal = NULL;

  if (text == NULL)
    return FALSE;
  if (conversation == 0)
    return kontor_payment_tell (store, &kontor_actor_system, payment, "not-told",
                                "there is no conversation with the contact", error);
  if (kontor_outbox_say (store, &kontor_actor_system, conversation, text, 0, NULL, &refusal) > 0)
    return TRUE;
  if (g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED) ||
      g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND))
    return kontor_payment_tell (store, &kontor_actor_system, payment, "not-told",
                                refusal->message, error);
  g_propagate_error (error, g_steal_pointer (&refusal));

  return FALSE;
}
