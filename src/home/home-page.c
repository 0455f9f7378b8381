/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "home/home-page.h"

#include "home/checklist.h"
#include "home/orders-dialog.h"
#include "remote/remote-channels.h"
#include "remote/remote-list.h"
#include "widgets/booking-row.h"
#include "widgets/channel-states.h"
#include "widgets/conversation-row.h"
#include "widgets/page.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MOST_ROWS 5

struct _KontorHomePage
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  gint64               day_from_us;   /* the day whose bookings are shown; 0: none yet */
  KontorRemoteList    *conversations;
  KontorRemoteChannels *lines;
  gboolean             is_real;       /* a line to real customers is there */

  GtkLabel            *greeting;
  GtkLabel            *day;
  GtkWidget           *welcome;
  GtkWidget           *demo;
  KontorChecklist     *checklist;
  GtkWidget           *tiles;
  GtkLabel            *unread;
  GtkLabel            *open;
  GtkLabel            *today;
  GtkWidget           *ordered;
  GtkLabel            *orders;
  GtkLabel            *unpaid;
  GtkListBox          *bookings;
  GtkListBox          *messages;
  KontorChannelStates *channels;
};

static void kontor_home_page_page_init (KontorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorHomePage, kontor_home_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KONTOR_TYPE_PAGE,
                                                      kontor_home_page_page_init))

static void
greet (KontorHomePage *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  int hour = g_date_time_get_hour (now);
  g_autofree char *day = g_date_time_format (now, _("%A %-d %B"));

  gtk_label_set_text (self->greeting, hour < 5 ? _("Good evening")
                      : hour < 12 ? _("Good morning")
                      : hour < 18 ? _("Good afternoon") : _("Good evening"));
  gtk_label_set_text (self->day, day);
}

static void
show_count (KontorHomePage *self, GtkLabel *label, const char *name)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT,
                                           kontor_remote_house_get_count (self->house, name));
  GtkLabel *title = GTK_LABEL (gtk_widget_get_next_sibling (GTK_WIDGET (label)));
  GtkWidget *tile = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_BUTTON);
  g_autofree char *summary = NULL;

  gtk_label_set_text (label, text);
  summary = g_strdup_printf ("%s: %s", gtk_label_get_text (title), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
}

static void
show_orders (KontorHomePage *self)
{
  g_autoptr(GVariant) orders =
    g_variant_lookup_value (kontor_remote_house_get_status (self->house), "orders", NULL);

  gtk_widget_set_visible (self->ordered, orders != NULL);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->tiles), orders != NULL ? 5 : 4);
  show_count (self, self->orders, "orders");
}

/* A business that nobody wrote to yet is shown how to begin; a demo says that it is one. */
static void
show_beginning (KontorHomePage *self)
{
  gboolean is_told = g_variant_n_children (kontor_remote_house_get_status (self->house)) > 0;
  gboolean is_demo = *kontor_remote_house_get_text (self->house, "demo") != '\0';
  gboolean is_used = kontor_remote_house_get_count (self->house, "conversations") > 0 ||
                     kontor_remote_house_get_count (self->house, "bookings") > 0 ||
                     kontor_remote_house_get_count (self->house, "orders") > 0;
  gboolean is_done;

  g_object_get (self->checklist, "is-done", &is_done, NULL);
  gtk_widget_set_visible (self->welcome, is_told && !is_demo && !is_used && !self->is_real);
  gtk_widget_set_visible (self->demo, is_demo);
  gtk_widget_set_visible (GTK_WIDGET (self->checklist), is_told && !is_demo && !is_done);
  gtk_widget_set_visible (self->tiles, is_demo || is_used || self->is_real);
}

static GtkWidget *
make_booking (gpointer item, gpointer data)
{
  return kontor_record_row_wrap (kontor_booking_row_new (KONTOR_HOME_PAGE (data)->house), item);
}

static GtkWidget *
make_message (gpointer item, gpointer data)
{
  return kontor_record_row_wrap (kontor_conversation_row_new (KONTOR_HOME_PAGE (data)->house),
                                 item);
}

