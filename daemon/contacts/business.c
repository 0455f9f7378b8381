/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/business.h"

#include <locale.h>
#include <string.h>

#include "journal/keep.h"
#include "model/error.h"
#include "model/hours.h"
#include "model/language.h"
#include "model/money.h"
#include "model/zone.h"
#include "store/records.h"

#define DEFAULT_AUTOMATIC_MOST 30

KontorBusiness *
kontor_business_load (KontorStore *store, GError **error)
{
  g_autoptr(KontorBusiness) self = g_new0 (KontorBusiness, 1);
  g_autoptr(GVariant) record =
    kontor_records_get (store, kontor_kind_find ("business"), "1", error);
  const char *language;

  if (record == NULL)
    return NULL;
  language = kontor_record_get_text (record, "language");
  self->name = g_strdup (kontor_record_get_text (record, "name"));
  self->zone_name = g_strdup (kontor_record_get_text (record, "zone"));
  self->currency = g_strdup (kontor_record_get_text (record, "currency"));
  self->country = g_strdup (kontor_record_get_text (record, "country"));
  self->language = g_strdup (language != NULL ? language : "en");
  self->hours = g_strdup (kontor_record_get_text (record, "hours"));
  self->month_first = kontor_record_get_yes (record, "month-first");
  self->greets = kontor_record_get_yes (record, "greets");
  self->greet_again_s = kontor_record_get_int (record, "greet-again", 0);
  self->greeting = g_strdup (kontor_record_get_text (record, "greeting"));
  self->away = g_strdup (kontor_record_get_text (record, "away"));
  self->automatic_most = kontor_record_get_int (record, "automatic-most", DEFAULT_AUTOMATIC_MOST);
  self->paused_until_us = kontor_record_get_int (record, "paused-until", 0);
  self->zone = kontor_zone_find (self->zone_name, error);

  return self->zone != NULL ? g_steal_pointer (&self) : NULL;
}

void
kontor_business_free (KontorBusiness *self)
{
  g_free (self->name);
  g_free (self->zone_name);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->currency);
  g_free (self->country);
  g_free (self->language);
  g_free (self->hours);
  g_free (self->greeting);
  g_free (self->away);
  g_free (self);
}

KontorLocale
kontor_business_get_locale (KontorBusiness *self)
{
  return (KontorLocale) { self->zone_name, self->currency, self->country };
}

static char *
dup_local_zone (void)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  g_autoptr(GTimeZone) known = kontor_zone_find (g_time_zone_get_identifier (local), NULL);

  return g_strdup (known != NULL ? g_time_zone_get_identifier (local) : "UTC");
}

/* "AED " in an Emirati locale; nothing in the C locale. */
static char *
dup_local_currency (void)
{
  g_autofree char *currency = g_strndup (localeconv ()->int_curr_symbol, 3);

  return kontor_money_exponent (currency) >= 0 ? g_steal_pointer (&currency) : g_strdup ("USD");
}

gboolean
kontor_business_ensure (KontorStore *store, const char *name, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("business");
  g_auto(GVariantDict) business = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  g_autofree char *id = NULL;
  gint64 there = kontor_records_count (store, kind, NULL, error);

  if (there != 0)
    return there > 0;
  g_variant_dict_insert (&business, "name", "s", name);
  g_variant_dict_insert_value (&business, "zone", g_variant_new_take_string (dup_local_zone ()));
  g_variant_dict_insert_value (&business, "currency",
                               g_variant_new_take_string (dup_local_currency ()));
  values = g_variant_ref_sink (g_variant_dict_end (&business));
  id = kontor_keep_save (store, &kontor_actor_system, kind, NULL, values, error);

  return id != NULL;
}

static gboolean
check_business (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  g_autoptr(GTimeZone) zone = kontor_zone_find (kontor_record_get_text (whole, "zone"), error);
  const char *hours = kontor_record_get_text (whole, "hours");

  if (zone == NULL)
    {
      g_prefix_error (error, "zone: ");
      return FALSE;
    }
  if (kontor_money_exponent (kontor_record_get_text (whole, "currency")) < 0)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "currency: is not one of ISO 4217");
      return FALSE;
    }
  if (hours != NULL && *hours != '\0')
    {
      g_autoptr(KontorHours) parsed = kontor_hours_parse (hours, error);

      if (parsed == NULL)
        {
          g_prefix_error (error, "hours: ");
          return FALSE;
        }
    }

  return TRUE;
}

static const char *
get_choices (const char *field)
{
  return g_str_equal (field, "language") ? kontor_language_get_choices () : NULL;
}

const KontorRule kontor_business_rule = {
  .kind = "business",
  .get_choices = get_choices,
  .check = check_business,
};
