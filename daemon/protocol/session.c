/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session.c — the table of states. What the network, the clock and the server do is turned into
 * one step; kontor_session_go () checks it, ends what the old state had under way, begins what
 * the new one needs and tells the owner. */
#define G_LOG_DOMAIN "protocol"

#include <string.h>

#include "base/alarm.h"
#include "base/clock.h"
#include "protocol/certificate.h"
#include "protocol/session-inside.h"
#include "protocol/web-version.h"

#define URL "wss://web.whatsapp.com/ws/chat"

#define STEP_LIMIT_US    (20 * G_USEC_PER_SEC)
#define REFRESH_LIMIT_US (60 * G_USEC_PER_SEC)
#define REFRESH_AGAIN_US ((gint64) 3600 * G_USEC_PER_SEC)

/* Waits between tries double from here to there, and half of each is chance: many sessions that
 * lost one server do not come back at once. */
#define FIRST_WAIT_US    ((gint64) G_USEC_PER_SEC)
#define LONGEST_WAIT_US  ((gint64) 300 * G_USEC_PER_SEC)
#define MAX_AT_ONCE      3

#define TO(state) (1u << KONTOR_SESSION_##state)
#define ANYWHERE  (TO (WAITING) | TO (STOPPED) | TO (OFF))
/* Where the server's last word may lead. */
#define ENDS      (ANYWHERE | TO (CONNECTING) | TO (REFRESHING))

static void enter_nothing    (KontorSession *self, gint64 wait_us);
static void enter_connecting (KontorSession *self, gint64 wait_us);
static void enter_greeting   (KontorSession *self, gint64 wait_us);
static void enter_step       (KontorSession *self, gint64 wait_us);
static void enter_online     (KontorSession *self, gint64 wait_us);
static void enter_refreshing (KontorSession *self, gint64 wait_us);
static void enter_waiting    (KontorSession *self, gint64 wait_us);

static const struct {
  const char *name;
  guint       to;
  gboolean    is_connected;   /* else the connection, if there is one, is closed on the way here */
  void      (*enter) (KontorSession *self, gint64 wait_us);
} states[] = {
  [KONTOR_SESSION_OFF] = { "off", TO (CONNECTING), FALSE, enter_nothing },
  [KONTOR_SESSION_CONNECTING] = { "connecting", ANYWHERE | TO (GREETING), FALSE,
                                  enter_connecting },
  [KONTOR_SESSION_GREETING] = { "greeting", ANYWHERE | TO (SIGNING_IN), TRUE, enter_greeting },
  [KONTOR_SESSION_SIGNING_IN] = { "signing in", ENDS | TO (LINKING) | TO (ONLINE), TRUE,
                                  enter_step },
  [KONTOR_SESSION_LINKING] = { "linking", ENDS | TO (LINKED), TRUE, enter_nothing },
  [KONTOR_SESSION_LINKED] = { "linked", ENDS, TRUE, enter_step },
  [KONTOR_SESSION_ONLINE] = { "online", ENDS, TRUE, enter_online },
  [KONTOR_SESSION_REFRESHING] = { "refreshing", ANYWHERE | TO (CONNECTING), FALSE,
                                  enter_refreshing },
  [KONTOR_SESSION_WAITING] = { "waiting", TO (CONNECTING) | TO (STOPPED) | TO (OFF), FALSE,
                               enter_waiting },
  [KONTOR_SESSION_STOPPED] = { "stopped", TO (CONNECTING) | TO (STOPPED) | TO (OFF), FALSE,
                               enter_nothing },
};

gboolean
kontor_session_may_go (KontorSessionState from, KontorSessionState to)
{
  return (states[from].to & 1u << to) != 0;
}

static void
leave (KontorSession *self)
{
  kontor_alarm_clear (&self->alarm);
  if (self->fetching != NULL)
    g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
  if (self->state == KONTOR_SESSION_LINKING)
    kontor_session_leave_linking (self);
  if (self->state == KONTOR_SESSION_ONLINE)
    kontor_session_leave_online (self);
}

