/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outbox.c — on each line a few messages at a time, to each contact one after the other.
 *
 *   queued → sending → sent                       the line took it
 *                    → queued, due later          TRY_LATER: surely not said
 *                    → unknown                    perhaps said: a receipt or a person tells
 *                    → failed                     never, with the reason
 * "sending" is stored before the line is asked: what stands so at the start was cut off by a crash.
 */
#include "inbox/outbox.h"

#include "base/clock.h"
#include "compliance/consent.h"
#include "compliance/pace.h"
#include "compliance/window.h"
#include "contacts/contacts.h"
#include "inbox/media.h"
#include "inbox/outcome.h"
#include "model/error.h"

struct _KontorOutbox
{
  GObject       parent_instance;

  KontorStore  *store;
  KontorLines  *lines;
  char         *folder;
  KontorPace   *pace;
  GHashTable   *busy;     /* conversations (gint64) in which something is being said */
  GHashTable   *flights;  /* id of a channel → how many calls are under way on it */
  GCancellable *cancellable;
  guint         idle;
  gint64        wake_at_us;  /* when the first that is held back may go; 0: nothing is */
  guint         timer;
  guint         clock_watch;
  guint         watch;
};

enum { SENDING_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorOutbox, kontor_outbox, G_TYPE_OBJECT)

typedef struct {
  KontorOutbox   *outbox;
  KontorOutgoing *outgoing;
  KontorMessage  *message;
} Flight;

static void wake (KontorOutbox *self);

static guint
count_flights (KontorOutbox *self, const char *channel, int more)
{
  guint flights = GPOINTER_TO_UINT (g_hash_table_lookup (self->flights, channel)) + more;

  if (more != 0)
    g_hash_table_insert (self->flights, g_strdup (channel), GUINT_TO_POINTER (flights));

  return flights;
}

static void
flight_free (Flight *flight)
{
  g_object_unref (flight->outbox);
  kontor_outgoing_free (flight->outgoing);
  kontor_message_free (flight->message);
  g_free (flight);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flight, flight_free)

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Flight) flight = data;
  KontorOutbox *self = flight->outbox;
  KontorChannel *channel = KONTOR_CHANNEL (source);
  g_autoptr(GError) failure = NULL, error = NULL;
  KontorSetback setback;
  g_autofree char *external = kontor_channel_send_finish (channel, result, &setback, &failure);

  g_hash_table_remove (self->busy, &flight->outgoing->conversation);
  count_flights (self, flight->outgoing->channel, -1);
  if (g_hash_table_size (self->busy) == 0)
    g_signal_emit (self, signals[SENDING_CHANGED], 0, FALSE);
  if (g_cancellable_is_cancelled (self->cancellable))
    return; /* the store may be closed; what is "sending" is looked at when it opens again */
  if (failure != NULL)
    kontor_pace_learn (self->pace, flight->outgoing->channel, flight->outgoing->contact, &setback,
                       flight->outgoing->attempts, kontor_clock_now_us ());
  if (!kontor_outcome_keep (self->store, flight->outgoing,
                            KONTOR_CHANNEL_GET_CLASS (channel)->confirms, external, &setback,
                            failure, &error))
    g_warning ("what became of message %" G_GINT64_FORMAT " could not be kept: %s",
               flight->outgoing->message, error->message);
  wake (self);
}

/* The law and the conversation are asked again at the moment of sending. (transfer full): NULL: it
 * may go. */
static char *
find_hindrance (KontorStore *store, KontorChannel *channel, const KontorOutgoing *outgoing)
{
  g_autoptr(GError) error = NULL;

  if (!outgoing->despite_stop && kontor_consent_is_stopped (store, outgoing->contact))
    return g_strdup ("not sent: the contact said STOP");
  if (outgoing->automatic && outgoing->held)
    return g_strdup ("not sent: a person took the conversation over");
  if (outgoing->automatic && outgoing->silenced)
    return g_strdup ("not sent: the assistant may not speak by itself here any more");
  if (!kontor_window_allows (KONTOR_CHANNEL_GET_CLASS (channel)->pacing.window_us,
                             outgoing->last_in_at_us, outgoing->kind, kontor_clock_now_us (),
                             &error))
    return g_strdup_printf ("not sent: %s", error->message);

  return NULL;
}

