/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/bookings-page.h"

#include <string.h>

#include "operations/booking-list.h"
#include "operations/booking-pane.h"
#include "widgets/export.h"
#include "widgets/file-dialog.h"
#include "widgets/form-dialog.h"
#include "widgets/page.h"
#include "widgets/width-bin.h"

#include <glib/gi18n.h>

struct _KontorBookingsPage
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;

  AdwLeaflet        *leaflet;
  KontorBookingList *list;
  KontorBookingPane *pane;
};

static void kontor_bookings_page_page_init (KontorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorBookingsPage, kontor_bookings_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KONTOR_TYPE_PAGE,
                                                      kontor_bookings_page_page_init))

static void
open_booking (KontorBookingsPage *self, const char *id)
{
  kontor_booking_pane_show (self->pane, id);
  kontor_booking_list_select (self->list, id);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_chosen (KontorBookingsPage *self, KontorRemoteRecord *booking)
{
  open_booking (self, kontor_remote_record_get_id (booking));
}

static void
on_back (KontorBookingsPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_booked (KontorBookingsPage *self, GVariant *booking)
{
  const char *id = kontor_record_get_text (booking, "id");

  if (id != NULL)
    open_booking (self, id);
}

/* @contact: "" for nobody in particular */
static void
book (KontorBookingsPage *self, const char *contact)
{
  static const char *const fixed[] = { "conversation", NULL };
  KontorFormDialog *dialog;
  GVariantDict given;

  g_variant_dict_init (&given, NULL);
  if (*contact != '\0')
    g_variant_dict_insert (&given, "contact", "s", contact);
  dialog = kontor_form_dialog_act (GTK_WIDGET (self), self->house, "book",
                                   g_variant_dict_end (&given), fixed);
  kontor_form_dialog_set_heading (dialog, _("New Booking"), NULL, _("_Book"));
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_booked), self, G_CONNECT_SWAPPED);
}

static void
on_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  book (KONTOR_BOOKINGS_PAGE (widget), "");
}

static void
on_place_chosen (GFile *file, gpointer data)
{
  KontorBookingsPage *self = data;

  kontor_export_save (GTK_WIDGET (self), self->house, "Calendar",
                      g_variant_new ("(@a{sv})", kontor_booking_list_make_filter (self->list)),
                      file);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kontor_file_dialog_save (widget, _("Save the Bookings That Are Shown"), "bookings.ics",
                           on_place_chosen);
}

static void
kontor_bookings_page_show_place (KontorPage *page, const char *where)
{
  KontorBookingsPage *self = KONTOR_BOOKINGS_PAGE (page);

  if (g_str_equal (where, "new"))
    book (self, "");
  else if (g_str_has_prefix (where, "new/"))
    book (self, where + strlen ("new/"));
  else if (g_str_has_prefix (where, "BK"))
    open_booking (self, where);
  else if (*where != '\0')
    kontor_booking_list_show_tab (self->list, where);
}

static void
kontor_bookings_page_page_init (KontorPageInterface *iface)
{
  iface->show_place = kontor_bookings_page_show_place;
}

static void
leave (KontorBookingsPage *self)
{
  kontor_booking_pane_show (self->pane, NULL);
  kontor_booking_list_select (self->list, NULL);
}

static void
kontor_bookings_page_dispose (GObject *object)
{
  g_clear_object (&KONTOR_BOOKINGS_PAGE (object)->house);

  G_OBJECT_CLASS (kontor_bookings_page_parent_class)->dispose (object);
}

static void
kontor_bookings_page_class_init (KontorBookingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_bookings_page_dispose;
  g_type_ensure (KONTOR_TYPE_BOOKING_LIST);
  g_type_ensure (KONTOR_TYPE_BOOKING_PANE);
  g_type_ensure (KONTOR_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/kontor/Kontor/ui/operations/bookings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorBookingsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingsPage, list);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_install_action (widget_class, "bookings.new", NULL, on_new);
  gtk_widget_class_install_action (widget_class, "bookings.save", NULL, on_save);
}

static void
kontor_bookings_page_init (KontorBookingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_bookings_page_new (KontorRemoteHouse *house)
{
  KontorBookingsPage *self = g_object_new (KONTOR_TYPE_BOOKINGS_PAGE, NULL);

  self->house = g_object_ref (house);
  kontor_booking_list_set_house (self->list, house);
  kontor_booking_pane_set_house (self->pane, house);
  g_object_bind_property (self->leaflet, "folded", self->list, "is-alone",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", self->pane, "is-alone",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (house, "business-changed", G_CALLBACK (leave), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
