/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/doors.h"

#include "bus/values.h"
#include "journal/action.h"
#include "journal/keep.h"
#include "model/error.h"
#include "operations/states.h"

/* Buttons are shown where the machine of states allows what they do, or the action says so. */
static void
add_from (GVariantBuilder *dict, const KontorAction *action)
{
  const KontorStates *states = action->of != NULL ? kontor_states_find (action->of) : NULL;
  g_autoptr(GStrvBuilder) from = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  for (const KontorStep *step = states != NULL ? states->steps : NULL;
       step != NULL && step->from != NULL; step++)
    if (g_str_equal (step->action, action->name))
      g_strv_builder_add (from, step->from);
  if (action->offered != NULL)
    g_strv_builder_addv (from, (const char **) action->offered);
  names = g_strv_builder_end (from);
  if (names[0] != NULL)
    g_variant_builder_add (dict, "{sv}", "from", g_variant_new_strv ((const char *const *) names,
                                                                     -1));
}

static void
add_action (GVariantBuilder *list, const KontorAction *action)
{
  g_autoptr(JsonNode) schema = kontor_record_to_schema (action->title, action->takes, NULL);
  g_autofree char *text = json_to_string (schema, FALSE);

  g_variant_builder_open (list, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (list, "{sv}", "name", g_variant_new_string (action->name));
  g_variant_builder_add (list, "{sv}", "title", g_variant_new_string (action->title));
  g_variant_builder_add (list, "{sv}", "of",
                         g_variant_new_string (action->of != NULL ? action->of : ""));
  g_variant_builder_add (list, "{sv}", "arguments", kontor_values_fields (action->takes));
  g_variant_builder_add (list, "{sv}", "schema", g_variant_new_string (text));
  add_from (list, action);
  g_variant_builder_close (list);
}

static gboolean
on_list (KontorDBusActions *door, GDBusMethodInvocation *invocation, KontorBusHouse *house)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (const KontorAction *const *action = kontor_actions_get_all (); *action != NULL; action++)
    if (kontor_action_may (*action, &house->owner))
      add_action (&list, *action);
  kontor_dbus_actions_complete_list (door, invocation, g_variant_builder_end (&list));

  return TRUE;
}

static GVariant *
run (KontorBusHouse *house, const char *name, GVariant *given, const char *once, GError **error)
{
  const KontorAction *action = kontor_action_find (name);
  const KontorKind *kind = action != NULL && action->of != NULL ? kontor_kind_find (action->of)
    : NULL;
  g_autoptr(GVariant) arguments = NULL;
  KontorField *own;

  if (action == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                   "there is no action “%s”; “kontorctl do” lists them", name);
      return NULL;
    }
  own = kind != NULL ? kontor_keep_dup_own (house->store, kind, given) : NULL;
  arguments = kontor_values_read (house->store, action->takes, own, given, error);
  kontor_own_fields_free (own);

  return arguments != NULL
         ? kontor_action_run (house->store, &house->owner, name, arguments, once, error) : NULL;
}

static gboolean
on_run (KontorDBusActions *door, GDBusMethodInvocation *invocation, const char *name,
        GVariant *given,
        GVariant *options, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record =
    run (house, name, given, kontor_values_get_text (options, "once"), &error);

  if (record == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_actions_complete_run (door, invocation, record);

  return TRUE;
}

KontorDBusActions *
kontor_door_actions (KontorBusHouse *house)
{
  KontorDBusActions *door = kontor_dbus_actions_skeleton_new ();

  g_signal_connect (door, "handle-list", G_CALLBACK (on_list), house);
  g_signal_connect (door, "handle-run", G_CALLBACK (on_run), house);

  return door;
}
