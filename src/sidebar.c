/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sidebar.h"

#include <glib/gi18n.h>

typedef struct {
  char      *name;
  char      *title;
  char      *count;
  GtkWidget *row;
  GtkLabel  *number;
} Entry;

struct _KontorSidebar
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  GPtrArray         *entries;   /* of Entry, in the order of the rows */
  Entry             *shown;     /* NULL: no page is yet */

  AdwWindowTitle    *title;
  GtkListBox        *list;
};

enum { PAGE_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorSidebar, kontor_sidebar, ADW_TYPE_BIN)

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry->title);
  g_free (entry->count);
  g_free (entry);
}

static void
show_count (KontorSidebar *self, Entry *entry)
{
  gint64 count = entry->count != NULL && self->house != NULL
    ? kontor_remote_house_get_count (self->house, entry->count) : 0;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autofree char *summary = NULL;

  gtk_label_set_text (entry->number, text);
  gtk_widget_set_visible (GTK_WIDGET (entry->number), count > 0);
  /* TRANSLATORS: a page and how much waits there, for screen readers: "Inbox, 3 waiting" */
  summary = count > 0 ? g_strdup_printf (_("%s, %d waiting"), entry->title, (int) count)
    : g_strdup (entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  summary, -1);
}

static void
on_status_changed (KontorSidebar *self)
{
  /* What it is called until its owner names it. */
  static const char unnamed[] = N_("My business");
  const char *demo = kontor_remote_house_get_text (self->house, "demo");
  const char *name = kontor_remote_house_get_text (self->house, "business");

  adw_window_title_set_title (self->title, *name == '\0' ? "Kontor"
                              : g_str_equal (name, unnamed) ? _(unnamed) : name);
  adw_window_title_set_subtitle (self->title, *demo != '\0' ? _("Demo business") : "");
  for (guint i = 0; i < self->entries->len; i++)
    show_count (self, self->entries->pdata[i]);
}

static void
on_row_activated (KontorSidebar *self, GtkListBoxRow *row)
{
  Entry *entry = self->entries->pdata[gtk_list_box_row_get_index (row)];

  g_signal_emit (self, signals[PAGE_CHOSEN], 0, entry->name, TRUE);
}

/* What is marked is what is shown, whichever key moved the mark. */
static void
on_row_selected (KontorSidebar *self, GtkListBoxRow *row)
{
  Entry *entry = row != NULL ? self->entries->pdata[gtk_list_box_row_get_index (row)] : NULL;

  if (entry != NULL && entry != self->shown)
    g_signal_emit (self, signals[PAGE_CHOSEN], 0, entry->name, FALSE);
}

void
kontor_sidebar_set_house (KontorSidebar *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  g_signal_connect_object (house, "notify::status", G_CALLBACK (on_status_changed), self,
                           G_CONNECT_SWAPPED);
  on_status_changed (self);
}

void
kontor_sidebar_add (KontorSidebar *self, const char *name, const char *title, const char *icon,
                    const char *count)
{
  Entry *entry = g_new0 (Entry, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon), *label = gtk_label_new (title);

  entry->name = g_strdup (name);
  entry->title = g_strdup (title);
  entry->count = g_strdup (count);
  entry->number = GTK_LABEL (gtk_label_new (NULL));
  entry->row = gtk_list_box_row_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (entry->number), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (entry->number), "count");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (entry->number));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (entry->row), box);
  gtk_list_box_append (self->list, entry->row);
  g_ptr_array_add (self->entries, entry);
  show_count (self, entry);
}

/* The focus goes with the mark, if it is here. Tab passes by the other rows, which a list would
 * mark on its way. */
void
kontor_sidebar_select (KontorSidebar *self, const char *name)
{
  gboolean has_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) &
                        GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (g_str_equal (entry->name, name))
        self->shown = entry;
    }
  gtk_widget_set_focusable (self->shown->row, TRUE);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->shown->row));
  if (has_focus)
    gtk_widget_grab_focus (self->shown->row);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      gtk_widget_set_focusable (entry->row, entry == self->shown);
    }
}

static void
kontor_sidebar_dispose (GObject *object)
{
  KontorSidebar *self = KONTOR_SIDEBAR (object);

  g_clear_object (&self->house);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (kontor_sidebar_parent_class)->dispose (object);
}

static void
kontor_sidebar_class_init (KontorSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_sidebar_dispose;
  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", KONTOR_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                       G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kontor/Kontor/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, KontorSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
kontor_sidebar_init (KontorSidebar *self)
{
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  gtk_widget_init_template (GTK_WIDGET (self));
}
