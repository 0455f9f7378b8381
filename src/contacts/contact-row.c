/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/contact-row.h"

#include "widgets/label-chips.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorContactRow
{
  KontorRecordRow   parent_instance;

  AdwAvatar        *avatar;
  GtkLabel         *name;
  GtkLabel         *detail;
  GtkWidget        *stopped;
  KontorLabelChips *labels;
};

G_DEFINE_FINAL_TYPE (KontorContactRow, kontor_contact_row, KONTOR_TYPE_RECORD_ROW)

static void
kontor_contact_row_draw (KontorRecordRow *row, KontorRemoteRecord *record)
{
  KontorContactRow *self = KONTOR_CONTACT_ROW (row);
  const char *name = kontor_remote_record_get_text (record, "name");
  const char *phone = kontor_remote_record_get_text (record, "phone");
  const char *email = kontor_remote_record_get_text (record, "email");
  const char *words = kontor_remote_record_get_text (record, "labels");
  g_autofree char *detail = kontor_wording_phone (*phone != '\0' ? phone : email);
  const char *shown = *name != '\0' ? name : _("Name not known");
  gboolean is_stopped = g_str_equal (kontor_remote_record_get_text (record, "consent"),
                                     "opted-out");
  g_auto(GStrv) labels = kontor_label_chips_split (words);
  g_autofree char *summary = g_strdup_printf ("%s, %s%s%s%s%s", shown, detail,
                                              *words != '\0' ? " · " : "", words,
                                              is_stopped ? " · " : "",
                                              is_stopped ? _("Said STOP") : "");

  adw_avatar_set_text (self->avatar, name);
  adw_avatar_set_show_initials (self->avatar, g_unichar_isalpha (g_utf8_get_char (name)));
  gtk_label_set_text (self->name, shown);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_widget_set_visible (self->stopped, is_stopped);
  kontor_label_chips_set (self->labels, kontor_record_row_get_house (row),
                          (const char *const *) labels);
  kontor_record_row_set_summary (row, summary);
}

static void
kontor_contact_row_class_init (KontorContactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  KONTOR_RECORD_ROW_CLASS (klass)->draw = kontor_contact_row_draw;
  g_type_ensure (KONTOR_TYPE_LABEL_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/contacts/contact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorContactRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, KontorContactRow, name);
  gtk_widget_class_bind_template_child (widget_class, KontorContactRow, detail);
  gtk_widget_class_bind_template_child (widget_class, KontorContactRow, stopped);
  gtk_widget_class_bind_template_child (widget_class, KontorContactRow, labels);
}

static void
kontor_contact_row_init (KontorContactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_contact_row_new (gpointer house)
{
  GtkWidget *self = g_object_new (KONTOR_TYPE_CONTACT_ROW, NULL);

  kontor_record_row_set_house (KONTOR_RECORD_ROW (self), house);

  return self;
}
