/* SPDX-License-Identifier: GPL-3.0-or-later */
/* servers.c — servers of models on this computer, offered with what is needed to save a provider
 * of them. */
#include "assistant/models/local.h"
#include "bus/doors.h"
#include "bus/values.h"
#include "store/records.h"

typedef struct {
  KontorDBusAssistants  *door;
  GDBusMethodInvocation *invocation;
  KontorBusHouse        *house;
} Finding;

/* (transfer full): the id of the provider that has this address, or "". */
static char *
find_provider (KontorStore *store, const char *base)
{
  g_autoptr(GPtrArray) all = kontor_records_query (store, kontor_kind_find ("provider"),
                                                   &(KontorQuery) { 0 }, NULL, NULL);
  g_autoptr(GString) named = g_string_new (base);

  g_string_replace (named, "127.0.0.1", "localhost", 1);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const char *own = kontor_record_get_text (all->pdata[i], "base");

      if (g_strcmp0 (own, base) == 0 || g_strcmp0 (own, named->str) == 0)
        return g_strdup (kontor_record_get_text (all->pdata[i], "id"));
    }

  return g_strdup ("");
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Finding *self = data;
  g_autoptr(KontorDBusAssistants) door = self->door;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = kontor_local_find_finish (result, &error);
  gboolean is_open =
    g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (door)) != NULL;
  GVariantBuilder list;

  if (found == NULL)
    {
      kontor_values_refuse (self->invocation, g_steal_pointer (&error));
      return;
    }
  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; is_open && i < found->len; i++)
    {
      const KontorLocalFound *one = found->pdata[i];
      g_autofree char *provider = find_provider (self->house->store, one->base);

      g_variant_builder_open (&list, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&list, "{sv}", "title", g_variant_new_string (one->title));
      g_variant_builder_add (&list, "{sv}", "base", g_variant_new_string (one->base));
      g_variant_builder_add (&list, "{sv}", "models",
                             g_variant_new_strv ((const char *const *) one->models, -1));
      g_variant_builder_add (&list, "{sv}", "provider", g_variant_new_string (provider));
      g_variant_builder_close (&list);
    }
  kontor_dbus_assistants_complete_find_servers (door, self->invocation,
                                                g_variant_builder_end (&list));
}

static gboolean
on_find_servers (KontorDBusAssistants *door, GDBusMethodInvocation *invocation,
                 KontorBusHouse *house)
{
  Finding *self = g_new0 (Finding, 1);

  *self = (Finding) { g_object_ref (door), invocation, house };
  kontor_local_find_async (NULL, NULL, on_found, self);

  return TRUE;
}

void
kontor_door_servers (KontorDBusAssistants *door, KontorBusHouse *house)
{
  g_signal_connect (door, "handle-find-servers", G_CALLBACK (on_find_servers), house);
}