static void
show_day (KontorHomePage *self)
{
  gint64 from_us = kontor_remote_house_get_count (self->house, "day-from");
  gint64 to_us = kontor_remote_house_get_count (self->house, "day-to");
  g_autoptr(KontorRemoteList) list = NULL;
  GVariantDict filter;

  if (from_us == 0 || from_us == self->day_from_us)
    return;
  self->day_from_us = from_us;
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "at>=", "x", from_us);
  g_variant_dict_insert (&filter, "at<", "x", to_us);
  g_variant_dict_insert (&filter, "state!=", "s", "cancelled");
  list = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house), "booking",
                                         g_variant_dict_end (&filter), FALSE);
  gtk_list_box_bind_model (self->bookings, G_LIST_MODEL (list), make_booking, self, NULL);
}

static void
on_status_changed (KontorHomePage *self)
{
  greet (self);
  show_count (self, self->unread, "unread");
  show_count (self, self->open, "conversations");
  show_count (self, self->today, "today");
  show_count (self, self->unpaid, "unpaid");
  show_orders (self);
  show_day (self);
  show_beginning (self);
}

static void
on_lines_changed (KontorHomePage *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  self->is_real = FALSE;
  for (guint i = 0; i < count; i++)
    {
      g_autoptr(KontorRemoteRecord) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      self->is_real |= kontor_remote_channel_is_real (line);
    }
  kontor_checklist_set_channels (self->checklist, self->lines);
  show_beginning (self);
}

static KontorRemoteRecord *
get_record (GtkListBoxRow *row)
{
  return kontor_record_row_get_item (KONTOR_RECORD_ROW (gtk_list_box_row_get_child (row)));
}

static void
on_booking_activated (KontorHomePage *self, GtkListBoxRow *row)
{
  g_autofree char *place = g_strconcat ("bookings/",
                                        kontor_remote_record_get_id (get_record (row)), NULL);

  kontor_page_go (GTK_WIDGET (self), place);
}

static void
on_message_activated (KontorHomePage *self, GtkListBoxRow *row)
{
  g_autofree char *place = g_strconcat ("inbox/", kontor_remote_record_get_id (get_record (row)),
                                        NULL);

  kontor_page_go (GTK_WIDGET (self), place);
}

static void
on_orders (KontorHomePage *self)
{
  kontor_orders_dialog_open (GTK_WIDGET (self), self->house);
}

static void
kontor_home_page_page_init (KontorPageInterface *iface)
{
}

static void
kontor_home_page_dispose (GObject *object)
{
  KontorHomePage *self = KONTOR_HOME_PAGE (object);

  g_clear_object (&self->conversations);
  g_clear_object (&self->lines);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_home_page_parent_class)->dispose (object);
}

static void
kontor_home_page_class_init (KontorHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_home_page_dispose;
  g_type_ensure (KONTOR_TYPE_CHECKLIST);
  g_type_ensure (KONTOR_TYPE_CHANNEL_STATES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/home/home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, greeting);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, day);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, welcome);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, demo);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, checklist);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, tiles);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, unread);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, open);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, today);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, ordered);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, orders);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, unpaid);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, bookings);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, messages);
  gtk_widget_class_bind_template_child (widget_class, KontorHomePage, channels);
  gtk_widget_class_bind_template_callback (widget_class, on_booking_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_message_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_orders);
  gtk_widget_class_bind_template_callback (widget_class, show_beginning);
}

static void
kontor_home_page_init (KontorHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_home_page_new (KontorRemoteHouse *house)
{
  KontorHomePage *self = g_object_new (KONTOR_TYPE_HOME_PAGE, NULL);
  g_autoptr(GtkSliceListModel) latest = NULL;

  self->house = g_object_ref (house);
  self->conversations =
    kontor_remote_list_new_conversations (kontor_remote_house_get_remote (house), NULL);
  kontor_remote_list_set_page (self->conversations, MOST_ROWS);
  kontor_remote_list_begin (self->conversations);
  latest = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->conversations)), 0,
                                     MOST_ROWS);
  gtk_list_box_bind_model (self->messages, G_LIST_MODEL (latest), make_message, self, NULL);
  kontor_checklist_set_house (self->checklist, house);
  self->lines = kontor_remote_channels_new (kontor_remote_house_get_remote (house));
  kontor_channel_states_set_channels (self->channels, self->lines);
  g_signal_connect_object (self->lines, "changed", G_CALLBACK (on_lines_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "notify::status", G_CALLBACK (on_status_changed), self,
                           G_CONNECT_SWAPPED);
  on_status_changed (self);

  return GTK_WIDGET (self);
}
