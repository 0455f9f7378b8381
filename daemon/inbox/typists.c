/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/typists.h"

#include "base/alarm.h"
#include "contacts/contacts.h"
#include "inbox/conversation.h"

#define SHOWN_US (25 * G_USEC_PER_SEC)

struct _KontorTypists
{
  GObject      parent_instance;

  KontorStore *store;
  GHashTable  *typing;  /* of Typist, by its conversation */
};

typedef struct {
  KontorTypists *self;
  gint64         conversation;
  guint          alarm;
} Typist;

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorTypists, kontor_typists, G_TYPE_OBJECT)

static void
typist_free (gpointer data)
{
  Typist *typist = data;

  kontor_alarm_clear (&typist->alarm);
  g_free (typist);
}

static void
stop (KontorTypists *self, gint64 conversation)
{
  if (g_hash_table_remove (self->typing, &conversation))
    g_signal_emit (self, signals[CHANGED], 0, conversation);
}

static void
on_shown_long_enough (gpointer data)
{
  Typist *typist = data;

  typist->alarm = 0;
  stop (typist->self, typist->conversation);
}

static void
go_on (KontorTypists *self, gint64 conversation)
{
  Typist *typist = g_hash_table_lookup (self->typing, &conversation);
  gboolean is_new = typist == NULL;

  if (is_new)
    {
      typist = g_new0 (Typist, 1);
      typist->self = self;
      typist->conversation = conversation;
      g_hash_table_insert (self->typing, &typist->conversation, typist);
    }
  kontor_alarm_clear (&typist->alarm);
  typist->alarm = kontor_alarm_set (SHOWN_US, on_shown_long_enough, typist);
  if (is_new)
    g_signal_emit (self, signals[CHANGED], 0, conversation);
}

/* 0: there is none. */
static gint64
find_conversation (KontorTypists *self, KontorChannel *channel, const KontorPerson *person)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *contact = kontor_contacts_find (self->store, person, &error);
  const KontorConversationQuery query = {
    .channel = kontor_channel_get_id (channel), .contact = contact, .limit = 1,
  };
  g_autoptr(GPtrArray) found = contact != NULL
    ? kontor_conversations_query (self->store, &query, NULL, &error) : NULL;

  if (error != NULL)
    g_debug ("%s", error->message);

  return found != NULL && found->len > 0 ? ((KontorConversation *) found->pdata[0])->id : 0;
}

static void
on_typed (KontorLines *lines, KontorChannel *channel, const KontorPerson *person, gboolean typing,
          KontorTypists *self)
{
  gint64 conversation = find_conversation (self, channel, person);

  if (conversation != 0 && typing)
    go_on (self, conversation);
  else if (conversation != 0)
    stop (self, conversation);
}

void
kontor_typists_hear (KontorTypists *self, KontorChannel *channel, const KontorBatch *batch)
{
  for (guint i = 0; i < batch->messages->len && g_hash_table_size (self->typing) > 0; i++)
    {
      const KontorMessage *message = batch->messages->pdata[i];

      stop (self, find_conversation (self, channel, message->person));
    }
}

gboolean
kontor_typists_has (KontorTypists *self, gint64 conversation)
{
  return g_hash_table_contains (self->typing, &conversation);
}

static void
kontor_typists_finalize (GObject *object)
{
  g_hash_table_unref (KONTOR_TYPISTS (object)->typing);

  G_OBJECT_CLASS (kontor_typists_parent_class)->finalize (object);
}

static void
kontor_typists_class_init (KontorTypistsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_typists_finalize;
  signals[CHANGED] = g_signal_new ("changed", KONTOR_TYPE_TYPISTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
kontor_typists_init (KontorTypists *self)
{
  self->typing = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, typist_free);
}

KontorTypists *
kontor_typists_new (KontorStore *store, KontorLines *lines)
{
  KontorTypists *self = g_object_new (KONTOR_TYPE_TYPISTS, NULL);

  self->store = store;
  g_signal_connect_object (lines, "typed", G_CALLBACK (on_typed), self, 0);

  return self;
}
