/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/record-list.h"

#include <glib/gi18n.h>

/* GTK makes a row for whatever there is up to 200, in sight or not: with small pages a list comes
 * quickly, and two screens ahead of whoever scrolls they are there in time. */
#define PAGE 13
#define SCREENS_AHEAD 2

struct _KontorRecordList
{
  AdwBin              parent_instance;

  KontorRemoteList   *list;
  char               *selected;    /* the id whose row is to be marked */
  GtkSingleSelection *selection;

  GtkStack           *stack;
  GtkListView        *view;
  GtkScrolledWindow  *scrolled;
  AdwStatusPage      *empty;
  AdwStatusPage      *trouble;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorRecordList, kontor_record_list, ADW_TYPE_BIN)

static void
load_more (KontorRecordList *self)
{
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double left = gtk_adjustment_get_upper (at) - gtk_adjustment_get_value (at) -
                gtk_adjustment_get_page_size (at);

  if (self->list != NULL && left < SCREENS_AHEAD * gtk_adjustment_get_page_size (at))
    kontor_remote_list_load_more (self->list);
}

static void
mark (KontorRecordList *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->list != NULL && self->selected != NULL)
    kontor_remote_list_find (self->list, self->selected, &position);
  if (gtk_single_selection_get_selected (self->selection) != position)
    gtk_single_selection_set_selected (self->selection, position);
}

static void
show_state (KontorRecordList *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *words = NULL;
  const char *shown = "list";

  g_object_get (self->list, "words", &words, NULL);
  if (count == 0 && words != NULL)
    shown = "trouble";
  else if (count == 0)
    shown = kontor_remote_list_is_loaded (self->list) ? "empty" : "wait";
  adw_status_page_set_description (self->trouble, words);
  gtk_stack_set_visible_child_name (self->stack, shown);
  mark (self);
}

static void
on_activated (KontorRecordList *self, guint position)
{
  g_autoptr(KontorRemoteRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list),
                                                                position);

  if (record == NULL)
    return;
  kontor_record_list_select (self, kontor_remote_record_get_id (record));
  g_signal_emit (self, signals[CHOSEN], 0, record);
}

void
kontor_record_list_set_rows (KontorRecordList *self, const char *name, KontorRowMake make,
                             gpointer data)
{
  g_autoptr(GtkListItemFactory) factory = kontor_row_factory_new (make, data);

  gtk_list_view_set_factory (self->view, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

void
kontor_record_list_set_empty (KontorRecordList *self, const char *icon, const char *title,
                              const char *text)
{
  adw_status_page_set_icon_name (self->empty, icon);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, text);
}

void
kontor_record_list_set_list (KontorRecordList *self, KontorRemoteList *list)
{
  if (self->list == list)
    return;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, show_state, self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (list));
  g_set_object (&self->list, list);
  if (list == NULL)
    return;
  kontor_remote_list_set_page (list, PAGE);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (list, "notify::is-loaded", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::words", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  kontor_remote_list_begin (list);
  show_state (self);
}

void
kontor_record_list_select (KontorRecordList *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);

  g_free (self->selected);
  self->selected = g_steal_pointer (&copy);
  mark (self);
}

static void
kontor_record_list_dispose (GObject *object)
{
  KontorRecordList *self = KONTOR_RECORD_LIST (object);

  g_clear_object (&self->list);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (kontor_record_list_parent_class)->dispose (object);
}

static void
kontor_record_list_finalize (GObject *object)
{
  g_free (KONTOR_RECORD_LIST (object)->selected);

  G_OBJECT_CLASS (kontor_record_list_parent_class)->finalize (object);
}

static void
kontor_record_list_class_init (KontorRecordListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_record_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_record_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, KONTOR_TYPE_REMOTE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorRecordList, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorRecordList, view);
  gtk_widget_class_bind_template_child (widget_class, KontorRecordList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KontorRecordList, empty);
  gtk_widget_class_bind_template_child (widget_class, KontorRecordList, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

/* A list that opens by one click marks what is pointed at: what is open is marked again then. */
static void
watch_pointer (KontorRecordList *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "leave", G_CALLBACK (mark), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), motion);
}

static void
kontor_record_list_init (KontorRecordList *self)
{
  GtkAdjustment *at;

  gtk_widget_init_template (GTK_WIDGET (self));
  watch_pointer (self);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  at = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (at, "value-changed", G_CALLBACK (load_more), self, G_CONNECT_SWAPPED);
  /* The list was laid out: it became longer, or its place higher. */
  g_signal_connect_object (at, "changed", G_CALLBACK (load_more), self, G_CONNECT_SWAPPED);
}
