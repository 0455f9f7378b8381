/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments/payments-page.h"

#include <string.h>

#include "payments/payment-list.h"
#include "payments/payment-pane.h"
#include "widgets/file-dialog.h"
#include "widgets/form-dialog.h"
#include "widgets/page.h"
#include "widgets/toast.h"
#include "widgets/width-bin.h"

#include <glib/gi18n.h>

struct _KontorPaymentsPage
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  GFile             *target;    /* what a table is saved to */

  AdwLeaflet        *leaflet;
  KontorPaymentList *list;
  KontorPaymentPane *pane;
};

static void kontor_payments_page_page_init (KontorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorPaymentsPage, kontor_payments_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KONTOR_TYPE_PAGE,
                                                      kontor_payments_page_page_init))

static void
open_record (KontorPaymentsPage *self, const char *kind, const char *id)
{
  kontor_payment_pane_show (self->pane, kind, id);
  kontor_payment_list_select (self->list, id);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_chosen (KontorPaymentsPage *self, KontorRemoteRecord *record)
{
  open_record (self, kontor_payment_list_get_kind (self->list),
               kontor_remote_record_get_id (record));
}

static void
on_back (KontorPaymentsPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_add_account (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kontor_payment_list_add_account (KONTOR_PAYMENTS_PAGE (widget)->list);
}

static void
on_pay_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorPaymentsPage *self = KONTOR_PAYMENTS_PAGE (widget);
  KontorFormDialog *dialog =
    kontor_form_dialog_act (widget, self->house, "pay-out", kontor_remote_no_options (), NULL);

  kontor_form_dialog_set_heading (dialog, _("Pay Out"),
                                  _("Money leaves the account for good. You are asked once more "
                                    "before it does."), _("_Pay Out"));
}

static void
on_compared (KontorPaymentsPage *self)
{
  kontor_payment_list_show_tab (self->list, "compared");
  kontor_toast_say (GTK_WIDGET (self), _("The list is asked for. What it says comes here."));
}

static void
on_compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorPaymentsPage *self = KONTOR_PAYMENTS_PAGE (widget);
  KontorFormDialog *dialog =
    kontor_form_dialog_act (widget, self->house, "reconcile", kontor_remote_no_options (), NULL);

  kontor_form_dialog_set_heading (dialog, _("Compare"),
                                  _("The payment company is asked for its own list, and what "
                                    "differs from yours is marked. Without days: the last thirty."),
                                  _("_Compare"));
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_compared), self, G_CONNECT_SWAPPED);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GtkWidget) widget = data;
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    kontor_toast_say (widget, _("The table is saved."));
  else
    kontor_toast_error (widget, error);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorPaymentsPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *csv = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!kontor_dbus_records_call_export_finish (KONTOR_DBUS_RECORDS (source), &csv, result, &error))
    {
      kontor_toast_error (GTK_WIDGET (self), error);
      return;
    }
  bytes = g_bytes_new (csv, strlen (csv));
  g_file_replace_contents_bytes_async (self->target, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_written, g_object_ref (self));
}

static void
on_file (GFile *file, gpointer data)
{
  KontorPaymentsPage *self = data;
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  g_autoptr(GVariant) filter = kontor_payment_list_dup_filter (self->list);

  g_set_object (&self->target, file);
  kontor_dbus_records_call_export (kontor_remote_get_records (remote),
                                   kontor_payment_list_get_kind (self->list), filter, NULL,
                                   on_exported, g_object_ref (self));
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *file = g_strconcat (
    kontor_payment_list_get_kind (KONTOR_PAYMENTS_PAGE (widget)->list), ".csv", NULL);

  kontor_file_dialog_save (widget, _("Save as a Table"), file, on_file);
}

static void
kontor_payments_page_show_place (KontorPage *page, const char *where)
{
  KontorPaymentsPage *self = KONTOR_PAYMENTS_PAGE (page);

  if (g_str_equal (where, "new-account"))
    kontor_payment_list_add_account (self->list);
  else if (g_str_has_prefix (where, "PM"))
    open_record (self, "payment", where);
  else if (*where != '\0')
    kontor_payment_list_show_tab (self->list, where);
}

static void
kontor_payments_page_page_init (KontorPageInterface *iface)
{
  iface->show_place = kontor_payments_page_show_place;
}

static void
leave (KontorPaymentsPage *self)
{
  kontor_payment_pane_show (self->pane, "payment", NULL);
  kontor_payment_list_select (self->list, NULL);
}

static void
kontor_payments_page_dispose (GObject *object)
{
  g_clear_object (&KONTOR_PAYMENTS_PAGE (object)->house);
  g_clear_object (&KONTOR_PAYMENTS_PAGE (object)->target);

  G_OBJECT_CLASS (kontor_payments_page_parent_class)->dispose (object);
}

static void
kontor_payments_page_class_init (KontorPaymentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_payments_page_dispose;
  g_type_ensure (KONTOR_TYPE_PAYMENT_LIST);
  g_type_ensure (KONTOR_TYPE_PAYMENT_PANE);
  g_type_ensure (KONTOR_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/payments/payments-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentsPage, list);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_install_action (widget_class, "payments.add-account", NULL, on_add_account);
  gtk_widget_class_install_action (widget_class, "payments.pay-out", NULL, on_pay_out);
  gtk_widget_class_install_action (widget_class, "payments.compare", NULL, on_compare);
  gtk_widget_class_install_action (widget_class, "payments.export", NULL, on_export);
}

static void
kontor_payments_page_init (KontorPaymentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_payments_page_new (KontorRemoteHouse *house)
{
  KontorPaymentsPage *self = g_object_new (KONTOR_TYPE_PAYMENTS_PAGE, NULL);

  self->house = g_object_ref (house);
  kontor_payment_list_set_house (self->list, house);
  kontor_payment_pane_set_house (self->pane, house);
  g_object_bind_property (self->leaflet, "folded", self->list, "is-alone",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", self->pane, "is-alone",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (house, "business-changed", G_CALLBACK (leave), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
