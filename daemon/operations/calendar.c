/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar.c — who and what stand in the summary, all else a booking says in the description. */
#include "operations/calendar.h"

#include "base/clock.h"
#include "config.h"
#include "journal/keep.h"
#include "model/ics.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

#define MARK_LENGTH 16

static const struct { const char *state, *status; } statuses[] = {
  { "requested", "TENTATIVE" }, { "cancelled", "CANCELLED" }, { "no-show", "CANCELLED" },
};

/* (transfer full): what people call the record of the kind @name that @booking leads to. */
static char *
dup_linked (KontorStore *store, GVariant *booking, const char *name)
{
  g_autoptr(GVariant) linked = kontor_records_get (store, kontor_kind_find (name),
                                                   kontor_record_get_text (booking, name), NULL);
  const char *label = linked != NULL ? kontor_record_get_text (linked, "name") : NULL;

  return g_strdup (label != NULL && *label != '\0' ? label
                   : kontor_record_get_text (booking, name));
}

/* The number of this business's alone: two computers may both have a BK000001. */
static char *
dup_uid (KontorStore *store, GVariant *booking)
{
  g_autofree char *mark = kontor_store_dup_mark (store, "calendar");

  return g_strdup_printf ("%s.%.*s@kontor", kontor_record_get_text (booking, "id"), MARK_LENGTH,
                          mark);
}

static void
add_line (GString *text, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", title, value);
}

static void
add_own (KontorStore *store, GVariant *booking, GString *text)
{
  KontorField *own = kontor_keep_dup_own (store, kontor_kind_find ("booking"), booking);

  for (const KontorField *field = own; field != NULL && field->name != NULL; field++)
    {
      g_autoptr(GVariant) value = kontor_record_get (booking, field->name);
      g_autofree char *words = value != NULL ? kontor_field_to_text (field, value) : NULL;

      add_line (text, field->title, words);
    }
  kontor_own_fields_free (own);
}

/* (transfer full): "Booking: BK000001\nPick-up: Binary Tower\n…" */
static char *
dup_description (KontorStore *store, GVariant *booking)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *places = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             kontor_record_get_int (booking, "places", 1));

  add_line (text, _("Booking"), kontor_record_get_text (booking, "id"));
  if (kontor_record_get_int (booking, "places", 1) > 1)
    add_line (text, _("Places"), places);
  add_own (store, booking, text);
  add_line (text, _("Note"), kontor_record_get_text (booking, "note"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_status (GVariant *booking)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (kontor_record_get_text (booking, "state"), statuses[i].state) == 0)
      return statuses[i].status;

  return "CONFIRMED";
}

static void
add_event (KontorStore *store, GVariant *booking, GString *ics)
{
  g_autofree char *uid = dup_uid (store, booking), *description = dup_description (store, booking);
  g_autofree char *service = dup_linked (store, booking, "service");
  g_autofree char *contact = dup_linked (store, booking, "contact");
  g_autofree char *summary = g_strdup_printf ("%s, %s", service, contact);
  gint64 duration_s = kontor_record_get_int (booking, "duration", 0), at_us;

  if (!g_variant_lookup (booking, "at", "(&s&sx)", NULL, NULL, &at_us))
    return;
  kontor_ics_add (ics, "BEGIN", "VEVENT");
  kontor_ics_add_text (ics, "UID", uid);
  kontor_ics_add_instant (ics, "DTSTAMP", kontor_clock_now_us ());
  kontor_ics_add_instant (ics, "DTSTART", at_us);
  if (duration_s > 0)
    kontor_ics_add_instant (ics, "DTEND", at_us + duration_s * G_USEC_PER_SEC);
  kontor_ics_add_instant (ics, "CREATED", kontor_record_get_int (booking, "created", at_us));
  kontor_ics_add_text (ics, "SUMMARY", summary);
  kontor_ics_add_text (ics, "DESCRIPTION", description);
  kontor_ics_add (ics, "STATUS", get_status (booking));
  kontor_ics_add (ics, "END", "VEVENT");
}

static GPtrArray *
find_bookings (KontorStore *store, GVariant *filter, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("booking");
  const char *id = kontor_record_get_text (filter, "id");
  g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  GVariant *booking;

  if (id == NULL)
    return kontor_records_query (store, kind, &(KontorQuery) { .filter = filter }, NULL, error);
  booking = kontor_records_get (store, kind, id, error);
  if (booking == NULL)
    return NULL;
  g_ptr_array_add (one, booking);

  return g_steal_pointer (&one);
}

char *
kontor_calendar_write (KontorStore *store, GVariant *filter, GError **error)
{
  g_autoptr(GPtrArray) bookings = find_bookings (store, filter, error);
  g_autoptr(GString) ics = g_string_new (NULL);

  if (bookings == NULL)
    return NULL;
  kontor_ics_add (ics, "BEGIN", "VCALENDAR");
  kontor_ics_add (ics, "VERSION", "2.0");
  kontor_ics_add_text (ics, "PRODID", "-//Kontor//Kontor " KONTOR_VERSION "//EN");
  kontor_ics_add (ics, "METHOD", "PUBLISH");
  for (guint i = 0; i < bookings->len; i++)
    add_event (store, bookings->pdata[i], ics);
  kontor_ics_add (ics, "END", "VCALENDAR");

  return g_string_free (g_steal_pointer (&ics), FALSE);
}
