/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palette.h"

#include "palette-item.h"
#include "palette-records.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorPalette
{
  AdwWindow             parent_instance;

  KontorRemoteHouse    *house;
  GListStore           *items;
  GtkFilter            *filter;
  KontorPaletteRecords *records;
  GListModel           *shown;   /* the items that match and the records, as the rows stand */

  GtkSearchEntry       *entry;
  GtkListBox           *list;
  GtkStack             *stack;
};

static const struct { const char *title; const char *icon; const char *action; } commands[] = {
  { N_("New booking"), "list-add-symbolic", "win.go::bookings/new" },
  { N_("Connect a number"), "phone-symbolic", "win.go::channels/new" },
  { N_("Play a customer"), "input-gaming-symbolic", "win.go::inbox/practice" },
  { N_("Open the demo business"), "folder-download-symbolic", "win.load-demo::chauffeur" },
  { N_("Remove the demo business"), "user-trash-symbolic", "win.remove-demo" },
  { N_("Keyboard shortcuts"), "preferences-desktop-keyboard-shortcuts-symbolic",
    "win.shortcuts" },
  { N_("About Kontor"), "help-about-symbolic", "app.about" },
  { N_("Quit"), "application-exit-symbolic", "app.quit" },
};

G_DEFINE_FINAL_TYPE (KontorPalette, kontor_palette, ADW_TYPE_WINDOW)

static void
add (KontorPalette *self, const char *title, const char *hint, const char *icon,
     const char *action)
{
  g_autoptr(KontorPaletteItem) item = kontor_palette_item_new (title, hint, icon, action);

  g_list_store_append (self->items, item);
}

/* What has a page is looked at there. */
static void
drop (KontorPalette *self, const char *title)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->items)); i > 0; i--)
    {
      g_autoptr(KontorPaletteItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i - 1);

      if (g_str_equal (kontor_palette_item_get_title (item), title))
        g_list_store_remove (self->items, i - 1);
    }
}

static gboolean
matches (gpointer item, gpointer data)
{
  KontorPalette *self = data;

  return kontor_palette_item_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static GtkWidget *
make_row (gpointer object, gpointer data)
{
  KontorPaletteItem *item = object;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (kontor_palette_item_get_icon (item));
  GtkWidget *hint = gtk_label_new (kontor_palette_item_get_hint (item));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kontor_palette_item_get_title (item));
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kontor_palette_item_get_title (item), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), hint);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
show_first (KontorPalette *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);
  gboolean may_come = kontor_palette_records_is_looking (self->records);

  gtk_list_box_select_row (self->list, first);
  gtk_stack_set_visible_child_name (self->stack, first != NULL || may_come ? "list" : "nothing");
}

/* What comes later stands under what is marked already. */
static void
on_looked (KontorPalette *self)
{
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    show_first (self);
}

static void
on_text_changed (KontorPalette *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  kontor_palette_records_look_for (self->records,
                                   gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  show_first (self);
}

static void
run (KontorPalette *self, GtkListBoxRow *row)
{
  g_autoptr(KontorPaletteItem) item = row == NULL ? NULL
    : g_list_model_get_item (self->shown, gtk_list_box_row_get_index (row));
  g_autoptr(GVariant) target = NULL;
  g_autofree char *name = NULL;
  GtkWindow *before = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (item == NULL ||
      !g_action_parse_detailed_name (kontor_palette_item_get_action (item), &name, &target, NULL))
    return;
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action_variant (GTK_WIDGET (before), name, target);
}

static void
on_entry_activated (KontorPalette *self)
{
  run (self, gtk_list_box_get_selected_row (self->list));
}

static gboolean
on_key_pressed (KontorPalette *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (step == 0)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, MAX (at + step, 0));
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }

  return GDK_EVENT_STOP;
}

/* What cannot be done now is not offered: a demo is opened or removed, not both. */
static gboolean
may_run (KontorPalette *self, const char *action)
{
  gboolean is_demo = *kontor_remote_house_get_text (self->house, "demo") != '\0';

  return !g_str_has_prefix (action, is_demo ? "win.load-demo" : "win.remove-demo");
}

/* What the business can do, as the daemon tells it. */
static void
add_actions (KontorPalette *self)
{
  GPtrArray *actions = kontor_remote_house_get_actions (self->house);

  for (guint i = 0; i < actions->len; i++)
    {
      const KontorRemoteKind *action = actions->pdata[i];
      const KontorRemoteKind *of = kontor_remote_house_find_kind (self->house, action->of);
      g_autofree char *title = g_strconcat (kontor_wording_title (action->title), "…", NULL);
      g_autofree char *name = g_strconcat ("win.run::", action->name, NULL);

      add (self, title, of != NULL ? kontor_wording_title (of->title) : _("Action"),
           "system-run-symbolic", name);
    }
}

/* What people keep themselves, whatever kinds there are. */
static void
add_kinds (KontorPalette *self)
{
  GPtrArray *kinds = kontor_remote_house_get_kinds (self->house);

  for (guint i = 0; i < kinds->len; i++)
    {
      const KontorRemoteKind *kind = kinds->pdata[i];
      g_autofree char *name = g_strconcat ("win.records::", kind->name, NULL);

      if (kind->writable)
        add (self, kontor_wording_title (kind->plural), _("List"), "view-list-symbolic", name);
    }
}

/* What is known here first, then what the daemon found. */
static void
show_found (KontorPalette *self)
{
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkFilterListModel) fitting = gtk_filter_list_model_new (
    g_object_ref (G_LIST_MODEL (self->items)), self->filter);

  g_list_store_append (models, fitting);
  g_list_store_append (models, kontor_palette_records_get_items (self->records));
  self->shown = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
  gtk_list_box_bind_model (self->list, self->shown, make_row, self, NULL);
  g_signal_connect_object (self->records, "looked", G_CALLBACK (on_looked), self,
                           G_CONNECT_SWAPPED);
}

static void
kontor_palette_dispose (GObject *object)
{
  KontorPalette *self = KONTOR_PALETTE (object);

  /* What is on its way holds them, and would go on for nobody. */
  if (self->records != NULL)
    g_object_run_dispose (G_OBJECT (self->records));
  g_clear_object (&self->records);
  g_clear_object (&self->items);
  g_clear_object (&self->shown);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_palette_parent_class)->dispose (object);
}

static void
kontor_palette_class_init (KontorPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_palette_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kontor/Kontor/ui/palette.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, KontorPalette, list);
  gtk_widget_class_bind_template_child (widget_class, KontorPalette, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, run);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_palette_init (KontorPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (KONTOR_TYPE_PALETTE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
}

KontorPalette *
kontor_palette_new (GtkWindow *before, KontorRemoteHouse *house)
{
  KontorPalette *self = g_object_new (KONTOR_TYPE_PALETTE, "transient-for", before, NULL);

  self->house = g_object_ref (house);
  self->records = kontor_palette_records_new (house);
  show_found (self);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (may_run (self, commands[i].action))
      add (self, _(commands[i].title), _("Command"), commands[i].icon, commands[i].action);
  add_actions (self);
  add_kinds (self);
  show_first (self);

  return self;
}

void
kontor_palette_add_page (KontorPalette *self, const char *name, const char *title,
                         const char *icon)
{
  g_autofree char *action = g_strdup_printf ("win.go::%s", name);

  drop (self, title);
  add (self, title, _("Page"), icon, action);
  show_first (self);
}
