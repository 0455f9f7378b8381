/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/channel-badge.h"

struct _KontorChannelBadge
{
  AdwBin    parent_instance;

  GtkLabel *letter;
};

G_DEFINE_FINAL_TYPE (KontorChannelBadge, kontor_channel_badge, ADW_TYPE_BIN)

void
kontor_channel_badge_set (KontorChannelBadge *self, const char *kind, const char *name)
{
  char letter[2] = { g_ascii_toupper (*kind), '\0' };

  gtk_label_set_text (self->letter, letter);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_widget_set_visible (GTK_WIDGET (self), *kind != '\0');
}

static void
kontor_channel_badge_class_init (KontorChannelBadgeClass *klass)
{
}

static void
kontor_channel_badge_init (KontorChannelBadge *self)
{
  self->letter = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->letter), "badge");
  gtk_widget_set_valign (GTK_WIDGET (self->letter), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->letter));
}
