/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/pill.h"

#include "widgets/wording.h"

static const struct { const char *state; const char *style; } styles[] = {
  { "requested", "warning" }, { "confirmed", "accent" }, { "in-progress", "accent" },
  { "completed", "success" }, { "no-show", "error" },
  { "paid", "success" }, { "done", "success" }, { "working", "success" }, { "same", "success" },
  { "cash", "success" }, { "bank-transfer", "success" }, { "open", "accent" },
  { "asking", "accent" }, { "pending", "accent" }, { "part-paid", "warning" },
  { "part-refunded", "warning" }, { "unchecked", "warning" }, { "only-theirs", "warning" },
  { "failed", "error" }, { "refused", "error" }, { "unknown", "error" }, { "differs", "error" },
  { "only-ours", "error" },
};

const char *
kontor_pill_style (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].state, state))
      return styles[i].style;

  return NULL;
}

void
kontor_pill_show (GtkLabel *label, const char *state)
{
  g_autofree char *word = kontor_wording_choice (state);
  const char *classes[] = { "pill-label", kontor_pill_style (state), NULL };

  gtk_label_set_text (label, word);
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
  gtk_widget_set_visible (GTK_WIDGET (label), *state != '\0');
}
