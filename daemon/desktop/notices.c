/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notices.c — what is touched is looked at a moment later, once for all that happened meanwhile:
 * what the open window reads at once never rings. */
#include "desktop/notices-inside.h"

#include <string.h>

#include "base/alarm.h"
#include "base/clock.h"
#include "config.h"
#include "desktop/open.h"
#include "inbox/conversation.h"
#include "journal/action.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

#define GATHER_MS 300
/* After so many at once one says how much there is, and the next waits: nobody reads a hundred. */
#define MOST_AT_ONCE 5
#define REST_MS 5000
#define SNOOZE_US (3600 * (gint64) G_USEC_PER_SEC)

typedef void (*KontorNoticeLook) (KontorNotices *self, const char *id, GError **error);

static const struct { const char *kind; KontorNoticeLook look; } watched[] = {
  { "conversation", kontor_notice_conversation },
  { "booking", kontor_notice_booking },
  { "order", kontor_notice_order },
  { "ledger", kontor_notice_money },
  { "store", kontor_notice_store },
  { "models", kontor_notice_models },
  { "ai-call", kontor_notice_call },
  { "mention", kontor_notice_mention },
};

/* "22:00" as minutes; −1: none. */
static int
read_minutes (GVariant *settings, const char *name)
{
  const char *text = kontor_record_get_text (settings, name);
  const char *colon = text != NULL ? strchr (text, ':') : NULL;

  return colon != NULL ? atoi (text) * 60 + atoi (colon + 1) : -1;
}

/* By the clock of this computer; a night goes over midnight. */
static gboolean
is_quiet (GVariant *settings)
{
  int from = read_minutes (settings, "quiet-from"), until = read_minutes (settings, "quiet-until");
  g_autoptr(GDateTime) now =
    g_date_time_new_from_unix_local (kontor_clock_now_us () / G_USEC_PER_SEC);
  int minute = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);

  if (from < 0 || until < 0)
    return FALSE;

  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

void
kontor_notices_read_settings (KontorNotices *self)
{
  GVariant *settings = kontor_records_get (self->house->store, kontor_kind_find ("notices"), "1",
                                           NULL);

  if (settings == NULL)
    return;
  g_clear_pointer (&self->settings, g_variant_unref);
  self->settings = settings;
}

gboolean
kontor_notices_may (KontorNotices *self, const char *kind)
{
  return self->settings != NULL && kontor_record_get_yes (self->settings, kind) &&
         !is_quiet (self->settings);
}

gboolean
kontor_notices_is_private (KontorNotices *self)
{
  return self->settings == NULL || kontor_record_get_yes (self->settings, "private");
}

void
kontor_notices_ring (KontorNotices *self, const KontorNote *note, const char *bare)
{
  const KontorNote veiled = { note->key, bare, "",
                              { "default", C_("notification", "Open"), NULL } };

  kontor_bell_ring (self->bell, kontor_app_lock_is_closed (self->house->lock) ? &veiled : note);
}

static gboolean
is_beyond (KontorNotices *self, const char *key, gint64 mark, gint64 first)
{
  gint64 *told = g_hash_table_lookup (self->told, key);

  if (mark <= (told != NULL ? *told : first))
    return FALSE;
  g_hash_table_insert (self->told, g_strdup (key), g_memdup2 (&mark, sizeof mark));

  return TRUE;
}

gboolean
kontor_notices_is_news (KontorNotices *self, const char *key, gint64 at_us)
{
  return is_beyond (self, key, at_us, self->opened_us);
}

gboolean
kontor_notices_is_next (KontorNotices *self, const char *key, gint64 number)
{
  return is_beyond (self, key, number, 0);
}

static void
look (KontorNotices *self, const char *touched)
{
  const char *slash = strchr (touched, '/');

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    if (strncmp (watched[i].kind, touched, slash - touched) == 0)
      {
        g_autoptr(GError) error = NULL;

        watched[i].look (self, slash + 1, &error);
        if (error != NULL)
          g_debug ("%s: %s", touched, error->message);
      }
}

static gboolean
is_conversation (const char *touched)
{
  return g_str_has_prefix (touched, "conversation/");
}

/* The crowd's notice stands for theirs. */
static gboolean
take_into_crowd (gpointer key, gpointer value, gpointer data)
{
  KontorNotices *self = data;

  if (!is_conversation (key))
    return FALSE;
  kontor_bell_withdraw (self->bell, key);

  return TRUE;
}

static guint
count_conversations (GHashTable *touched)
{
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += is_conversation (key);

  return n;
}

static gboolean
on_gathered (gpointer data)
{
  KontorNotices *self = data;
  g_autoptr(GHashTable) touched = g_steal_pointer (&self->touched);
  gboolean are_many = count_conversations (touched) > MOST_AT_ONCE;
  GHashTableIter iter;
  const char *one;

  self->timer = 0;
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  kontor_notices_read_settings (self);
  if (are_many)
    {
      g_hash_table_foreach_remove (touched, take_into_crowd, self);
      kontor_notice_crowd (self);
      self->timer = g_timeout_add (REST_MS, on_gathered, self);
    }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, (gpointer *) &one, NULL))
    look (self, one);
  kontor_notice_disk (self);

  return G_SOURCE_REMOVE;
}

