/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reconcile.c — what the gateway lists for some days is laid beside what we have. The days are
 * those of the business. */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "contacts/business.h"
#include "journal/action.h"
#include "model/error.h"
#include "model/zone.h"
#include "payments/payments.h"
#include "store/records.h"

#define DAY_US (24 * 3600 * (gint64) G_USEC_PER_SEC)
#define USUAL_DAYS 30
#define MOST_DAYS 93

static const KontorField takes[] = {
  { "account", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Account"), .of = "payment-account" },
  { "from", KONTOR_FIELD_DATE, KONTOR_FIELD_PLAIN, N_("From") },
  { "until", KONTOR_FIELD_DATE, KONTOR_FIELD_PLAIN, N_("Until, with that day") },
  { NULL }
};

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, why);

  return FALSE;
}

/* The first moment of the day that the argument names, or of one @days later. */
static gboolean
find_day (GVariant *arguments, const char *name, int days, GTimeZone *zone, gint64 *at_us,
          GError **error)
{
  const char *text = kontor_record_get_text (arguments, name);
  KontorWallTime day;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (!kontor_wall_date_parse (text, &day, error) || !kontor_wall_time_add_days (&day, days))
    return FALSE;
  kontor_zone_to_instant (&day, zone, NULL, at_us);

  return TRUE;
}

static gboolean
find_time (KontorStore *store, GVariant *arguments, gint64 *since_us, gint64 *until_us,
           GError **error)
{
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);

  *until_us = kontor_clock_now_us ();
  if (business == NULL || !find_day (arguments, "until", 1, business->zone, until_us, error))
    return FALSE;
  *until_us = MIN (*until_us, kontor_clock_now_us ());
  *since_us = *until_us - USUAL_DAYS * DAY_US;
  if (!find_day (arguments, "from", 0, business->zone, since_us, error))
    return FALSE;
  if (*since_us >= *until_us)
    return refuse (error, "from: must lie before the end, and in the past");
  if (*until_us - *since_us > MOST_DAYS * DAY_US)
    return refuse (error, "from: three months at the most can be compared at once");

  return TRUE;
}

static GVariant *
reconcile (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("reconciliation");
  g_autoptr(GVariant) account =
    kontor_records_get (store, kontor_kind_find ("payment-account"),
                        kontor_record_get_text (arguments, "account"), error);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  g_autofree char *id = NULL;
  gint64 since_us, until_us;

  if (account == NULL || !find_time (store, arguments, &since_us, &until_us, error))
    return NULL;
  g_variant_dict_insert (&dict, "account", "s", kontor_record_get_text (account, "id"));
  g_variant_dict_insert (&dict, "since", "x", since_us);
  g_variant_dict_insert (&dict, "until", "x", until_us);
  g_variant_dict_insert (&dict, "state", "s", "asking");
  g_variant_dict_insert (&dict, "created", "x", kontor_clock_now_us ());
  values = g_variant_ref_sink (g_variant_dict_end (&dict));
  id = kontor_records_insert (store, kind, values, error);
  if (id == NULL || !kontor_agenda_put (store, KONTOR_PAYMENTS_RECONCILE, id,
                                        kontor_clock_now_us (), error))
    return NULL;

  return kontor_records_get (store, kind, id, error);
}

const KontorAction kontor_reconcile_action = {
  .name = "reconcile",
  .title = N_("Compare with the gateway"),
  .of = "reconciliation",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = reconcile,
};
