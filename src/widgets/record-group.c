/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-group.c — rows are made anew when a record comes or goes; the focus stays where it was. */
#include "widgets/record-group.h"

#include "remote/remote-list.h"
#include "widgets/form-dialog.h"
#include "widgets/question.h"
#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MOST 500

struct _KontorRecordGroup
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  char                *kind;
  char                *order;     /* NULL: as the daemon tells them */
  KontorRecordWords    words;
  gboolean             is_fixed;  /* none can be added or deleted */
  const char *const   *hidden;
  GVariant            *filter;
  GVariant            *given;
  KontorRemoteList    *list;      /* NULL: none are shown */
  GtkSortListModel    *sorted;
  KontorRemoteRecord  *doomed;    /* is asked about before it is deleted */

  AdwPreferencesGroup *group;
  GPtrArray           *rows;      /* in the order of @sorted */
};

enum { CHOSEN, ADDED, SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorRecordGroup, kontor_record_group, ADW_TYPE_BIN)

static KontorRemoteRecord *
get_record (KontorRecordGroup *self, guint at)
{
  KontorRemoteRecord *record = g_list_model_get_item (G_LIST_MODEL (self->sorted), at);

  g_object_unref (record);

  return record;
}

/* What people call it; one that has no name is called by its number. */
static const char *
get_title (KontorRecordGroup *self, KontorRemoteRecord *record)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, self->kind);
  const char *title = kontor_remote_record_get_text (record, kind != NULL ? kind->label : "name");

  return *title != '\0' ? title : kontor_remote_record_get_id (record);
}

static void
on_saved (KontorRecordGroup *self, GVariant *record)
{
  g_signal_emit (self, signals[SAVED], 0, kontor_record_get_text (record, "id"));
}

static void
on_added (KontorRecordGroup *self, GVariant *record)
{
  g_signal_emit (self, signals[ADDED], 0, kontor_record_get_text (record, "id"));
  on_saved (self, record);
}

static void
on_add (KontorRecordGroup *self)
{
  g_autoptr(GVariant) given = kontor_record_merge (self->given, self->filter);
  KontorFormDialog *dialog = kontor_form_dialog_keep (GTK_WIDGET (self), self->house, self->kind,
                                                      NULL, given, self->hidden);

  g_signal_connect_object (dialog, "done", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
}

static void
choose (KontorRecordGroup *self, KontorRemoteRecord *record)
{
  KontorFormDialog *dialog;

  if (g_signal_has_handler_pending (self, signals[CHOSEN], 0, FALSE))
    {
      g_signal_emit (self, signals[CHOSEN], 0, record);
      return;
    }
  dialog = kontor_form_dialog_keep (GTK_WIDGET (self), self->house, self->kind, record, NULL,
                                    self->hidden);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
}

static KontorRecordGroup *
find_group (GtkWidget *widget)
{
  return KONTOR_RECORD_GROUP (gtk_widget_get_ancestor (widget, KONTOR_TYPE_RECORD_GROUP));
}

static void
on_edit (GtkWidget *widget, KontorRemoteRecord *record)
{
  choose (find_group (widget), record);
}

static void
delete_doomed (gpointer object)
{
  KontorRecordGroup *self = object;

  kontor_toast_call (GTK_WIDGET (self),
                     kontor_remote_get_records (kontor_remote_house_get_remote (self->house)),
                     "Remove", g_variant_new ("(ss)", self->kind,
                                              kontor_remote_record_get_id (self->doomed)));
}

static void
on_delete (GtkWidget *button, KontorRemoteRecord *record)
{
  KontorRecordGroup *self = find_group (button);
  g_autofree char *ask = g_strdup_printf (_("Delete “%s”?"), get_title (self, record));

  g_set_object (&self->doomed, record);
  kontor_question_ask (button, ask, _("This cannot be undone."), _("_Delete"), delete_doomed, self);
}

/* Those whose number is another one by now are saved. */
static void
renumber (KontorRecordGroup *self, GPtrArray *records)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  for (guint i = 0; i < records->len; i++)
    {
      KontorRemoteRecord *record = records->pdata[i];
      GVariantDict values;

      if (kontor_remote_record_get_int (record, self->order) == i + 1)
        continue;
      g_variant_dict_init (&values, NULL);
      g_variant_dict_insert (&values, self->order, "x", (gint64) i + 1);
      kontor_toast_call (GTK_WIDGET (self), kontor_remote_get_records (remote), "Save",
                         g_variant_new ("(ss@a{sv})", self->kind,
                                        kontor_remote_record_get_id (record),
                                        g_variant_dict_end (&values)));
    }
}

