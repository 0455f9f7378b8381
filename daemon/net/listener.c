/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listener.c — one SoupServer a port. A body that is too large, or for a path that is not open, is
 * not gathered: its bytes are let go as they come and it is refused at its end, so that nobody can
 * fill the memory. Who asks before sending (Expect: 100-continue) is refused at once.
 * Connections are accepted here: libsoup 3.2 loses the socket of each that it accepts itself.
 *
 * All that libsoup does is done in a thread of its own, which lives as long as the program and is a
 * third of the work of taking a webhook in. Knocks and answers go over in two mailboxes; whoever
 * expects them lives in the main thread and never meets the other. */
#include "net/listener.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "model/error.h"
#include "net/mailbox.h"

/* Of connections that wait to be accepted. */
#define BACKLOG 128

typedef struct {
  SoupServer     *server;
  GSocketService *service;
  guint           port;
  guint           users;
} Server;

/* Held by its owner and by each knock on its way. */
struct _KontorListening
{
  Server          *server;
  guint            port;
  char            *path;
  gsize            limit;
  KontorKnockFunc  func;   /* NULL: closed */
  gpointer         data;
  GError          *error;  /* why it could not be opened */
};

struct _KontorKnock
{
  KontorListening   *listening;
  SoupServerMessage *message;
  GHashTable        *query;
  GBytes            *body;
  guint              status;    /* the answer */
  char              *text;      /* (nullable) */
  gulong             watch;
  gboolean           gone;      /* nobody waits for the answer any more */
};

static GHashTable *servers; /* port → Server; the thread's */
static KontorMailbox *knocks, *answers, *calls;

static void
listening_clear (gpointer data)
{
  KontorListening *self = data;

  g_free (self->path);
  g_clear_error (&self->error);
}

static void
listening_release (KontorListening *self)
{
  g_atomic_rc_box_release_full (self, listening_clear);
}

const char *
kontor_knock_get_method (KontorKnock *knock)
{
  return soup_server_message_get_method (knock->message);
}

const char *
kontor_knock_get_header (KontorKnock *knock, const char *name)
{
  return soup_message_headers_get_one (soup_server_message_get_request_headers (knock->message),
                                       name);
}

const char *
kontor_knock_get_query (KontorKnock *knock, const char *name)
{
  return knock->query != NULL ? g_hash_table_lookup (knock->query, name) : NULL;
}

GBytes *
kontor_knock_get_body (KontorKnock *knock)
{
  return knock->body;
}

static void
answer (SoupServerMessage *message, guint status, const char *text)
{
  soup_server_message_set_status (message, status, NULL);
  if (text != NULL)
    soup_server_message_set_response (message, "text/plain; charset=utf-8", SOUP_MEMORY_COPY, text,
                                      strlen (text));
}

static void
take_answer (gpointer data)
{
  KontorKnock *knock = data;

  g_signal_handler_disconnect (knock->message, knock->watch);
  if (!knock->gone)
    {
      answer (knock->message, knock->status, knock->text);
      soup_server_message_unpause (knock->message);
    }
  g_clear_pointer (&knock->query, g_hash_table_unref);
  g_bytes_unref (knock->body);
  g_object_unref (knock->message);
  listening_release (knock->listening);
  g_free (knock->text);
  g_free (knock);
}

void
kontor_knock_answer (KontorKnock *knock, guint status, const char *text)
{
  knock->status = status;
  knock->text = g_strdup (text);
  kontor_mailbox_put (answers, knock);
}

static void
take_knock (gpointer data)
{
  KontorKnock *knock = data;

  if (knock->listening->func != NULL)
    knock->listening->func (knock, knock->listening->data);
  else
    kontor_knock_answer (knock, SOUP_STATUS_SERVICE_UNAVAILABLE, NULL);
}

/* From here on nothing of the body is kept. */
static void
refuse (SoupServerMessage *message, guint status)
{
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  soup_message_body_truncate (soup_server_message_get_request_body (message));
  answer (message, status, NULL);
}

static void
on_chunk (SoupServerMessage *message, GBytes *chunk, gpointer data)
{
  gsize *left = data;
  gsize size = g_bytes_get_size (chunk);

  if (size <= *left)
    {
      *left -= size;
      return;
    }
  *left = 0;
  refuse (message, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE);
}

static void
on_elsewhere (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query,
              gpointer data)
{
  refuse (message, SOUP_STATUS_NOT_FOUND);
}

/* Before the body. A path that is open has its whole tree here. Of a body whose length was said,
 * libsoup reads no more than that. */
