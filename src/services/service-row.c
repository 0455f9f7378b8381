/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/service-row.h"

#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorServiceRow
{
  KontorRecordRow parent_instance;

  GtkLabel       *name;
  GtkLabel       *words;
  GtkWidget      *off;
};

G_DEFINE_FINAL_TYPE (KontorServiceRow, kontor_service_row, KONTOR_TYPE_RECORD_ROW)

/* "250.00 AED · Slot" */
static char *
dup_words (KontorRemoteRecord *service)
{
  g_autofree char *by = kontor_wording_choice (kontor_remote_record_get_text (service,
                                                                              "fulfilment"));
  g_autofree char *price = NULL;
  const char *currency;
  gint64 minor;

  if (!kontor_record_get_money (kontor_remote_record_get_values (service), "price", &minor,
                                &currency))
    return g_steal_pointer (&by);
  price = kontor_wording_money (minor, currency);

  return *by != '\0' ? g_strdup_printf ("%s · %s", price, by) : g_steal_pointer (&price);
}

static void
kontor_service_row_draw (KontorRecordRow *row, KontorRemoteRecord *service)
{
  KontorServiceRow *self = KONTOR_SERVICE_ROW (row);
  const char *name = kontor_remote_record_get_text (service, "name");
  gboolean is_offered = kontor_remote_record_get_yes (service, "active");
  g_autofree char *words = dup_words (service);
  g_autofree char *summary = g_strdup_printf ("%s, %s%s%s", name, words, is_offered ? "" : ", ",
                                              is_offered ? "" : _("Not offered"));

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->off, !is_offered);
  kontor_record_row_set_summary (row, summary);
}

static void
kontor_service_row_class_init (KontorServiceRowClass *klass)
{
  KONTOR_RECORD_ROW_CLASS (klass)->draw = kontor_service_row_draw;
}

static GtkLabel *
make_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
kontor_service_row_init (KontorServiceRow *self)
{
  GtkWidget *across = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->name = make_label (box, "heading");
  self->words = make_label (box, "dim-label");
  self->off = gtk_label_new (_("Not offered"));
  gtk_widget_add_css_class (self->off, "pill-label");
  gtk_widget_set_valign (self->off, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (across, "fact");
  gtk_box_append (GTK_BOX (across), box);
  gtk_box_append (GTK_BOX (across), self->off);
  adw_bin_set_child (ADW_BIN (self), across);
}

GtkWidget *
kontor_service_row_new (gpointer house)
{
  GtkWidget *self = g_object_new (KONTOR_TYPE_SERVICE_ROW, NULL);

  kontor_record_row_set_house (KONTOR_RECORD_ROW (self), house);

  return self;
}
