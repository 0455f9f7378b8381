/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "home/orders-dialog.h"

#include "widgets/booking-row.h"
#include "widgets/page.h"
#include "widgets/record-list.h"

#include <glib/gi18n.h>

struct _KontorOrdersDialog
{
  AdwWindow         parent_instance;

  KontorRecordList *list;
};

G_DEFINE_FINAL_TYPE (KontorOrdersDialog, kontor_orders_dialog, ADW_TYPE_WINDOW)

static void
on_chosen (KontorOrdersDialog *self, KontorRemoteRecord *order)
{
  GtkWidget *before = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  gint64 conversation = kontor_remote_record_get_int (order, "conversation");
  g_autofree char *place = conversation != 0
    ? g_strdup_printf ("inbox/%" G_GINT64_FORMAT, conversation)
    : g_strconcat ("contacts/", kontor_remote_record_get_text (order, "contact"), NULL);

  gtk_window_close (GTK_WINDOW (self));
  kontor_page_go (before, place);
}

static void
kontor_orders_dialog_class_init (KontorOrdersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KONTOR_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/home/orders-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorOrdersDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_orders_dialog_init (KontorOrdersDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kontor_orders_dialog_open (GtkWidget *widget, KontorRemoteHouse *house)
{
  static const char *const open[] = { "received", "offered", "accepted", "in-progress",
                                      "unfulfilled", "returned", NULL };
  KontorOrdersDialog *self = g_object_new (KONTOR_TYPE_ORDERS_DIALOG, "transient-for",
                                           gtk_widget_get_root (widget), NULL);
  g_autoptr(KontorRemoteList) list = NULL;
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "state", "^as", open);
  list = kontor_remote_list_new_records (kontor_remote_house_get_remote (house), "order",
                                         g_variant_dict_end (&filter), TRUE);
  kontor_record_list_set_rows (self->list, _("Open Orders"), kontor_booking_row_new, house);
  kontor_record_list_set_empty (self->list, "emblem-ok-symbolic", _("Nothing is left to do"),
                                _("What customers order stands here until it is done."));
  kontor_record_list_set_list (self->list, list);
  gtk_window_present (GTK_WINDOW (self));
}
