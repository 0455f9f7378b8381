/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is read in a thread, which needs nothing but its text, and written from the main loop, a
 * few milliseconds at a time. */
#include "assistant/learn.h"

#include "assistant/intake.h"
#include "assistant/knowledge.h"

#define SLICE_US 3000
#define TELL_US (G_USEC_PER_SEC / 10)

typedef struct {
  char               *actor_id;
  KontorActor         actor;
  char               *name;
  GBytes             *content;
  KontorLearnProgress progress;
  gpointer            data;
  KontorIntake       *intake;   /* NULL until it was read */
  gint64              told_us;
} File;

struct _KontorLearn
{
  GObject      parent_instance;

  KontorStore *store;      /* NULL once it is disposed of */
  GQueue       waiting;    /* of GTask: read, the first under way */
  gboolean     is_untidy;
  guint        idle;
};

G_DEFINE_FINAL_TYPE (KontorLearn, kontor_learn, G_TYPE_OBJECT)

static void
file_free (gpointer data)
{
  File *self = data;

  g_clear_pointer (&self->intake, kontor_intake_free);
  g_bytes_unref (self->content);
  g_free (self->actor_id);
  g_free (self->name);
  g_free (self);
}

/* (transfer full): it is over, and may leave something. */
static GTask *
end_first (KontorLearn *self)
{
  self->is_untidy = TRUE;

  return g_queue_pop_head (&self->waiting);
}

static void
tell (File *file)
{
  gint64 now_us = g_get_monotonic_time ();

  if (file->progress == NULL || now_us - file->told_us < TELL_US)
    return;
  file->told_us = now_us;
  file->progress (kontor_intake_get_progress (file->intake), file->data);
}

static void
take_on (KontorLearn *self)
{
  GTask *first = g_queue_peek_head (&self->waiting);
  File *file = g_task_get_task_data (first);
  g_autoptr(GTask) over = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (first), &error) &&
      kontor_intake_step (file->intake, &error) && !kontor_intake_is_done (file->intake))
    {
      tell (file);
      return;
    }
  over = end_first (self);
  if (error != NULL)
    g_task_return_error (over, g_steal_pointer (&error));
  else
    g_task_return_boolean (over, TRUE);
}

/* What cannot be removed now stays hidden, and is looked for at the next start. */
static void
tidy_on (KontorLearn *self)
{
  g_autoptr(GError) error = NULL;

  if (kontor_intake_tidy (self->store, &self->is_untidy, &error))
    return;
  g_warning ("what a file of knowledge left cannot be removed: %s", error->message);
  self->is_untidy = FALSE;
}

static gboolean
on_idle (gpointer data)
{
  KontorLearn *self = data;
  gint64 until_us = g_get_monotonic_time () + SLICE_US;

  do
    if (self->waiting.length > 0)
      take_on (self);
    else if (self->is_untidy)
      tidy_on (self);
  while ((self->waiting.length > 0 || self->is_untidy) && g_get_monotonic_time () < until_us);
  if (self->waiting.length > 0 || self->is_untidy)
    return G_SOURCE_CONTINUE;
  self->idle = 0;

  return G_SOURCE_REMOVE;
}

static void
wake (KontorLearn *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, self, NULL);
}

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  File *file = data;
  GError *error = NULL;
  GPtrArray *passages = g_str_has_suffix (file->name, ".csv")
    ? kontor_knowledge_read_rows (file->name, file->content, &error)
    : kontor_knowledge_split_bytes (file->name, file->content, &error);

  if (passages == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, passages, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorLearn *self = KONTOR_LEARN (source);
  g_autoptr(GTask) task = data;
  File *file = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *passages = g_task_propagate_pointer (G_TASK (result), &error);

  if (passages == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->store == NULL)
    {
      g_ptr_array_unref (passages);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the business is closed");
      return;
    }
  file->intake = kontor_intake_new (self->store, &file->actor, file->name, passages);
  g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  wake (self);
}

void
kontor_learn_file_async (KontorLearn *self, const KontorActor *actor, const char *name,
                         GBytes *content, KontorLearnProgress progress, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_autoptr(GTask) reading = NULL;
  File *file = g_new0 (File, 1);

  file->actor_id = g_strdup (actor->id);
  file->actor = (KontorActor) { actor->kind, file->actor_id, actor->roles, NULL };
  file->name = g_path_get_basename (name);
  file->content = g_bytes_ref (content);
  file->progress = progress;
  file->data = data;
  g_task_set_task_data (task, file, file_free);
  reading = g_task_new (self, cancellable, on_read, task);
  g_task_set_task_data (reading, file, NULL);
  g_task_run_in_thread (reading, read_file);
}

gboolean
kontor_learn_file_finish (KontorLearn *self, GAsyncResult *result, GVariant **counts,
                          GPtrArray **verdicts, GError **error)
{
  File *file = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (counts != NULL)
    *counts = kontor_intake_dup_counts (file->intake);
  if (verdicts != NULL)
    *verdicts = kontor_intake_dup_verdicts (file->intake);

  return TRUE;
}

static void
kontor_learn_dispose (GObject *object)
{
  KontorLearn *self = KONTOR_LEARN (object);
  GTask *task;

  g_clear_handle_id (&self->idle, g_source_remove);
  self->store = NULL;
  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the business is closed");
      g_object_unref (task);
    }

  G_OBJECT_CLASS (kontor_learn_parent_class)->dispose (object);
}

static void
kontor_learn_class_init (KontorLearnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_learn_dispose;
}

static void
kontor_learn_init (KontorLearn *self)
{
  self->is_untidy = TRUE;
}

KontorLearn *
kontor_learn_new (KontorStore *store)
{
  KontorLearn *self = g_object_new (KONTOR_TYPE_LEARN, NULL);

  self->store = store;
  wake (self);

  return self;
}
