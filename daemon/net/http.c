/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/http-inside.h"

#include "config.h"
#include "model/error.h"

/* The whole of an answer; vendors promise theirs in seconds. */
#define TIMEOUT_S 30
/* Shorter than servers keep idle connections, so that none is closed under a request. */
#define IDLE_S 4
#define CHUNK 65536

struct _KontorHttp
{
  GObject      parent_instance;

  SoupSession *session;
  SoupSession *patient;   /* made when it is wanted */
  gboolean     is_direct;
};

G_DEFINE_FINAL_TYPE (KontorHttp, kontor_http, G_TYPE_OBJECT)

void
kontor_reply_free (KontorReply *reply)
{
  g_bytes_unref (reply->body);
  g_free (reply);
}

gboolean
kontor_reply_is_fine (const KontorReply *reply)
{
  return SOUP_STATUS_IS_SUCCESSFUL (reply->status);
}

typedef struct {
  SoupMessage   *message;
  gboolean       wrote;     /* from here on the server may have acted */
  gsize          limit;
  GByteArray    *gathered;
  GInputStream  *stream;
  guint8         chunk[CHUNK];
} Ask;

static void
ask_free (Ask *ask)
{
  g_clear_object (&ask->message);
  g_clear_object (&ask->stream);
  g_clear_pointer (&ask->gathered, g_byte_array_unref);
  g_free (ask);
}

static void
on_wrote (SoupMessage *message, Ask *ask)
{
  ask->wrote = TRUE;
}

static void
fail (GTask *task, const GError *cause)
{
  Ask *ask = g_task_get_task_data (task);
  g_autofree char *host = g_uri_to_string_partial (soup_message_get_uri (ask->message),
                                                   G_URI_HIDE_QUERY | G_URI_HIDE_USERINFO);

  g_task_return_new_error (task, KONTOR_ERROR,
                           ask->wrote ? KONTOR_ERROR_UNKNOWN : KONTOR_ERROR_TRY_LATER,
                           ask->wrote ? "%s gave no answer: %s" : "%s cannot be reached: %s",
                           host, cause->message);
}

static gint64
read_number (SoupMessage *message, const char *name)
{
  const char *text = soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                   name);
  gint64 number = 0;

  if (text != NULL)
    g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL);

  return number;
}

void
kontor_http_read_wait (SoupMessage *message, KontorReply *reply)
{
  gint64 fine_ms = read_number (message, "Retry-After-Ms");

  reply->retry_after_s = read_number (message, "Retry-After");
  reply->retry_after_ms = fine_ms > 0 ? fine_ms : reply->retry_after_s * 1000;
}

static void
end_ask (GTask *task)
{
  Ask *ask = g_task_get_task_data (task);
  KontorReply *reply = g_new0 (KontorReply, 1);

  reply->status = soup_message_get_status (ask->message);
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&ask->gathered));
  kontor_http_read_wait (ask->message, reply);
  g_task_return_pointer (task, reply, (GDestroyNotify) kontor_reply_free);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Ask *ask = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gssize got = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (got > 0 && ask->gathered->len + (gsize) got > ask->limit)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the answer is too long");
  if (error != NULL)
    {
      fail (task, error);
      return;
    }
  if (got == 0)
    {
      end_ask (task);
      return;
    }
  g_byte_array_append (ask->gathered, ask->chunk, got);
  g_input_stream_read_async (ask->stream, ask->chunk, CHUNK, G_PRIORITY_DEFAULT,
                             g_task_get_cancellable (task), on_read, g_object_ref (task));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Ask *ask = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  ask->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (ask->stream == NULL)
    {
      fail (task, error);
      return;
    }
  ask->gathered = g_byte_array_new ();
  g_input_stream_read_async (ask->stream, ask->chunk, CHUNK, G_PRIORITY_DEFAULT,
                             g_task_get_cancellable (task), on_read, g_object_ref (task));
}

KontorHttp *
kontor_http_new (void)
{
  return g_object_new (KONTOR_TYPE_HTTP, NULL);
}

KontorHttp *
kontor_http_new_direct (void)
{
  KontorHttp *self = kontor_http_new ();

  self->is_direct = TRUE;
  soup_session_set_proxy_resolver (self->session, NULL);

  return self;
}

SoupSession *
kontor_http_get_session (KontorHttp *self)
{
  return self->session;
}

