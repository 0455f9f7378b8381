/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice-work.c — a booking or an order that somebody else than the team made: it can be taken on
 * or declined from the notification as long as that is to be decided. */
#include "desktop/notices-inside.h"

#include "config.h"
#include "operations/states.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

static const struct { const char *kind, *accept, *decline; } decided[] = {
  { "booking", "confirm-booking", "cancel-booking" },
  { "order", "start-order", "cancel-order" },
};

const char *
kontor_notice_find_action (const char *kind, gboolean yes)
{
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    if (g_str_equal (decided[i].kind, kind))
      return yes ? decided[i].accept : decided[i].decline;

  return NULL;
}

static gboolean
is_open (const char *kind, GVariant *record)
{
  const char *state = kontor_record_get_text (record, "state");

  return kontor_states_find_step (kontor_states_find (kind), state,
                                  kontor_notice_find_action (kind, TRUE), NULL) != NULL;
}

/* (transfer full): what people call what the field of that name leads to. */
static char *
dup_linked (KontorNotices *self, GVariant *record, const char *name)
{
  g_autoptr(GVariant) linked = kontor_records_get (self->house->store, kontor_kind_find (name),
                                                   kontor_record_get_text (record, name), NULL);
  const char *said = linked != NULL ? kontor_record_get_text (linked, "name") : NULL;

  return g_strdup (said != NULL && *said != '\0' ? said : kontor_record_get_text (record, name));
}

/* (transfer full): "Jeffrey · Sun 22 Nov, 09:00"; without the name where that is private. */
static char *
dup_body (KontorNotices *self, GVariant *record)
{
  g_autofree char *who = kontor_notices_is_private (self) ? NULL
                                                          : dup_linked (self, record, "contact");
  g_autoptr(GVariant) at = kontor_record_get (record, "at");
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) when = NULL;
  g_autofree char *text = NULL, *full = NULL;
  const char *local;

  if (at == NULL)
    return g_strdup (who != NULL ? who : kontor_record_get_text (record, "id"));
  g_variant_get_child (at, 0, "&s", &local);
  full = g_strconcat (local, ":00", NULL);
  when = g_date_time_new_from_iso8601 (full, utc);
  text = when != NULL ? g_date_time_format (when, "%a %e %b, %H:%M") : g_strdup (local);

  return who != NULL ? g_strdup_printf ("%s · %s", who, text) : g_steal_pointer (&text);
}

static void
ring (KontorNotices *self, const char *kind, GVariant *record, const char *key)
{
  g_autofree char *service = dup_linked (self, record, "service");
  g_autofree char *body = dup_body (self, record), *title = NULL;
  KontorNote note = { key, NULL, body, { "default", C_("notification", "Open"), NULL } };

  /* TRANSLATORS: %s is what was booked or ordered */
  title = g_strdup_printf (g_str_equal (kind, "order") ? _("New order: %s") : _("New booking: %s"),
                           service);
  note.title = title;
  if (is_open (kind, record))
    {
      note.actions[2] = "accept";
      note.actions[3] = _("Accept");
      note.actions[4] = "decline";
      note.actions[5] = _("Decline");
    }
  kontor_notices_ring (self, &note,
                       g_str_equal (kind, "order") ? _("New order") : _("New booking"));
}

static void
look (KontorNotices *self, const char *kind, const char *id, GError **error)
{
  g_autoptr(GVariant) record = kontor_records_get (self->house->store, kontor_kind_find (kind), id,
                                                   error);
  const char *source = record != NULL ? kontor_record_get_text (record, "source") : NULL;
  g_autofree char *key = NULL;

  if (record == NULL)
    return;
  key = g_strdup_printf ("%s/%s", kind, kontor_record_get_text (record, "id"));
  if (!kontor_notices_is_news (self, key, kontor_record_get_int (record, "created", 0)))
    {
      if (!is_open (kind, record))
        kontor_bell_withdraw (self->bell, key);
    }
  else if (g_strcmp0 (source, "teammate") != 0 && kontor_notices_may (self, "work"))
    ring (self, kind, record, key);
}

void
kontor_notice_booking (KontorNotices *self, const char *id, GError **error)
{
  look (self, "booking", id, error);
}

void
kontor_notice_order (KontorNotices *self, const char *id, GError **error)
{
  look (self, "order", id, error);
}
