/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/doors.h"

#include "base/clock.h"
#include "bus/values.h"
#include "channels/practice.h"
#include "model/error.h"
#include "model/phone.h"
#include "store/records.h"

/* The names in "x-token|x-app-secret". */
static void
add_names (GVariantBuilder *step, const char *key, const char *names)
{
  g_auto(GStrv) list = g_strsplit (names, "|", -1);

  g_variant_builder_add (step, "{sv}", key,
                         g_variant_new_strv ((const char *const *) list, *names != '\0' ? -1 : 0));
}

static GVariant *
list_steps (const KontorChannelStep *steps)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (; steps != NULL && steps->title != NULL; steps++)
    {
      g_variant_builder_open (&list, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&list, "{sv}", "title", g_variant_new_string (steps->title));
      g_variant_builder_add (&list, "{sv}", "text", g_variant_new_string (steps->text));
      add_names (&list, "needs", steps->needs);
      add_names (&list, "takes", steps->takes);
      g_variant_builder_close (&list);
    }

  return g_variant_builder_end (&list);
}

static gboolean
on_kinds (KontorDBusChannels *door, GDBusMethodInvocation *invocation, KontorBusHouse *house)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (const GType *type = kontor_channel_get_kinds (); *type != G_TYPE_INVALID; type++)
    {
      const KontorChannelClass *klass = g_type_class_ref (*type);

      g_variant_builder_open (&list, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&list, "{sv}", "name", g_variant_new_string (klass->name));
      g_variant_builder_add (&list, "{sv}", "title", g_variant_new_string (klass->title));
      g_variant_builder_add (&list, "{sv}", "text",
                             g_variant_new_string (klass->text != NULL ? klass->text : ""));
      g_variant_builder_add (&list, "{sv}", "steps", list_steps (klass->steps));
      g_variant_builder_add (&list, "{sv}", "fields", kontor_values_fields (klass->fields));
      g_variant_builder_close (&list);
    }
  kontor_dbus_channels_complete_kinds (door, invocation, g_variant_builder_end (&list));

  return TRUE;
}

static GVariant *
describe (KontorBusHouse *house, GVariant *record)
{
  const char *id = kontor_record_get_text (record, "id");
  KontorChannel *channel = kontor_lines_find (house->lines, id);
  const KontorChannelClass *klass =
    kontor_channel_find_class (kontor_record_get_text (record, "kind"));
  const KontorChannelHealth off = { KONTOR_CHANNEL_OFF, NULL, 0, 0 };
  const KontorChannelHealth *health = channel != NULL ? kontor_channel_get_health (channel) : &off;
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "id", "s", id);
  g_variant_dict_insert (&dict, "name", "s", kontor_record_get_text (record, "name"));
  g_variant_dict_insert (&dict, "kind", "s", kontor_record_get_text (record, "kind"));
  g_variant_dict_insert (&dict, "kind-title", "s", klass != NULL ? klass->title : "");
  g_variant_dict_insert (&dict, "active", "b", kontor_record_get_yes (record, "active"));
  g_variant_dict_insert (&dict, "state", "s", kontor_channel_state_get_name (health->state));
  g_variant_dict_insert (&dict, "cause", "s", health->cause != NULL ? health->cause : "");
  g_variant_dict_insert (&dict, "attempt", "x", (gint64) health->attempt);
  g_variant_dict_insert (&dict, "retry-at", "x", health->retry_at_us);
  g_variant_dict_insert (&dict, "last-at", "x", kontor_record_get_int (record, "last-at", 0));
  if (channel != NULL)
    {
      g_autoptr(GVariant) facts = kontor_channel_dup_facts (channel);

      g_variant_dict_insert_value (&dict, "facts", facts);
    }

  return g_variant_dict_end (&dict);
}

static gboolean
on_list (KontorDBusChannels *door, GDBusMethodInvocation *invocation, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = kontor_records_query (house->store, kontor_kind_find ("channel"),
                                                       &(KontorQuery) { 0 }, NULL, &error);
  GVariantBuilder list;

  if (records == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < records->len; i++)
    if (!kontor_record_get_yes (records->pdata[i], "removed"))
      g_variant_builder_add_value (&list, describe (house, records->pdata[i]));
  kontor_dbus_channels_complete_list (door, invocation, g_variant_builder_end (&list));

  return TRUE;
}

