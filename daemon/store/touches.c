/* SPDX-License-Identifier: GPL-3.0-or-later */
/* touches.c — noted while work is open, told when it stands.
 *
 * The notes are one list in the order of the changes; a mark for each open transaction says where
 * its own begin, so undoing is cutting the list there. What stands moves to a queue that is told
 * to its end by one loop: a watcher that writes adds to the queue, and everybody still hears of
 * the changes in their order.
 */
#include "store/touches.h"

typedef struct {
  char *kind;
  char *id;
} Touch;

typedef struct {
  guint            id;
  KontorStoreWatch call; /* NULL once it left */
  gpointer         data;
} Watch;

struct _KontorTouches {
  GPtrArray  *noted; /* of Touch */
  GHashTable *seen;  /* of the same */
  GArray     *marks; /* of guint: how many were noted before each transaction */
  GQueue      standing; /* of Touch */
  GArray     *watches;
  guint       last_watch;
  gboolean    is_telling;
};

static void
touch_free (gpointer data)
{
  Touch *touch = data;

  g_free (touch->kind);
  g_free (touch->id);
  g_free (touch);
}

static guint
touch_hash (gconstpointer data)
{
  const Touch *touch = data;

  return g_str_hash (touch->kind) * 31 + g_str_hash (touch->id);
}

static gboolean
touch_equal (gconstpointer a, gconstpointer b)
{
  const Touch *one = a, *other = b;

  return g_str_equal (one->id, other->id) && g_str_equal (one->kind, other->kind);
}

KontorTouches *
kontor_touches_new (void)
{
  KontorTouches *self = g_new0 (KontorTouches, 1);

  self->noted = g_ptr_array_new_with_free_func (touch_free);
  self->seen = g_hash_table_new (touch_hash, touch_equal);
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->watches = g_array_new (FALSE, FALSE, sizeof (Watch));
  g_queue_init (&self->standing);

  return self;
}

void
kontor_touches_free (KontorTouches *self)
{
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->noted);
  g_array_unref (self->marks);
  g_array_unref (self->watches);
  g_queue_clear_full (&self->standing, touch_free);
  g_free (self);
}

void
kontor_touches_add (KontorTouches *self, const char *kind, const char *id)
{
  Touch asked = { (char *) kind, (char *) id };
  Touch *touch;

  if (g_hash_table_contains (self->seen, &asked))
    return;
  touch = g_new (Touch, 1);
  touch->kind = g_strdup (kind);
  touch->id = g_strdup (id);
  g_ptr_array_add (self->noted, touch);
  g_hash_table_add (self->seen, touch);
}

void
kontor_touches_begin (KontorTouches *self)
{
  g_array_append_val (self->marks, self->noted->len);
}

void
kontor_touches_keep (KontorTouches *self)
{
  g_array_set_size (self->marks, self->marks->len - 1);
}

void
kontor_touches_drop (KontorTouches *self)
{
  guint mark = g_array_index (self->marks, guint, self->marks->len - 1);

  for (guint i = mark; i < self->noted->len; i++)
    g_hash_table_remove (self->seen, self->noted->pdata[i]);
  g_ptr_array_set_size (self->noted, mark);
  kontor_touches_keep (self);
}

static void
tell_one (KontorTouches *self, const Touch *touch)
{
  /* By index: a watcher may add and remove others, itself too. */
  for (guint i = 0; i < self->watches->len; i++)
    {
      Watch watch = g_array_index (self->watches, Watch, i);

      if (watch.call != NULL)
        watch.call (touch->kind, touch->id, watch.data);
    }
}

static void
sweep_watches (KontorTouches *self)
{
  for (guint i = self->watches->len; i > 0; i--)
    if (g_array_index (self->watches, Watch, i - 1).call == NULL)
      g_array_remove_index (self->watches, i - 1);
}

void
kontor_touches_tell (KontorTouches *self)
{
  gsize n = 0;
  g_autofree gpointer *standing = g_ptr_array_steal (self->noted, &n);
  Touch *touch;

  g_hash_table_remove_all (self->seen);
  for (gsize i = 0; i < n; i++)
    g_queue_push_tail (&self->standing, standing[i]);
  if (self->is_telling)
    return;

  self->is_telling = TRUE;
  while ((touch = g_queue_pop_head (&self->standing)) != NULL)
    {
      tell_one (self, touch);
      touch_free (touch);
    }
  self->is_telling = FALSE;
  sweep_watches (self);
}

guint
kontor_touches_watch (KontorTouches *self, KontorStoreWatch watch, gpointer data)
{
  Watch added = { ++self->last_watch, watch, data };

  g_array_append_val (self->watches, added);

  return added.id;
}

void
kontor_touches_unwatch (KontorTouches *self, guint id)
{
  for (guint i = 0; i < self->watches->len; i++)
    if (g_array_index (self->watches, Watch, i).id == id)
      g_array_index (self->watches, Watch, i).call = NULL;
  if (!self->is_telling)
    sweep_watches (self);
}
