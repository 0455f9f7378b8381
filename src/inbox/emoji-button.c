/* SPDX-License-Identifier: GPL-3.0-or-later */
/* emoji-button.c — the chooser is made when it is first opened: to know how wide an emoji is, GTK's
 * draws one from a font of pictures as soon as it is made, a sixth of the time a window takes to
 * start. */
#include "inbox/emoji-button.h"

#include <glib/gi18n.h>

struct _KontorEmojiButton
{
  AdwBin         parent_instance;

  GtkMenuButton *button;
};

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorEmojiButton, kontor_emoji_button, ADW_TYPE_BIN)

static void
on_picked (KontorEmojiButton *self, const char *emoji)
{
  g_signal_emit (self, signals[PICKED], 0, emoji);
}

static void
on_wanted (GtkMenuButton *button, gpointer data)
{
  GtkWidget *chooser;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  chooser = gtk_emoji_chooser_new ();
  g_signal_connect_object (chooser, "emoji-picked", G_CALLBACK (on_picked), data,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, chooser);
}

static void
kontor_emoji_button_class_init (KontorEmojiButtonClass *klass)
{
  signals[PICKED] = g_signal_new ("picked", KONTOR_TYPE_EMOJI_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kontor_emoji_button_init (KontorEmojiButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "face-smile-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, on_wanted, self, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Insert an Emoji"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Insert an Emoji"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}
