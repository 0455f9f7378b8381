/* SPDX-License-Identifier: GPL-3.0-or-later */
/* window.c — pages are made when they are first shown: a start shows one, and costs one. */
#include "window.h"

#include <string.h>

#include "assistants/assistants-page.h"
#include "channels/channels-page.h"
#include "config.h"
#include "contacts/contacts-page.h"
#include "help/help-window.h"
#include "home/home-page.h"
#include "inbox/inbox-page.h"
#include "lock/lock-dialog.h"
#include "lock/lock-screen.h"
#include "operations/bookings-page.h"
#include "palette.h"
#include "payments/payments-page.h"
#include "services/services-page.h"
#include "settings/settings-page.h"
#include "sidebar.h"
#include "widgets/away-bar.h"
#include "widgets/form-dialog.h"
#include "widgets/page.h"
#include "widgets/records-dialog.h"
#include "widgets/toast.h"
#include "widgets/width-bin.h"

#include <glib/gi18n.h>

struct _KontorWindow
{
  AdwApplicationWindow parent_instance;

  KontorRemoteHouse   *house;
  GSettings           *settings;   /* NULL where the schema is not installed */
  const char          *page;       /* the name of the one that is shown */

  GtkStack            *screens;
  GtkWidget           *desk;
  KontorLockScreen    *lock;
  AdwFlap             *flap;
  KontorSidebar       *sidebar;
  GtkStack            *pages;
  KontorAwayBar       *away;
};

static const struct {
  const char *name;
  const char *title;
  const char *icon;
  const char *count;
  GtkWidget *(*make) (KontorRemoteHouse *house);
} pages[] = {
  { "home", N_("Home"), "go-home-symbolic", NULL, kontor_home_page_new },
  { "inbox", N_("Inbox"), "mail-unread-symbolic", "unread", kontor_inbox_page_new },
  { "bookings", N_("Bookings"), "x-office-calendar-symbolic", "requested",
    kontor_bookings_page_new },
  { "contacts", N_("Contacts"), "avatar-default-symbolic", NULL, kontor_contacts_page_new },
  { "services", N_("Services"), "kontor-tag-symbolic", NULL, kontor_services_page_new },
  { "assistants", N_("Assistants"), "kontor-spark-symbolic", NULL, kontor_assistants_page_new },
  { "payments", N_("Payments"), "kontor-coins-symbolic", NULL, kontor_payments_page_new },
  { "channels", N_("Channels"), "phone-symbolic", "troubled", kontor_channels_page_new },
  { "settings", N_("Settings"), "emblem-system-symbolic", NULL, kontor_settings_page_new },
};

G_DEFINE_FINAL_TYPE (KontorWindow, kontor_window, ADW_TYPE_APPLICATION_WINDOW)

static void
close_drawer (KontorWindow *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* @place: "inbox/12"; an unknown page is Home. */
static void
show_place (KontorWindow *self, const char *place)
{
  const char *slash = strchr (place, '/');
  gsize length = slash != NULL ? (gsize) (slash - place) : strlen (place);
  GtkWidget *page;
  guint at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strlen (pages[i].name) == length && strncmp (pages[i].name, place, length) == 0)
      at = i;
  page = gtk_stack_get_child_by_name (self->pages, pages[at].name);
  if (page == NULL)
    {
      page = pages[at].make (self->house);
      gtk_stack_add_named (self->pages, page, pages[at].name);
    }
  self->page = pages[at].name;
  gtk_stack_set_visible_child (self->pages, page);
  kontor_sidebar_select (self->sidebar, pages[at].name);
  kontor_page_show_place (KONTOR_PAGE (page), slash != NULL ? slash + 1 : "");
}

static void
go (KontorWindow *self, const char *place)
{
  show_place (self, place);
  close_drawer (self);
}

/* Who goes through the pages by the arrows has not arrived yet: the drawer stays. */
static void
on_page_chosen (KontorWindow *self, const char *name, gboolean is_arrived)
{
  show_place (self, name);
  if (is_arrived)
    close_drawer (self);
}

static void
on_go (GtkWidget *widget, const char *name, GVariant *place)
{
  go (KONTOR_WINDOW (widget), g_variant_get_string (place, NULL));
}

static void
on_palette (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorWindow *self = KONTOR_WINDOW (widget);
  GtkWindow *palette = GTK_WINDOW (kontor_palette_new (GTK_WINDOW (self), self->house));

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    kontor_palette_add_page (KONTOR_PALETTE (palette), pages[i].name, _(pages[i].title),
                             pages[i].icon);
  gtk_window_present (palette);
}

/* The page that is shown first. */
static void
on_help (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorWindow *self = KONTOR_WINDOW (widget);
  KontorHelpWindow *help = KONTOR_HELP_WINDOW (kontor_help_window_new (GTK_WINDOW (self)));

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    kontor_help_window_add (help, pages[i].name, _(pages[i].title));
  kontor_help_window_show (help, self->page);
  gtk_window_present (GTK_WINDOW (help));
}

