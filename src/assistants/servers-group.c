/* SPDX-License-Identifier: GPL-3.0-or-later */
/* servers-group.c — they are looked for when the page is shown and when somebody asks: a server
 * that is started later tells nobody. */
#include "assistants/servers-group.h"

#include "widgets/toast.h"

#include <glib/gi18n.h>

struct _KontorServersGroup
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  gboolean             is_looking;

  AdwPreferencesGroup *group;
  GtkWidget           *again;
  GPtrArray           *rows;      /* of those that are offered, in their order */
  GVariant            *servers;   /* aa{sv}, as FindServers() told them; NULL: not yet */
};

enum { ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorServersGroup, kontor_servers_group, ADW_TYPE_BIN)

static void look (KontorServersGroup *self);

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorServersGroup) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  if (!kontor_dbus_records_call_save_finish (KONTOR_DBUS_RECORDS (source), &id, result, &error))
    {
      kontor_toast_error (GTK_WIDGET (self), error);
      return;
    }
  g_signal_emit (self, signals[ADDED], 0, id);
  look (self);
}

/* With the first of its models; another one is chosen in the provider's form. */
static void
on_add (KontorServersGroup *self, GtkWidget *button)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  g_autoptr(GVariant) server = NULL;
  g_auto(GStrv) models = NULL;
  guint at = 0;
  GVariantDict values;

  if (!g_ptr_array_find (self->rows, row, &at))
    return;
  server = g_variant_get_child_value (self->servers, at);
  g_variant_lookup (server, "models", "^as", &models);
  gtk_widget_set_sensitive (button, FALSE);
  g_variant_dict_init (&values, NULL);
  g_variant_dict_insert (&values, "name", "s", kontor_record_get_text (server, "title"));
  g_variant_dict_insert (&values, "family", "s", "openai");
  g_variant_dict_insert (&values, "base", "s", kontor_record_get_text (server, "base"));
  g_variant_dict_insert (&values, "model", "s", models != NULL && *models != NULL ? *models : "");
  g_variant_dict_insert (&values, "enabled", "b", TRUE);
  kontor_dbus_records_call_save (kontor_remote_get_records (remote), "provider", "",
                                 g_variant_dict_end (&values), NULL, on_added,
                                 g_object_ref (self));
}

static void
add_button (KontorServersGroup *self, GtkWidget *row, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_("Add"));
  g_autofree char *name = g_strdup_printf (_("Add %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_server (KontorServersGroup *self, GVariant *server)
{
  const char *title = kontor_record_get_text (server, "title");
  const char *provider = kontor_record_get_text (server, "provider");
  GtkWidget *row = adw_action_row_new ();
  g_auto(GStrv) models = NULL;
  g_autofree char *listed = NULL;

  g_variant_lookup (server, "models", "^as", &models);
  listed = models != NULL && *models != NULL ? g_strjoinv (", ", models)
    : g_strdup (_("It has no model yet: load one there."));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), listed);
  if (provider != NULL && *provider != '\0')
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_("Is asked already")));
  else if (models != NULL && *models != NULL)
    add_button (self, row, title);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorServersGroup) self = data;
  g_autoptr(GVariant) servers = NULL;
  GVariantIter iter;
  GVariant *server;

  self->is_looking = FALSE;
  gtk_widget_set_sensitive (self->again, TRUE);
  if (!kontor_dbus_assistants_call_find_servers_finish (KONTOR_DBUS_ASSISTANTS (source), &servers,
                                                        result, NULL))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->servers, g_variant_unref);
  self->servers = g_steal_pointer (&servers);
  g_variant_iter_init (&iter, self->servers);
  while (g_variant_iter_loop (&iter, "@a{sv}", &server))
    add_server (self, server);
  adw_preferences_group_set_description (self->group, self->rows->len > 0
    ? _("Asking them costs nothing, and nothing leaves this computer.")
    : _("None answers. Ollama, LM Studio and others can be asked once they run here."));
}

static void
look (KontorServersGroup *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  if (self->is_looking)
    return;
  self->is_looking = TRUE;
  gtk_widget_set_sensitive (self->again, FALSE);
  kontor_dbus_assistants_call_find_servers (kontor_remote_get_assistants (remote), NULL, on_found,
                                            g_object_ref (self));
}

static void
kontor_servers_group_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kontor_servers_group_parent_class)->map (widget);
  look (KONTOR_SERVERS_GROUP (widget));
}

static void
kontor_servers_group_dispose (GObject *object)
{
  g_clear_object (&KONTOR_SERVERS_GROUP (object)->house);

  G_OBJECT_CLASS (kontor_servers_group_parent_class)->dispose (object);
}

static void
kontor_servers_group_finalize (GObject *object)
{
  KontorServersGroup *self = KONTOR_SERVERS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->servers, g_variant_unref);

  G_OBJECT_CLASS (kontor_servers_group_parent_class)->finalize (object);
}

static void
kontor_servers_group_class_init (KontorServersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_servers_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_servers_group_finalize;
  GTK_WIDGET_CLASS (klass)->map = kontor_servers_group_map;
  signals[ADDED] = g_signal_new ("added", KONTOR_TYPE_SERVERS_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kontor_servers_group_init (KontorServersGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->again = gtk_button_new_with_mnemonic (_("_Look Again"));
  gtk_widget_set_valign (self->again, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->again, "clicked", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (self->group, _("On This Computer"));
  adw_preferences_group_set_header_suffix (self->group, self->again);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
kontor_servers_group_new (KontorRemoteHouse *house)
{
  KontorServersGroup *self = g_object_new (KONTOR_TYPE_SERVERS_GROUP, NULL);

  self->house = g_object_ref (house);

  return GTK_WIDGET (self);
}
