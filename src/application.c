/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application.h"

#include "config.h"
#include "remote/remote-house.h"
#include "window.h"

#include <glib/gi18n.h>

struct _KontorApplication
{
  AdwApplication     parent_instance;

  KontorRemote      *remote;
  KontorRemoteHouse *house;
};

G_DEFINE_FINAL_TYPE (KontorApplication, kontor_application, ADW_TYPE_APPLICATION)

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const developers[] = { "The Kontor contributors", NULL };
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_window (window,
                         "application-name", "Kontor",
                         "application-icon", KONTOR_APPLICATION_ID,
                         "version", KONTOR_VERSION,
                         "developer-name", _("The Kontor contributors"),
                         "developers", developers,
                         "website", KONTOR_SITE,
                         "copyright", _("© The Kontor contributors"),
                         /* TRANSLATORS: your names, one a line; shown in About */
                         "translator-credits", _("translator-credits"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("The desk that answers your customers on WhatsApp. "
                                       "Everything stays on this computer."),
                         NULL);
}

/* To a page, or to what is on it: "inbox/12". */
static void
go (GApplication *self, const char *place)
{
  GtkWindow *window;

  g_application_activate (self);
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (window != NULL && *place != '\0')
    gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", place);
}

/* What a notification is about. */
static void
on_open (GSimpleAction *action, GVariant *place, gpointer data)
{
  go (G_APPLICATION (data), g_variant_get_string (place, NULL));
}

/* What the menu of the desktop offers beside the icon. */
static void
on_inbox (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (G_APPLICATION (data), "inbox");
}

static void
on_new_booking (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go (G_APPLICATION (data), "bookings/new");
}

static const GActionEntry actions[] = {
  { .name = "open", .activate = on_open, .parameter_type = "s" },
  { .name = "quit", .activate = on_quit },
  { .name = "about", .activate = on_about },
  { .name = "inbox", .activate = on_inbox },
  { .name = "new-booking", .activate = on_new_booking },
};

static const struct { const char *action; const char *keys[3]; } accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.palette", { "<Control>k" } },
  { "win.sidebar", { "F9" } },
  { "win.search", { "<Control>f" } },
  { "win.help", { "F1" } },
  { "win.lock", { "<Control>l" } },
  { "win.shortcuts", { "<Control>question", "<Control>slash" } },
  { "win.go::home", { "<Control>1" } },
  { "win.go::inbox", { "<Control>2" } },
  { "win.go::bookings", { "<Control>3" } },
  { "win.go::contacts", { "<Control>4" } },
  { "win.go::services", { "<Control>5" } },
  { "win.go::assistants", { "<Control>6" } },
  { "win.go::payments", { "<Control>7" } },
  { "win.go::channels", { "<Control>8" } },
  { "win.go::settings", { "<Control>9" } },
  { "win.go::bookings/new", { "<Control>n" } },
};

static gboolean
connect_house (KontorApplication *self, GError **error)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));
  g_autoptr(GDBusConnection) session = connection != NULL ? g_object_ref (connection)
    : g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);

  if (session == NULL)
    return FALSE;
  self->remote = kontor_remote_new (session, error);
  if (self->remote == NULL)
    return FALSE;
  self->house = kontor_remote_house_new (self->remote);

  return TRUE;
}

static void
load_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/kontor/Kontor/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
kontor_application_startup (GApplication *application)
{
  g_autoptr(GError) error = NULL;

  G_APPLICATION_CLASS (kontor_application_parent_class)->startup (application);
  load_style ();
  gtk_window_set_default_icon_name (KONTOR_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].keys);
  if (!connect_house (KONTOR_APPLICATION (application), &error))
    g_printerr ("%s: %s\n", _("Kontor needs a session bus to talk to its service"),
                error->message);
}

static void
kontor_application_activate (GApplication *application)
{
  KontorApplication *self = KONTOR_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->house == NULL)
    return;
  if (window == NULL)
    window = GTK_WINDOW (kontor_window_new (GTK_APPLICATION (self), self->house));
  gtk_window_present (window);
}

static void
kontor_application_dispose (GObject *object)
{
  KontorApplication *self = KONTOR_APPLICATION (object);

  g_clear_object (&self->house);
  g_clear_object (&self->remote);

  G_OBJECT_CLASS (kontor_application_parent_class)->dispose (object);
}

static void
kontor_application_class_init (KontorApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_application_dispose;
  G_APPLICATION_CLASS (klass)->startup = kontor_application_startup;
  G_APPLICATION_CLASS (klass)->activate = kontor_application_activate;
}

static void
kontor_application_init (KontorApplication *self)
{
}

KontorApplication *
kontor_application_new (void)
{
  /* With a base path GTK looks for icons there, and reads all icon themes a second time for it. */
  return g_object_new (KONTOR_TYPE_APPLICATION,
                       "application-id", KONTOR_APPLICATION_ID,
                       "resource-base-path", NULL,
                       NULL);
}
