/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-allow.c — whether a message may be said now. What a day held so far is kept with
 * the keys of its messages, so that a restart begins no new day. */
#define G_LOG_DOMAIN "channels"

#include "base/clock.h"
#include "channels/linked-device-inside.h"
#include "model/error.h"

#define FORM       "(xxuu)"
#define MOST_BEATS 1000

static KontorLinkedBeat *
find_beat (KontorLinkedDevice *self, const char *user)
{
  KontorLinkedBeat *beat = g_hash_table_lookup (self->beats, user);

  if (beat != NULL)
    return beat;
  if (g_hash_table_size (self->beats) >= MOST_BEATS)
    g_hash_table_remove_all (self->beats);
  beat = g_new0 (KontorLinkedBeat, 1);
  g_hash_table_insert (self->beats, g_strdup (user), beat);

  return beat;
}

static void
load_day (KontorLinkedDevice *self)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GVariant) value = NULL;

  if (self->day.first_day != 0 ||
      !kontor_linked_keys_load (self->keys, "day", "", 0, &bytes, NULL) || bytes == NULL)
    return;
  value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORM), bytes, FALSE));
  g_variant_get (value, FORM, &self->day.first_day, &self->day.day, &self->day.said,
                 &self->day.strangers);
}

gboolean
kontor_linked_allow (KontorLinkedDevice *self, GTask *task, const char *user)
{
  gint64 wait_us;
  KontorLinkedVerdict verdict;
  KontorSetback *setback;

  load_day (self);
  verdict = kontor_linked_pace (&self->limits, &self->day, &self->beat, find_beat (self, user),
                                !kontor_linked_has_met (self, user), kontor_clock_now_us (),
                                &wait_us);
  if (verdict == KONTOR_LINKED_MAY)
    return TRUE;
  setback = g_new0 (KontorSetback, 1);
  setback->scope = KONTOR_SETBACK_CONTACT;
  setback->wait_us = wait_us;
  g_task_set_task_data (task, setback, g_free);
  g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, "%s",
                           kontor_linked_verdict_get_text (verdict));

  return FALSE;
}

gboolean
kontor_linked_keep_day (KontorLinkedDevice *self, const char *user, GError **error)
{
  g_autoptr(GVariant) value = g_variant_ref_sink (g_variant_new (
    FORM, self->day.first_day, self->day.day, self->day.said, self->day.strangers));
  g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes (value);

  kontor_linked_meet (self, user);

  return kontor_linked_keys_save (self->keys, "day", "", 0, bytes, error);
}
