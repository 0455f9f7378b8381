/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request-payment.c — a link for a booking or an order: all of it, a deposit, or what is left. What
 * open links ask for already is not asked for twice. */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/action.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "model/money.h"
#include "payments/payments.h"
#include "payments/payments-table.h"
#include "store/records.h"

#define DEFAULT_EXPIRY_S (3 * 24 * 3600)
#define SHORTEST_EXPIRY_S (30 * 60)
#define LONGEST_EXPIRY_S (90 * 24 * 3600)

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Booking"), .of = "booking" },
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Order"), .of = "order" },
  { "part", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("What of it"),
    .choices = "whole|deposit|rest|amount" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Amount") },
  { "account", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Account"), .of = "payment-account" },
  { "expires-in", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN, N_("Can be paid for") },
  { NULL }
};

/* What is asked for, gathered from the arguments. */
typedef struct {
  const char          *kind, *id;      /* of what is paid for */
  GVariant            *sold;
  GVariant            *account;
  const KontorGateway *gateway;
  const char          *part;
  KontorMoney          price, amount;
  gint64               paid, asked;
} Request;

static void
request_clear (Request *request)
{
  g_clear_pointer (&request->sold, g_variant_unref);
  g_clear_pointer (&request->account, g_variant_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
refuse (GError **error, KontorError code, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, (int) code, why);

  return FALSE;
}

static gboolean
find_sold (KontorStore *store, GVariant *arguments, Request *request, GError **error)
{
  const char *booking = kontor_record_get_text (arguments, "booking"), *currency;
  const char *order = kontor_record_get_text (arguments, "order"), *state;
  gboolean of_booking = booking != NULL && *booking != '\0';

  if (of_booking == (order != NULL && *order != '\0'))
    return refuse (error, KONTOR_ERROR_BAD_INPUT, "booking: say which booking or which order");
  request->kind = of_booking ? "booking" : "order";
  request->sold = kontor_records_get (store, kontor_kind_find (request->kind),
                                      of_booking ? booking : order, error);
  if (request->sold == NULL)
    return FALSE;
  request->id = kontor_record_get_text (request->sold, "id");
  state = kontor_record_get_text (request->sold, "state");
  if (g_str_equal (state, "cancelled") || g_str_equal (state, "invalid") ||
      g_str_equal (state, "deleted"))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s is %s", request->id, state);
      return FALSE;
    }
  if (!kontor_record_get_money (request->sold, "price", &request->price.minor, &currency))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s has no price", request->id);
      return FALSE;
    }
  g_strlcpy (request->price.currency, currency, sizeof request->price.currency);

  return kontor_payments_sum (store, request->kind, request->id, currency, &request->paid,
                              &request->asked, error);
}

static gboolean
may_serve (GVariant *account, const char *currency)
{
  const char *only = kontor_record_get_text (account, "currency");

  return kontor_record_get_yes (account, "active") &&
         g_strcmp0 (kontor_record_get_text (account, "state"), "refused") != 0 &&
         (only == NULL || *only == '\0' || g_str_equal (only, currency));
}

/* The one that was named, else the first that takes the currency. */
static gboolean
find_account (KontorStore *store, GVariant *arguments, Request *request, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("payment-account");
  const char *named = kontor_record_get_text (arguments, "account");
  gboolean is_named = named != NULL && *named != '\0';
  g_autoptr(GPtrArray) all = NULL;

  if (is_named)
    request->account = kontor_records_get (store, kind, named, error);
  else if ((all = kontor_records_query (store, kind, &(KontorQuery) { 0 }, NULL, error)) == NULL)
    return FALSE;
  for (guint i = 0; all != NULL && i < all->len && request->account == NULL; i++)
    {
      const KontorGateway *gateway =
        kontor_gateway_find (kontor_record_get_text (all->pdata[i], "gateway"));

      if (gateway != NULL && may_serve (all->pdata[i], request->price.currency) &&
          gateway->check (request->price.minor, request->price.currency, NULL))
        request->account = g_variant_ref (all->pdata[i]);
    }
  if (request->account == NULL)
    return is_named ? FALSE : refuse (error, KONTOR_ERROR_NOT_ALLOWED,
                                      "there is no payment account for this currency whose keys "
                                      "work; add one: kontorctl save payment-account");
  request->gateway = kontor_gateway_find (kontor_record_get_text (request->account, "gateway"));
  if (request->gateway == NULL || !may_serve (request->account, request->price.currency))
    return refuse (error, KONTOR_ERROR_NOT_ALLOWED,
                   "the account is switched off, its keys do not work, or it is for another "
                   "currency");

  return TRUE;
}

