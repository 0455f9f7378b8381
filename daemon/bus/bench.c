/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.c — golden conversations against what is laid side by side, one after the other: what they
 * cost in time is compared, too. */
#include "assistant/bench.h"
#include "bus/trials.h"
#include "bus/values.h"
#include "model/error.h"
#include "store/records.h"

typedef struct {
  KontorTrial *trial;
  GPtrArray   *goldens;   /* of char *: ids */
  GArray      *sides;     /* of KontorSide */
  guint        n;         /* how many were run */
} Benching;

static void go_on (Benching *self);

static void
benching_free (Benching *self)
{
  g_clear_pointer (&self->trial, kontor_trial_free);
  g_ptr_array_unref (self->goldens);
  g_array_unref (self->sides);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Benching, benching_free)

/* @error: (nullable) */
static void
end (Benching *self, const GError *error)
{
  gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_auto(GVariantDict) result = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&result, "outcome", "s",
                         error == NULL ? "done" : is_cancelled ? "cancelled" : "failed");
  if (error != NULL && !is_cancelled)
    g_variant_dict_insert (&result, "reason", "s", error->message);
  kontor_trial_tell (self->trial, "BenchEnded",
                     g_variant_new ("(@a{sv})", g_variant_dict_end (&result)));
  benching_free (self);
}

/* All sides of a golden conversation before the next. */
static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  Benching *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) run = kontor_bench_run_finish (result, &error);

  if (!kontor_trial_is_open (self->trial))
    {
      benching_free (self);
      return;
    }
  if (run == NULL)
    {
      end (self, error);
      return;
    }
  kontor_trial_tell (self->trial, "BenchRan",
                     g_variant_new ("(u@a{sv})", self->n++ % self->sides->len, run));
  go_on (self);
}

static void
go_on (Benching *self)
{
  guint n_sides = self->sides->len;

  if (self->n == self->goldens->len * n_sides)
    end (self, NULL);
  else
    kontor_bench_run_async (self->trial->trials->house->choose,
                            self->goldens->pdata[self->n / n_sides],
                            &g_array_index (self->sides, KontorSide, self->n % n_sides),
                            self->trial->cancellable, on_run, self);
}

static gboolean
add_all (GPtrArray *goldens, KontorStore *store, GError **error)
{
  g_autoptr(GPtrArray) all = kontor_records_query (store, kontor_kind_find ("golden"),
                                                   &(KontorQuery) { 0 }, NULL, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    g_ptr_array_add (goldens, g_strdup (kontor_record_get_text (all->pdata[i], "id")));
  if (all != NULL && all->len == 0)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                         "there are no golden conversations; make one of a real conversation: "
                         "“kontorctl do make-golden conversation=1 name=Booking”");

  return all != NULL && all->len > 0;
}

static gboolean
read_goldens (Benching *self, KontorStore *store, GVariant *options, GError **error)
{
  g_autofree const char **names = NULL;

  if (!g_variant_lookup (options, "goldens", "^a&s", &names) || names[0] == NULL)
    return add_all (self->goldens, store, error);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(GVariant) record = kontor_records_get (store, kontor_kind_find ("golden"),
                                                       names[i], error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (self->goldens, g_strdup (kontor_record_get_text (record, "id")));
    }

  return TRUE;
}

/* What cannot be is said before anything is asked. */
static gboolean
read_sides (Benching *self, KontorStore *store, GVariant *options, GError **error)
{
  g_autoptr(GVariant) given = g_variant_lookup_value (options, "sides",
                                                      G_VARIANT_TYPE ("aa{sv}"));
  gsize n = given != NULL ? g_variant_n_children (given) : 0;

  g_array_set_size (self->sides, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr(GVariant) one = g_variant_get_child_value (given, i);
      KontorSide *side = &g_array_index (self->sides, KontorSide, i);
      g_autoptr(KontorAssistant) assistant = NULL;

      kontor_trial_read_side (one, side);
      assistant = kontor_side_load (side, store, error);
      if (assistant == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
on_bench (KontorDBusAssistants *door, GDBusMethodInvocation *invocation, GVariant *options,
          KontorTrials *trials)
{
  g_autoptr(Benching) self = g_new0 (Benching, 1);
  g_autoptr(GError) error = NULL;
  KontorStore *store = trials->house->store;

  self->goldens = g_ptr_array_new_with_free_func (g_free);
  self->sides = g_array_new (FALSE, TRUE, sizeof (KontorSide));
  g_array_set_clear_func (self->sides, (GDestroyNotify) kontor_side_clear);
  if (!read_goldens (self, store, options, &error) || !read_sides (self, store, options, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  self->trial = kontor_trial_new (trials, door, invocation);
  kontor_dbus_assistants_complete_bench (door, invocation, self->trial->name);
  go_on (g_steal_pointer (&self));

  return TRUE;
}

void
kontor_door_bench (KontorDBusAssistants *door, KontorTrials *trials)
{
  g_signal_connect (door, "handle-bench", G_CALLBACK (on_bench), trials);
}
