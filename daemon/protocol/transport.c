/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/transport.h"

#include "net/http.h"
#include "protocol/frame.h"

/* The server looks where a client comes from (Baileys, whatsmeow). */
#define ORIGIN     "https://web.whatsapp.com"
#define PAGE_LIMIT (4 * 1024 * 1024)
/* The page is made for browsers alone. */
#define BROWSER    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) " \
                   "Chrome/140.0.0.0 Safari/537.36"

typedef struct {
  KontorPageFetched fetched;
  gpointer          user_data;
} Fetch;

static gpointer
open_socket (gpointer data, const char *url, const KontorSocketEvents *events, gpointer user_data)
{
  return kontor_socket_open (url, ORIGIN, KONTOR_FRAME_OVERHEAD + KONTOR_FRAME_MAX_SIZE, events,
                             user_data);
}

static void
send_bytes (gpointer line, GBytes *bytes)
{
  kontor_socket_send (line, bytes);
}

static void
close_socket (gpointer line)
{
  kontor_socket_close (line);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Fetch *fetch = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorReply) reply = kontor_http_ask_finish (KONTOR_HTTP (source), result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (reply != NULL && !kontor_reply_is_fine (reply))
    g_set_error (&error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, "The page was refused: %u.",
                 reply->status);
  fetch->fetched (error == NULL ? reply->body : NULL, error, fetch->user_data);
}

static void
fetch_page (gpointer data, const char *url, GCancellable *cancellable, KontorPageFetched fetched,
            gpointer user_data)
{
  static KontorHttp *http;
  const char *const headers[] = { "User-Agent", BROWSER, "Sec-Fetch-Dest", "document",
                                  "Sec-Fetch-Mode", "navigate", NULL };
  Fetch *fetch = g_new (Fetch, 1);

  if (http == NULL)
    http = kontor_http_new ();
  *fetch = (Fetch) { fetched, user_data };
  kontor_http_ask_with_async (http, "GET", url, headers, NULL, NULL, PAGE_LIMIT, cancellable,
                              on_page, fetch);
}

const KontorTransport *
kontor_transport_get_net (void)
{
  static const KontorTransport net = { open_socket, send_bytes, close_socket, fetch_page, NULL };

  return &net;
}