typedef struct {
  KontorDBusChannels    *door;
  GDBusMethodInvocation *invocation;
} Testing;

static void
on_tested (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Testing *testing = data;
  g_autoptr(KontorDBusChannels) door = testing->door;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) steps =
    kontor_channel_test_finish (KONTOR_CHANNEL (source), result, &error);

  if (steps != NULL)
    kontor_dbus_channels_complete_test (door, testing->invocation, steps);
  else
    kontor_values_refuse (testing->invocation, g_steal_pointer (&error));
}

static gboolean
on_test (KontorDBusChannels *door, GDBusMethodInvocation *invocation, const char *id,
         KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record =
    kontor_records_get (house->store, kontor_kind_find ("channel"), id, &error);
  KontorChannel *channel = record != NULL
    ? kontor_lines_find (house->lines, kontor_record_get_text (record, "id")) : NULL;
  Testing *testing;

  if (record != NULL && channel == NULL)
    g_set_error (&error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                 "%s is switched off; switch it on first", id);
  if (channel == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  testing = g_new0 (Testing, 1);
  testing->door = g_object_ref (door);
  testing->invocation = invocation;
  kontor_channel_test_async (channel, NULL, on_tested, testing);

  return TRUE;
}

typedef struct {
  KontorDBusChannels    *door;
  GDBusMethodInvocation *invocation;
  KontorMessage         *message;  /* the batch's: it lives until we were told */
} Practising;

static void
on_kept (gboolean kept, gpointer data)
{
  g_autofree Practising *practising = data;
  g_autoptr(KontorDBusChannels) door = practising->door;

  if (kept)
    kontor_dbus_channels_complete_practise (door, practising->invocation,
                                            practising->message->conversation,
                                            practising->message->id);
  else
    g_dbus_method_invocation_return_error_literal (practising->invocation, KONTOR_ERROR,
                                                   KONTOR_ERROR_TRY_LATER,
                                                   "the message could not be kept; try again");
}

static KontorChannel *
find_practice (KontorBusHouse *house, const char *id, GError **error)
{
  KontorChannel *channel = *id != '\0' ? kontor_lines_find (house->lines, id)
                                       : kontor_lines_find_kind (house->lines, "practice");

  if (channel != NULL && KONTOR_IS_PRACTICE (channel))
    return channel;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                       "there is no practice channel that is switched on; add one with "
                       "“kontorctl channel add practice name=Practice”");

  return NULL;
}

static char *
read_phone (KontorBusHouse *house, GVariant *message, GError **error)
{
  g_autoptr(KontorBusiness) business = kontor_business_load (house->store, error);
  const char *from = kontor_values_get_text (message, "from");

  return business != NULL
         ? kontor_phone_parse (from != NULL ? from : "", business->country, error) : NULL;
}

static gboolean
on_practise (KontorDBusChannels *door, GDBusMethodInvocation *invocation, const char *id,
             GVariant *given, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  KontorChannel *channel = find_practice (house, id, &error);
  g_autofree char *phone = channel != NULL ? read_phone (house, given, &error) : NULL;
  const char *own_id = kontor_values_get_text (given, "id");
  const char *text = kontor_values_get_text (given, "text");
  g_autofree char *made_id = own_id == NULL ? g_uuid_string_random () : g_strdup (own_id);
  Practising *practising;

  if (phone == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  practising = g_new0 (Practising, 1);
  practising->door = g_object_ref (door);
  practising->invocation = invocation;
  practising->message = kontor_message_new (made_id, phone, kontor_values_get_text (given, "name"),
                                            text != NULL ? text : "", kontor_clock_now_us ());
  kontor_practice_say (KONTOR_PRACTICE (channel), practising->message, on_kept, practising);

  return TRUE;
}

KontorDBusChannels *
kontor_door_channels (KontorBusHouse *house)
{
  KontorDBusChannels *door = kontor_dbus_channels_skeleton_new ();

  g_signal_connect (door, "handle-kinds", G_CALLBACK (on_kinds), house);
  g_signal_connect (door, "handle-list", G_CALLBACK (on_list), house);
  g_signal_connect (door, "handle-test", G_CALLBACK (on_test), house);
  g_signal_connect (door, "handle-practise", G_CALLBACK (on_practise), house);

  return door;
}
