/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qr-code.h"

#include "widgets/qr-matrix.h"

#include <glib/gi18n.h>

/* What a phone's camera reads from an arm's length: about 7 cm on a usual screen. */
#define LEAST_SIDE 264
#define BEST_SIDE 320

struct _KontorQrCode
{
  GtkWidget       parent_instance;

  char           *text;
  KontorQrMatrix *matrix;
};

G_DEFINE_FINAL_TYPE (KontorQrCode, kontor_qr_code, GTK_TYPE_WIDGET)

void
kontor_qr_code_set_text (KontorQrCode *self, const char *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->matrix, kontor_qr_matrix_free);
  if (text != NULL)
    self->matrix = kontor_qr_matrix_new (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
kontor_qr_code_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = LEAST_SIDE;
  *natural = BEST_SIDE;
  *minimum_baseline = *natural_baseline = -1;
}

static void
kontor_qr_code_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KontorQrCode *self = KONTOR_QR_CODE (widget);

  if (self->matrix != NULL)
    kontor_qr_matrix_draw (self->matrix, snapshot, gtk_widget_get_width (widget),
                           gtk_widget_get_height (widget), gtk_widget_get_scale_factor (widget));
}

static void
kontor_qr_code_finalize (GObject *object)
{
  KontorQrCode *self = KONTOR_QR_CODE (object);

  g_free (self->text);
  g_clear_pointer (&self->matrix, kontor_qr_matrix_free);

  G_OBJECT_CLASS (kontor_qr_code_parent_class)->finalize (object);
}

static void
kontor_qr_code_class_init (KontorQrCodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kontor_qr_code_finalize;
  widget_class->measure = kontor_qr_code_measure;
  widget_class->snapshot = kontor_qr_code_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kontor_qr_code_init (KontorQrCode *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Code for the camera of your phone"), -1);
}
