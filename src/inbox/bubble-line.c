/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bubble-line.c — a box that is aligned asks its children how wide they are at a height, and a text
 * that wraps answers by laying itself out for one width after the other: 7 ms a row, where its
 * height at one width takes a tenth of one. Nobody asks that here: the bubble is as wide as its
 * text would be, or as there is room for. */
#include "inbox/bubble-line.h"

#define SPACING 3

struct _KontorBubbleLine
{
  GtkWidget  parent_instance;

  GtkWidget *bubble;
  GtkWidget *more;
  GtkAlign   align;
};

enum { PROP_BUBBLE = 1, PROP_MORE, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KontorBubbleLine, kontor_bubble_line, GTK_TYPE_WIDGET)

static int
get_side_width (KontorBubbleLine *self)
{
  int natural = 0;

  if (!gtk_widget_should_layout (self->more))
    return 0;
  gtk_widget_measure (self->more, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural + SPACING;
}

static int
get_bubble_width (KontorBubbleLine *self, int width)
{
  int minimum, natural, room;

  gtk_widget_measure (self->bubble, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  room = MAX (minimum, width - get_side_width (self));

  return self->align == GTK_ALIGN_FILL ? room : MIN (natural, room);
}

static GtkSizeRequestMode
kontor_bubble_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kontor_bubble_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  KontorBubbleLine *self = KONTOR_BUBBLE_LINE (widget);
  int width, height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->bubble, orientation, -1, minimum, natural, NULL, NULL);
      *minimum += get_side_width (self);
      *natural += get_side_width (self);
      return;
    }
  width = for_size < 0 ? -1 : get_bubble_width (self, for_size);
  gtk_widget_measure (self->bubble, orientation, width, minimum, natural, NULL, NULL);
  if (gtk_widget_should_layout (self->more))
    gtk_widget_measure (self->more, orientation, -1, &height, NULL, NULL, NULL);
  *minimum = MAX (*minimum, height);
  *natural = MAX (*natural, height);
}

static void
kontor_bubble_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KontorBubbleLine *self = KONTOR_BUBBLE_LINE (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean is_at_right = (self->align == GTK_ALIGN_END) != is_mirrored;
  int bubble_width = get_bubble_width (self, width), side_width = get_side_width (self);
  int left = self->align == GTK_ALIGN_CENTER ? (width - bubble_width - side_width) / 2
    : is_at_right ? width - bubble_width : 0;
  GtkAllocation bubble = { left, 0, bubble_width, height };
  GtkAllocation more = { is_at_right ? left - side_width : left + bubble_width + SPACING, 0,
                         side_width - SPACING, height };

  gtk_widget_size_allocate (self->bubble, &bubble, -1);
  if (gtk_widget_should_layout (self->more))
    gtk_widget_size_allocate (self->more, &more, -1);
}

void
kontor_bubble_line_set_align (KontorBubbleLine *self, GtkAlign align)
{
  GtkWidget *first = align == GTK_ALIGN_END ? self->more : self->bubble;
  GtkWidget *last = align == GTK_ALIGN_END ? self->bubble : self->more;

  if (self->align == align)
    return;
  self->align = align;
  gtk_widget_insert_after (last, GTK_WIDGET (self), first);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
kontor_bubble_line_set_property (GObject *object, guint id, const GValue *value,
                                 GParamSpec *pspec)
{
  KontorBubbleLine *self = KONTOR_BUBBLE_LINE (object);
  GtkWidget **child = id == PROP_BUBBLE ? &self->bubble : &self->more;

  g_clear_pointer (child, gtk_widget_unparent);
  *child = g_value_get_object (value);
  if (*child != NULL)
    gtk_widget_set_parent (*child, GTK_WIDGET (self));
}

static void
kontor_bubble_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KontorBubbleLine *self = KONTOR_BUBBLE_LINE (object);

  g_value_set_object (value, id == PROP_BUBBLE ? self->bubble : self->more);
}

static void
kontor_bubble_line_dispose (GObject *object)
{
  g_clear_pointer (&KONTOR_BUBBLE_LINE (object)->bubble, gtk_widget_unparent);
  g_clear_pointer (&KONTOR_BUBBLE_LINE (object)->more, gtk_widget_unparent);

  G_OBJECT_CLASS (kontor_bubble_line_parent_class)->dispose (object);
}

static void
kontor_bubble_line_class_init (KontorBubbleLineClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kontor_bubble_line_dispose;
  object_class->set_property = kontor_bubble_line_set_property;
  object_class->get_property = kontor_bubble_line_get_property;
  widget_class->get_request_mode = kontor_bubble_line_get_request_mode;
  widget_class->measure = kontor_bubble_line_measure;
  widget_class->size_allocate = kontor_bubble_line_size_allocate;
  props[PROP_BUBBLE] = g_param_spec_object ("bubble", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_MORE] = g_param_spec_object ("more", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kontor_bubble_line_init (KontorBubbleLine *self)
{
  self->align = GTK_ALIGN_START;
}
