/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/channel-states.h"

#include "widgets/channel-row.h"
#include "widgets/page.h"

#include <glib/gi18n.h>

struct _KontorChannelStates
{
  AdwBin      parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (KontorChannelStates, kontor_channel_states, ADW_TYPE_BIN)

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  GtkWidget *row = kontor_channel_row_new (item);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
on_activated (KontorChannelStates *self, KontorChannelRow *row)
{
  const char *id = kontor_remote_record_get_id (kontor_channel_row_get_channel (row));
  g_autofree char *place = g_strconcat ("channels/", id, NULL);

  kontor_page_go (GTK_WIDGET (self), place);
}

void
kontor_channel_states_set_channels (KontorChannelStates *self, KontorRemoteChannels *channels)
{
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (channels), make_row, self, NULL);
}

static void
kontor_channel_states_class_init (KontorChannelStatesClass *klass)
{
}

static void
kontor_channel_states_init (KontorChannelStates *self)
{
  GtkWidget *placeholder = gtk_label_new (_("No channel yet"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (placeholder, "placeholder");
  gtk_list_box_set_placeholder (self->list, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Channels"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}
