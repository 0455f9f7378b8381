/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/quote.h"

struct _KontorQuote
{
  GtkButton  parent_instance;

  GtkLabel  *author;
  GtkLabel  *line;
};

G_DEFINE_FINAL_TYPE (KontorQuote, kontor_quote, GTK_TYPE_BUTTON)

void
kontor_quote_set (KontorQuote *self, const char *id, const char *author, const char *line)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", id);
  gtk_label_set_text (self->author, author);
  gtk_widget_set_visible (GTK_WIDGET (self->author), *author != '\0');
  gtk_label_set_text (self->line, line);
}

static void
kontor_quote_class_init (KontorQuoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/quote.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorQuote, author);
  gtk_widget_class_bind_template_child (widget_class, KontorQuote, line);
}

static void
kontor_quote_init (KontorQuote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
