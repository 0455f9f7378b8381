/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outbox.c — one message at a time on each line, in the order in which they were said.
 *
 *   queued → sending → sent                       the line took it
 *                    → queued, due later          TRY_LATER: surely not said
 *                    → unknown                    it may have been said: a person decides
 *                    → failed                     never, with the reason
 * "sending" is stored before the line is asked: what stands so at the start was cut off by a crash.
 */
#include "inbox/outbox.h"

#include "agenda/agenda.h"
#include "base/clock.h"
#include "compliance/consent.h"
#include "inbox/conversation.h"
#include "inbox/messages.h"
#include "inbox/outbox-table.h"
#include "model/error.h"

#define FIRST_WAIT_US (G_GINT64_CONSTANT (5) * G_USEC_PER_SEC)
#define MOST_DOUBLINGS 9

struct _KontorOutbox
{
  GObject       parent_instance;

  KontorStore  *store;
  KontorLines  *lines;
  GHashTable   *busy;     /* ids of channels that are saying something */
  GCancellable *cancellable;
  guint         idle;
  guint         watch;
};

G_DEFINE_FINAL_TYPE (KontorOutbox, kontor_outbox, G_TYPE_OBJECT)

typedef struct {
  KontorOutbox   *outbox;
  KontorOutgoing *outgoing;
} Flight;

static void wake (KontorOutbox *self);

static gint64
say (KontorStore *store, const KontorActor *actor, const KontorConversation *conversation,
     const char *text, KontorSayFlags flags, const char *why, GError **error)
{
  gboolean automatic = (flags & KONTOR_SAY_AUTOMATIC) != 0;
  g_autofree char *author = kontor_actor_dup_name (actor);
  gint64 id;

  if (!automatic && g_str_equal (actor->kind, "teammate") && conversation->held_by == NULL &&
      !kontor_conversation_hold (store, actor, conversation->id, TRUE, error))
    return 0;
  id = kontor_messages_add (store, conversation->id, "out", author, automatic, text, why, error);
  if (id == 0 || !kontor_outbox_insert (store, id, kontor_clock_now_us (),
                                        (flags & KONTOR_SAY_DESPITE_STOP) != 0, error))
    return 0;

  return id;
}

gint64
kontor_outbox_say (KontorStore *store, const KontorActor *actor, gint64 conversation,
                   const char *text, KontorSayFlags flags, const char *why, GError **error)
{
  g_autoptr(KontorConversation) into = kontor_conversation_get (store, conversation, error);
  gint64 id;

  if (into == NULL)
    return 0;
  if (*text == '\0' || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "there is no text to send");
      return 0;
    }
  if (!(flags & KONTOR_SAY_DESPITE_STOP) && kontor_consent_is_stopped (store, into->contact))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "%s said STOP and asked not to be written to; nothing was sent. Write all the "
                   "same only if you must (--despite-stop)", into->name);
      return 0;
    }
  if (!kontor_store_begin (store, error))
    return 0;
  id = say (store, actor, into, text, flags, why, error);
  if (id == 0 || !kontor_store_commit (store, error))
    {
      kontor_store_undo (store);
      return 0;
    }

  return id;
}

