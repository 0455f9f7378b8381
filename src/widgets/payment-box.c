/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/payment-box.h"

#include "remote/remote-list.h"
#include "widgets/form-dialog.h"
#include "widgets/money-row.h"
#include "widgets/page.h"

#include <glib/gi18n.h>

#define MOST_PAYMENTS 5

struct _KontorPaymentBox
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;      /* NULL: nothing was shown yet */
  char                *kind, *id;
  KontorRemoteList    *payments;

  GtkListBox          *list;
  GtkWidget           *ask;
};

G_DEFINE_FINAL_TYPE (KontorPaymentBox, kontor_payment_box, ADW_TYPE_BIN)

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return kontor_record_row_wrap (kontor_money_row_new (KONTOR_PAYMENT_BOX (data)->house), item);
}

static void
on_activated (KontorPaymentBox *self, GtkListBoxRow *row)
{
  KontorRecordRow *payment = KONTOR_RECORD_ROW (gtk_list_box_row_get_child (row));
  g_autofree char *place = g_strconcat (
    "payments/", kontor_remote_record_get_id (kontor_record_row_get_item (payment)), NULL);

  kontor_page_go (GTK_WIDGET (self), place);
}

static void
on_ask (KontorPaymentBox *self)
{
  const char *fixed[] = { "booking", "order", NULL };
  KontorFormDialog *dialog;
  GVariantDict given;

  g_variant_dict_init (&given, NULL);
  g_variant_dict_insert (&given, self->kind, "s", self->id);
  dialog = kontor_form_dialog_act (GTK_WIDGET (self), self->house, "request-payment",
                                   g_variant_dict_end (&given), fixed);
  kontor_form_dialog_set_heading (dialog, _("Ask for Payment"),
                                  _("The customer is sent a link in the chat. Leave all empty to "
                                    "ask for what is still owed."), _("_Send Link"));
}

/* Of a contact it is not known what for; that is asked where the booking is. */
void
kontor_payment_box_show (KontorPaymentBox *self, KontorRemoteHouse *house, const char *kind,
                         const char *id)
{
  g_autoptr(GtkSliceListModel) latest = NULL;
  GVariantDict filter;

  if (g_strcmp0 (self->kind, kind) == 0 && g_strcmp0 (self->id, id) == 0)
    return;
  g_set_object (&self->house, house);
  g_free (self->kind);
  g_free (self->id);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  g_clear_object (&self->payments);
  gtk_widget_set_visible (self->ask, !g_str_equal (kind, "contact"));
  if (id == NULL)
    {
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      return;
    }
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, kind, "s", id);
  self->payments = kontor_remote_list_new_records (kontor_remote_house_get_remote (house),
                                                   "payment", g_variant_dict_end (&filter), TRUE);
  kontor_remote_list_set_page (self->payments, MOST_PAYMENTS);
  latest = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->payments)), 0,
                                     MOST_PAYMENTS);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (latest), make_row, self, NULL);
}

static void
kontor_payment_box_dispose (GObject *object)
{
  g_clear_object (&KONTOR_PAYMENT_BOX (object)->payments);
  g_clear_object (&KONTOR_PAYMENT_BOX (object)->house);

  G_OBJECT_CLASS (kontor_payment_box_parent_class)->dispose (object);
}

static void
kontor_payment_box_finalize (GObject *object)
{
  g_free (KONTOR_PAYMENT_BOX (object)->kind);
  g_free (KONTOR_PAYMENT_BOX (object)->id);

  G_OBJECT_CLASS (kontor_payment_box_parent_class)->finalize (object);
}

static void
kontor_payment_box_class_init (KontorPaymentBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_payment_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_payment_box_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/payment-box.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentBox, list);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentBox, ask);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_ask);
}

static void
kontor_payment_box_init (KontorPaymentBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