/* Where the file of a message lies is the folder's business, not the row's. */
static gboolean
add_media (KontorOutbox *self, KontorMessage *message, GError **error)
{
  g_autoptr(GError) local = NULL;

  message->media = kontor_media_get (self->store, message->id, &local);
  if (message->media != NULL && message->media->sha256 != NULL)
    message->media->path = kontor_media_dup_path (self->folder, message->media->sha256);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static KontorMessage *
compose (KontorOutbox *self, const KontorOutgoing *outgoing, GError **error)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (self->store, outgoing->message, error);
  g_autoptr(KontorMessage) message = NULL;
  g_autoptr(GError) local = NULL;

  if (said == NULL)
    return NULL;
  message = g_new0 (KontorMessage, 1);
  message->id = said->id;
  message->conversation = said->conversation;
  message->person = kontor_contacts_dup_person (self->store, outgoing->contact, error);
  message->kind = g_strdup (said->kind);
  message->text = g_strdup (said->text);
  message->body = g_strdup (said->body);
  message->said_at_us = kontor_clock_now_us ();
  message->token = kontor_messages_dup_token (self->store, said->id);
  if (message->person == NULL || !add_media (self, message, error))
    return NULL;
  message->about = kontor_outbox_dup_about (self->store, said->id, &local);
  if (local == NULL)
    return g_steal_pointer (&message);
  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

static gboolean
fly (KontorOutbox *self, KontorChannel *channel, KontorOutgoing *outgoing, GError **error)
{
  g_autoptr(KontorMessage) message = compose (self, outgoing, error);
  Flight *flight;

  if (message == NULL ||
      !kontor_messages_set_state (self->store, outgoing->message, "sending", NULL, NULL, error))
    return FALSE;
  flight = g_new0 (Flight, 1);
  flight->outbox = g_object_ref (self);
  flight->outgoing = outgoing;
  flight->message = g_steal_pointer (&message);
  g_hash_table_add (self->busy, g_memdup2 (&outgoing->conversation, sizeof (gint64)));
  count_flights (self, outgoing->channel, 1);
  if (g_hash_table_size (self->busy) == 1)
    g_signal_emit (self, signals[SENDING_CHANGED], 0, TRUE);
  kontor_channel_send_async (channel, flight->message, self->cancellable, on_sent, flight);

  return TRUE;
}

static gboolean
on_timer (gpointer data)
{
  KontorOutbox *self = data;

  self->timer = 0;
  self->wake_at_us = 0;
  wake (self);

  return G_SOURCE_REMOVE;
}

static void
on_clock_moved (gpointer data)
{
  KontorOutbox *self = data;

  if (self->wake_at_us == 0 || kontor_clock_now_us () < self->wake_at_us)
    return;
  self->wake_at_us = 0;
  wake (self);
}

/* One timer for the first that is held back. A clock that tests set wakes us itself. */
static void
wake_later (KontorOutbox *self, gint64 wait_us)
{
  gint64 at_us = kontor_clock_now_us () + wait_us;

  if (self->wake_at_us != 0 && self->wake_at_us <= at_us)
    return;
  self->wake_at_us = at_us;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!kontor_clock_is_set ())
    self->timer = g_timeout_add (wait_us / 1000 + 1, on_timer, self);
}

static gboolean
may_go_now (KontorOutbox *self, KontorChannel *channel, const KontorOutgoing *outgoing)
{
  gint64 wait_us = kontor_pace_ask (self->pace, outgoing->channel, outgoing->contact,
                                    &KONTOR_CHANNEL_GET_CLASS (channel)->pacing,
                                    kontor_clock_now_us ());

  if (wait_us > 0)
    wake_later (self, wait_us);

  return wait_us == 0;
}

/* TRUE when @outgoing was taken over by a flight. */
static gboolean
send_one (KontorOutbox *self, KontorChannel *channel, KontorOutgoing *outgoing)
{
  g_autofree char *hindrance = NULL;
  g_autoptr(GError) error = NULL;

  if (g_hash_table_contains (self->busy, &outgoing->conversation))
    return FALSE;
  hindrance = find_hindrance (self->store, channel, outgoing);
  if (hindrance != NULL)
    {
      if (!kontor_outcome_fail (self->store, outgoing, hindrance, &error))
        g_warning ("%s", error->message);
      wake (self);
      return FALSE;
    }
  if (!may_go_now (self, channel, outgoing))
    return FALSE;
  if (fly (self, channel, outgoing, &error))
    return TRUE;
  g_warning ("message %" G_GINT64_FORMAT " waits: %s", outgoing->message, error->message);

  return FALSE;
}

/* TRUE: there is room left, and what is on the next page may go: contacts that are held back hold
 * up nobody else. */
static gboolean
send_page (KontorOutbox *self, KontorChannel *channel, gint64 *after)
{
  const KontorPacing *pacing = &KONTOR_CHANNEL_GET_CLASS (channel)->pacing;
  const char *line = kontor_channel_get_id (channel);
  guint at_once = MAX (pacing->at_once, 1), limit = 2 * at_once;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) due = kontor_outbox_due (self->store, line, kontor_clock_now_us (), *after,
                                                limit, &error);

  if (due == NULL)
    {
      g_warning ("the outbox cannot be read: %s", error->message);
      return FALSE;
    }
  g_ptr_array_set_free_func (due, NULL);
  for (guint i = 0; i < due->len; i++)
    {
      *after = ((KontorOutgoing *) due->pdata[i])->message;
      if (count_flights (self, line, 0) >= at_once || !send_one (self, channel, due->pdata[i]))
        kontor_outgoing_free (due->pdata[i]);
    }

  return due->len == limit && count_flights (self, line, 0) < at_once &&
         kontor_pace_ask_line (self->pace, line, pacing, kontor_clock_now_us ()) == 0;
}

