/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules.c — the settings of an account are those of its gateway, and new ones are tried at once. */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/keep.h"
#include "model/error.h"
#include "model/money.h"
#include "payments/payments.h"

static KontorField *
dup_settings (KontorStore *store, GVariant *record)
{
  const KontorGateway *gateway = kontor_gateway_find (kontor_record_get_text (record, "gateway"));
  GArray *fields = kontor_own_fields_new ();

  for (const KontorField *field = gateway != NULL ? gateway->fields : NULL;
       field != NULL && field->name != NULL; field++)
    kontor_own_fields_add (fields, field);

  return kontor_own_fields_end (fields);
}

static const char *
get_choices (const char *field)
{
  static char *names;
  GString *joined;

  if (!g_str_equal (field, "gateway"))
    return NULL;
  if (names != NULL)
    return names;
  joined = g_string_new (NULL);
  for (const KontorGateway *const *one = kontor_gateways_get_all (); *one != NULL; one++)
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? "|" : "", (*one)->name);
  names = g_string_free (joined, FALSE);

  return names;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, why);

  return FALSE;
}

static gboolean
check (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  const char *name = kontor_record_get_text (whole, "gateway");
  const char *currency = kontor_record_get_text (whole, "currency");
  gint64 deposit = kontor_record_get_int (whole, "deposit", 1);
  gint64 port = kontor_record_get_int (whole, "port", KONTOR_PAY_DEFAULT_PORT);

  if (kontor_gateway_find (name) == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "gateway: there is no gateway “%s”", name);
      return FALSE;
    }
  if (currency != NULL && *currency != '\0' && kontor_money_exponent (currency) < 0)
    return refuse (error, "currency: there is no such currency");
  if (deposit < 1 || deposit > 99)
    return refuse (error, "deposit: is a percentage, 1 to 99");
  if (port < 1 || port > 65535)
    return refuse (error, "port: is a number from 1 to 65535");

  return TRUE;
}

static gboolean
saved (KontorStore *store, const KontorActor *actor, const char *id, GVariant *old, GVariant *now,
       GError **error)
{
  return now == NULL
         ? kontor_agenda_drop (store, KONTOR_PAYMENTS_TEST, id, error)
         : kontor_agenda_put (store, KONTOR_PAYMENTS_TEST, id, kontor_clock_now_us (), error);
}

const KontorRule kontor_payment_account_rule = {
  .kind = "payment-account",
  .check = check,
  .saved = saved,
  .dup_own = dup_settings,
  .get_choices = get_choices,
};
