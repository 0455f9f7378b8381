/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/record-row.h"

typedef struct {
  KontorRemoteHouse  *house;
  KontorRemoteRecord *item;
  char               *summary;
} KontorRecordRowPrivate;

enum { PROP_ITEM = 1, PROP_SUMMARY, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KontorRecordRow, kontor_record_row, ADW_TYPE_BIN)

static KontorRecordRowPrivate *
get_private (KontorRecordRow *self)
{
  return kontor_record_row_get_instance_private (self);
}

static void
draw (KontorRecordRow *self)
{
  KontorRecordRowPrivate *private = get_private (self);

  if (private->item != NULL)
    KONTOR_RECORD_ROW_GET_CLASS (self)->draw (self, private->item);
}

static void
set_item (KontorRecordRow *self, KontorRemoteRecord *item)
{
  KontorRecordRowPrivate *private = get_private (self);

  if (private->item == item)
    return;
  if (private->item != NULL)
    g_signal_handlers_disconnect_by_func (private->item, draw, self);
  g_set_object (&private->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify::values", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  draw (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

void
kontor_record_row_set_house (KontorRecordRow *self, KontorRemoteHouse *house)
{
  get_private (self)->house = g_object_ref (house);
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
}

KontorRemoteHouse *
kontor_record_row_get_house (KontorRecordRow *self)
{
  return get_private (self)->house;
}

KontorRemoteRecord *
kontor_record_row_get_item (KontorRecordRow *self)
{
  return get_private (self)->item;
}

void
kontor_record_row_set_summary (KontorRecordRow *self, const char *summary)
{
  KontorRecordRowPrivate *private = get_private (self);

  if (g_strcmp0 (private->summary, summary) == 0)
    return;
  g_free (private->summary);
  private->summary = g_strdup (summary);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static void
on_summary_changed (GtkWidget *row)
{
  const char *summary = get_private (KONTOR_RECORD_ROW (row))->summary;
  GtkWidget *around = gtk_widget_get_parent (row);

  if (around != NULL && summary != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                    -1);
}

GtkWidget *
kontor_record_row_wrap (GtkWidget *row, gpointer item)
{
  GtkWidget *around = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (around), row);
  g_signal_connect (row, "notify::summary", G_CALLBACK (on_summary_changed), NULL);
  g_object_set (row, "item", item, NULL);
  on_summary_changed (row);

  return around;
}

static void
kontor_record_row_dispose (GObject *object)
{
  KontorRecordRowPrivate *private = get_private (KONTOR_RECORD_ROW (object));

  set_item (KONTOR_RECORD_ROW (object), NULL);
  g_clear_object (&private->house);

  G_OBJECT_CLASS (kontor_record_row_parent_class)->dispose (object);
}

static void
kontor_record_row_finalize (GObject *object)
{
  g_free (get_private (KONTOR_RECORD_ROW (object))->summary);

  G_OBJECT_CLASS (kontor_record_row_parent_class)->finalize (object);
}

static void
kontor_record_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ITEM)
    set_item (KONTOR_RECORD_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_record_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KontorRecordRowPrivate *private = get_private (KONTOR_RECORD_ROW (object));

  if (id == PROP_ITEM)
    g_value_set_object (value, private->item);
  else if (id == PROP_SUMMARY)
    g_value_set_string (value, private->summary);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_record_row_class_init (KontorRecordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kontor_record_row_dispose;
  object_class->finalize = kontor_record_row_finalize;
  object_class->set_property = kontor_record_row_set_property;
  object_class->get_property = kontor_record_row_get_property;
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, KONTOR_TYPE_REMOTE_RECORD,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                          G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kontor_record_row_init (KontorRecordRow *self)
{
}