static void
move (KontorRecordGroup *self, KontorRemoteRecord *record, int to)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  int count = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  if (to < 0 || to >= count)
    return;
  for (int i = 0; i < count; i++)
    if (get_record (self, i) != record)
      g_ptr_array_add (records, g_object_ref (get_record (self, i)));
  g_ptr_array_insert (records, to, g_object_ref (record));
  renumber (self, records);
}

static guint
find_row (KontorRecordGroup *self, GtkWidget *row)
{
  guint at = 0;

  g_ptr_array_find (self->rows, row, &at);

  return at;
}

static gboolean
on_arrow (GtkWidget *row, GVariant *step, gpointer record)
{
  KontorRecordGroup *self = find_group (row);

  move (self, record, (int) find_row (self, row) + g_variant_get_int32 (step));

  return TRUE;
}

static GdkContentProvider *
on_drag (GtkDragSource *source, double x, double y, KontorRemoteRecord *record)
{
  return gdk_content_provider_new_typed (KONTOR_TYPE_REMOTE_RECORD, record);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, KontorRecordGroup *self)
{
  KontorRemoteRecord *record = g_value_get_object (value);
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  for (guint i = 0; i < self->rows->len; i++)
    if (get_record (self, i) == record)
      {
        move (self, record, find_row (self, row));
        return TRUE;
      }

  return FALSE;
}

static void
add_arrow (GtkEventController *keys, GtkWidget *row, KontorRemoteRecord *record, guint key,
           int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_ALT_MASK),
                                            gtk_callback_action_new (on_arrow, record, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
make_movable (KontorRecordGroup *self, GtkWidget *row, KontorRemoteRecord *record)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (KONTOR_TYPE_REMOTE_RECORD, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_add_css_class (handle, "dim-label");
  gtk_widget_set_tooltip_text (handle, _("Drag to Move; or Alt and an Arrow"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag), record, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  add_arrow (keys, row, record, GDK_KEY_Up, -1);
  add_arrow (keys, row, record, GDK_KEY_Down, 1);
  gtk_widget_add_controller (row, keys);
}

static GtkWidget *
make_button (const char *icon, const char *words, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf ("%s %s", words, title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

static void
show_words (KontorRecordGroup *self, AdwActionRow *row, KontorRemoteRecord *record)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, self->kind);
  const char *hidden[] = { kind != NULL ? kind->label : NULL, NULL };
  g_autofree char *words = self->words != NULL ? self->words (self->house, record)
    : kontor_wording_facts (self->house, kind, kontor_remote_record_get_values (record), hidden);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_title (self, record));
  adw_action_row_set_subtitle (row, words != NULL ? words : "");
}

static void
on_names_told (KontorRecordGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_words (self, self->rows->pdata[i], get_record (self, i));
}

static void draw (KontorRecordGroup *self);

/* Its buttons have its name in theirs. */
static void
on_values_changed (KontorRemoteRecord *record, GParamSpec *pspec, AdwActionRow *row)
{
  KontorRecordGroup *self = find_group (GTK_WIDGET (row));

  if (self != NULL)
    draw (self);
}

static GtkWidget *
make_row (KontorRecordGroup *self, KontorRemoteRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = get_title (self, record);
  GtkWidget *edit = make_button ("document-edit-symbolic", _("Edit"), title);
  GtkWidget *remove = make_button ("user-trash-symbolic", _("Delete"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  show_words (self, ADW_ACTION_ROW (row), record);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  gtk_widget_set_visible (remove, !self->is_fixed);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_edit), record, 0);
  g_signal_connect_object (edit, "clicked", G_CALLBACK (on_edit), record, 0);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_delete), record, 0);
  g_signal_connect_object (record, "notify::values", G_CALLBACK (on_values_changed), row, 0);
  if (self->order != NULL)
    make_movable (self, row, record);

  return row;
}

/* The place of the row that has the focus; -1: none. */
static int
find_focus (KontorRecordGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_focus_child (self->rows->pdata[i]) != NULL ||
        gtk_widget_is_focus (self->rows->pdata[i]))
      return i;

  return -1;
}

