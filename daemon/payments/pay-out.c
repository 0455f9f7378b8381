/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pay-out.c — money leaves an account at a gateway, for a teammate or a seller. Whoever asks must
 * say twice that it is meant: the second time with "sure". */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/action.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "payments/payments.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "account", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Account"), .of = "payment-account" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_REQUIRED, N_("Amount") },
  { "destination", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Where to, as the gateway names it") },
  { "teammate", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("For"), .of = "teammate" },
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Booking"), .of = "booking" },
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Order"), .of = "order" },
  { "note", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "sure", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("I am sure") },
  { NULL }
};

static gboolean
check (GVariant *account, GVariant *arguments, const char *amount, GError **error)
{
  const KontorGateway *gateway = kontor_gateway_find (kontor_record_get_text (account, "gateway"));
  const char *id = kontor_record_get_text (account, "id"), *currency;
  const char *destination = kontor_record_get_text (arguments, "destination");
  gint64 minor;

  kontor_record_get_money (arguments, "amount", &minor, &currency);
  if (minor <= 0)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                         "amount: must be more than nothing");
  else if (gateway == NULL || !kontor_record_get_yes (account, "active"))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s is switched off", id);
  else if (!kontor_record_get_yes (arguments, "sure"))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "sure: this pays %s out of %s to %s and cannot be undone; say sure=yes", amount,
                 id, destination != NULL && *destination != '\0' ? destination
                                                                  : "the business's own bank");
  else
    return gateway->check (minor, currency, error);

  return FALSE;
}

static char *
insert (KontorStore *store, GVariant *arguments, GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (arguments);
  g_autoptr(GVariant) values = NULL;

  g_variant_dict_remove (&dict, "sure");
  g_variant_dict_insert (&dict, "state", "s", "asking");
  g_variant_dict_insert_value (&dict, "key",
                               g_variant_new_take_string (g_uuid_string_random ()));
  g_variant_dict_insert (&dict, "created", "x", kontor_clock_now_us ());
  values = g_variant_ref_sink (g_variant_dict_end (&dict));

  return kontor_records_insert (store, kontor_kind_find ("payout"), values, error);
}

static GVariant *
pay_out (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_autoptr(GVariant) account =
    kontor_records_get (store, kontor_kind_find ("payment-account"),
                        kontor_record_get_text (arguments, "account"), error);
  const char *currency;
  g_autofree char *id = NULL, *amount = NULL;
  gint64 minor;

  if (account == NULL)
    return NULL;
  kontor_record_get_money (arguments, "amount", &minor, &currency);
  amount = kontor_payment_dup_amount (minor, currency);
  if (!check (account, arguments, amount, error))
    return NULL;
  id = insert (store, arguments, error);
  if (id == NULL ||
      !kontor_timeline_write (store, actor, "payout", id, "requested", amount, error) ||
      !kontor_agenda_put (store, KONTOR_PAYMENTS_PAY_OUT, id, kontor_clock_now_us (), error))
    return NULL;

  return kontor_records_get (store, kontor_kind_find ("payout"), id, error);
}

const KontorAction kontor_pay_out_action = {
  .name = "pay-out",
  .title = N_("Pay out"),
  .of = "payout",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = pay_out,
};