void
kontor_notices_touch (KontorNotices *self, const char *kind, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    if (g_str_equal (watched[i].kind, kind))
      g_hash_table_add (self->touched, g_strdup_printf ("%s/%s", kind, id));
  if (self->timer == 0 && g_hash_table_size (self->touched) > 0)
    self->timer = g_timeout_add (GATHER_MS, on_gathered, self);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  kontor_notices_touch (data, kind, id);
}

static void
on_health_changed (KontorLines *lines, KontorChannel *channel, KontorNotices *self)
{
  kontor_notices_read_settings (self);
  kontor_notice_channel (self, channel);
  kontor_notice_away (self, channel);
}

/* What is on the screen was for who sat there. */
static void
on_lock_changed (KontorAppLock *lock, KontorNotices *self)
{
  if (kontor_app_lock_is_closed (lock))
    kontor_bell_withdraw_all (self->bell);
}

/* (transfer full): where the window shows what @kind and @id are about. */
static char *
dup_place (KontorNotices *self, const char *kind, const char *id)
{
  g_autoptr(GVariant) order = NULL;

  if (g_str_equal (kind, "conversation") || g_str_equal (kind, "mention"))
    return *id == '\0' ? g_strdup ("inbox") : g_strconcat ("inbox/", id, NULL);
  if (g_str_equal (kind, "channel") || g_str_equal (kind, "away"))
    return g_strdup ("channels");
  if (g_str_equal (kind, "incident"))
    return g_strdup (g_str_equal (id, "models") ? "assistants" : "settings/data");
  if (g_str_has_prefix (id, kontor_kind_find ("booking")->prefix))
    return g_strconcat ("bookings/", id, NULL);
  order = kontor_records_get (self->house->store, kontor_kind_find ("order"), id, NULL);

  return order != NULL ? g_strdup_printf ("inbox/%" G_GINT64_FORMAT,
                                          kontor_record_get_int (order, "conversation", 0))
                       : g_strdup ("");
}

static gboolean
decide (KontorNotices *self, const char *kind, const char *id, gboolean yes, GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) arguments = NULL, done = NULL;

  g_variant_dict_insert (&dict, kind, "s", id);
  arguments = g_variant_ref_sink (g_variant_dict_end (&dict));
  done = kontor_action_run (self->house->store, &self->house->owner,
                            kontor_notice_find_action (kind, yes), arguments, NULL, error);

  return done != NULL;
}

/* What cannot be done is said where it was asked for. */
static void
say_refusal (KontorNotices *self, const char *key, const GError *error)
{
  kontor_bell_ring (self->bell, &(KontorNote) {
    key, _("That could not be done"), error->message,
    { "default", C_("notification", "Open"), NULL } });
}

static void
on_answered (KontorBell *bell, const char *key, const char *action, const char *token,
             KontorNotices *self)
{
  g_auto(GStrv) parts = g_strsplit (key, "/", 2);
  g_autofree char *place = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_decision = g_str_equal (action, "accept") || g_str_equal (action, "decline");
  gboolean done;

  if (parts[0] == NULL || parts[1] == NULL)
    return;
  /* Who sits before a closed lock is led to it, and does nothing. */
  if ((!is_decision && !g_str_equal (action, "snooze")) ||
      kontor_app_lock_is_closed (self->house->lock))
    {
      place = dup_place (self, parts[0], parts[1]);
      kontor_open_window (self->house->connection, place, token);
      return;
    }
  if (is_decision && kontor_notice_find_action (parts[0], TRUE) == NULL)
    return;
  done = is_decision
    ? decide (self, parts[0], parts[1], g_str_equal (action, "accept"), &error)
    : kontor_conversation_set_state (self->house->store, &self->house->owner,
                                     g_ascii_strtoll (parts[1], NULL, 10), "snoozed",
                                     kontor_clock_now_us () + SNOOZE_US, &error);
  if (done)
    kontor_bell_withdraw (bell, key);
  else
    say_refusal (self, key, error);
}

KontorNotices *
kontor_notices_open (const KontorDesktopHouse *house)
{
  KontorNotices *self = g_new0 (KontorNotices, 1);

  self->house = house;
  self->opened_us = self->latest_us = kontor_clock_now_us ();
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->away = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  kontor_notices_read_settings (self);
  self->bell = kontor_bell_new (house->connection);
  self->watch = kontor_store_watch (house->store, on_touched, self);
  self->answered = g_signal_connect (self->bell, "answered", G_CALLBACK (on_answered), self);
  self->health =
    g_signal_connect (house->lines, "health-changed", G_CALLBACK (on_health_changed), self);
  self->lock = g_signal_connect (house->lock, "changed", G_CALLBACK (on_lock_changed), self);
  kontor_notice_disk (self);
  kontor_notice_mentions_left (self);

  return self;
}

void
kontor_notices_close (KontorNotices *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  kontor_alarm_clear (&self->away_alarm);
  kontor_store_unwatch (self->house->store, self->watch);
  g_signal_handler_disconnect (self->house->lines, self->health);
  g_signal_handler_disconnect (self->house->lock, self->lock);
  g_signal_handler_disconnect (self->bell, self->answered);
  g_object_run_dispose (G_OBJECT (self->bell));
  g_object_unref (self->bell);
  g_clear_pointer (&self->settings, g_variant_unref);
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->touched);
  g_hash_table_unref (self->away);
  g_free (self);
}