void
kontor_session_go (KontorSession *self, KontorSessionState state, const GError *cause,
                   gint64 wait_us)
{
  g_autoptr(GError) copy = cause != NULL ? g_error_copy (cause) : NULL;
  gint64 next_us = state == KONTOR_SESSION_WAITING ? kontor_clock_now_us () + wait_us : 0;

  g_return_if_fail (kontor_session_may_go (self->state, state));

  g_log (G_LOG_DOMAIN, copy != NULL ? G_LOG_LEVEL_MESSAGE : G_LOG_LEVEL_DEBUG,
         "a linked device is %s, was %s: %s", states[state].name, states[self->state].name,
         copy != NULL ? copy->message : "as it should");
  leave (self);
  self->state = state;
  if (!states[state].is_connected)
    {
      kontor_session_close_line (self);
      kontor_asks_give_up (self->asks);
    }
  if (self->state == state)
    states[state].enter (self, wait_us);
  if (self->state == state)
    self->events.moved (state, copy, next_us, self->user_data);
}

static gint64
choose_wait (KontorSession *self)
{
  gint64 wait_us = FIRST_WAIT_US << MIN (self->n_failures, 20);

  wait_us = MIN (wait_us, LONGEST_WAIT_US);

  return wait_us / 2 + g_random_double () * (wait_us / 2);
}

void
kontor_session_break (KontorSession *self, const GError *error)
{
  gint64 wait_us = choose_wait (self);

  self->n_failures++;
  kontor_session_go (self, KONTOR_SESSION_WAITING, error, wait_us);
}

static void
refresh (KontorSession *self, const GError *error)
{
  if (!self->has_refreshed)
    {
      self->has_refreshed = TRUE;
      kontor_session_go (self, KONTOR_SESSION_REFRESHING, error, 0);
      return;
    }
  self->has_refreshed = FALSE;
  kontor_session_go (self, KONTOR_SESSION_WAITING, error, REFRESH_AGAIN_US);
}

void
kontor_session_end (KontorSession *self, const KontorEnding *ending)
{
  self->is_banned = ending->is_ban;
  switch (ending->cure)
    {
    case KONTOR_CURE_AGAIN:
      kontor_session_break (self, ending->error);
      break;
    case KONTOR_CURE_AT_ONCE:
      if (self->n_failures++ < MAX_AT_ONCE)
        kontor_session_go (self, KONTOR_SESSION_CONNECTING, NULL, 0);
      else
        kontor_session_break (self, ending->error);
      break;
    case KONTOR_CURE_REFRESH:
      refresh (self, ending->error);
      break;
    case KONTOR_CURE_LATER:
      self->must_wait = TRUE;
      kontor_session_go (self, KONTOR_SESSION_WAITING, ending->error, ending->wait_us);
      break;
    case KONTOR_CURE_PERSON:
    case KONTOR_CURE_LINK:
      kontor_session_go (self, KONTOR_SESSION_STOPPED, ending->error, 0);
      break;
    }
}

gboolean
kontor_session_keep (KontorSession *self)
{
  g_autoptr(GError) error = NULL;

  if (self->events.changed (self->credentials, self->user_data))
    return TRUE;
  g_set_error (&error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
               "What WhatsApp told this device could not be kept. Look whether the disk is full.");
  kontor_session_go (self, KONTOR_SESSION_STOPPED, error, 0);

  return FALSE;
}

static void
on_late (gpointer data)
{
  KontorSession *self = data;
  g_autoptr(GError) error = g_error_new (KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                                         "WhatsApp did not answer in time (%s).",
                                         states[self->state].name);

  self->alarm = 0;
  kontor_session_break (self, error);
}

static void
enter_nothing (KontorSession *self, gint64 wait_us)
{
}

static void
enter_step (KontorSession *self, gint64 wait_us)
{
  self->alarm = kontor_alarm_set (STEP_LIMIT_US, on_late, self);
}

static void
enter_connecting (KontorSession *self, gint64 wait_us)
{
  self->must_wait = self->is_banned = FALSE;
  kontor_session_open_line (self);
  enter_step (self, wait_us);
}

