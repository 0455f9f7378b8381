/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agenda/agenda.h"

#include "base/clock.h"

#define TRY_AGAIN_US (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
#define SLICE_US 3000
#define LONGEST_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct {
  char           *what;
  KontorAgendaDo  todo;
  gpointer        data;
} Doer;

struct _KontorAgenda
{
  GObject      parent_instance;

  KontorStore *store;
  GPtrArray   *doers;
  GSource     *timer;
  guint        watch;
  guint        clock_watch;
  gint64       rests_until_us;  /* the store takes nothing: a full disk */
};

G_DEFINE_FINAL_TYPE (KontorAgenda, kontor_agenda, G_TYPE_OBJECT)

static void arm (KontorAgenda *self);

gboolean
kontor_agenda_put (KontorStore *store, const char *what, const char *subject, gint64 due_at_us,
                   GError **error)
{
  if (!kontor_store_run (store, error,
                         "INSERT INTO agenda (due_at, what, subject) VALUES (?, ?, ?)"
                         " ON CONFLICT (what, subject) DO UPDATE SET due_at = excluded.due_at",
                         "xss", due_at_us, what, subject))
    return FALSE;
  kontor_store_touch (store, "agenda", what);

  return TRUE;
}

gboolean
kontor_agenda_drop (KontorStore *store, const char *what, const char *subject, GError **error)
{
  return kontor_store_run (store, error, "DELETE FROM agenda WHERE what = ? AND subject = ?", "ss",
                           what, subject);
}

static Doer *
find_doer (KontorAgenda *self, const char *what)
{
  for (guint i = 0; i < self->doers->len; i++)
    {
      Doer *doer = self->doers->pdata[i];

      if (g_str_equal (doer->what, what))
        return doer;
    }

  return NULL;
}

static gboolean
do_entry (KontorAgenda *self, const char *what, const char *subject, GError **error)
{
  Doer *doer = find_doer (self, what);

  /* Taken off first: what is done may put the same entry on again. */
  if (!kontor_agenda_drop (self->store, what, subject, error))
    return FALSE;

  return doer == NULL || doer->todo (subject, doer->data, error);
}

/* Where not even that can be kept, the entry would be due again at once, for ever. */
static void
rest (KontorAgenda *self, const GError *error)
{
  self->rests_until_us = kontor_clock_now_us () + TRY_AGAIN_US;
  g_warning ("the agenda waits for a minute: %s", error->message);
}

static void
take_entry (KontorAgenda *self, const char *what, const char *subject)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_store_begin (self->store, &error))
    {
      rest (self, error);
      return;
    }
  if (do_entry (self, what, subject, &error) && kontor_store_commit (self->store, &error))
    return;

  kontor_store_undo (self->store);
  g_warning ("%s is put off for a minute: %s", what, error->message);
  g_clear_error (&error);
  if (!kontor_agenda_put (self->store, what, subject, kontor_clock_now_us () + TRY_AGAIN_US,
                          &error))
    rest (self, error);
}

/* (what, subject) pairs, gathered before any is done: doing changes the table. */
static GPtrArray *
gather_due (KontorAgenda *self, GError **error)
{
  g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(KontorRows) rows = kontor_store_ask (self->store, error,
    "SELECT what, subject FROM agenda WHERE due_at <= ? ORDER BY due_at, id LIMIT 100", "x",
    kontor_clock_now_us ());

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      g_ptr_array_add (due, g_strdup (kontor_rows_text (rows, 0)));
      g_ptr_array_add (due, g_strdup (kontor_rows_text (rows, 1)));
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&due) : NULL;
}

static gboolean
on_due (gpointer data)
{
  KontorAgenda *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) due = gather_due (self, &error);
  gint64 until_us = g_get_monotonic_time () + SLICE_US;

  g_clear_pointer (&self->timer, g_source_unref);
  if (due == NULL)
    rest (self, error);
  for (guint i = 0; due != NULL && i < due->len &&
                    kontor_clock_now_us () >= self->rests_until_us &&
                    (i == 0 || g_get_monotonic_time () < until_us); i += 2)
    take_entry (self, due->pdata[i], due->pdata[i + 1]);
  arm (self);

  return G_SOURCE_REMOVE;
}

/* The moment of the first entry, or −1 when there is none. */
static gint64
first_due (KontorAgenda *self)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (self->store, NULL,
    "SELECT due_at FROM agenda ORDER BY due_at LIMIT 1", "");

  return rows != NULL && kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : -1;
}

/* One timer for the first entry; it sleeps an hour at most, so that a clock that was put forward
 * is noticed. A clock that tests set wakes us itself. */
static void
arm (KontorAgenda *self)
{
  gint64 due_us = first_due (self);
  gint64 wait_us;

  if (self->timer != NULL)
    {
      g_source_destroy (self->timer);
      g_clear_pointer (&self->timer, g_source_unref);
    }
  if (due_us < 0)
    return;
  wait_us = CLAMP (MAX (due_us, self->rests_until_us) - kontor_clock_now_us (), 0, LONGEST_US);
  if (wait_us > 0 && kontor_clock_is_set ())
    return;
  self->timer = g_timeout_source_new (wait_us / 1000);
  g_source_set_callback (self->timer, on_due, self, NULL);
  g_source_attach (self->timer, NULL);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  if (g_str_equal (kind, "agenda"))
    arm (data);
}

static void
on_clock_moved (gpointer data)
{
  arm (data);
}

void
kontor_agenda_wake (KontorAgenda *self)
{
  self->rests_until_us = 0;
  arm (self);
}

KontorAgenda *
kontor_agenda_new (KontorStore *store)
{
  KontorAgenda *self = g_object_new (KONTOR_TYPE_AGENDA, NULL);

  self->store = store;

  return self;
}

void
kontor_agenda_on (KontorAgenda *self, const char *what, KontorAgendaDo todo, gpointer data)
{
  Doer *doer = g_new0 (Doer, 1);

  doer->what = g_strdup (what);
  doer->todo = todo;
  doer->data = data;
  g_ptr_array_add (self->doers, doer);
}

void
kontor_agenda_open (KontorAgenda *self)
{
  self->watch = kontor_store_watch (self->store, on_touched, self);
  self->clock_watch = kontor_clock_watch (on_clock_moved, self);
  arm (self);
}

static void
doer_free (Doer *doer)
{
  g_free (doer->what);
  g_free (doer);
}

static void
kontor_agenda_finalize (GObject *object)
{
  KontorAgenda *self = KONTOR_AGENDA (object);

  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  if (self->watch != 0)
    kontor_store_unwatch (self->store, self->watch);
  if (self->clock_watch != 0)
    kontor_clock_unwatch (self->clock_watch);
  g_ptr_array_unref (self->doers);

  G_OBJECT_CLASS (kontor_agenda_parent_class)->finalize (object);
}

static void
kontor_agenda_class_init (KontorAgendaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_agenda_finalize;
}

static void
kontor_agenda_init (KontorAgenda *self)
{
  self->doers = g_ptr_array_new_with_free_func ((GDestroyNotify) doer_free);
}
