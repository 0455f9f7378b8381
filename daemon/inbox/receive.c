/* SPDX-License-Identifier: GPL-3.0-or-later */
/* receive.c — an idle source gathers; one commit pays for all of it. If the one transaction fails,
 * each batch is tried alone, so that one that cannot be kept takes no other with it. */
#include "inbox/receive.h"

#include "contacts/contacts.h"
#include "inbox/messages.h"
#include "journal/timeline.h"

typedef struct {
  char        *channel;
  KontorBatch *batch;
} Arrival;

struct _KontorReceive
{
  GObject      parent_instance;

  KontorStore *store;
  GPtrArray   *arrivals;
  GHashTable  *notices;   /* kind → KontorReceiveNotice */
  guint        idle;
};

G_DEFINE_FINAL_TYPE (KontorReceive, kontor_receive, G_TYPE_OBJECT)

static void
arrival_free (Arrival *arrival)
{
  kontor_batch_free (arrival->batch);
  g_free (arrival->channel);
  g_free (arrival);
}

/* Everything a line says of itself stands in its history; some of it is somebody's business. */
static gboolean
keep_notice (KontorReceive *self, const char *channel, const KontorNotice *notice, GError **error)
{
  KontorReceiveNotice take = (KontorReceiveNotice) (void (*) (void))
    g_hash_table_lookup (self->notices, notice->kind);

  return kontor_timeline_write (self->store, &kontor_actor_system, "channel", channel, notice->kind,
                                notice->body, error) &&
         (take == NULL || take (self->store, channel, notice, error));
}

static gboolean
keep_batch (KontorReceive *self, Arrival *arrival, GError **error)
{
  KontorStore *store = self->store;
  KontorBatch *batch = arrival->batch;

  for (guint i = 0; i < batch->messages->len; i++)
    {
      gboolean fresh;

      if (!kontor_messages_take_in (store, arrival->channel, batch->messages->pdata[i], &fresh,
                                    error))
        return FALSE;
    }
  for (guint i = 0; i < batch->own->len; i++)
    if (!kontor_messages_take_own (store, arrival->channel, batch->own->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < batch->receipts->len; i++)
    if (!kontor_messages_take_receipt (store, arrival->channel, batch->receipts->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < batch->notices->len; i++)
    if (!keep_notice (self, arrival->channel, batch->notices->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < batch->renamed->len; i++)
    if (!kontor_contacts_rename (store, batch->renamed->pdata[i], error))
      return FALSE;

  return batch->write == NULL || batch->write (store, batch->data, error);
}

/* Mostly it is one line that all of them came in on. */
static gboolean
mark_heard (KontorReceive *self, GPtrArray *arrivals, guint from, guint to, GError **error)
{
  const char *last = NULL;

  for (guint i = from; i < to; i++)
    {
      const char *channel = ((Arrival *) arrivals->pdata[i])->channel;

      if (g_strcmp0 (channel, last) != 0 &&
          !kontor_messages_mark_heard (self->store, channel, error))
        return FALSE;
      last = channel;
    }

  return TRUE;
}

static gboolean
keep (KontorReceive *self, GPtrArray *arrivals, guint from, guint to, GError **error)
{
  KontorStore *store = self->store;

  if (!kontor_store_begin (store, error))
    return FALSE;
  for (guint i = from; i < to; i++)
    if (!keep_batch (self, arrivals->pdata[i], error))
      {
        kontor_store_undo (store);
        return FALSE;
      }
  if (mark_heard (self, arrivals, from, to, error) && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

static void
tell (Arrival *arrival, gboolean kept)
{
  if (arrival->batch->kept != NULL)
    arrival->batch->kept (kept, arrival->batch->data);
}

/* Ids that a transaction gave and took back again must not look stored. */
static void
forget_ids (Arrival *arrival)
{
  GPtrArray *const lists[] = { arrival->batch->messages, arrival->batch->own };

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      {
        KontorMessage *message = lists[list]->pdata[i];

        message->id = message->conversation = 0;
      }
}

static gboolean
on_idle (gpointer data)
{
  KontorReceive *self = data;
  g_autoptr(GPtrArray) arrivals = g_steal_pointer (&self->arrivals);
  g_autoptr(GError) error = NULL;
  gboolean all;

  self->idle = 0;
  self->arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify) arrival_free);
  all = keep (self, arrivals, 0, arrivals->len, &error);
  for (guint i = 0; i < arrivals->len; i++)
    {
      g_autoptr(GError) alone = NULL;
      gboolean kept = all;

      if (!all)
        {
          forget_ids (arrivals->pdata[i]);
          kept = keep (self, arrivals, i, i + 1, &alone);
          if (!kept)
            g_warning ("what came in could not be kept: %s", alone->message);
        }
      tell (arrivals->pdata[i], kept);
    }

  return G_SOURCE_REMOVE;
}

KontorReceive *
kontor_receive_new (KontorStore *store)
{
  KontorReceive *self = g_object_new (KONTOR_TYPE_RECEIVE, NULL);

  self->store = store;

  return self;
}

void
kontor_receive_on (KontorReceive *self, const char *kind, KontorReceiveNotice take)
{
  g_hash_table_insert (self->notices, (char *) kind, (gpointer) (void (*) (void)) take);
}

void
kontor_receive_take (KontorReceive *self, KontorChannel *channel, KontorBatch *batch)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->channel = g_strdup (kontor_channel_get_id (channel));
  arrival->batch = batch;
  g_ptr_array_add (self->arrivals, arrival);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
kontor_receive_finalize (GObject *object)
{
  KontorReceive *self = KONTOR_RECEIVE (object);

  for (guint i = 0; i < self->arrivals->len; i++)
    tell (self->arrivals->pdata[i], FALSE);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_unref (self->arrivals);
  g_hash_table_unref (self->notices);

  G_OBJECT_CLASS (kontor_receive_parent_class)->finalize (object);
}

static void
kontor_receive_class_init (KontorReceiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_receive_finalize;
}

static void
kontor_receive_init (KontorReceive *self)
{
  self->notices = g_hash_table_new (g_str_hash, g_str_equal);
  self->arrivals = g_ptr_array_new_with_free_func ((GDestroyNotify) arrival_free);
}
