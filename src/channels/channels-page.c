/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/channels-page.h"

#include <string.h>

#include "channels/channel-card.h"
#include "channels/kind-dialog.h"
#include "channels/setup-dialog.h"
#include "widgets/page.h"

#include <glib/gi18n.h>

struct _KontorChannelsPage
{
  AdwBin                parent_instance;

  KontorRemoteHouse    *house;
  KontorRemoteChannels *channels;

  GtkStack             *stack;
  GtkBox               *cards;
};

static void kontor_channels_page_page_init (KontorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorChannelsPage, kontor_channels_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KONTOR_TYPE_PAGE,
                                                      kontor_channels_page_page_init))

static GtkWidget *
get_card (KontorChannelsPage *self, guint position)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  while (card != NULL && position-- > 0)
    card = gtk_widget_get_next_sibling (card);

  return card;
}

static void
on_items_changed (KontorChannelsPage *self, guint position, guint removed, guint added)
{
  GtkWidget *before = position > 0 ? get_card (self, position - 1) : NULL;

  for (guint i = 0; i < removed; i++)
    gtk_box_remove (self->cards, get_card (self, position));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr(KontorRemoteRecord) channel = g_list_model_get_item (G_LIST_MODEL (self->channels),
                                                                     position + i);
      GtkWidget *card = kontor_channel_card_new (self->house, self->channels, channel);

      gtk_box_insert_child_after (self->cards, card, before);
      before = card;
    }
}

static void
show_state (KontorChannelsPage *self)
{
  gtk_stack_set_visible_child_name (
    self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->channels)) > 0 ? "cards"
    : kontor_remote_channels_is_loaded (self->channels) ? "empty" : "wait");
}

static void
on_kind_chosen (KontorChannelsPage *self, const char *kind)
{
  kontor_setup_dialog_open (GTK_WIDGET (self), self->house, self->channels, kind, "");
}

static void
on_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorChannelsPage *self = KONTOR_CHANNELS_PAGE (widget);

  g_signal_connect_object (kontor_kind_dialog_open (widget, self->channels), "chosen",
                           G_CALLBACK (on_kind_chosen), self, G_CONNECT_SWAPPED);
}

static void
kontor_channels_page_show_place (KontorPage *page, const char *where)
{
  KontorChannelsPage *self = KONTOR_CHANNELS_PAGE (page);
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  if (g_str_equal (where, "new"))
    on_new (GTK_WIDGET (self), NULL, NULL);
  else if (g_str_has_prefix (where, "new/"))
    on_kind_chosen (self, where + strlen ("new/"));
  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (kontor_channel_card_get_id (KONTOR_CHANNEL_CARD (card)), where))
      gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
}

static void
kontor_channels_page_page_init (KontorPageInterface *iface)
{
  iface->show_place = kontor_channels_page_show_place;
}

static void
kontor_channels_page_dispose (GObject *object)
{
  g_clear_object (&KONTOR_CHANNELS_PAGE (object)->channels);
  g_clear_object (&KONTOR_CHANNELS_PAGE (object)->house);

  G_OBJECT_CLASS (kontor_channels_page_parent_class)->dispose (object);
}

static void
kontor_channels_page_class_init (KontorChannelsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_channels_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/channels/channels-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorChannelsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorChannelsPage, cards);
  gtk_widget_class_install_action (widget_class, "channels.new", NULL, on_new);
}

static void
kontor_channels_page_init (KontorChannelsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_channels_page_new (KontorRemoteHouse *house)
{
  KontorChannelsPage *self = g_object_new (KONTOR_TYPE_CHANNELS_PAGE, NULL);

  self->house = g_object_ref (house);
  self->channels = kontor_remote_channels_new (kontor_remote_house_get_remote (house));
  g_signal_connect_object (self->channels, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->channels, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  show_state (self);

  return GTK_WIDGET (self);
}