SoupSession *
kontor_http_get_patient_session (KontorHttp *self)
{
  if (self->patient == NULL)
    {
      self->patient = soup_session_new_with_options (
        "user-agent", "Kontor/" KONTOR_VERSION, "timeout", 0, "idle-timeout", IDLE_S,
        "max-conns", 256, "max-conns-per-host", 128, NULL);
      if (self->is_direct)
        soup_session_set_proxy_resolver (self->patient, NULL);
    }

  return self->patient;
}

/* libsoup takes an address without a host, or of another scheme, for a mistake of the program. */
static GUri *
read_address (const char *url)
{
  g_autoptr(GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  gboolean is_web = uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "https") ||
                                    g_str_equal (g_uri_get_scheme (uri), "http"));

  return is_web && host != NULL && *host != '\0' ? g_steal_pointer (&uri) : NULL;
}

SoupMessage *
kontor_http_make_message (const char *method, const char *url, const char *token, GError **error)
{
  g_autoptr(GUri) uri = read_address (url);
  SoupMessage *message;

  if (uri == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "“%s” is no web address", url);
      return NULL;
    }
  message = soup_message_new_from_uri (method, uri);
  if (token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);

      soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                    bearer);
    }

  return message;
}

void
kontor_http_ask_with_async (KontorHttp *self, const char *method, const char *url,
                            const char *const *headers, const char *type, GBytes *body,
                            gsize limit, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GError) error = NULL;
  Ask *ask = g_new0 (Ask, 1);

  g_task_set_source_tag (task, kontor_http_ask_with_async);
  g_task_set_task_data (task, ask, (GDestroyNotify) ask_free);
  ask->limit = limit;
  ask->message = kontor_http_make_message (method, url, NULL, &error);
  if (ask->message == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  soup_message_set_flags (ask->message, SOUP_MESSAGE_NO_REDIRECT);
  for (guint i = 0; headers != NULL && headers[i] != NULL; i += 2)
    soup_message_headers_replace (soup_message_get_request_headers (ask->message), headers[i],
                                  headers[i + 1]);
  if (body != NULL)
    soup_message_set_request_body_from_bytes (ask->message, type, body);
  g_signal_connect (ask->message, "wrote-headers", G_CALLBACK (on_wrote), ask);
  soup_session_send_async (self->session, ask->message, G_PRIORITY_DEFAULT, cancellable,
                           on_answered, g_object_ref (task));
}

void
kontor_http_ask_async (KontorHttp *self, const char *method, const char *url, const char *token,
                       const char *type, GBytes *body, gsize limit, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *bearer = token != NULL ? g_strconcat ("Bearer ", token, NULL) : NULL;
  const char *const headers[] = { "Authorization", bearer, NULL };

  kontor_http_ask_with_async (self, method, url, token != NULL ? headers : NULL, type, body, limit,
                              cancellable, callback, user_data);
}

KontorReply *
kontor_http_ask_finish (KontorHttp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GBytes *
kontor_http_make_form (const KontorFormPart *parts, guint n_parts, char **type)
{
  g_autoptr(SoupMultipart) form = soup_multipart_new (SOUP_FORM_MIME_TYPE_MULTIPART);
  g_autoptr(SoupMessageHeaders) headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  GBytes *body = NULL;

  for (guint i = 0; i < n_parts; i++)
    if (parts[i].file != NULL)
      soup_multipart_append_form_file (form, parts[i].name, parts[i].file, parts[i].type,
                                       parts[i].content);
    else
      soup_multipart_append_form_string (form, parts[i].name,
                                         g_bytes_get_data (parts[i].content, NULL));
  soup_multipart_to_message (form, headers, &body);
  *type = g_strdup (soup_message_headers_get_one (headers, "Content-Type"));

  return body;
}

static void
kontor_http_finalize (GObject *object)
{
  g_object_unref (KONTOR_HTTP (object)->session);
  g_clear_object (&KONTOR_HTTP (object)->patient);

  G_OBJECT_CLASS (kontor_http_parent_class)->finalize (object);
}

static void
kontor_http_class_init (KontorHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_http_finalize;
}

static void
kontor_http_init (KontorHttp *self)
{
  self->session = soup_session_new_with_options (
    "user-agent", "Kontor/" KONTOR_VERSION, "timeout", TIMEOUT_S, "idle-timeout", IDLE_S,
    "max-conns", 64, "max-conns-per-host", 16, NULL);
}
