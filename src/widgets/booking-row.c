/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/booking-row.h"

#include "widgets/pill.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorBookingRow
{
  KontorRecordRow parent_instance;

  GtkLabel       *hour;
  GtkLabel       *day;
  GtkLabel       *title;
  GtkLabel       *detail;
  GtkLabel       *state;
  GtkLabel       *price;
  GtkLabel       *payment;
};

G_DEFINE_FINAL_TYPE (KontorBookingRow, kontor_booking_row, KONTOR_TYPE_RECORD_ROW)

/* An order has no time of its own but when it came. */
static void
show_time (KontorBookingRow *self, GVariant *values)
{
  g_autoptr(GVariant) at = kontor_record_get (values, "at");
  g_autofree char *hour = at != NULL ? kontor_wording_hour (at) : g_strdup ("");
  gint64 at_us = kontor_record_get_int (values, "created", 0);
  g_autofree char *day = NULL;

  if (at != NULL)
    g_variant_get (at, "(&s&sx)", NULL, NULL, &at_us);
  day = kontor_wording_short (at_us);
  if (at_us > 0 && kontor_wording_is_same_day (at_us, g_get_real_time ()))
    {
      g_free (day);
      day = g_strdup (_("Today"));
    }
  gtk_label_set_text (self->hour, hour);
  gtk_label_set_text (self->day, day);
}

static void
show_money (KontorBookingRow *self, GVariant *values)
{
  const char *currency, *payment = kontor_record_get_text (values, "payment");
  gint64 minor;
  gboolean has_price = kontor_record_get_money (values, "price", &minor, &currency);
  g_autofree char *price = has_price ? kontor_wording_money (minor, currency) : g_strdup ("");
  g_autofree char *paid = has_price && payment != NULL ? kontor_wording_choice (payment)
    : g_strdup ("");
  const char *style = has_price && payment != NULL ? kontor_pill_style (payment) : NULL;
  const char *classes[] = { "caption", style != NULL ? style : "dim-label", NULL };

  gtk_label_set_text (self->price, price);
  gtk_label_set_text (self->payment, paid);
  gtk_widget_set_css_classes (GTK_WIDGET (self->payment), classes);
}

static void
kontor_booking_row_draw (KontorRecordRow *row, KontorRemoteRecord *record)
{
  KontorBookingRow *self = KONTOR_BOOKING_ROW (row);
  KontorRemoteHouse *house = kontor_record_row_get_house (row);
  const char *service = kontor_remote_house_get_label (house, "service",
    kontor_remote_record_get_text (record, "service"));
  const char *contact = kontor_remote_house_get_label (house, "contact",
    kontor_remote_record_get_text (record, "contact"));
  const char *id = kontor_remote_record_get_id (record);
  g_autofree char *detail = g_strdup_printf ("%s · %s", service, id);
  g_autofree char *summary = NULL;

  gtk_label_set_text (self->title, contact);
  gtk_label_set_text (self->detail, detail);
  show_time (self, kontor_remote_record_get_values (record));
  kontor_pill_show (self->state, kontor_remote_record_get_text (record, "state"));
  show_money (self, kontor_remote_record_get_values (record));
  summary = g_strdup_printf ("%s, %s, %s %s, %s, %s %s", contact, detail,
                             gtk_label_get_text (self->day), gtk_label_get_text (self->hour),
                             gtk_label_get_text (self->state), gtk_label_get_text (self->price),
                             gtk_label_get_text (self->payment));
  kontor_record_row_set_summary (row, summary);
}

static void
kontor_booking_row_class_init (KontorBookingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  KONTOR_RECORD_ROW_CLASS (klass)->draw = kontor_booking_row_draw;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/booking-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorBookingRow, hour);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingRow, day);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingRow, title);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingRow, detail);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingRow, state);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingRow, price);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingRow, payment);
}

static void
kontor_booking_row_init (KontorBookingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_booking_row_new (gpointer house)
{
  GtkWidget *self = g_object_new (KONTOR_TYPE_BOOKING_ROW, NULL);

  kontor_record_row_set_house (KONTOR_RECORD_ROW (self), house);

  return self;
}