/* Made anew each time: GTK would hide it and not close it. GTK 4.8 ends the program where a screen
 * reader asks for a window that was closed meanwhile, and a hidden one is the last in its list. */
static void
on_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr(GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/kontor/Kontor/ui/help/shortcuts.ui");
  GtkShortcutsWindow *shortcuts =
    GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (widget), shortcuts);
  gtk_window_set_hide_on_close (GTK_WINDOW (shortcuts), FALSE);
  gtk_window_present (GTK_WINDOW (shortcuts));
}

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorWindow *self = KONTOR_WINDOW (widget);

  if (!kontor_page_search (KONTOR_PAGE (gtk_stack_get_visible_child (self->pages))))
    on_palette (widget, name, parameter);
}

static void
on_demo_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorWindow) self = data;
  g_autoptr(GError) error = NULL;

  if (!kontor_dbus_daemon_call_load_demo_finish (KONTOR_DBUS_DAEMON (source), result, &error))
    {
      kontor_toast_error (GTK_WIDGET (self->pages), error);
      return;
    }
  kontor_toast_undo (GTK_WIDGET (self->pages), _("The demo business is open. Yours is kept."),
                     "win.remove-demo");
  go (self, "home");
}

static void
on_load_demo (GtkWidget *widget, const char *name, GVariant *demo)
{
  KontorRemote *remote = kontor_remote_house_get_remote (KONTOR_WINDOW (widget)->house);

  kontor_dbus_daemon_call_load_demo (kontor_remote_get_daemon (remote),
                                     g_variant_get_string (demo, NULL), NULL, on_demo_loaded,
                                     g_object_ref (widget));
}

static void
on_demo_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorWindow) self = data;
  g_autoptr(GError) error = NULL;

  if (!kontor_dbus_daemon_call_remove_demo_finish (KONTOR_DBUS_DAEMON (source), result, &error))
    {
      kontor_toast_error (GTK_WIDGET (self->pages), error);
      return;
    }
  kontor_toast_say (GTK_WIDGET (self->pages), _("The demo is removed. This is your business."));
  go (self, "home");
}

static void
on_remove_demo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorRemote *remote = kontor_remote_house_get_remote (KONTOR_WINDOW (widget)->house);

  kontor_dbus_daemon_call_remove_demo (kontor_remote_get_daemon (remote), NULL, on_demo_removed,
                                       g_object_ref (widget));
}

/* An action of the business, by its name: what it needs is asked for. */
static void
on_run (GtkWidget *widget, const char *name, GVariant *action)
{
  kontor_form_dialog_act (widget, KONTOR_WINDOW (widget)->house,
                          g_variant_get_string (action, NULL), kontor_remote_no_options (), NULL);
}

static void
on_records (GtkWidget *widget, const char *name, GVariant *kind)
{
  KontorRemoteHouse *house = KONTOR_WINDOW (widget)->house;

  if (kontor_remote_house_find_kind (house, g_variant_get_string (kind, NULL)) != NULL)
    kontor_records_dialog_open (GTK_WINDOW (widget), house, g_variant_get_string (kind, NULL));
}

/* The way back from a conversation that was closed by mistake. */
static void
on_reopen (GtkWidget *widget, const char *name, GVariant *conversation)
{
  KontorRemote *remote = kontor_remote_house_get_remote (KONTOR_WINDOW (widget)->house);

  kontor_dbus_inbox_call_set_state (kontor_remote_get_inbox (remote),
                                    g_variant_get_int64 (conversation), "open",
                                    kontor_remote_no_options (), NULL, NULL, NULL);
}

static void
on_status_changed (KontorWindow *self)
{
  const char *demo = kontor_remote_house_get_text (self->house, "demo");
  const char *name = kontor_remote_house_get_text (self->house, "business");

  gboolean is_closed =
    kontor_remote_is_closed (kontor_remote_house_get_remote (self->house));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.load-demo",
                                 *demo == '\0' && !is_closed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-demo",
                                 *demo != '\0' && !is_closed);
  gtk_window_set_title (GTK_WINDOW (self), *name != '\0' && !is_closed ? name : "Kontor");
}

/* Dialogs go with the desk and come back with it, as they were. */
static void
show_dialogs (KontorWindow *self, gboolean shown)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self)));

  for (GList *each = windows; each != NULL; each = each->next)
    if (each->data != self)
      gtk_widget_set_visible (each->data, shown);
}