/* What became of it, and that it is off the queue, in one transaction. */
static gboolean
conclude (KontorStore *store, const KontorOutgoing *outgoing, const char *state, const char *reason,
          const char *external, GError **error)
{
  if (!kontor_store_begin (store, error))
    return FALSE;
  if (kontor_messages_set_state (store, outgoing->message, state, reason, external, error) &&
      kontor_outbox_delete (store, outgoing->message, error) &&
      kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

static gboolean
put_off (KontorStore *store, const KontorOutgoing *outgoing, const char *reason, GError **error)
{
  gint64 wait_us = FIRST_WAIT_US << MIN (outgoing->attempts, MOST_DOUBLINGS);
  gint64 due_at_us = kontor_clock_now_us () + wait_us;
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, outgoing->message);

  if (!kontor_store_begin (store, error))
    return FALSE;
  if (kontor_messages_set_state (store, outgoing->message, "queued", reason, NULL, error) &&
      kontor_outbox_put_off (store, outgoing->message, due_at_us, error) &&
      kontor_agenda_put (store, "outbox", subject, due_at_us, error) &&
      kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

static gboolean
settle (KontorStore *store, const KontorOutgoing *outgoing, const char *external,
        const GError *failure, GError **error)
{
  if (failure == NULL)
    return conclude (store, outgoing, "sent", NULL, external, error);
  if (g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER))
    return put_off (store, outgoing, failure->message, error);
  if (g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN) ||
      g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return conclude (store, outgoing, "unknown", failure->message, NULL, error);

  return conclude (store, outgoing, "failed", failure->message, NULL, error);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  Flight *flight = data;
  g_autoptr(KontorOutbox) self = flight->outbox;
  g_autoptr(KontorOutgoing) outgoing = flight->outgoing;
  g_autoptr(GError) failure = NULL, error = NULL;
  g_autofree char *external =
    kontor_channel_send_finish (KONTOR_CHANNEL (source), result, &failure);

  g_free (flight);
  g_hash_table_remove (self->busy, outgoing->channel);
  if (g_cancellable_is_cancelled (self->cancellable))
    return; /* the store may be closed; what is "sending" is looked at when it opens again */
  if (!settle (self->store, outgoing, external, failure, &error))
    g_warning ("what became of message %" G_GINT64_FORMAT " could not be kept: %s",
               outgoing->message, error->message);
  wake (self);
}

/* The law and the conversation are asked again at the moment of sending. NULL: it may go. */
static const char *
find_hindrance (KontorStore *store, const KontorOutgoing *outgoing)
{
  if (!outgoing->despite_stop && kontor_consent_is_stopped (store, outgoing->contact))
    return "not sent: the contact said STOP";
  if (outgoing->automatic && outgoing->held)
    return "not sent: a person took the conversation over";

  return NULL;
}

static gboolean
fly (KontorOutbox *self, KontorChannel *channel, KontorOutgoing *outgoing, GError **error)
{
  g_autoptr(KontorMessage) message = NULL;
  g_autoptr(GError) local = NULL;
  g_autofree char *phone = kontor_outbox_dup_phone (self->store, outgoing->contact, &local);
  Flight *flight;

  if (local != NULL ||
      !kontor_messages_set_state (self->store, outgoing->message, "sending", NULL, NULL, &local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  message = kontor_message_new (NULL, phone, NULL, outgoing->text, kontor_clock_now_us ());
  message->id = outgoing->message;
  message->conversation = outgoing->conversation;

  flight = g_new0 (Flight, 1);
  flight->outbox = g_object_ref (self);
  flight->outgoing = outgoing;
  g_hash_table_add (self->busy, g_strdup (outgoing->channel));
  kontor_channel_send_async (channel, message, self->cancellable, on_sent, flight);

  return TRUE;
}

/* TRUE when @outgoing was taken over by a flight. */
static gboolean
send_one (KontorOutbox *self, KontorOutgoing *outgoing)
{
  KontorChannel *channel = kontor_lines_find (self->lines, outgoing->channel);
  const char *hindrance = find_hindrance (self->store, outgoing);
  g_autoptr(GError) error = NULL;

  if (g_hash_table_contains (self->busy, outgoing->channel))
    return FALSE;
  if (hindrance != NULL)
    {
      if (!conclude (self->store, outgoing, "failed", hindrance, NULL, &error))
        g_warning ("%s", error->message);
      return FALSE;
    }
  if (channel == NULL)
    return FALSE; /* switched off: it waits, and goes when the line is taken up again */
  if (fly (self, channel, outgoing, &error))
    return TRUE;
  g_warning ("message %" G_GINT64_FORMAT " waits: %s", outgoing->message, error->message);

  return FALSE;
}

static gboolean
on_idle (gpointer data)
{
  KontorOutbox *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) due = kontor_outbox_due (self->store, kontor_clock_now_us (), &error);

  self->idle = 0;
  if (due == NULL)
    g_warning ("the outbox cannot be read: %s", error->message);
  g_ptr_array_set_free_func (due, NULL);
  for (guint i = 0; due != NULL && i < due->len; i++)
    if (!send_one (self, due->pdata[i]))
      kontor_outgoing_free (due->pdata[i]);

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

static gboolean
mend (KontorOutbox *self, const KontorOutgoing *outgoing, GError **error)
{
  KontorChannel *channel = kontor_lines_find (self->lines, outgoing->channel);

  if (!g_str_equal (outgoing->state, "sending"))
    return TRUE;
  if (channel != NULL && kontor_channel_repeats_safely (channel))
    return kontor_messages_set_state (self->store, outgoing->message, "queued", NULL, NULL, error);

  return conclude (self->store, outgoing, "unknown",
                   "Kontor stopped while it was being sent; look on the phone whether it arrived",
                   NULL, error);
}

gboolean
kontor_outbox_open (KontorOutbox *self, GError **error)
{
  g_autoptr(GPtrArray) left = kontor_outbox_due (self->store, G_MAXINT64, error);

  if (left == NULL)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    if (!mend (self, left->pdata[i], error))
      return FALSE;
  self->watch = kontor_store_watch (self->store, on_touched, self);
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
kontor_outbox_new (KontorStore *store, KontorLines *lines)
{
  KontorOutbox *self = g_object_new (KONTOR_TYPE_OUTBOX, NULL);

  self->store = store;
  self->lines = lines;

  return self;
}

static void
kontor_outbox_dispose (GObject *object)
{
  KontorOutbox *self = KONTOR_OUTBOX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->watch != 0)
    kontor_store_unwatch (self->store, self->watch);
  self->watch = 0;

  G_OBJECT_CLASS (kontor_outbox_parent_class)->dispose (object);
}

static void
kontor_outbox_finalize (GObject *object)
{
  KontorOutbox *self = KONTOR_OUTBOX (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->busy);

  G_OBJECT_CLASS (kontor_outbox_parent_class)->finalize (object);
}

static void
kontor_outbox_class_init (KontorOutboxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_outbox_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_outbox_finalize;
}

static void
kontor_outbox_init (KontorOutbox *self)
{
  self->busy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}
