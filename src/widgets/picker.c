/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picker.c — texts are searched here, records by the daemon. Nothing is asked before it opens. */
#include "widgets/picker.h"

#include "remote/remote-list.h"

#include <string.h>

#include <glib/gi18n.h>

#define MOST_SHOWN 50
#define MARK " · "

struct _KontorPicker
{
  GtkWidget          parent_instance;

  KontorRemoteHouse *house;      /* of records */
  char              *kind;
  GtkStringFilter   *filter;     /* of texts */
  GListModel        *model;      /* what is shown */

  GtkWidget         *button;
  GtkPopover        *popover;
  GtkEditable       *search;
  GtkListBox        *list;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorPicker, kontor_picker, GTK_TYPE_WIDGET)

/* (transfer full): what is told of @item, and *shown what people read. */
static char *
dup_item (KontorPicker *self, gpointer item, char **shown)
{
  const KontorRemoteKind *kind;
  const char *label, *phone, *text;

  if (GTK_IS_STRING_OBJECT (item))
    {
      text = gtk_string_object_get_string (item);
      *shown = g_strdup (text);
      return g_strndup (text, strstr (text, MARK) != NULL ? (gsize) (strstr (text, MARK) - text)
                        : strlen (text));
    }
  kind = kontor_remote_house_find_kind (self->house, self->kind);
  label = kontor_remote_record_get_text (item, kind != NULL && *kind->label != '\0' ? kind->label
                                         : "name");
  phone = kontor_remote_record_get_text (item, "phone");
  *shown = g_strdup_printf ("%s%s%s", label, *label != '\0' && *phone != '\0' ? MARK : "", phone);
  if (**shown == '\0')
    {
      g_free (*shown);
      *shown = g_strdup (kontor_remote_record_get_id (item));
    }

  return g_strdup (kontor_remote_record_get_id (item));
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  g_autofree char *shown = NULL, *told = dup_item (data, item, &shown);
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (shown);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);

  return row;
}

static void
choose (KontorPicker *self, guint at)
{
  g_autoptr(GObject) item = self->model != NULL ? g_list_model_get_item (self->model, at) : NULL;
  g_autofree char *shown = NULL, *told = NULL;

  if (item == NULL)
    return;
  told = dup_item (self, item, &shown);
  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (self->button);
  g_signal_emit (self, signals[CHOSEN], 0, told);
}

static void
on_activated (KontorPicker *self, GtkListBoxRow *row)
{
  choose (self, gtk_list_box_row_get_index (row));
}

/* Enter takes the first that fits. */
static void
on_entered (KontorPicker *self)
{
  choose (self, 0);
}

/* @all: (transfer full) */
static void
show (KontorPicker *self, GListModel *all)
{
  g_clear_object (&self->model);
  self->model = G_LIST_MODEL (gtk_slice_list_model_new (all, 0, MOST_SHOWN));
  gtk_list_box_bind_model (self->list, self->model, make_row, self, NULL);
}

static void
look (KontorPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  KontorRemoteList *records;

  if (self->house == NULL)
    {
      gtk_string_filter_set_search (self->filter, text);
      return;
    }
  records = kontor_remote_list_new_records (
    kontor_remote_house_get_remote (self->house), self->kind,
    *text != '\0' ? g_variant_new_parsed ("{'~': <%s>}", text) : NULL, FALSE);
  kontor_remote_list_set_page (records, MOST_SHOWN);
  show (self, G_LIST_MODEL (records));
}

static void
on_shown (KontorPicker *self)
{
  gtk_editable_set_text (self->search, "");
  look (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
kontor_picker_dispose (GObject *object)
{
  KontorPicker *self = KONTOR_PICKER (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_picker_parent_class)->dispose (object);
}

static void
kontor_picker_finalize (GObject *object)
{
  g_free (KONTOR_PICKER (object)->kind);

  G_OBJECT_CLASS (kontor_picker_parent_class)->finalize (object);
}

static void
kontor_picker_class_init (KontorPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_picker_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/picker.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, KontorPicker, button);
  gtk_widget_class_bind_template_child (widget_class, KontorPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, KontorPicker, search);
  gtk_widget_class_bind_template_child (widget_class, KontorPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, look);
}

static void
kontor_picker_init (KontorPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static KontorPicker *
make (const char *name)
{
  KontorPicker *self = g_object_new (KONTOR_TYPE_PICKER, NULL);

  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  return self;
}

GtkWidget *
kontor_picker_new_texts (const char *name, const char *const *texts)
{
  KontorPicker *self = make (name);
  GtkStringList *all = gtk_string_list_new (texts);

  self->filter = gtk_string_filter_new (
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  show (self, G_LIST_MODEL (gtk_filter_list_model_new (
    G_LIST_MODEL (all), GTK_FILTER (g_object_ref (self->filter)))));

  return GTK_WIDGET (self);
}

GtkWidget *
kontor_picker_new_records (const char *name, KontorRemoteHouse *house, const char *kind)
{
  KontorPicker *self = make (name);

  self->house = g_object_ref (house);
  self->kind = g_strdup (kind);

  return GTK_WIDGET (self);
}
