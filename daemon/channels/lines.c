/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/lines.h"

#include "base/clock.h"
#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

#define KEYRING_WAIT_S 30

struct _KontorLines
{
  GObject      parent_instance;

  KontorStore *store;
  GHashTable  *channels; /* id → KontorChannel */
  guint        watch;
  guint        timer;    /* until the keyring is asked again */
};

G_DEFINE_FINAL_TYPE (KontorLines, kontor_lines, G_TYPE_OBJECT)

enum { RECEIVED, TYPED, HEALTH_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
on_received (KontorChannel *channel, KontorBatch *batch, KontorLines *self)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[RECEIVED], 0, channel, batch, &taken);

  return taken;
}

static void
on_typed (KontorChannel *channel, const KontorPerson *person, gboolean typing, KontorLines *self)
{
  g_signal_emit (self, signals[TYPED], 0, channel, person, typing);
}

static void
on_health_changed (KontorChannel *channel, KontorLines *self)
{
  g_signal_emit (self, signals[HEALTH_CHANGED], 0, channel);
}

static void
drop (KontorLines *self, const char *id)
{
  g_autoptr(KontorChannel) channel = NULL;

  if (!g_hash_table_steal_extended (self->channels, id, NULL, (gpointer *) &channel))
    return;
  kontor_channel_stop (channel);
  g_signal_handlers_disconnect_by_data (channel, self);
}

static void follow_all (KontorLines *self);

static gboolean
on_timer (gpointer data)
{
  KontorLines *self = data;

  self->timer = 0;
  follow_all (self);

  return G_SOURCE_REMOVE;
}

/* A keyring that is locked is no reason to forget a line: it waits, and says so. */
static void
start (KontorLines *self, KontorChannel *channel, GVariant *record)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) settings =
    kontor_keep_fill_secrets (self->store, kontor_kind_find ("channel"), record, &error);

  kontor_channel_lend_store (channel, self->store);
  if (settings != NULL)
    {
      kontor_channel_start (channel, settings);
      return;
    }
  kontor_channel_set_health (channel, KONTOR_CHANNEL_DEGRADED, error->message, 0,
                             kontor_clock_now_us () + KEYRING_WAIT_S * G_USEC_PER_SEC);
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (KEYRING_WAIT_S, on_timer, self);
}

