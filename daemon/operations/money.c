/* SPDX-License-Identifier: GPL-3.0-or-later */
/* money.c — bookings and orders share one ledger, keyed by kind and id. */
#include "operations/money.h"

#include "journal/ledger.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "store/records.h"

/* The amount that is meant: what was given, or all that is left. */
static gboolean
find_amount (KontorStore *store, const char *kind, GVariant *sold, GVariant *arguments,
             gint64 *minor, const char **currency, GError **error)
{
  const char *id = kontor_record_get_text (sold, "id"), *given;
  gint64 price = 0, paid;

  if (!kontor_record_get_money (sold, "price", &price, currency))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s has no price", id);
      return FALSE;
    }
  if (!kontor_ledger_sum_paid (store, kind, id, *currency, &paid, error))
    return FALSE;
  *minor = price - paid;
  if (kontor_record_get_money (arguments, "amount", minor, &given) &&
      g_strcmp0 (given, *currency) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "amount: the price is in %s",
                   *currency);
      return FALSE;
    }
  if (*minor <= 0 || *minor > price - paid)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   price <= paid ? "%s is paid already"
                     : "that is more than is left to pay for %s", id);
      return FALSE;
    }

  return TRUE;
}

GVariant *
kontor_money_take (KontorStore *store, const KontorActor *actor, const char *kind,
                   GVariant *arguments, GError **error)
{
  g_autoptr(GVariant) sold = kontor_records_get (store, kontor_kind_find (kind),
                                                 kontor_record_get_text (arguments, kind), error);
  const char *entry = kontor_record_get_text (arguments, "entry"), *currency, *id;
  gint64 minor;

  if (sold == NULL || !find_amount (store, kind, sold, arguments, &minor, &currency, error))
    return NULL;
  id = kontor_record_get_text (sold, "id");
  if (!kontor_ledger_write (store, actor, kind, id, entry != NULL ? entry : "cash", minor, currency,
                            kontor_record_get_text (arguments, "note"), NULL, error) ||
      !kontor_timeline_write (store, actor, kind, id, "paid", entry, error))
    return NULL;

  return kontor_records_get (store, kontor_kind_find (kind), id, error);
}
