/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/step-row.h"

#include <glib/gi18n.h>

struct _KontorStepRow
{
  AdwExpanderRow   parent_instance;

  KontorStepState  state;

  GtkStack        *shapes;
  GtkImage        *shape;
};

static const struct { const char *icon; const char *style; const char *words; } states[] = {
  [KONTOR_STEP_OPEN] = { "radio-symbolic", "dim-label", N_("to do") },
  [KONTOR_STEP_TRYING] = { NULL, NULL, N_("being tried") },
  [KONTOR_STEP_FINE] = { "emblem-ok-symbolic", "success", N_("done") },
  [KONTOR_STEP_WRONG] = { "dialog-warning-symbolic", "warning", N_("not yet") },
};

G_DEFINE_FINAL_TYPE (KontorStepRow, kontor_step_row, ADW_TYPE_EXPANDER_ROW)

void
kontor_step_row_set_state (KontorStepRow *self, KontorStepState state, const char *advice)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *summary = g_strdup_printf ("%s, %s", title, _(states[state].words));

  self->state = state;
  if (state == KONTOR_STEP_TRYING)
    gtk_stack_set_visible_child_name (self->shapes, "spinner");
  else
    {
      gtk_image_set_from_icon_name (self->shape, states[state].icon);
      gtk_widget_set_css_classes (GTK_WIDGET (self->shape),
                                  (const char *[]) { states[state].style, NULL });
      gtk_stack_set_visible_child_name (self->shapes, "shape");
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), advice);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, advice, -1);
}

KontorStepState
kontor_step_row_get_state (KontorStepRow *self)
{
  return self->state;
}

static void
kontor_step_row_class_init (KontorStepRowClass *klass)
{
}

static void
kontor_step_row_init (KontorStepRow *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->shapes = GTK_STACK (gtk_stack_new ());
  self->shape = GTK_IMAGE (gtk_image_new ());
  gtk_spinner_set_spinning (GTK_SPINNER (spinner), TRUE);
  gtk_stack_add_named (self->shapes, GTK_WIDGET (self->shape), "shape");
  gtk_stack_add_named (self->shapes, spinner, "spinner");
  gtk_widget_set_valign (GTK_WIDGET (self->shapes), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->shapes));
}

/* What to do is read, not chosen: a row without an action. */
static void
add_text (KontorStepRow *self, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "fact");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

GtkWidget *
kontor_step_row_new (const char *title, const char *text)
{
  KontorStepRow *self = g_object_new (KONTOR_TYPE_STEP_ROW, "title", title, NULL);

  if (*text != '\0')
    add_text (self, text);
  kontor_step_row_set_state (self, KONTOR_STEP_OPEN, "");

  return GTK_WIDGET (self);
}
