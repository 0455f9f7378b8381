/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/label-chips.h"

#include "remote/remote-list.h"

#define MOST_DOTS 4
#define CHIPS_IN_LINE 3

struct _KontorLabelChips
{
  AdwBin      parent_instance;

  gboolean    dots;
  GtkFlowBox *box;    /* NULL until there is a label */
};

enum { PROP_DOTS = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

static const struct { const char *colour; const char *style; } styles[] = {
  { "blue", "label-blue" }, { "green", "label-green" }, { "yellow", "label-yellow" },
  { "orange", "label-orange" }, { "red", "label-red" }, { "purple", "label-purple" },
};

G_DEFINE_FINAL_TYPE (KontorLabelChips, kontor_label_chips, ADW_TYPE_BIN)

static const char *
get_style (KontorRemoteHouse *house, const char *name)
{
  GListModel *labels = G_LIST_MODEL (kontor_remote_house_get_labels (house));

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr(KontorRemoteRecord) label = g_list_model_get_item (labels, i);

      for (guint k = 0; k < G_N_ELEMENTS (styles); k++)
        if (g_str_equal (kontor_remote_record_get_text (label, "name"), name) &&
            g_str_equal (kontor_remote_record_get_text (label, "colour"), styles[k].colour))
          return styles[k].style;
    }

  return "label-grey";
}

GtkWidget *
kontor_label_chips_make_dot (KontorRemoteHouse *house, const char *name)
{
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "dot");
  gtk_widget_add_css_class (dot, get_style (house, name));
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (dot, name);

  return dot;
}

char **
kontor_label_chips_split (const char *labels)
{
  g_auto(GStrv) words = g_strsplit (labels, ",", -1);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_strv_builder_add (names, words[i]);

  return g_strv_builder_end (names);
}

static GtkWidget *
make_chip (KontorLabelChips *self, KontorRemoteHouse *house, const char *name)
{
  GtkWidget *chip;

  if (self->dots)
    return kontor_label_chips_make_dot (house, name);
  chip = gtk_label_new (name);
  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (chip, "pill-label");
  gtk_widget_add_css_class (chip, get_style (house, name));

  return chip;
}

static void
make_box (KontorLabelChips *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (self->box, 3);
  gtk_flow_box_set_row_spacing (self->box, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "plain");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
kontor_label_chips_set (KontorLabelChips *self, KontorRemoteHouse *house, const char *const *names)
{
  GtkWidget *child;
  guint count = 0, in_line;

  if (self->box == NULL && (names == NULL || names[0] == NULL))
    return;
  if (self->box == NULL)
    make_box (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_flow_box_remove (self->box, child);
  for (; names != NULL && names[count] != NULL && (!self->dots || count < MOST_DOTS); count++)
    {
      gtk_flow_box_append (self->box, make_chip (self, house, names[count]));
      gtk_widget_set_focusable (gtk_widget_get_last_child (GTK_WIDGET (self->box)), FALSE);
    }
  in_line = CLAMP (count, 1, self->dots ? MOST_DOTS : CHIPS_IN_LINE);
  gtk_flow_box_set_min_children_per_line (self->box, in_line);
  gtk_flow_box_set_max_children_per_line (self->box, in_line);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
}

static void
kontor_label_chips_set_property (GObject *object, guint id, const GValue *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_DOTS)
    KONTOR_LABEL_CHIPS (object)->dots = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_label_chips_class_init (KontorLabelChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = kontor_label_chips_set_property;
  props[PROP_DOTS] = g_param_spec_boolean ("dots", NULL, NULL, FALSE,
                                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
kontor_label_chips_init (KontorLabelChips *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
