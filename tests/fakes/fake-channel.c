/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fakes/fake-channel.h"

#include <string.h>

#include "model/error.h"
#include "model/record.h"

typedef struct {
  GQueue   outcomes;  /* of FakeOutcome, as pointers */
  GQueue   silent;    /* of GTask, which wait for an answer */
  GQueue   files;     /* of GBytes; empty: it cannot be brought now */
  GString *said;
  GString *asked;
  GString *marked;
  char    *token;
  char    *word;
  guint    starts;
} FakeChannelPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (FakeChannel, fake_channel, KONTOR_TYPE_CHANNEL)

typedef FakeChannel FakeRepeatingChannel;
typedef FakeChannelClass FakeRepeatingChannelClass;
typedef FakeChannel FakeStrictChannel;
typedef FakeChannelClass FakeStrictChannelClass;

G_DEFINE_TYPE (FakeRepeatingChannel, fake_repeating_channel, FAKE_TYPE_CHANNEL)
G_DEFINE_TYPE (FakeStrictChannel, fake_strict_channel, FAKE_TYPE_CHANNEL)

static FakeChannelPrivate *
get_private (KontorChannel *channel)
{
  return fake_channel_get_instance_private (FAKE_CHANNEL (channel));
}

static void
append (GString *list, const char *text)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? "|" : "", text != NULL ? text : "");
}

static void
fake_start (KontorChannel *channel, GVariant *record)
{
  FakeChannelPrivate *priv = get_private (channel);

  priv->starts++;
  g_free (priv->word);
  priv->word = g_strdup (kontor_record_get_text (record, "x-word"));
  kontor_channel_set_health (channel, KONTOR_CHANNEL_CONNECTED, NULL, 0, 0);
}

static void
fake_stop (KontorChannel *channel)
{
  FakeChannelPrivate *priv = get_private (channel);
  GTask *task;

  while ((task = g_queue_pop_head (&priv->silent)) != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the line was stopped");
      g_object_unref (task);
    }
}

/* @task: its data is the id of the message. */
static void
answer (KontorChannel *channel, GTask *task, FakeOutcome outcome)
{
  static const struct {
    KontorError        code;
    KontorSetbackScope scope;
    const char        *text;
  } failures[] = {
    [FAKE_TRY_LATER] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_MESSAGE, "the line is busy" },
    [FAKE_CONTACT_LATER] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_CONTACT, "not so fast" },
    [FAKE_UNKNOWN] = { KONTOR_ERROR_UNKNOWN, KONTOR_SETBACK_MESSAGE, "the line broke off" },
    [FAKE_REFUSED] = { KONTOR_ERROR_FAILED, KONTOR_SETBACK_MESSAGE, "there is no such number" },
    [FAKE_TOO_LATE] = { KONTOR_ERROR_NOT_ALLOWED, KONTOR_SETBACK_WINDOW, "written too long ago" },
    [FAKE_NOT_LINKED] = { KONTOR_ERROR_NOT_LINKED, KONTOR_SETBACK_MESSAGE, "not linked" },
  };
  const char *id = g_task_get_task_data (task);
  g_autofree char *external = g_strconcat ("fake-", id, NULL);

  if (outcome == FAKE_SENT)
    {
      g_task_return_pointer (task, g_steal_pointer (&external), g_free);
      return;
    }
  if (outcome == FAKE_NOT_LINKED)
    kontor_channel_set_health (channel, KONTOR_CHANNEL_LOGGED_OUT, "not linked", 0, 0);
  g_task_set_task_data (task, g_memdup2 (&failures[outcome].scope, sizeof (KontorSetbackScope)),
                        g_free);
  g_task_return_new_error (task, KONTOR_ERROR, failures[outcome].code, "%s",
                           failures[outcome].text);
}

static void
fake_send_async (KontorChannel *channel, const KontorMessage *message, GCancellable *cancellable,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  FakeChannelPrivate *priv = get_private (channel);
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);
  FakeOutcome outcome = GPOINTER_TO_INT (g_queue_pop_head (&priv->outcomes));

  g_task_set_source_tag (task, fake_send_async);
  g_task_set_task_data (task, g_strdup_printf ("%" G_GINT64_FORMAT, message->id), g_free);
  append (priv->said, message->text);
  g_free (priv->token);
  priv->token = g_strdup (message->token);
  if (outcome == FAKE_SILENT)
    g_queue_push_tail (&priv->silent, g_steal_pointer (&task));
  else
    answer (channel, task, outcome);
}

static char *
fake_send_finish (KontorChannel *channel, GAsyncResult *result, KontorSetback *setback,
                  GError **error)
{
  gboolean failed = g_task_had_error (G_TASK (result));
  char *external = g_task_propagate_pointer (G_TASK (result), error);

  if (failed && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    setback->scope = *(KontorSetbackScope *) g_task_get_task_data (G_TASK (result));

  return external;
}

static void
fake_mark_read (KontorChannel *channel, const char *external_id, gboolean typing)
{
  append (get_private (channel)->marked, typing ? "typing" : "read");
}

static void
fake_fetch_async (KontorChannel *channel, const KontorMedia *media, const char *path,
                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  FakeChannelPrivate *priv = get_private (channel);
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);
  g_autoptr(GBytes) content = g_queue_pop_head (&priv->files);
  g_autoptr(GError) error = NULL;

  g_task_set_source_tag (task, fake_fetch_async);
  append (priv->asked, media->remote);
  if (content == NULL)
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "no longer there");
  else if (g_bytes_get_size (content) == 0)
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, "the line is busy");
  else if (!g_file_set_contents (path, g_bytes_get_data (content, NULL),
                                 g_bytes_get_size (content), &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content), g_free);
}