static void
on_headers (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query,
            gpointer data)
{
  KontorListening *self = data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  gsize *left;

  if (!g_str_equal (path, self->path))
    {
      refuse (message, SOUP_STATUS_NOT_FOUND);
      return;
    }
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    {
      if (soup_message_headers_get_content_length (headers) > (goffset) self->limit)
        refuse (message, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
  left = g_new (gsize, 1);
  *left = self->limit;
  g_signal_connect_data (message, "got-chunk", G_CALLBACK (on_chunk), left,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
}

static void
on_disconnected (SoupServerMessage *message, KontorKnock *knock)
{
  knock->gone = TRUE;
}

static void
on_request (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query,
            gpointer data)
{
  KontorKnock *knock = g_new0 (KontorKnock, 1);

  knock->listening = g_atomic_rc_box_acquire (data);
  knock->message = g_object_ref (message);
  knock->query = query != NULL ? g_hash_table_ref (query) : NULL;
  knock->body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  knock->watch = g_signal_connect (message, "disconnected", G_CALLBACK (on_disconnected), knock);
  soup_server_message_pause (message);
  kontor_mailbox_put (knocks, knock);
}

static gboolean
on_incoming (GSocketService *service, GSocketConnection *connection, GObject *source,
             SoupServer *server)
{
  g_autoptr(GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr(GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);

  g_socket_set_option (g_socket_connection_get_socket (connection), IPPROTO_TCP, TCP_NODELAY, TRUE,
                       NULL);
  soup_server_accept_iostream (server, G_IO_STREAM (connection), local, remote, NULL);

  return TRUE;
}

/* A socket that listens in a folder of its own, both of which are gone again: nobody can ever
 * arrive at it. */
static GSocket *
listen_nowhere (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("kontor-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "nowhere", NULL) : NULL;
  g_autoptr(GSocketAddress) address = path != NULL ? g_unix_socket_address_new (path) : NULL;
  g_autoptr(GSocket) socket = address != NULL
    ? g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, 0, error) : NULL;
  gboolean listens = socket != NULL && g_socket_bind (socket, address, FALSE, error) &&
                     g_socket_listen (socket, error);

  if (path != NULL)
    g_unlink (path);
  if (folder != NULL)
    g_rmdir (folder);

  return listens ? g_steal_pointer (&socket) : NULL;
}

/* libsoup closes each connection after an answer unless it listens somewhere itself. */
static gboolean
keep_alive (Server *self, GError **error)
{
  g_autoptr(GSocket) nowhere = listen_nowhere (error);

  return nowhere != NULL && soup_server_listen_socket (self->server, nowhere, 0, error);
}

static gboolean
listen_on (Server *self, GError **error)
{
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, self->port);

  self->service = g_socket_service_new ();
  g_socket_listener_set_backlog (G_SOCKET_LISTENER (self->service), BACKLOG);
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming), self->server);

  return g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address,
                                        G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, NULL,
                                        error) &&
         keep_alive (self, error);
}

static void
server_free (Server *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_free (self);
}

static Server *
find_server (guint port, GError **error)
{
  g_autoptr(GError) local = NULL;
  Server *server;

  if (servers == NULL)
    servers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) server_free);
  server = g_hash_table_lookup (servers, GUINT_TO_POINTER (port));
  if (server != NULL)
    return server;
  server = g_new0 (Server, 1);
  server->port = port;
  server->server = soup_server_new ("server-header", "", NULL);
  if (!listen_on (server, &local))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                   "port %u cannot be listened on: %s", port, local->message);
      server_free (server);
      return NULL;
    }
  soup_server_add_early_handler (server->server, NULL, on_elsewhere, NULL, NULL);
  g_hash_table_insert (servers, GUINT_TO_POINTER (port), server);

  return server;
}

static void
open_there (KontorListening *self)
{
  self->server = find_server (self->port, &self->error);
  if (self->server == NULL)
    return;
  self->server->users++;
  soup_server_add_early_handler (self->server->server, self->path, on_headers, self, NULL);
  soup_server_add_handler (self->server->server, self->path, on_request, self, NULL);
}

static void
close_there (KontorListening *self)
{
  soup_server_remove_handler (self->server->server, self->path);
  if (--self->server->users == 0)
    g_hash_table_remove (servers, GUINT_TO_POINTER (self->port));
}

/* What the main thread waits for. */
typedef struct {
  void           (*func) (KontorListening *self);
  KontorListening *listening;
  GMutex           lock;
  GCond            done;
  gboolean         is_done;
} Call;

static void
take_call (gpointer data)
{
  Call *call = data;

  call->func (call->listening);
  g_mutex_lock (&call->lock);
  call->is_done = TRUE;
  g_cond_signal (&call->done);
  g_mutex_unlock (&call->lock);
}

static gpointer
run (gpointer data)
{
  GMainContext *context = data;
  g_autoptr(GMainLoop) loop = g_main_loop_new (context, FALSE);

  g_main_context_push_thread_default (context);
  g_main_loop_run (loop);

  return NULL;
}

static void
do_there (void (*func) (KontorListening *self), KontorListening *self)
{
  Call call = { .func = func, .listening = self };

  if (calls == NULL)
    {
      GMainContext *context = g_main_context_new ();

      knocks = kontor_mailbox_new (NULL, take_knock);
      answers = kontor_mailbox_new (context, take_answer);
      calls = kontor_mailbox_new (context, take_call);
      g_thread_unref (g_thread_new ("listener", run, context));
    }
  g_mutex_init (&call.lock);
  g_cond_init (&call.done);
  kontor_mailbox_put (calls, &call);
  g_mutex_lock (&call.lock);
  while (!call.is_done)
    g_cond_wait (&call.done, &call.lock);
  g_mutex_unlock (&call.lock);
  g_cond_clear (&call.done);
  g_mutex_clear (&call.lock);
}

KontorListening *
kontor_listening_open (guint port, const char *path, gsize limit, KontorKnockFunc func,
                       gpointer data, GError **error)
{
  KontorListening *self = g_atomic_rc_box_new0 (KontorListening);

  self->port = port;
  self->path = g_strdup (path);
  self->limit = limit;
  self->func = func;
  self->data = data;
  do_there (open_there, self);
  if (self->server != NULL)
    return self;
  g_propagate_error (error, g_steal_pointer (&self->error));
  listening_release (self);

  return NULL;
}

void
kontor_listening_close (KontorListening *self)
{
  do_there (close_there, self);
  self->func = NULL;
  listening_release (self);
}