/* Rounded up to what the gateway can say. */
static gboolean
find_deposit (Request *request, GError **error)
{
  gint64 percent = kontor_record_get_int (request->account, "deposit", 0);

  if (percent == 0)
    return refuse (error, KONTOR_ERROR_BAD_INPUT,
                   "part: the account has no deposit; set its percentage or give an amount");
  if (request->paid > 0)
    return refuse (error, KONTOR_ERROR_NOT_ALLOWED,
                   "something is paid already; ask for the rest");
  if (!kontor_money_share (&request->price, percent * 100, &request->amount, error))
    return FALSE;
  for (gint64 step = 10; step <= 1000; step *= 10)
    if (!request->gateway->check (request->amount.minor, request->amount.currency, NULL))
      request->amount.minor += (step - request->amount.minor % step) % step;

  return TRUE;
}

static gboolean
find_amount (GVariant *arguments, Request *request, GError **error)
{
  const char *part = kontor_record_get_text (arguments, "part"), *currency = NULL;
  gint64 left = request->price.minor - request->paid;
  gboolean given = kontor_record_get_money (arguments, "amount", &request->amount.minor,
                                            &currency);

  request->part = part != NULL && *part != '\0' ? part : given ? "amount" : "rest";
  if (given != g_str_equal (request->part, "amount"))
    return refuse (error, KONTOR_ERROR_BAD_INPUT, "amount: belongs to the part “amount” alone");
  if (given && !g_str_equal (currency, request->price.currency))
    return refuse (error, KONTOR_ERROR_BAD_INPUT, "amount: the price is in another currency");
  g_strlcpy (request->amount.currency, request->price.currency, sizeof request->amount.currency);
  if (g_str_equal (request->part, "whole") && request->paid > 0)
    return refuse (error, KONTOR_ERROR_NOT_ALLOWED,
                   "something is paid already; ask for the rest");
  if (g_str_equal (request->part, "deposit") && !find_deposit (request, error))
    return FALSE;
  if (g_str_equal (request->part, "whole") || g_str_equal (request->part, "rest"))
    request->amount.minor = left;
  if (left <= 0)
    return refuse (error, KONTOR_ERROR_NOT_ALLOWED, "it is paid already");
  if (request->amount.minor <= 0)
    return refuse (error, KONTOR_ERROR_BAD_INPUT, "amount: must be more than nothing");
  if (request->amount.minor > left - request->asked)
    return refuse (error, KONTOR_ERROR_NOT_ALLOWED, request->asked > 0
                   ? "an open link asks for that already; withdraw it first (withdraw-payment)"
                   : "that is more than is left to pay");

  return request->gateway->check (request->amount.minor, request->amount.currency, error);
}

static gboolean
find_expiry (GVariant *arguments, const Request *request, gint64 *expires_us, GError **error)
{
  gint64 of_account = kontor_record_get_int (request->account, "expiry", 0);
  gint64 wait_s = kontor_record_get_int (arguments, "expires-in",
                                         of_account > 0 ? of_account : DEFAULT_EXPIRY_S);

  if (wait_s < SHORTEST_EXPIRY_S || wait_s > LONGEST_EXPIRY_S)
    return refuse (error, KONTOR_ERROR_BAD_INPUT,
                   "expires-in: at least half an hour, at the most 90 days");
  if (request->gateway->longest_s > 0)
    wait_s = MIN (wait_s, request->gateway->longest_s);
  *expires_us = kontor_clock_now_us () + wait_s * G_USEC_PER_SEC;

  return TRUE;
}