static char *
fake_fetch_finish (KontorChannel *channel, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_channel_finalize (GObject *object)
{
  FakeChannelPrivate *priv = get_private (KONTOR_CHANNEL (object));

  g_queue_clear (&priv->outcomes);
  g_queue_clear_full (&priv->files, (GDestroyNotify) g_bytes_unref);
  g_string_free (priv->said, TRUE);
  g_string_free (priv->asked, TRUE);
  g_string_free (priv->marked, TRUE);
  g_free (priv->token);
  g_free (priv->word);

  G_OBJECT_CLASS (fake_channel_parent_class)->finalize (object);
}

static const KontorField settings[] = {
  { "x-word", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, "Word" },
  { NULL }
};

static gboolean
fake_check (const KontorMessage *message, GError **error)
{
  if (g_strcmp0 (message->text, "too long for this line") != 0)
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "the text is too long");

  return FALSE;
}

static void
fake_channel_class_init (FakeChannelClass *klass)
{
  KontorChannelClass *channel_class = KONTOR_CHANNEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fake_channel_finalize;
  channel_class->name = "fake";
  channel_class->title = "Fake";
  channel_class->fields = settings;
  channel_class->confirms = TRUE;
  channel_class->pacing.at_once = 4;
  channel_class->pacing.edit_us = 15 * G_TIME_SPAN_MINUTE;
  channel_class->pacing.take_back_us = 2 * G_TIME_SPAN_DAY;
  channel_class->start = fake_start;
  channel_class->stop = fake_stop;
  channel_class->check = fake_check;
  channel_class->send_async = fake_send_async;
  channel_class->send_finish = fake_send_finish;
  channel_class->mark_read = fake_mark_read;
  channel_class->fetch_async = fake_fetch_async;
  channel_class->fetch_finish = fake_fetch_finish;
}

static void
fake_channel_init (FakeChannel *self)
{
  FakeChannelPrivate *priv = get_private (KONTOR_CHANNEL (self));

  g_queue_init (&priv->outcomes);
  g_queue_init (&priv->silent);
  g_queue_init (&priv->files);
  priv->said = g_string_new (NULL);
  priv->asked = g_string_new (NULL);
  priv->marked = g_string_new (NULL);
}

static void
fake_repeating_channel_class_init (FakeRepeatingChannelClass *klass)
{
  KONTOR_CHANNEL_CLASS (klass)->name = "fake-repeating";
  KONTOR_CHANNEL_CLASS (klass)->repeats_safely = TRUE;
}

static void
fake_repeating_channel_init (FakeRepeatingChannel *self)
{
}

static void
fake_strict_channel_class_init (FakeStrictChannelClass *klass)
{
  KontorChannelClass *channel_class = KONTOR_CHANNEL_CLASS (klass);

  channel_class->name = "fake-strict";
  channel_class->pacing.edit_us = channel_class->pacing.take_back_us = 0;
  channel_class->pacing.window_us = G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC;
  channel_class->pacing.contact_every_us = 6 * G_USEC_PER_SEC;
  channel_class->pacing.contact_burst = 2;
}

static void
fake_strict_channel_init (FakeStrictChannel *self)
{
}

void
fake_channel_decide (FakeChannel *self, FakeOutcome outcome)
{
  g_queue_push_tail (&get_private (KONTOR_CHANNEL (self))->outcomes, GINT_TO_POINTER (outcome));
}

void
fake_channel_answer (FakeChannel *self, FakeOutcome outcome)
{
  g_autoptr(GTask) task = g_queue_pop_head (&get_private (KONTOR_CHANNEL (self))->silent);

  g_assert_nonnull (task);
  answer (KONTOR_CHANNEL (self), task, outcome);
}

const char *
fake_channel_get_said (FakeChannel *self)
{
  return get_private (KONTOR_CHANNEL (self))->said->str;
}

const char *
fake_channel_get_token (FakeChannel *self)
{
  return get_private (KONTOR_CHANNEL (self))->token;
}

guint
fake_channel_get_starts (FakeChannel *self)
{
  return get_private (KONTOR_CHANNEL (self))->starts;
}

const char *
fake_channel_get_word (FakeChannel *self)
{
  return get_private (KONTOR_CHANNEL (self))->word;
}

void
fake_channel_hear (FakeChannel *self, const char *external, const char *phone, const char *name,
                   const char *text)
{
  KontorBatch *batch = kontor_batch_new ();

  g_ptr_array_add (batch->messages, kontor_message_new (external, phone, name, text, 0));
  kontor_channel_hand_over (KONTOR_CHANNEL (self), batch);
}

void
fake_channel_confirm (FakeChannel *self, KontorReceipt *receipt)
{
  KontorBatch *batch = kontor_batch_new ();

  g_ptr_array_add (batch->receipts, receipt);
  kontor_channel_hand_over (KONTOR_CHANNEL (self), batch);
}

void
fake_channel_promise (FakeChannel *self, const char *content)
{
  const char *bytes = content != NULL ? content : "";

  g_queue_push_tail (&get_private (KONTOR_CHANNEL (self))->files,
                     g_bytes_new (bytes, strlen (bytes)));
}

const char *
fake_channel_get_asked (FakeChannel *self)
{
  return get_private (KONTOR_CHANNEL (self))->asked->str;
}

const char *
fake_channel_get_marked (FakeChannel *self)
{
  return get_private (KONTOR_CHANNEL (self))->marked->str;
}
