/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/media-table.h"

#include "base/clock.h"
#include "model/record.h"

void
kontor_waiting_free (KontorWaiting *self)
{
  g_free (self->channel);
  g_clear_pointer (&self->media, kontor_media_free);
  g_free (self);
}

static void
touch (KontorStore *store, gint64 message)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, message);

  kontor_store_touch (store, "message", text);
  kontor_store_touch (store, "media", text);
}

gboolean
kontor_media_insert (KontorStore *store, gint64 message, const KontorMedia *media, GError **error)
{
  touch (store, message);

  return kontor_store_run (store, error,
    "INSERT INTO media (message_id, state, remote, mime, name, size, sha256, since)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "xszssxsx", message,
    media->path != NULL ? "here" : "waiting", media->remote, media->mime, media->name,
    media->size, media->sha256, kontor_clock_now_us ());
}

static KontorMedia *
read_media (KontorRows *rows, int column, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *remote = kontor_rows_dup_sealed (rows, column, &local);
  KontorMedia *media;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  media = kontor_media_new (remote, kontor_rows_text (rows, column + 1));
  media->name = g_strdup (kontor_rows_text (rows, column + 2));
  media->size = kontor_rows_int (rows, column + 3);
  media->sha256 = g_strdup (kontor_rows_text (rows, column + 4));

  return media;
}

KontorMedia *
kontor_media_get (KontorStore *store, gint64 message, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT remote, mime, name, size, sha256 FROM media WHERE message_id = ?", "x", message);

  if (rows == NULL)
    return NULL;
  if (kontor_rows_next (rows))
    return read_media (rows, 0, error);
  kontor_rows_done (rows, error);

  return NULL;
}

GPtrArray *
kontor_media_waiting (KontorStore *store, guint limit, GError **error)
{
  g_autoptr(GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_waiting_free);
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT d.message_id, m.channel_id, d.attempts, d.since, d.remote, d.mime, d.name, d.size,"
    " d.sha256 FROM media d JOIN message m ON m.id = d.message_id"
    " WHERE d.state = 'waiting' AND NOT EXISTS (SELECT 1 FROM agenda a WHERE a.what = 'media'"
    " AND a.subject = CAST(d.message_id AS TEXT)) ORDER BY d.message_id DESC LIMIT ?", "x",
    (gint64) limit);

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      g_autoptr(KontorWaiting) waiting = g_new0 (KontorWaiting, 1);

      waiting->message = kontor_rows_int (rows, 0);
      waiting->channel = kontor_kind_format_id (kontor_kind_find ("channel"),
                                                kontor_rows_int (rows, 1));
      waiting->attempts = kontor_rows_int (rows, 2);
      waiting->since_us = kontor_rows_int (rows, 3);
      waiting->media = read_media (rows, 4, error);
      if (waiting->media == NULL)
        return NULL;
      g_ptr_array_add (found, g_steal_pointer (&waiting));
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&found) : NULL;
}

gboolean
kontor_media_set_here (KontorStore *store, gint64 message, const char *sha256, gint64 size,
                       GError **error)
{
  touch (store, message);

  return kontor_store_run (store, error, "UPDATE media SET state = 'here', sha256 = ?, size = ?,"
                           " reason = NULL WHERE message_id = ?", "sxx", sha256, size, message);
}

gboolean
kontor_media_set_gone (KontorStore *store, gint64 message, const char *reason, GError **error)
{
  touch (store, message);

  return kontor_store_run (store, error, "UPDATE media SET state = 'gone', reason = ?"
                           " WHERE message_id = ?", "sx", reason, message);
}

gboolean
kontor_media_put_off (KontorStore *store, gint64 message, const char *reason, GError **error)
{
  touch (store, message);

  return kontor_store_run (store, error, "UPDATE media SET attempts = attempts + 1, reason = ?"
                           " WHERE message_id = ?", "sx", reason, message);
}
