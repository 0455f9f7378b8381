/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desktop/tray-menu.h"

#include <libdbusmenu-glib/dbusmenu-glib.h>

#include "config.h"

#include <glib/gi18n-lib.h>

struct _KontorTrayMenu
{
  DbusmenuServer   *server;
  KontorTrayChosen  chosen;
  gpointer          data;
};

/* What an entry stands for; lives as long as the entry. */
typedef struct {
  KontorTrayMenu *menu;
  const char     *what;
} Entry;

static void
on_activated (DbusmenuMenuitem *item, guint timestamp, gpointer data)
{
  Entry *entry = data;

  if (entry->what != NULL)
    entry->menu->chosen (entry->what, entry->menu->data);
}

/* (transfer none). @what: (nullable): it only says something. */
static DbusmenuMenuitem *
add (KontorTrayMenu *self, DbusmenuMenuitem *parent, const char *label, const char *what)
{
  g_autoptr(GString) escaped = g_string_new (label);
  DbusmenuMenuitem *item = dbusmenu_menuitem_new ();
  Entry *entry = g_new0 (Entry, 1);

  entry->menu = self;
  entry->what = what;
  /* An underscore marks the letter to press. */
  g_string_replace (escaped, "_", "__", 0);
  dbusmenu_menuitem_property_set (item, DBUSMENU_MENUITEM_PROP_LABEL, escaped->str);
  if (what == NULL)
    dbusmenu_menuitem_property_set_bool (item, DBUSMENU_MENUITEM_PROP_ENABLED, FALSE);
  g_signal_connect_data (item, DBUSMENU_MENUITEM_SIGNAL_ITEM_ACTIVATED, G_CALLBACK (on_activated),
                         entry, (GClosureNotify) (void (*) (void)) g_free, 0);
  dbusmenu_menuitem_child_append (parent, item);
  g_object_unref (item);

  return item;
}

static void
add_line (DbusmenuMenuitem *parent)
{
  g_autoptr(GObject) line = G_OBJECT (dbusmenu_menuitem_new ());

  dbusmenu_menuitem_property_set (DBUSMENU_MENUITEM (line), DBUSMENU_MENUITEM_PROP_TYPE,
                                  DBUSMENU_CLIENT_TYPES_SEPARATOR);
  dbusmenu_menuitem_child_append (parent, DBUSMENU_MENUITEM (line));
}

static void
add_pause (KontorTrayMenu *self, DbusmenuMenuitem *root, gint64 until_us)
{
  g_autoptr(GDateTime) until = g_date_time_new_from_unix_local (until_us / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format (until, "%a %H:%M"), *words = NULL;
  DbusmenuMenuitem *pause;

  if (until_us > 0)
    {
      /* TRANSLATORS: %s is a weekday and a time */
      words = g_strdup_printf (_("Automatic replies pause until %s"), when);
      add (self, root, words, NULL);
      add (self, root, _("Answer Automatically Again"), "resume");
      return;
    }
  pause = add (self, root, _("Pause Automatic Replies"), "pause");
  dbusmenu_menuitem_property_set (pause, DBUSMENU_MENUITEM_PROP_CHILD_DISPLAY,
                                  DBUSMENU_MENUITEM_CHILD_DISPLAY_SUBMENU);
  add (self, pause, _("For 15 Minutes"), "pause-15");
  add (self, pause, _("For an Hour"), "pause-60");
  add (self, pause, _("Until Tomorrow"), "pause-tomorrow");
}

void
kontor_tray_menu_show (KontorTrayMenu *self, const KontorTrayState *state)
{
  g_autoptr(GObject) root = G_OBJECT (dbusmenu_menuitem_new ());
  DbusmenuMenuitem *top = DBUSMENU_MENUITEM (root);

  add (self, top, _("Open Kontor"), "open");
  if (state->is_locked)
    {
      dbusmenu_server_set_root (self->server, top);
      return;
    }
  if (state->unread > 0)
    {
      g_autofree char *unread = g_strdup_printf (
        ngettext ("%d unread message", "%d unread messages", state->unread), (int) state->unread);

      add (self, top, unread, "inbox");
    }
  add_line (top);
  for (guint i = 0; i < state->channels->len; i++)
    add (self, top, state->channels->pdata[i], "channels");
  add_line (top);
  add_pause (self, top, state->paused_until_us);
  add_line (top);
  add (self, top, _("Quit"), "quit");
  dbusmenu_server_set_root (self->server, top);
}

KontorTrayMenu *
kontor_tray_menu_new (KontorTrayChosen chosen, gpointer data)
{
  KontorTrayMenu *self = g_new0 (KontorTrayMenu, 1);

  self->chosen = chosen;
  self->data = data;
  self->server = dbusmenu_server_new (KONTOR_TRAY_MENU_PATH);

  return self;
}

void
kontor_tray_menu_free (KontorTrayMenu *self)
{
  g_object_unref (self->server);
  g_free (self);
}