static void
send_on (KontorOutbox *self, const char *line)
{
  KontorChannel *channel = kontor_lines_find (self->lines, line);
  gint64 after = 0;

  /* Switched off, or in need of a person: it waits, and goes when the line is taken up again. */
  if (channel == NULL || !kontor_channel_may_send (channel) ||
      count_flights (self, line, 0) >= MAX (KONTOR_CHANNEL_GET_CLASS (channel)->pacing.at_once, 1))
    return;
  while (send_page (self, channel, &after));
}

static gboolean
on_idle (gpointer data)
{
  KontorOutbox *self = data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = kontor_outbox_lines (self->store, &error);

  self->idle = 0;
  if (lines == NULL)
    g_warning ("the outbox cannot be read: %s", error->message);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    send_on (self, lines[i]);

  return G_SOURCE_REMOVE;
}

static void
wake (KontorOutbox *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  if (g_str_equal (kind, "outbox") || g_str_equal (kind, "channel"))
    wake (data);
}

static void
on_health_changed (KontorLines *lines, KontorChannel *channel, KontorOutbox *self)
{
  if (kontor_channel_get_health (channel)->state == KONTOR_CHANNEL_CONNECTED)
    wake (self);
}

static gboolean
mend (KontorOutbox *self, const KontorOutgoing *outgoing, GError **error)
{
  KontorChannel *channel = kontor_lines_find (self->lines, outgoing->channel);
  const KontorChannelClass *klass = channel != NULL ? KONTOR_CHANNEL_GET_CLASS (channel) : NULL;

  if (!g_str_equal (outgoing->state, "sending"))
    return kontor_outbox_delete (self->store, outgoing->message, error);
  if (klass != NULL && klass->repeats_safely)
    return kontor_messages_set_state (self->store, outgoing->message, "queued", NULL, NULL, error);

  return kontor_outcome_leave_unknown (self->store, outgoing, klass != NULL && klass->confirms,
                                       "Kontor stopped while it was being sent", error);
}

gboolean
kontor_outbox_open (KontorOutbox *self, GError **error)
{
  g_autoptr(GPtrArray) left = kontor_outbox_cut_off (self->store, error);

  if (left == NULL)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    if (!mend (self, left->pdata[i], error))
      return FALSE;
  self->watch = kontor_store_watch (self->store, on_touched, self);
  self->clock_watch = kontor_clock_watch (on_clock_moved, self);
  g_signal_connect_object (self->lines, "health-changed", G_CALLBACK (on_health_changed), self, 0);
  wake (self);

  return TRUE;
}

gboolean
kontor_outbox_retry (const char *subject, gpointer data, GError **error)
{
  wake (data);

  return TRUE;
}

KontorOutbox *
kontor_outbox_new (KontorStore *store, KontorLines *lines, const char *folder)
{
  KontorOutbox *self = g_object_new (KONTOR_TYPE_OUTBOX, NULL);

  self->store = store;
  self->lines = lines;
  self->folder = g_strdup (folder);

  return self;
}

static void
kontor_outbox_dispose (GObject *object)
{
  KontorOutbox *self = KONTOR_OUTBOX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->watch != 0)
    kontor_store_unwatch (self->store, self->watch);
  self->watch = 0;
  if (self->clock_watch != 0)
    kontor_clock_unwatch (self->clock_watch);
  self->clock_watch = 0;

  G_OBJECT_CLASS (kontor_outbox_parent_class)->dispose (object);
}

static void
kontor_outbox_finalize (GObject *object)
{
  KontorOutbox *self = KONTOR_OUTBOX (object);

  g_hash_table_unref (self->busy);
  g_hash_table_unref (self->flights);
  g_object_unref (self->cancellable);
  kontor_pace_free (self->pace);
  g_free (self->folder);

  G_OBJECT_CLASS (kontor_outbox_parent_class)->finalize (object);
}

static void
kontor_outbox_class_init (KontorOutboxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_outbox_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_outbox_finalize;
  signals[SENDING_CHANGED] = g_signal_new ("sending-changed", KONTOR_TYPE_OUTBOX,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           G_TYPE_BOOLEAN);
}

static void
kontor_outbox_init (KontorOutbox *self)
{
  self->busy = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->flights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
  self->pace = kontor_pace_new ();
}