static void
draw (KontorRecordGroup *self)
{
  guint count = self->sorted != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) : 0;
  int focus = find_focus (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < count; i++)
    {
      GtkWidget *row = make_row (self, get_record (self, i));

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->group, row);
    }
  if (focus >= 0 && count > 0)
    gtk_widget_grab_focus (self->rows->pdata[MIN ((guint) focus, count - 1)]);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  KontorRecordGroup *self = data;
  gint64 first = self->order == NULL ? 0
    : kontor_remote_record_get_int ((gpointer) a, self->order);
  gint64 second = self->order == NULL ? 0
    : kontor_remote_record_get_int ((gpointer) b, self->order);

  return first < second ? -1 : first > second;
}

/* A number changed, and with it the order. */
static void
on_resort (KontorRecordGroup *self)
{
  if (self->sorted != NULL && self->order != NULL)
    gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
on_items_changed (KontorRecordGroup *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < count; i++)
    {
      g_autoptr(KontorRemoteRecord) record = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      g_signal_handlers_disconnect_by_func (record, on_resort, self);
      g_signal_connect_object (record, "notify::values", G_CALLBACK (on_resort), self,
                               G_CONNECT_SWAPPED);
    }
}

void
kontor_record_group_show (KontorRecordGroup *self, GVariant *filter, const char *const *hidden)
{
  g_autoptr(GVariant) asked = g_variant_ref_sink (filter != NULL ? filter
                                                  : kontor_remote_no_options ());

  g_clear_pointer (&self->filter, g_variant_unref);
  self->filter = g_steal_pointer (&asked);
  self->hidden = hidden;
  g_clear_object (&self->sorted);
  g_clear_object (&self->list);
  self->list = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                               self->kind, self->filter, FALSE);
  kontor_remote_list_set_page (self->list, MOST);
  self->sorted = gtk_sort_list_model_new (
    g_object_ref (G_LIST_MODEL (self->list)),
    GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL)));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (draw), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_items_changed (self);
  draw (self);
}

void
kontor_record_group_set_words (KontorRecordGroup *self, KontorRecordWords words)
{
  self->words = words;
}

void
kontor_record_group_set_order (KontorRecordGroup *self, const char *order)
{
  self->order = g_strdup (order);
}

void
kontor_record_group_set_given (KontorRecordGroup *self, GVariant *given)
{
  g_variant_unref (self->given);
  self->given = g_variant_ref_sink (given);
}

static void
kontor_record_group_dispose (GObject *object)
{
  KontorRecordGroup *self = KONTOR_RECORD_GROUP (object);

  g_clear_object (&self->sorted);
  g_clear_object (&self->list);
  g_clear_object (&self->doomed);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_record_group_parent_class)->dispose (object);
}

static void
kontor_record_group_finalize (GObject *object)
{
  KontorRecordGroup *self = KONTOR_RECORD_GROUP (object);

  g_clear_pointer (&self->filter, g_variant_unref);
  g_clear_pointer (&self->given, g_variant_unref);
  g_ptr_array_unref (self->rows);
  g_free (self->kind);
  g_free (self->order);

  G_OBJECT_CLASS (kontor_record_group_parent_class)->finalize (object);
}

static void
kontor_record_group_class_init (KontorRecordGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_record_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_record_group_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_RECORD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, KONTOR_TYPE_REMOTE_RECORD);
  signals[ADDED] = g_signal_new ("added", KONTOR_TYPE_RECORD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAVED] = g_signal_new ("saved", KONTOR_TYPE_RECORD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kontor_record_group_init (KontorRecordGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->given = g_variant_ref_sink (kontor_remote_no_options ());
  self->filter = g_variant_ref (self->given);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
kontor_record_group_new (KontorRemoteHouse *house, const char *kind, const char *title,
                         const char *text, const char *add)
{
  KontorRecordGroup *self = g_object_new (KONTOR_TYPE_RECORD_GROUP, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->house = g_object_ref (house);
  self->kind = g_strdup (kind);
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, text);
  gtk_widget_set_visible (button, add != NULL);
  self->is_fixed = add == NULL;
  gtk_widget_set_tooltip_text (button, add);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add != NULL ? add : "", -1);
  adw_preferences_group_set_header_suffix (self->group, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (on_names_told), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "label-found", G_CALLBACK (on_names_told), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
