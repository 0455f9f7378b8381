/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/width-bin.h"

struct _KontorWidthBin
{
  GtkWidget  parent_instance;

  GtkWidget *child;
  int        natural_width;
};

enum { PROP_CHILD = 1, PROP_NATURAL_WIDTH, N_PROPS };
static GParamSpec *props[N_PROPS];

static void kontor_width_bin_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorWidthBin, kontor_width_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      kontor_width_bin_buildable_init))

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  KontorWidthBin *self = KONTOR_WIDTH_BIN (widget);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->natural_width > 0)
    *natural = MAX (*minimum, self->natural_width);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KontorWidthBin *self = KONTOR_WIDTH_BIN (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
set_child (KontorWidthBin *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (KONTOR_WIDTH_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
kontor_width_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
kontor_width_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KontorWidthBin *self = KONTOR_WIDTH_BIN (object);

  if (id == PROP_CHILD)
    set_child (self, g_value_get_object (value));
  else if (id == PROP_NATURAL_WIDTH)
    {
      self->natural_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_width_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KontorWidthBin *self = KONTOR_WIDTH_BIN (object);

  if (id == PROP_CHILD)
    g_value_set_object (value, self->child);
  else if (id == PROP_NATURAL_WIDTH)
    g_value_set_int (value, self->natural_width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_width_bin_dispose (GObject *object)
{
  g_clear_pointer (&KONTOR_WIDTH_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (kontor_width_bin_parent_class)->dispose (object);
}

static void
kontor_width_bin_class_init (KontorWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kontor_width_bin_dispose;
  object_class->set_property = kontor_width_bin_set_property;
  object_class->get_property = kontor_width_bin_get_property;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_NATURAL_WIDTH] = g_param_spec_int ("natural-width", NULL, NULL, 0, G_MAXINT, 0,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kontor_width_bin_init (KontorWidthBin *self)
{
}
