/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mark-paid.c — money that came by hand: cash or a bank transfer. Never more than is owed. */
#include "journal/action.h"
#include "journal/ledger.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "operations/money-table.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Amount") },
  { "entry", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("Paid by"), .choices = "cash|bank-transfer" },
  { "note", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { NULL }
};

/* The amount that is meant: what was given, or all that is left. */
static gboolean
find_amount (KontorStore *store, GVariant *booking, GVariant *arguments, gint64 *minor,
             const char **currency, GError **error)
{
  const char *id = kontor_record_get_text (booking, "id"), *given;
  gint64 price = 0, paid;

  if (!kontor_record_get_money (booking, "price", &price, currency))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s has no price", id);
      return FALSE;
    }
  if (!kontor_money_paid (store, "booking", id, *currency, &paid, error))
    return FALSE;
  *minor = price - paid;
  if (kontor_record_get_money (arguments, "amount", minor, &given) && g_strcmp0 (given, *currency) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "amount: the price is in %s", *currency);
      return FALSE;
    }
  if (*minor <= 0 || *minor > price - paid)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   price <= paid ? "%s is paid already" : "that is more than is left to pay for %s", id);
      return FALSE;
    }

  return TRUE;
}

static GVariant *
mark_paid (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("booking");
  g_autoptr(GVariant) booking = kontor_records_get (store, kind,
    kontor_record_get_text (arguments, "booking"), error);
  const char *entry = kontor_record_get_text (arguments, "entry"), *currency, *id;
  gint64 minor;

  if (booking == NULL || !find_amount (store, booking, arguments, &minor, &currency, error))
    return NULL;
  id = kontor_record_get_text (booking, "id");
  if (!kontor_ledger_write (store, actor, "booking", id, entry != NULL ? entry : "cash", minor,
                            currency, kontor_record_get_text (arguments, "note"), NULL, error) ||
      !kontor_timeline_write (store, actor, "booking", id, "paid", entry, error))
    return NULL;

  return kontor_records_get (store, kind, id, error);
}

const KontorAction kontor_mark_paid_action = {
  .name = "mark-paid",
  .title = N_("Mark paid"),
  .of = "booking",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = mark_paid,
};
