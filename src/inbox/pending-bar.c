/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/pending-bar.h"

#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorPendingBar
{
  AdwBin    parent_instance;

  GtkLabel *words;
  GtkBox   *buttons;
};

typedef struct { const char *state; const char *label; const char *action; const char *style; }
Button;

static const Button buttons[] = {
  { "draft", N_("_Discard"), "thread.discard", NULL },
  { "draft", N_("_Edit"), "thread.edit", NULL },
  { "draft", N_("Se_nd"), "thread.accept", "suggested-action" },
  { "scheduled", N_("_Take Back"), "thread.cancel", NULL },
};

G_DEFINE_FINAL_TYPE (KontorPendingBar, kontor_pending_bar, ADW_TYPE_BIN)

static gboolean
add_buttons (KontorPendingBar *self, const char *state, const char *id)
{
  GtkWidget *child;
  gboolean has_any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, child);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (g_str_equal (buttons[i].state, state))
      {
        GtkWidget *button = gtk_button_new_with_mnemonic (_(buttons[i].label));

        gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
        gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
        if (buttons[i].style != NULL)
          gtk_widget_add_css_class (button, buttons[i].style);
        gtk_widget_add_css_class (button, "slim");
        gtk_box_append (self->buttons, button);
        has_any = TRUE;
      }

  return has_any;
}

void
kontor_pending_bar_set (KontorPendingBar *self, KontorRemoteRecord *message)
{
  const char *state = message != NULL ? kontor_remote_record_get_text (message, "state") : "";
  gint64 at_us;
  g_autofree char *day = NULL, *clock = NULL, *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (!g_str_equal (state, "draft") && !g_str_equal (state, "scheduled"))
    return;
  at_us = kontor_remote_record_get_int (message, "at");
  day = kontor_wording_day (at_us);
  clock = kontor_wording_clock (at_us);
  words = g_str_equal (state, "draft")
    ? g_strdup (_("Draft by the assistant: not sent yet"))
    /* TRANSLATORS: a day and a time: "Will be sent Tomorrow, 09:00" */
    : g_strdup_printf (_("Will be sent: %s, %s"), day, clock);

  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          add_buttons (self, state, kontor_remote_record_get_id (message)));
}

static void
kontor_pending_bar_class_init (KontorPendingBarClass *klass)
{
}

static void
kontor_pending_bar_init (KontorPendingBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_xalign (self->words, 1);
  gtk_widget_set_halign (GTK_WIDGET (self->buttons), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