static char *
dup_title (KontorStore *store, const Request *request)
{
  const char *code = kontor_record_get_text (request->sold, "service");
  g_autoptr(GVariant) service =
    kontor_records_get (store, kontor_kind_find ("service"), code, NULL);
  const char *name = service != NULL ? kontor_record_get_text (service, "name") : code;
  g_autofree char *whole = g_strdup_printf ("%s %s", request->id, name);

  return g_utf8_substring (whole, 0, MIN (g_utf8_strlen (whole, -1), 100));
}

static char *
insert (KontorStore *store, const KontorActor *actor, const Request *request, gint64 expires_us,
        GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *contact = kontor_record_get_text (request->sold, "contact");
  gint64 conversation = kontor_record_get_int (request->sold, "conversation", 0);
  g_autoptr(GVariant) values = NULL;

  if (conversation == 0)
    conversation = kontor_payments_find_conversation (store, contact, error);
  if (conversation < 0)
    return NULL;
  g_variant_dict_insert (&dict, "account", "s", kontor_record_get_text (request->account, "id"));
  g_variant_dict_insert (&dict, request->kind, "s", request->id);
  g_variant_dict_insert (&dict, "contact", "s", contact);
  if (conversation > 0)
    g_variant_dict_insert (&dict, "conversation", "x", conversation);
  g_variant_dict_insert (&dict, "part", "s", request->part);
  g_variant_dict_insert (&dict, "amount", "(xs)", request->amount.minor,
                         request->amount.currency);
  g_variant_dict_insert_value (&dict, "title",
                               g_variant_new_take_string (dup_title (store, request)));
  g_variant_dict_insert (&dict, "stage", "s", "asking");
  g_variant_dict_insert (&dict, "expires", "x", expires_us);
  g_variant_dict_insert_value (&dict, "key",
                               g_variant_new_take_string (g_uuid_string_random ()));
  g_variant_dict_insert (&dict, "source", "s", actor->kind);
  g_variant_dict_insert (&dict, "created", "x", kontor_clock_now_us ());
  values = g_variant_ref_sink (g_variant_dict_end (&dict));

  return kontor_records_insert (store, kontor_kind_find ("payment"), values, error);
}

static GVariant *
request_payment (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_auto(Request) request = { NULL };
  g_autoptr(GVariant) payment = NULL;
  g_autofree char *id = NULL, *amount = NULL;
  gint64 expires_us;

  if (!find_sold (store, arguments, &request, error) ||
      !find_account (store, arguments, &request, error) ||
      !find_amount (arguments, &request, error) ||
      !find_expiry (arguments, &request, &expires_us, error))
    return NULL;
  id = insert (store, actor, &request, expires_us, error);
  payment = id != NULL ? kontor_records_get (store, kontor_kind_find ("payment"), id, error)
                       : NULL;
  if (payment == NULL)
    return NULL;
  amount = kontor_money_format (&request.amount);
  if (!kontor_timeline_write (store, actor, "payment", id, "requested", amount, error) ||
      !kontor_timeline_write (store, actor, request.kind, request.id, "payment-requested", amount,
                              error) ||
      !kontor_agenda_put (store, KONTOR_PAYMENTS_PAYMENT, id, kontor_clock_now_us (), error))
    return NULL;

  return g_steal_pointer (&payment);
}

const KontorAction kontor_request_payment_action = {
  .name = "request-payment",
  .title = N_("Request payment"),
  .of = "payment",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = request_payment,
};