static void
enter_greeting (KontorSession *self, gint64 wait_us)
{
  kontor_session_greet (self);
  enter_step (self, wait_us);
}

static void
enter_online (KontorSession *self, gint64 wait_us)
{
  self->n_failures = 0;
  self->has_refreshed = FALSE;
  kontor_session_enter_online (self);
}

static void
on_page (GBytes *page, const GError *error, gpointer user_data)
{
  KontorSession *self = user_data;
  guint revision = page != NULL ? kontor_web_version_find (page) : 0;
  g_autoptr(GError) none = NULL;

  if (page == NULL)
    kontor_session_break (self, error);
  else if (revision > self->credentials->revision)
    {
      self->credentials->revision = revision;
      if (kontor_session_keep (self))
        kontor_session_go (self, KONTOR_SESSION_CONNECTING, NULL, 0);
    }
  else
    {
      g_set_error (&none, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                   "WhatsApp wants a newer version, and its page tells none.");
      self->has_refreshed = FALSE;
      kontor_session_go (self, KONTOR_SESSION_WAITING, none, REFRESH_AGAIN_US);
    }
}

static void
enter_refreshing (KontorSession *self, gint64 wait_us)
{
  self->fetching = g_cancellable_new ();
  self->alarm = kontor_alarm_set (REFRESH_LIMIT_US, on_late, self);
  self->transport.fetch (self->transport.data, self->page, self->fetching, on_page, self);
}

static void
on_waited (gpointer data)
{
  KontorSession *self = data;

  self->alarm = 0;
  kontor_session_go (self, KONTOR_SESSION_CONNECTING, NULL, 0);
}

static void
enter_waiting (KontorSession *self, gint64 wait_us)
{
  self->alarm = kontor_alarm_set (wait_us, on_waited, self);
}

KontorSessionState
kontor_session_get_state (KontorSession *self)
{
  return self->state;
}

gboolean
kontor_session_is_banned (KontorSession *self)
{
  return self->is_banned;
}

const KontorCredentials *
kontor_session_get_credentials (KontorSession *self)
{
  return self->credentials;
}

const KontorSessionPlace *
kontor_session_get_whatsapp (void)
{
  static KontorSessionPlace place = { NULL, URL, KONTOR_WEB_PAGE, kontor_certificate_root };

  place.transport = kontor_transport_get_net ();

  return &place;
}

KontorSession *
kontor_session_new (const KontorSessionPlace *place, KontorCredentials *credentials,
                    const KontorDeviceKeys *keys, const KontorSessionEvents *events,
                    gpointer user_data)
{
  KontorSession *self = g_new0 (KontorSession, 1);

  self->transport = *place->transport;
  self->url = g_strdup (place->url);
  self->page = g_strdup (place->page);
  memcpy (self->root, place->root, sizeof self->root);
  self->credentials = credentials;
  self->keys = *keys;
  self->events = *events;
  self->user_data = user_data;
  self->asks = kontor_asks_new ();

  return self;
}

void
kontor_session_free (KontorSession *self)
{
  leave (self);
  kontor_session_close_line (self);
  kontor_asks_free (self->asks);
  kontor_credentials_free (self->credentials);
  g_free (self->url);
  g_free (self->page);
  g_free (self);
}

void
kontor_session_start (KontorSession *self)
{
  if (kontor_session_may_go (self->state, KONTOR_SESSION_CONNECTING) &&
      !states[self->state].is_connected && self->state != KONTOR_SESSION_REFRESHING)
    kontor_session_go (self, KONTOR_SESSION_CONNECTING, NULL, 0);
}

void
kontor_session_stop (KontorSession *self)
{
  if (self->state != KONTOR_SESSION_OFF)
    kontor_session_go (self, KONTOR_SESSION_OFF, NULL, 0);
}

void
kontor_session_wake (KontorSession *self)
{
  self->n_failures = 0;
  if (self->state == KONTOR_SESSION_WAITING && !self->must_wait)
    kontor_session_go (self, KONTOR_SESSION_CONNECTING, NULL, 0);
  else if (self->state == KONTOR_SESSION_ONLINE)
    kontor_session_prove_online (self);
}
