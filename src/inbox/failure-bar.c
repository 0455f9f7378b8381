/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/failure-bar.h"

struct _KontorFailureBar
{
  GtkBox     parent_instance;

  GtkLabel  *reason;
  GtkButton *again;
};

G_DEFINE_FINAL_TYPE (KontorFailureBar, kontor_failure_bar, GTK_TYPE_BOX)

void
kontor_failure_bar_set (KontorFailureBar *self, const char *id, const char *reason)
{
  gtk_label_set_text (self->reason, reason);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->again), "s", id);
}

static void
kontor_failure_bar_class_init (KontorFailureBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/failure-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorFailureBar, reason);
  gtk_widget_class_bind_template_child (widget_class, KontorFailureBar, again);
}

static void
kontor_failure_bar_init (KontorFailureBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
