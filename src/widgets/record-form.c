/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/record-form.h"

#include <string.h>

#include "widgets/field-row.h"

#include <glib/gi18n.h>

struct _KontorRecordForm
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  GPtrArray           *rows;       /* of KontorFieldRow */
  guint                n_plain;    /* how many of them are no own fields */
  AdwPreferencesGroup *own;        /* NULL: none */

  GtkBox              *box;
  AdwPreferencesGroup *group;
  GtkLabel            *words;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorRecordForm, kontor_record_form, ADW_TYPE_BIN)

static void
on_changed (KontorRecordForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->words), FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    kontor_field_row_show_fault (self->rows->pdata[i], NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_rows (KontorRecordForm *self, AdwPreferencesGroup *group, const KontorField *fields,
          GVariant *values, const char *const *hidden)
{
  for (const KontorField *field = fields; field->name != NULL; field++)
    {
      g_autoptr(GVariant) value = values != NULL ? kontor_record_get (values, field->name) : NULL;
      KontorFieldRow *row;

      if ((field->flags & KONTOR_FIELD_READ_ONLY) != 0 ||
          (hidden != NULL && g_strv_contains (hidden, field->name)))
        continue;
      row = kontor_field_row_new (self->house, field, value, G_CALLBACK (on_changed), self);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (group, kontor_field_row_get_widget (row));
    }
}

void
kontor_record_form_add (KontorRecordForm *self, const KontorField *fields, GVariant *values,
                        const char *const *hidden)
{
  add_rows (self, self->group, fields, values, hidden);
  self->n_plain = self->rows->len;
}

void
kontor_record_form_set_own (KontorRecordForm *self, KontorRemoteFields *own, GVariant *values)
{
  gboolean has_any = own != NULL && kontor_remote_fields_get (own)->name != NULL;

  if (self->own != NULL)
    gtk_box_remove (self->box, GTK_WIDGET (self->own));
  self->own = NULL;
  g_ptr_array_set_size (self->rows, self->n_plain);
  if (!has_any)
    return;
  self->own = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_box_insert_child_after (self->box, GTK_WIDGET (self->own), GTK_WIDGET (self->group));
  add_rows (self, self->own, kontor_remote_fields_get (own), values, NULL);
}

GVariant *
kontor_record_form_dup_values (KontorRecordForm *self, gboolean only_changed)
{
  GVariantDict values;

  g_variant_dict_init (&values, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      KontorFieldRow *row = self->rows->pdata[i];
      g_autofree char *text = kontor_field_row_dup_text (row);

      if (only_changed ? kontor_field_row_is_changed (row) : *text != '\0')
        g_variant_dict_insert (&values, kontor_field_row_get_name (row), "s", text);
    }

  return g_variant_ref_sink (g_variant_dict_end (&values));
}

void
kontor_record_form_show_error (KontorRecordForm *self, const GError *error)
{
  g_autofree char *words = error != NULL ? kontor_remote_dup_words (error) : g_strdup ("");
  g_autoptr(GError) plain = error != NULL ? g_error_copy (error) : NULL;

  if (plain != NULL)
    g_dbus_error_strip_remote_error (plain);
  for (guint i = 0; i < self->rows->len; i++)
    kontor_field_row_show_fault (self->rows->pdata[i], plain != NULL ? plain->message : NULL);
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), error != NULL);
}

static void
kontor_record_form_dispose (GObject *object)
{
  KontorRecordForm *self = KONTOR_RECORD_FORM (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_record_form_parent_class)->dispose (object);
}

static void
kontor_record_form_class_init (KontorRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_record_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", KONTOR_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_record_form_init (KontorRecordForm *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_field_row_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->words), FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->group));
  gtk_box_append (self->box, GTK_WIDGET (self->words));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
kontor_record_form_new (KontorRemoteHouse *house)
{
  KontorRecordForm *self = g_object_new (KONTOR_TYPE_RECORD_FORM, NULL);

  self->house = g_object_ref (house);

  return GTK_WIDGET (self);
}
