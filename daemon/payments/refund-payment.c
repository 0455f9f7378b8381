/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refund-payment.c — money goes back to who paid it, all or a part. Whoever asks must say twice
 * that it is meant: the second time with "sure". */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/action.h"
#include "model/error.h"
#include "payments/payments.h"
#include "payments/payments-table.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "payment", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Payment"), .of = "payment" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Amount") },
  { "note", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "sure", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("I am sure") },
  { NULL }
};

static gboolean
find_amount (KontorStore *store, GVariant *payment, GVariant *arguments, gint64 *minor,
             const char **currency, GError **error)
{
  const char *id = kontor_record_get_text (payment, "id"), *given;
  gint64 paid = 0, refunded = 0, refunding = kontor_payments_sum_refunding (store, id, error);

  if (refunding < 0)
    return FALSE;
  kontor_record_get_money (payment, "paid", &paid, currency);
  kontor_record_get_money (payment, "refunded", &refunded, currency);
  kontor_record_get_money (payment, "amount", minor, currency);
  *minor = paid - refunded - refunding;
  if (*minor <= 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "nothing of %s is left that could go back", id);
      return FALSE;
    }
  if (!kontor_record_get_money (arguments, "amount", minor, &given))
    return TRUE;
  if (g_str_equal (given, *currency) && *minor > 0 && *minor <= paid - refunded - refunding)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "amount: at the most what is left of the payment, in %s", *currency);

  return FALSE;
}

static gboolean
is_sure (KontorStore *store, GVariant *payment, GVariant *arguments, gint64 minor,
         const char *currency, GError **error)
{
  const char *contact = kontor_record_get_text (payment, "contact");
  g_autofree char *amount = kontor_payment_dup_amount (minor, currency);
  g_autoptr(GVariant) person = NULL;
  const char *name;

  if (kontor_record_get_yes (arguments, "sure"))
    return TRUE;
  person = kontor_records_get (store, kontor_kind_find ("contact"), contact, NULL);
  name = person != NULL ? kontor_record_get_text (person, "name") : NULL;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "sure: this gives %s of %s back to %s and cannot be undone; say sure=yes", amount,
               kontor_record_get_text (payment, "id"),
               name != NULL && *name != '\0' ? name : contact);

  return FALSE;
}

static char *
insert (KontorStore *store, GVariant *payment, GVariant *arguments, gint64 minor,
        const char *currency, GError **error)
{
  const char *id = kontor_record_get_text (payment, "id");
  const char *note = kontor_record_get_text (arguments, "note");
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *charge = NULL;
  g_autoptr(GVariant) values = NULL;

  if (!kontor_payments_find_refundable (store, id, minor, currency, &charge, error))
    return NULL;
  if (charge == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "%s was paid in several pieces; give back each by itself, with its amount", id);
      return NULL;
    }
  g_variant_dict_insert (&dict, "payment", "s", id);
  g_variant_dict_insert (&dict, "account", "s", kontor_record_get_text (payment, "account"));
  g_variant_dict_insert (&dict, "amount", "(xs)", minor, currency);
  g_variant_dict_insert (&dict, "charge", "s", charge);
  if (note != NULL)
    g_variant_dict_insert (&dict, "note", "s", note);
  g_variant_dict_insert (&dict, "state", "s", "asking");
  g_variant_dict_insert_value (&dict, "key",
                               g_variant_new_take_string (g_uuid_string_random ()));
  g_variant_dict_insert (&dict, "created", "x", kontor_clock_now_us ());
  values = g_variant_ref_sink (g_variant_dict_end (&dict));

  return kontor_records_insert (store, kontor_kind_find ("refund"), values, error);
}

static GVariant *
refund (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_autoptr(GVariant) payment = kontor_records_get (
    store, kontor_kind_find ("payment"), kontor_record_get_text (arguments, "payment"), error);
  const KontorGateway *gateway;
  g_autoptr(GVariant) account = payment != NULL ? kontor_records_get (
    store, kontor_kind_find ("payment-account"), kontor_record_get_text (payment, "account"),
    error) : NULL;
  const char *currency;
  g_autofree char *id = NULL, *amount = NULL;
  gint64 minor;

  if (account == NULL || !find_amount (store, payment, arguments, &minor, &currency, error) ||
      !is_sure (store, payment, arguments, minor, currency, error))
    return NULL;
  gateway = kontor_gateway_find (kontor_record_get_text (account, "gateway"));
  if (gateway != NULL && !gateway->check (minor, currency, error))
    return NULL;
  id = insert (store, payment, arguments, minor, currency, error);
  amount = kontor_payment_dup_amount (minor, currency);
  if (id == NULL ||
      !kontor_payment_tell (store, actor, payment, "refund-requested", amount, error) ||
      !kontor_agenda_put (store, KONTOR_PAYMENTS_REFUND, id, kontor_clock_now_us (), error))
    return NULL;

  return kontor_records_get (store, kontor_kind_find ("refund"), id, error);
}

const KontorAction kontor_refund_payment_action = {
  .name = "refund-payment",
  .title = N_("Refund"),
  .of = "refund",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = refund,
};
