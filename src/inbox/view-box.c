/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/view-box.h"

#include "remote/remote-list.h"
#include "widgets/form-dialog.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MOST_VIEWS 500

struct _KontorViewBox
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  GtkFilterListModel *mine;

  GtkListBox         *list;
};

enum { CHOSEN, WANTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const told[] = { "name", "teammate", NULL };

G_DEFINE_FINAL_TYPE (KontorViewBox, kontor_view_box, ADW_TYPE_BIN)

static gboolean
is_for_me (gpointer view, gpointer data)
{
  KontorViewBox *self = data;
  const char *teammate = kontor_remote_record_get_text (view, "teammate");

  return *teammate == '\0' ||
         g_str_equal (teammate, kontor_remote_house_get_text (self->house, "teammate"));
}

static int
by_name (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (kontor_remote_record_get_text ((gpointer) a, "name"),
                         kontor_remote_record_get_text ((gpointer) b, "name"));
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
fill_row (KontorViewBox *self, GtkListBoxRow *row, KontorRemoteRecord *view)
{
  const char *name = kontor_remote_record_get_text (view, "name");
  g_autofree char *facts = kontor_wording_facts (
    self->house, kontor_remote_house_find_kind (self->house, "inbox-view"),
    kontor_remote_record_get_values (view), told);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_label (name, "heading"));
  if (*facts != '\0')
    gtk_box_append (GTK_BOX (box), make_label (facts, "dim-label"));
  gtk_list_box_row_set_child (row, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_values_changed (KontorRemoteRecord *view, GParamSpec *pspec, GtkWidget *row)
{
  GtkWidget *self = gtk_widget_get_ancestor (row, KONTOR_TYPE_VIEW_BOX);

  if (self != NULL)
    fill_row (KONTOR_VIEW_BOX (self), GTK_LIST_BOX_ROW (row), view);
}

static GtkWidget *
make_row (gpointer view, gpointer data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  fill_row (data, GTK_LIST_BOX_ROW (row), view);
  g_signal_connect_object (view, "notify::values", G_CALLBACK (on_values_changed), row, 0);

  return row;
}

/* What channels and labels are called, and who sits here, is told a moment later. */
static void
on_told (KontorViewBox *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->mine),
                      GTK_FILTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->mine)); i++)
    {
      g_autoptr(KontorRemoteRecord) view = g_list_model_get_item (G_LIST_MODEL (self->mine), i);

      fill_row (self, gtk_list_box_get_row_at_index (self->list, i), view);
    }
}

static void
leave (KontorViewBox *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
on_row_activated (KontorViewBox *self, GtkListBoxRow *row)
{
  g_autoptr(KontorRemoteRecord) view = g_list_model_get_item (
    G_LIST_MODEL (self->mine), gtk_list_box_row_get_index (row));

  leave (self);
  if (view != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, kontor_remote_record_get_id (view));
}

static void
on_keep (KontorViewBox *self)
{
  leave (self);
  g_signal_emit (self, signals[WANTED], 0);
}

static void
on_all (KontorViewBox *self)
{
  leave (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.records", "s", "inbox-view");
}

static void
on_kept (KontorViewBox *self, GVariant *view)
{
  g_signal_emit (self, signals[CHOSEN], 0, kontor_record_get_text (view, "id"));
}

void
kontor_view_box_keep (KontorViewBox *self, GVariant *given)
{
  KontorFormDialog *dialog = kontor_form_dialog_keep (GTK_WIDGET (self), self->house, "inbox-view",
                                                      NULL, given, NULL);

  kontor_form_dialog_set_heading (dialog, _("Save This View"),
                                  _("Everybody sees it, unless it is only for somebody."),
                                  _("_Save"));
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_kept), self, G_CONNECT_SWAPPED);
}

void
kontor_view_box_set_house (KontorViewBox *self, KontorRemoteHouse *house)
{
  KontorRemoteList *views = kontor_remote_list_new_records (
    kontor_remote_house_get_remote (house), "inbox-view", NULL, FALSE);
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (by_name, NULL, NULL));
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_for_me, self, NULL));

  self->house = g_object_ref (house);
  kontor_remote_list_set_page (views, MOST_VIEWS);
  self->mine = gtk_filter_list_model_new (
    G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (views), sorter)), filter);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->mine), make_row, self, NULL);
  g_signal_connect_object (house, "label-found", G_CALLBACK (on_told), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "notify::status", G_CALLBACK (on_told), self,
                           G_CONNECT_SWAPPED);
}

static void
kontor_view_box_dispose (GObject *object)
{
  KontorViewBox *self = KONTOR_VIEW_BOX (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->mine);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_view_box_parent_class)->dispose (object);
}

static void
kontor_view_box_class_init (KontorViewBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_view_box_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_VIEW_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WANTED] = g_signal_new ("wanted", KONTOR_TYPE_VIEW_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/view-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorViewBox, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
}

static void
kontor_view_box_init (KontorViewBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
