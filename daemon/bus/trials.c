/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/trials.h"

static void
on_caller_gone (GDBusConnection *connection, const char *name, gpointer data)
{
  g_cancellable_cancel (((KontorTrial *) data)->cancellable);
}

KontorTrial *
kontor_trial_new (KontorTrials *trials, KontorDBusAssistants *door,
                  GDBusMethodInvocation *invocation)
{
  KontorTrial *self = g_new0 (KontorTrial, 1);

  self->trials = trials;
  self->door = g_object_ref (door);
  self->connection = g_object_ref (g_dbus_method_invocation_get_connection (invocation));
  self->caller = g_strdup (g_dbus_method_invocation_get_sender (invocation));
  self->name = g_strdup_printf ("trial-%u", ++trials->n);
  self->cancellable = g_cancellable_new ();
  self->watch = g_bus_watch_name_on_connection (self->connection, self->caller,
                                                G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                                on_caller_gone, self, NULL);
  g_hash_table_insert (trials->under_way, self->name, self);

  return self;
}

void
kontor_trial_free (KontorTrial *self)
{
  g_bus_unwatch_name (self->watch);
  g_hash_table_remove (self->trials->under_way, self->name);
  g_object_unref (self->cancellable);
  g_object_unref (self->connection);
  g_object_unref (self->door); /* the last one takes the trials with it */
  g_free (self->name);
  g_free (self->caller);
  g_free (self);
}

gboolean
kontor_trial_is_open (KontorTrial *self)
{
  return g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->door)) != NULL;
}

/* The generated way tells everybody: what is tried is the caller's business. */
void
kontor_trial_tell (KontorTrial *self, const char *signal, GVariant *values)
{
  g_autoptr(GVariant) rest = g_variant_ref_sink (values);
  GVariantBuilder all;

  g_variant_builder_init (&all, G_VARIANT_TYPE_TUPLE);
  g_variant_builder_add (&all, "s", self->name);
  for (gsize i = 0; i < g_variant_n_children (rest); i++)
    {
      g_autoptr(GVariant) value = g_variant_get_child_value (rest, i);

      g_variant_builder_add_value (&all, value);
    }
  g_dbus_connection_emit_signal (self->connection, self->caller, KONTOR_BUS_PATH,
                                 "org.kontor.Kontor.Assistants", signal,
                                 g_variant_builder_end (&all), NULL);
}

static GHashTable *
read_texts (GVariant *options)
{
  g_autoptr(GVariant) given = g_variant_lookup_value (options, "texts", G_VARIANT_TYPE ("a{ss}"));
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GVariantIter iter;
  const char *purpose, *text;

  if (given == NULL)
    return texts;
  g_variant_iter_init (&iter, given);
  while (g_variant_iter_loop (&iter, "{&s&s}", &purpose, &text))
    g_hash_table_insert (texts, g_strdup (purpose), g_strdup (text));

  return texts;
}

void
kontor_trial_read_side (GVariant *options, KontorSide *side)
{
  *side = (KontorSide) { .texts = read_texts (options) };
  g_variant_lookup (options, "assistant", "s", &side->assistant);
  g_variant_lookup (options, "versions", "^as", &side->versions);
  g_variant_lookup (options, "built-in", "b", &side->is_built_in);
  if (side->assistant != NULL && *side->assistant == '\0')
    g_clear_pointer (&side->assistant, g_free);
}
