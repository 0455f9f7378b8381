/* SPDX-License-Identifier: GPL-3.0-or-later */
/* load.c — sends signed webhooks to a listener on loopback and says how it answered, as JSON.
 *
 * One thread, so that it takes little from the one it measures on a small machine; everything is
 * signed before the clock starts. Closed loop: each connection sends as soon as it was answered.
 * With --rate: at fixed times, whatever the listener does, and a delay counts from the time at
 * which the request was due, not from when a connection was free (no coordinated omission). */
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "figures.h"
#include "webhook.h"

#define PATIENCE_MS 30000
#define STATUSES    600

typedef struct {
  int      fd;
  gint64   since_us;     /* when what it waits for was due; 0: it waits for nothing */
  gsize    filled;
  char     answer[8192];
} Connection;

typedef struct {
  int         port, count, first, customers, n_connections, rate, seconds, forge_every;
  char       *path, *secret;
  gboolean    twice;

  GPtrArray  *requests;
  Connection *connections;
  int         epoll, timer;
  guint       next, answered, broken;
  gint64      start_us, end_us;
  guint       statuses[STATUSES];
  GArray     *times;
} Load;

static gboolean
parse (Load *self, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &self->port, "Where the listener is", "N" },
    { "path", 0, 0, G_OPTION_ARG_STRING, &self->path, "What it listens on", "PATH" },
    { "secret", 0, 0, G_OPTION_ARG_STRING, &self->secret, "What it checks them with", "TEXT" },
    { "count", 0, 0, G_OPTION_ARG_INT, &self->count, "How many requests at most", "N" },
    { "seconds", 0, 0, G_OPTION_ARG_INT, &self->seconds, "For how long at most", "N" },
    { "first", 0, 0, G_OPTION_ARG_INT, &self->first, "The number of the first message", "N" },
    { "customers", 0, 0, G_OPTION_ARG_INT, &self->customers, "How many write", "N" },
    { "connections", 0, 0, G_OPTION_ARG_INT, &self->n_connections, "How many at once", "N" },
    { "rate", 0, 0, G_OPTION_ARG_INT, &self->rate, "At fixed times, so many a second", "N" },
    { "twice", 0, 0, G_OPTION_ARG_NONE, &self->twice, "Every message two times", NULL },
    { "forge-every", 0, 0, G_OPTION_ARG_INT, &self->forge_every, "Each Nth is forged", "N" },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, argc, argv, &error) && self->port > 0 &&
      self->path != NULL && self->secret != NULL && self->count > 0 && self->customers > 0 &&
      self->n_connections > 0)
    return TRUE;
  fprintf (stderr, "load: %s\n", error != NULL ? error->message
                                               : "--port, --path and --secret are needed");

  return FALSE;
}

static void
prepare (Load *self)
{
  int messages = self->twice ? (self->count + 1) / 2 : self->count;

  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (int i = 0; i < messages; i++)
    {
      gboolean forged = self->forge_every > 0 && i % self->forge_every == 0;
      Webhook webhook;

      webhook_fill (&webhook, (guint64) self->first + i, i % self->customers);
      g_ptr_array_add (self->requests,
                       webhook_new_request (&webhook, self->path, self->secret, forged));
    }
}

static gboolean
dial (Load *self, Connection *connection)
{
  struct sockaddr_in address = {
    .sin_family = AF_INET, .sin_port = htons ((guint16) self->port),
    .sin_addr.s_addr = htonl (INADDR_LOOPBACK),
  };
  struct epoll_event event = { .events = EPOLLIN, .data.ptr = connection };
  int on = 1;

  connection->filled = 0;
  connection->fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connect (connection->fd, (struct sockaddr *) &address, sizeof address) != 0)
    {
      perror ("load: connect");
      return FALSE;
    }
  setsockopt (connection->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  fcntl (connection->fd, F_SETFL, O_NONBLOCK);

  return epoll_ctl (self->epoll, EPOLL_CTL_ADD, connection->fd, &event) == 0;
}

static gboolean
start_timer (Load *self)
{
  gint64 every_ns = 1000000000 / self->rate;
  struct itimerspec times = { { every_ns / 1000000000, every_ns % 1000000000 }, { 0, 1 } };
  struct epoll_event event = { .events = EPOLLIN, .data.ptr = NULL };

  self->timer = timerfd_create (CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);

  return epoll_ctl (self->epoll, EPOLL_CTL_ADD, self->timer, &event) == 0 &&
         timerfd_settime (self->timer, 0, &times, NULL) == 0;
}

static gboolean
is_over (Load *self, gint64 now_us)
{
  return self->next >= (guint) self->count ||
         (self->seconds > 0 && now_us >= self->start_us + self->seconds * G_USEC_PER_SEC);
}

/* When the next request is due; without a rate, at once. */
static gint64
next_due_us (Load *self, gint64 now_us)
{
  return self->rate > 0
         ? self->start_us + (gint64) self->next * G_USEC_PER_SEC / self->rate : now_us;
}