/* A changed record is a line hung up and taken up again with the new settings. */
static void
follow (KontorLines *self, GVariant *record)
{
  const char *id = kontor_record_get_text (record, "id");
  const char *kind = kontor_record_get_text (record, "kind");
  KontorChannel *channel;

  drop (self, id);
  if (!kontor_record_get_yes (record, "active"))
    return;
  channel = kontor_channel_new (kind, id);
  if (channel == NULL)
    {
      g_warning ("%s is of kind “%s”, which this version does not know", id, kind);
      return;
    }
  g_hash_table_insert (self->channels, (char *) kontor_channel_get_id (channel), channel);
  g_signal_connect (channel, "received", G_CALLBACK (on_received), self);
  g_signal_connect (channel, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect (channel, "health-changed", G_CALLBACK (on_health_changed), self);
  start (self, channel, record);
}

/* What is not up yet is taken up. */
static void
follow_all (KontorLines *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = kontor_records_query (self->store, kontor_kind_find ("channel"),
                                                       &(KontorQuery) { 0 }, NULL, &error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      KontorChannel *channel =
        kontor_lines_find (self, kontor_record_get_text (records->pdata[i], "id"));

      if (channel == NULL || kontor_channel_get_health (channel)->state == KONTOR_CHANNEL_DEGRADED)
        follow (self, records->pdata[i]);
    }
}

/* What traffic changes in a record, its last activity, is no new setting. */
static void
on_touched (const char *kind, const char *id, gpointer data)
{
  KontorLines *self = data;
  KontorChannel *channel = NULL;
  g_autoptr(GVariant) record = NULL;

  if (!g_str_equal (kind, "channel"))
    return;
  record = kontor_records_get (self->store, kontor_kind_find ("channel"), id, NULL);
  channel = kontor_lines_find (self, id);
  if (channel != NULL && (record == NULL || kontor_record_get_yes (record, "removed")))
    kontor_channel_leave (channel);
  if (record != NULL)
    follow (self, record);
  else
    drop (self, id);
}

KontorLines *
kontor_lines_new (KontorStore *store)
{
  KontorLines *self = g_object_new (KONTOR_TYPE_LINES, NULL);

  self->store = store;

  return self;
}

gboolean
kontor_lines_open (KontorLines *self, GError **error)
{
  g_autoptr(GPtrArray) records = kontor_records_query (self->store, kontor_kind_find ("channel"),
                                                       &(KontorQuery) { 0 }, NULL, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    follow (self, records->pdata[i]);
  self->watch = kontor_store_watch (self->store, on_touched, self);

  return TRUE;
}

void
kontor_lines_close (KontorLines *self)
{
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (self->channels, NULL);

  if (self->watch != 0)
    kontor_store_unwatch (self->store, self->watch);
  self->watch = 0;
  g_clear_handle_id (&self->timer, g_source_remove);
  for (guint i = 0; ids[i] != NULL; i++)
    drop (self, ids[i]);
}

void
kontor_lines_wake (KontorLines *self)
{
  g_autoptr(GList) channels = g_hash_table_get_values (self->channels);

  for (GList *at = channels; at != NULL; at = at->next)
    if (KONTOR_CHANNEL_GET_CLASS (at->data)->wake != NULL)
      KONTOR_CHANNEL_GET_CLASS (at->data)->wake (at->data);
}

KontorChannel *
kontor_lines_find (KontorLines *self, const char *id)
{
  return g_hash_table_lookup (self->channels, id);
}

KontorChannel *
kontor_lines_find_kind (KontorLines *self, const char *kind)
{
  GHashTableIter iter;
  KontorChannel *channel, *first = NULL;

  g_hash_table_iter_init (&iter, self->channels);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &channel))
    if (g_str_equal (kontor_channel_get_kind (channel), kind) &&
        (first == NULL || g_strcmp0 (kontor_channel_get_id (channel),
                                     kontor_channel_get_id (first)) < 0))
      first = channel;

  return first;
}

static void
kontor_lines_finalize (GObject *object)
{
  KontorLines *self = KONTOR_LINES (object);

  kontor_lines_close (self);
  g_hash_table_unref (self->channels);

  G_OBJECT_CLASS (kontor_lines_parent_class)->finalize (object);
}

static void
kontor_lines_class_init (KontorLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_lines_finalize;

  signals[RECEIVED] =
    g_signal_new ("received", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 2, KONTOR_TYPE_CHANNEL, G_TYPE_POINTER);
  signals[TYPED] =
    g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, KONTOR_TYPE_CHANNEL, G_TYPE_POINTER,
                  G_TYPE_BOOLEAN);
  signals[HEALTH_CHANGED] =
    g_signal_new ("health-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, KONTOR_TYPE_CHANNEL);
}

static void
kontor_lines_init (KontorLines *self)
{
  self->channels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/* The rule of the record kind: its settings are the fields of its kind. One that somebody wrote on
 * stays, for its conversations, and is off for good. */
static KontorField *
dup_settings (KontorStore *store, GVariant *record)
{
  const KontorChannelClass *klass =
    kontor_channel_find_class (kontor_record_get_text (record, "kind"));
  GArray *fields = kontor_own_fields_new ();

  for (const KontorField *field = klass != NULL ? klass->fields : NULL;
       field != NULL && field->name != NULL; field++)
    kontor_own_fields_add (fields, field);

  return kontor_own_fields_end (fields);
}

static gboolean
check_kind (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  const char *kind = kontor_record_get_text (whole, "kind");

  if (kontor_record_get_yes (whole, "removed"))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "%s was removed; add the channel anew", id);
      return FALSE;
    }
  if (kontor_channel_find_class (kind) != NULL)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "kind: there is no kind of channel “%s”", kind);

  return FALSE;
}

const KontorRule kontor_channel_rule = {
  .kind = "channel",
  .check = check_kind,
  .dup_own = dup_settings,
  .retired = "{'active': <false>, 'removed': <true>}",
};
