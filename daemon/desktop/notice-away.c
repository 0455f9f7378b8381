/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice-away.c — a line that tries again by itself is nothing to ring for, until it does so for
 * longer than the owner wants to wait: one alarm for all of them. */
#include "desktop/notices-inside.h"

#include "base/alarm.h"
#include "base/clock.h"
#include "config.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

/* In the place of the moment since when it is away. */
#define TOLD G_MAXINT64

static void on_due (gpointer data);

static gint64
get_patience_us (KontorNotices *self)
{
  return self->settings != NULL
    ? kontor_record_get_int (self->settings, "away-after", 0) * G_USEC_PER_SEC : 0;
}

static void
arm (KontorNotices *self)
{
  gint64 first_us = TOLD, *since_us;
  GHashTableIter iter;

  kontor_alarm_clear (&self->away_alarm);
  g_hash_table_iter_init (&iter, self->away);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &since_us))
    first_us = MIN (first_us, *since_us);
  if (first_us != TOLD && get_patience_us (self) > 0)
    self->away_alarm = kontor_alarm_set (
      first_us + get_patience_us (self) - kontor_clock_now_us (), on_due, self);
}

static void
ring (KontorNotices *self, const char *id)
{
  KontorChannel *line = kontor_lines_find (self->house->lines, id);
  g_autoptr(GVariant) record = kontor_records_get (self->house->store,
                                                   kontor_kind_find ("channel"), id, NULL);
  g_autofree char *key = g_strconcat ("away/", id, NULL), *title = NULL;
  const char *cause = line != NULL ? kontor_channel_get_health (line)->cause : NULL;

  if (line == NULL || record == NULL || !kontor_notices_may (self, "incidents"))
    return;
  /* TRANSLATORS: %s is the name of a channel */
  title = g_strdup_printf (_("%s is not connected"), kontor_record_get_text (record, "name"));
  kontor_notices_ring (self, &(KontorNote) {
    key, title, cause != NULL ? cause : "", { "default", C_("notification", "Open"), NULL } },
    _("A channel needs you"));
}

static void
on_due (gpointer data)
{
  KontorNotices *self = data;
  gint64 now_us = kontor_clock_now_us (), *since_us;
  GHashTableIter iter;
  const char *id;

  self->away_alarm = 0;
  kontor_notices_read_settings (self);
  g_hash_table_iter_init (&iter, self->away);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &since_us))
    if (*since_us != TOLD && *since_us + get_patience_us (self) <= now_us)
      {
        ring (self, id);
        *since_us = TOLD;
      }
  arm (self);
}

void
kontor_notice_away (KontorNotices *self, KontorChannel *channel)
{
  const char *id = kontor_channel_get_id (channel);
  KontorChannelState state = kontor_channel_get_health (channel)->state;
  g_autofree char *key = g_strconcat ("away/", id, NULL);
  gint64 now_us = kontor_clock_now_us ();

  if (state != KONTOR_CHANNEL_CONNECTING && state != KONTOR_CHANNEL_DEGRADED)
    {
      g_hash_table_remove (self->away, id);
      kontor_bell_withdraw (self->bell, key);
    }
  else if (!g_hash_table_contains (self->away, id))
    g_hash_table_insert (self->away, g_strdup (id), g_memdup2 (&now_us, sizeof now_us));
  arm (self);
}
