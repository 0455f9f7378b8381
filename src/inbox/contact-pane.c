/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/contact-pane.h"

#include "inbox/label-editor.h"
#include "remote/remote-list.h"
#include "widgets/booking-row.h"
#include "widgets/form-dialog.h"
#include "widgets/page.h"
#include "widgets/payment-box.h"
#include "widgets/record-facts.h"
#include "widgets/timeline.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MOST_BOOKINGS 5

struct _KontorContactPane
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *contact;
  KontorRemoteList   *bookings;

  AdwAvatar          *avatar;
  GtkLabel           *name;
  GtkLabel           *phone;
  GtkLabel           *consent;
  KontorLabelEditor  *labels;
  KontorRecordFacts  *facts;
  GtkListBox         *booked;
  KontorPaymentBox   *payments;
  KontorTimeline     *timeline;
};

/* What stands above the facts. */
static const char *const hidden[] = { "name", "phone", "consent", "labels", NULL };

G_DEFINE_FINAL_TYPE (KontorContactPane, kontor_contact_pane, ADW_TYPE_BIN)

static void
show_consent (KontorContactPane *self)
{
  const char *consent = kontor_remote_record_get_text (self->contact, "consent");
  const char *style = g_str_equal (consent, "opted-in") ? "success"
    : g_str_equal (consent, "opted-out") ? "error" : NULL;
  const char *classes[] = { "pill-label", style, NULL };

  gtk_label_set_text (self->consent, g_str_equal (consent, "opted-in") ? _("May be written to")
                      : g_str_equal (consent, "opted-out") ? _("Said STOP")
                      : _("Not asked for consent"));
  gtk_widget_set_css_classes (GTK_WIDGET (self->consent), classes);
}

static void
draw (KontorContactPane *self)
{
  const char *name = kontor_remote_record_get_text (self->contact, "name");
  const char *phone = kontor_remote_record_get_text (self->contact, "phone");

  adw_avatar_set_text (self->avatar, name);
  adw_avatar_set_show_initials (self->avatar, *name != '\0');
  gtk_label_set_text (self->name, *name != '\0' ? name : _("Name not known"));
  gtk_label_set_text (self->phone, phone);
  gtk_widget_set_visible (GTK_WIDGET (self->phone), *phone != '\0');
  show_consent (self);
  kontor_label_editor_set_contact (self->labels, self->contact);
}

static GtkWidget *
make_booking (gpointer item, gpointer data)
{
  return kontor_record_row_wrap (kontor_booking_row_new (KONTOR_CONTACT_PANE (data)->house), item);
}

static void
on_booking_activated (KontorContactPane *self, GtkListBoxRow *row)
{
  KontorRecordRow *booking = KONTOR_RECORD_ROW (gtk_list_box_row_get_child (row));
  g_autofree char *place = g_strconcat (
    "bookings/", kontor_remote_record_get_id (kontor_record_row_get_item (booking)), NULL);

  kontor_page_go (GTK_WIDGET (self), place);
}

static void
on_edit (KontorContactPane *self)
{
  if (self->contact != NULL)
    kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "contact", self->contact);
}

static void
on_book (KontorContactPane *self)
{
  g_autofree char *place = self->contact == NULL ? NULL
    : g_strconcat ("bookings/new/", kontor_remote_record_get_id (self->contact), NULL);

  if (place != NULL)
    kontor_page_go (GTK_WIDGET (self), place);
}

static void
show_bookings (KontorContactPane *self, const char *id)
{
  g_autoptr(GtkSliceListModel) latest = NULL;
  GVariantDict filter;

  g_clear_object (&self->bookings);
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "contact", "s", id);
  self->bookings = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                                   "booking", g_variant_dict_end (&filter), TRUE);
  kontor_remote_list_set_page (self->bookings, MOST_BOOKINGS);
  latest = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->bookings)), 0,
                                     MOST_BOOKINGS);
  gtk_list_box_bind_model (self->booked, G_LIST_MODEL (latest), make_booking, self, NULL);
}

void
kontor_contact_pane_show (KontorContactPane *self, const char *id)
{
  if (id == NULL || *id == '\0' ||
      (self->contact != NULL && g_str_equal (kontor_remote_record_get_id (self->contact), id)))
    return;
  if (self->contact != NULL)
    g_signal_handlers_disconnect_by_func (self->contact, draw, self);
  g_clear_object (&self->contact);
  self->contact = kontor_remote_record_follow (kontor_remote_house_get_remote (self->house),
                                               "contact", id);
  g_signal_connect_object (self->contact, "notify::values", G_CALLBACK (draw), self,
                           G_CONNECT_SWAPPED);
  kontor_record_facts_set_record (self->facts, self->contact);
  kontor_timeline_set_subject (self->timeline, "contact", id);
  show_bookings (self, id);
  kontor_payment_box_show (self->payments, self->house, "contact", id);
  draw (self);
}

void
kontor_contact_pane_set_house (KontorContactPane *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_record_facts_set_house (self->facts, house, "contact", hidden);
  kontor_timeline_set_house (self->timeline, house);
  kontor_label_editor_set_house (self->labels, house);
}

static void
kontor_contact_pane_dispose (GObject *object)
{
  KontorContactPane *self = KONTOR_CONTACT_PANE (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->bookings);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_contact_pane_parent_class)->dispose (object);
}

static void
kontor_contact_pane_class_init (KontorContactPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_contact_pane_dispose;
  g_type_ensure (KONTOR_TYPE_LABEL_EDITOR);
  g_type_ensure (KONTOR_TYPE_PAYMENT_BOX);
  g_type_ensure (KONTOR_TYPE_RECORD_FACTS);
  g_type_ensure (KONTOR_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/contact-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, name);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, phone);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, consent);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, labels);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, facts);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, booked);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, payments);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, timeline);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_book);
  gtk_widget_class_bind_template_callback (widget_class, on_booking_activated);
}

static void
kontor_contact_pane_init (KontorContactPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