/* A request is a fraction of what the socket takes: what does not fit is an error. */
static gboolean
say_next (Load *self, Connection *connection)
{
  gint64 now_us = g_get_monotonic_time (), due_us = next_due_us (self, now_us);
  GBytes *request;
  gsize size;
  const char *bytes;

  if (is_over (self, now_us) || due_us > now_us)
    return TRUE;
  request = self->requests->pdata[self->twice ? self->next / 2 : self->next];
  bytes = g_bytes_get_data (request, &size);
  self->next++;
  connection->since_us = due_us;
  if (send (connection->fd, bytes, size, MSG_NOSIGNAL) == (gssize) size)
    return TRUE;
  perror ("load: send");

  return FALSE;
}

static gboolean
say_due (Load *self)
{
  guint64 ticks;

  if (read (self->timer, &ticks, sizeof ticks) != sizeof ticks)
    return TRUE;
  for (int i = 0; i < self->n_connections; i++)
    if (self->connections[i].since_us == 0 && !say_next (self, &self->connections[i]))
      return FALSE;

  return TRUE;
}

/* The size of the whole answer in @text, or 0 while it is not all there. */
static gsize
measure (const char *text, gsize filled, gboolean *closes)
{
  const char *end = g_strstr_len (text, (gssize) filled, "\r\n\r\n");
  gsize body = 0, size;

  *closes = FALSE;
  if (end == NULL)
    return 0;
  for (const char *line = strstr (text, "\r\n"); line != NULL && line < end;
       line = strstr (line + 2, "\r\n"))
    {
      if (g_ascii_strncasecmp (line + 2, "content-length:", 15) == 0)
        body = strtoul (line + 17, NULL, 10);
      if (g_ascii_strncasecmp (line + 2, "connection: close", 17) == 0)
        *closes = TRUE;
    }
  size = (gsize) (end - text) + 4 + body;

  return filled >= size ? size : 0;
}

static void
count (Load *self, Connection *connection, guint status)
{
  self->answered++;
  self->end_us = g_get_monotonic_time ();
  self->statuses[status < STATUSES ? status : 0]++;
  figures_add (self->times, self->end_us - connection->since_us);
  connection->since_us = 0;
  connection->filled = 0;
}

static gboolean
redial (Load *self, Connection *connection)
{
  close (connection->fd);

  return dial (self, connection);
}

/* Answers never come unasked and never two at once, so what is read belongs to one. */
static gboolean
hear (Load *self, Connection *connection)
{
  gssize size = read (connection->fd, connection->answer + connection->filled,
                      sizeof connection->answer - connection->filled - 1);
  gboolean closes = FALSE;

  if (size < 0 && errno == EAGAIN)
    return TRUE;
  if (size <= 0)
    {
      if (connection->since_us != 0)
        {
          self->broken++;
          count (self, connection, 0);
        }
      return redial (self, connection) && say_next (self, connection);
    }
  connection->filled += (gsize) size;
  connection->answer[connection->filled] = '\0';
  if (measure (connection->answer, connection->filled, &closes) == 0)
    return TRUE;
  count (self, connection, (guint) strtoul (connection->answer + 9, NULL, 10));

  return (!closes || redial (self, connection)) && say_next (self, connection);
}

static gboolean
run (Load *self)
{
  struct epoll_event events[64];

  while (self->answered < self->next || !is_over (self, g_get_monotonic_time ()))
    {
      int n = epoll_wait (self->epoll, events, G_N_ELEMENTS (events), PATIENCE_MS);

      if (n == 0)
        fprintf (stderr, "load: nothing was answered for %d s\n", PATIENCE_MS / 1000);
      if (n <= 0)
        return FALSE;
      for (int i = 0; i < n; i++)
        if (events[i].data.ptr != NULL ? !hear (self, events[i].data.ptr) : !say_due (self))
          return FALSE;
    }

  return TRUE;
}

static gboolean
start (Load *self)
{
  self->epoll = epoll_create1 (EPOLL_CLOEXEC);
  self->connections = g_new0 (Connection, self->n_connections);
  self->times = figures_new ();
  for (int i = 0; i < self->n_connections; i++)
    if (!dial (self, &self->connections[i]))
      return FALSE;
  self->start_us = g_get_monotonic_time ();
  if (self->rate > 0)
    return start_timer (self);
  for (int i = 0; i < self->n_connections; i++)
    if (!say_next (self, &self->connections[i]))
      return FALSE;

  return TRUE;
}

static void
report (Load *self)
{
  double seconds = (self->end_us - self->start_us) / (double) G_USEC_PER_SEC;
  const char *comma = "";

  printf ("{\"requests\": %u, \"seconds\": %.4f, \"per_second\": %.1f, \"broken\": %u,",
          self->answered, seconds, self->answered / seconds, self->broken);
  printf (" \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"max_ms\": %.3f, \"statuses\": {",
          figures_within_ms (self->times, 0.5), figures_within_ms (self->times, 0.99),
          figures_within_ms (self->times, 1));
  for (guint i = 0; i < STATUSES; i++)
    if (self->statuses[i] > 0)
      {
        printf ("%s\"%u\": %u", comma, i, self->statuses[i]);
        comma = ", ";
      }
  printf ("}}\n");
}

int
main (int argc, char *argv[])
{
  Load self = { .count = 1000, .customers = 1000, .n_connections = 1 };

  if (!parse (&self, &argc, &argv))
    return 2;
  prepare (&self);
  if (!start (&self) || !run (&self))
    return 1;
  report (&self);

  return 0;
}
