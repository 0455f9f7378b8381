/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/trials.h"
#include "bus/values.h"

#include <string.h>

static void
on_progress (double share, gpointer data)
{
  kontor_trial_tell (data, "Learning", g_variant_new ("(d)", share));
}

/* @counts: NULL with @error. */
static GVariant *
make_result (GVariant *counts, const GError *error)
{
  g_auto(GVariantDict) result = G_VARIANT_DICT_INIT (counts);
  gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_variant_dict_insert (&result, "outcome", "s",
                         error == NULL ? "done" : is_cancelled ? "cancelled" : "failed");
  if (error != NULL && !is_cancelled)
    g_variant_dict_insert (&result, "reason", "s", error->message);

  return g_variant_dict_end (&result);
}

static void
on_learned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorTrial) trial = data;
  g_autoptr(GVariant) counts = NULL;
  g_autoptr(GError) error = NULL;

  kontor_learn_file_finish (KONTOR_LEARN (source), result, &counts, NULL, &error);
  kontor_trial_tell (trial, "LearnEnded",
                     g_variant_new ("(@a{sv})", make_result (counts, error)));
}

static gboolean
on_learn (KontorDBusAssistants *door, GDBusMethodInvocation *invocation, const char *name,
          const char *content, KontorTrials *trials)
{
  KontorBusHouse *house = trials->house;
  KontorTrial *trial = kontor_trial_new (trials, door, invocation);
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));

  kontor_learn_file_async (house->learn, &house->owner, name, bytes, on_progress,
                           trial->cancellable, on_learned, trial);
  kontor_dbus_assistants_complete_learn (door, invocation, trial->name);

  return TRUE;
}

void
kontor_door_learn (KontorDBusAssistants *door, KontorTrials *trials)
{
  g_signal_connect (door, "handle-learn", G_CALLBACK (on_learn), trials);
}
