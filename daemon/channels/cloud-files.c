/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-files.c — media up and down.
 *
 * An uploaded file is good for 30 days under its id; the address of one that came is good for five
 * minutes, so each attempt asks for it anew
 * (developers.facebook.com/docs/whatsapp/cloud-api/reference/media).
 */
#include "channels/cloud-inside.h"

#include "base/clock.h"
#include "model/error.h"

/* Well before Meta forgets it. */
#define UPLOAD_LIFE_US (G_GINT64_CONSTANT (25) * 24 * 3600 * G_USEC_PER_SEC)
#define LARGEST_FILE (G_GINT64_CONSTANT (100) * 1024 * 1024)

typedef struct {
  gint64 at_us;
  char   id[];
} Upload;

static void
remember (KontorCloud *self, const char *sha256, const char *id)
{
  gsize size = strlen (id) + 1;
  Upload *upload = g_malloc (sizeof (Upload) + size);

  upload->at_us = kontor_clock_now_us ();
  memcpy (upload->id, id, size);
  g_hash_table_insert (self->uploads, g_strdup (sha256), upload);
}

static const char *
recall (KontorCloud *self, const char *sha256)
{
  const Upload *upload = sha256 != NULL ? g_hash_table_lookup (self->uploads, sha256) : NULL;

  return upload != NULL && kontor_clock_now_us () - upload->at_us < UPLOAD_LIFE_US ? upload->id
                                                                                   : NULL;
}

static void
on_uploaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  KontorCloud *self = g_task_get_source_object (task);
  const char *sha256 = g_task_get_name (task);
  KontorSetback *setback = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(KontorReply) reply = kontor_http_ask_finish (KONTOR_HTTP (source), result, &error);
  g_autoptr(JsonNode) root = reply != NULL ? kontor_cloud_read_reply (reply, setback, &error)
                                           : NULL;
  g_autofree char *id = root != NULL ? kontor_json_dup_id (json_node_get_object (root), "id")
                                     : NULL;

  if (root == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (id == NULL)
    {
      g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                               "Meta gave the file no id");
      return;
    }
  if (*sha256 != '\0')
    remember (self, sha256, id);
  g_task_return_pointer (task, g_steal_pointer (&id), g_free);
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(GMappedFile) file = path != NULL ? g_mapped_file_new (path, FALSE, &local) : NULL;

  if (file != NULL && g_mapped_file_get_length (file) <= LARGEST_FILE)
    return g_mapped_file_get_bytes (file);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "the file cannot be sent: %s",
               file != NULL ? "it is larger than 100 MB"
               : local != NULL ? local->message : "it is not here any more");

  return NULL;
}

void
kontor_cloud_upload_async (KontorCloud *self, const KontorMedia *media, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  const char *mime = media->mime != NULL ? media->mime : "application/octet-stream";
  const char *known = recall (self, media->sha256);
  g_autoptr(GBytes) content = NULL, body = NULL;
  g_autoptr(GBytes) product = g_bytes_new_static ("whatsapp", sizeof "whatsapp");
  g_autoptr(GBytes) type = g_bytes_new (mime, strlen (mime) + 1);
  g_autofree char *boundary = NULL, *path = g_strconcat (self->number, "/media", NULL);
  g_autofree char *url = kontor_cloud_dup_url (self, path);
  GError *error = NULL;

  g_task_set_source_tag (task, kontor_cloud_upload_async);
  g_task_set_name (task, media->sha256 != NULL ? media->sha256 : "");
  g_task_set_task_data (task, g_new0 (KontorSetback, 1), g_free);
  if (known != NULL)
    {
      g_task_return_pointer (task, g_strdup (known), g_free);
      return;
    }
  content = read_file (media->path, &error);
  if (content == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  body = kontor_http_make_form ((KontorFormPart[]) {
    { "messaging_product", NULL, NULL, product },
    { "type", NULL, NULL, type },
    { "file", media->name != NULL ? media->name : "file", mime, content },
  }, 3, &boundary);
  kontor_http_ask_async (self->http, "POST", url, self->token, boundary, body,
                         KONTOR_CLOUD_ANSWER_LIMIT, cancellable, on_uploaded, g_object_ref (task));
}

char *
kontor_cloud_upload_finish (KontorCloud *self, GAsyncResult *result, KontorSetback *setback,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  *setback = *(KontorSetback *) g_task_get_task_data (G_TASK (result));

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  char *path;
  char *sha256;
} Fetch;

static void
fetch_free (Fetch *fetch)
{
  g_free (fetch->path);
  g_free (fetch->sha256);
  g_free (fetch);
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *sha256 = NULL;
  GError *error = NULL;

  if (!kontor_http_fetch_finish (KONTOR_HTTP (source), result, &sha256, &error))
    {
      /* The address has expired, and not the file: the next attempt gets another one. */
      if (g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND))
        error->code = KONTOR_ERROR_TRY_LATER;
      g_task_return_error (task, error);
    }
  else if (fetch->sha256 != NULL && !g_str_equal (fetch->sha256, sha256))
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                             "the file came damaged: its checksum is another");
  else
    g_task_return_pointer (task, g_steal_pointer (&sha256), g_free);
}

static void
on_address (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  KontorCloud *self = KONTOR_CLOUD (source);
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(JsonNode) root = kontor_cloud_ask_finish (self, result, NULL, &error);
  const char *url = root != NULL ? kontor_json_get_text (json_node_get_object (root), "url") : NULL;

  if (root == NULL && g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    {
      g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "%s", error->message);
      g_error_free (error);
    }
  else if (root == NULL && g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED))
    g_task_return_error (task, error);
  else if (url == NULL)
    {
      g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                               "the file's address is not known: %s",
                               error != NULL ? error->message : "Meta did not say it");
      g_clear_error (&error);
    }
  else
    kontor_http_fetch_async (self->http, url, self->token, fetch->path, LARGEST_FILE,
                             g_task_get_cancellable (task), on_fetched, g_object_ref (task));
}

void
kontor_cloud_fetch_async (KontorChannel *channel, const KontorMedia *media, const char *path,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  KontorCloud *self = KONTOR_CLOUD (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *escaped = NULL, *question = NULL;
  Fetch *fetch = g_new0 (Fetch, 1);

  g_task_set_source_tag (task, kontor_cloud_fetch_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  fetch->path = g_strdup (path);
  fetch->sha256 = g_strdup (media->sha256);
  if (media->remote == NULL)
    {
      g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                               "WhatsApp did not say which file it is");
      return;
    }
  escaped = g_uri_escape_string (media->remote, NULL, FALSE);
  question = g_strdup_printf ("%s?phone_number_id=%s", escaped, self->number);
  kontor_cloud_ask_async (self, "GET", question, NULL, cancellable, on_address,
                          g_object_ref (task));
}

char *
kontor_cloud_fetch_finish (KontorChannel *channel, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error);
}
