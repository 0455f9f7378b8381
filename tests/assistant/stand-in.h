/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stand-in.h — vendors of models on loopback, in the test's own main loop: each has a path, and
 * answers what it is told, the last for good. */
#pragma once

#include <libsoup/soup.h>
#include <string.h>

#define SAYS(text) "data: {\"choices\":[{\"delta\":{\"content\":\"" text "\"}}]}\n\n"
#define ENDS "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
#define BILLS "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":" \
  "100}}\n\n"
#define WHOLE(text) SAYS (text) ENDS BILLS "data: [DONE]\n\n"

/* @wait_ms: a hint; NULL: none. A status of 0 leaves the question without an answer. */
typedef struct {
  guint       status;
  const char *body;
  const char *wait_ms;
} StandInSays;

typedef struct {
  SoupServer     *server;
  GSocketService *service;
  guint           port;
  GHashTable     *vendors;   /* path → StandInVendor */
} StandIn;

typedef struct {
  StandInSays  says[4];
  guint        asked;
  char        *last;
} StandInVendor;

static inline void
stand_in_on_request (SoupServer *server, SoupServerMessage *message, const char *path,
                     GHashTable *query, gpointer data)
{
  StandInVendor *vendor = data;
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (body);
  const StandInSays *says = &vendor->says[0];

  for (guint i = 1; i <= vendor->asked && i < G_N_ELEMENTS (vendor->says) &&
       vendor->says[i].body != NULL; i++)
    says = &vendor->says[i];
  vendor->asked++;
  g_free (vendor->last);
  vendor->last = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (says->status == 0)
    {
      soup_server_message_pause (message);
      return;
    }
  if (says->wait_ms != NULL)
    soup_message_headers_replace (headers, "Retry-After-Ms", says->wait_ms);
  soup_server_message_set_status (message, says->status, NULL);
  soup_server_message_set_response (message, "text/event-stream", SOUP_MEMORY_COPY, says->body,
                                    strlen (says->body));
}

static inline void
stand_in_vendor_free (StandInVendor *vendor)
{
  g_free (vendor->last);
  g_free (vendor);
}

/* libsoup 3.2 loses the socket of each connection that it accepts itself. */
static inline gboolean
stand_in_on_incoming (GSocketService *service, GSocketConnection *connection, GObject *source,
                      gpointer server)
{
  g_autoptr(GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr(GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);

  return soup_server_accept_iostream (server, G_IO_STREAM (connection), local, remote, NULL);
}

static inline void
stand_in_open (StandIn *self)
{
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) taken = NULL;

  self->server = soup_server_new (NULL, NULL);
  self->service = g_socket_service_new ();
  g_socket_listener_set_backlog (G_SOCKET_LISTENER (self->service), 128);
  self->vendors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) stand_in_vendor_free);
  g_assert_true (g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any,
                                                G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                                &taken, NULL));
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (taken));
  g_signal_connect (self->service, "incoming", G_CALLBACK (stand_in_on_incoming), self->server);
}

static inline void
stand_in_close (StandIn *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_hash_table_unref (self->vendors);
}

/* The vendor of that path from now on; @says ends with a body of NULL or after four. */
static inline StandInVendor *
stand_in_add (StandIn *self, const char *path, const StandInSays *says)
{
  StandInVendor *vendor = g_new0 (StandInVendor, 1);

  memcpy (vendor->says, says, sizeof vendor->says);
  g_hash_table_insert (self->vendors, (char *) path, vendor);
  soup_server_add_handler (self->server, path, stand_in_on_request, vendor, NULL);

  return vendor;
}