static void
on_closed_changed (KontorWindow *self)
{
  static const char *const doings[] = { "win.go", "win.palette", "win.search", "win.run",
    "win.reopen", "win.set-lock", "win.help", "win.load-demo", "win.remove-demo" };
  gboolean is_closed =
    kontor_remote_is_closed (kontor_remote_house_get_remote (self->house));
  GtkWidget *shown = is_closed ? GTK_WIDGET (self->lock) : self->desk;
  GtkWidget *hidden = is_closed ? self->desk : GTK_WIDGET (self->lock);

  /* A page of a stack that is not shown is read out all the same: it is hidden as well. */
  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->screens, shown);
  gtk_widget_set_visible (hidden, FALSE);
  /* What loses the focus by being hidden would have it given to just anything. */
  if (is_closed)
    gtk_widget_grab_focus (GTK_WIDGET (self->lock));
  show_dialogs (self, !is_closed);
  for (guint i = 0; i < G_N_ELEMENTS (doings); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), doings[i], !is_closed);
  on_status_changed (self);
}

static void
on_lock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorRemote *remote = kontor_remote_house_get_remote (KONTOR_WINDOW (widget)->house);

  if (kontor_dbus_lock_get_set (kontor_remote_get_lock (remote)))
    kontor_dbus_lock_call_close (kontor_remote_get_lock (remote), NULL, NULL, NULL);
  else
    kontor_lock_dialog_present (GTK_WINDOW (widget), remote);
}

static void
on_set_lock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kontor_lock_dialog_present (GTK_WINDOW (widget),
                              kontor_remote_house_get_remote (KONTOR_WINDOW (widget)->house));
}

/* What was left open is found again; a page that is gone since is Home. */
static void
restore (KontorWindow *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL
    ? g_settings_schema_source_lookup (source, KONTOR_APPLICATION_ID, TRUE) : NULL;
  g_autofree char *page = NULL;

  if (schema == NULL)
    {
      go (self, "home");
      return;
    }
  self->settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_bind (self->settings, "width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  page = g_settings_get_string (self->settings, "page");
  go (self, page);
}

static gboolean
kontor_window_close_request (GtkWindow *window)
{
  KontorWindow *self = KONTOR_WINDOW (window);

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "page", self->page);

  return GTK_WINDOW_CLASS (kontor_window_parent_class)->close_request (window);
}

static void
kontor_window_dispose (GObject *object)
{
  KontorWindow *self = KONTOR_WINDOW (object);

  g_clear_object (&self->house);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (kontor_window_parent_class)->dispose (object);
}

/* Else GTK asks how narrow the window may be at its least height whenever something changes its
 * size, and lays out each text that wraps at one width after the other to find out. */
static GtkSizeRequestMode
kontor_window_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
kontor_window_class_init (KontorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kontor_window_close_request;
  widget_class->get_request_mode = kontor_window_get_request_mode;

  g_type_ensure (KONTOR_TYPE_SIDEBAR);
  g_type_ensure (KONTOR_TYPE_AWAY_BAR);
  g_type_ensure (KONTOR_TYPE_LOCK_SCREEN);
  g_type_ensure (KONTOR_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kontor/Kontor/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorWindow, screens);
  gtk_widget_class_bind_template_child (widget_class, KontorWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, KontorWindow, lock);
  gtk_widget_class_bind_template_child (widget_class, KontorWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, KontorWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KontorWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, KontorWindow, away);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen);
  gtk_widget_class_install_action (widget_class, "win.go", "s", on_go);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, on_lock);
  gtk_widget_class_install_action (widget_class, "win.set-lock", NULL, on_set_lock);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, on_help);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, on_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.palette", NULL, on_palette);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "win.run", "s", on_run);
  gtk_widget_class_install_action (widget_class, "win.records", "s", on_records);
  gtk_widget_class_install_action (widget_class, "win.reopen", "x", on_reopen);
  gtk_widget_class_install_action (widget_class, "win.load-demo", "s", on_load_demo);
  gtk_widget_class_install_action (widget_class, "win.remove-demo", NULL, on_remove_demo);
}

static void
kontor_window_init (KontorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

KontorWindow *
kontor_window_new (GtkApplication *application, KontorRemoteHouse *house)
{
  KontorWindow *self = g_object_new (KONTOR_TYPE_WINDOW, "application", application, NULL);
  g_autoptr(GPropertyAction) reveal = g_property_action_new ("sidebar", self->flap, "reveal-flap");

  self->house = g_object_ref (house);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (reveal));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    kontor_sidebar_add (self->sidebar, pages[i].name, _(pages[i].title), pages[i].icon,
                        pages[i].count);
  kontor_sidebar_set_house (self->sidebar, house);
  kontor_away_bar_set_remote (self->away, kontor_remote_house_get_remote (house));
  g_signal_connect_object (house, "notify::status", G_CALLBACK (on_status_changed), self,
                           G_CONNECT_SWAPPED);
  kontor_lock_screen_set_remote (self->lock, kontor_remote_house_get_remote (house));
  kontor_lock_screen_watch (self->lock, GTK_WIDGET (self));
  g_signal_connect_object (kontor_remote_house_get_remote (house), "notify::closed",
                           G_CALLBACK (on_closed_changed), self, G_CONNECT_SWAPPED);
  on_closed_changed (self);
  restore (self);

  return self;
}
