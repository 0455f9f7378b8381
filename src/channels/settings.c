/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/settings.h"

struct _KontorSettings {
  KontorRemoteHouse *house;
  GPtrArray         *rows;   /* of KontorFieldRow */
  GHashTable        *kept;   /* name → text */
  GCallback          left;
  gpointer           data;
};

KontorSettings *
kontor_settings_new (KontorRemoteHouse *house, GCallback left, gpointer data)
{
  KontorSettings *self = g_new0 (KontorSettings, 1);

  self->house = g_object_ref (house);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_field_row_free);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->left = left;
  self->data = data;

  return self;
}

void
kontor_settings_free (KontorSettings *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    g_signal_handlers_disconnect_by_data (kontor_field_row_get_widget (self->rows->pdata[i]), self);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->kept);
  g_object_unref (self->house);
  g_free (self);
}

static void
on_changed (gpointer data)
{
  kontor_settings_show_error (data, NULL);
}

static void
on_entered (KontorSettings *self)
{
  ((void (*) (gpointer)) self->left) (self->data);
}

GtkWidget *
kontor_settings_add (KontorSettings *self, const KontorField *field, GVariant *value,
                     gboolean is_needed)
{
  KontorField shown = *field;
  KontorFieldRow *row;
  GtkWidget *widget;

  if (is_needed)
    shown.flags |= KONTOR_FIELD_REQUIRED;
  row = kontor_field_row_new (self->house, &shown, value, G_CALLBACK (on_changed), self);
  widget = kontor_field_row_get_widget (row);
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (self->kept, g_strdup (field->name), kontor_field_row_dup_text (row));
  if (ADW_IS_ENTRY_ROW (widget))
    g_signal_connect_swapped (widget, "entry-activated", G_CALLBACK (on_entered), self);

  return widget;
}

gboolean
kontor_settings_has (KontorSettings *self, const char *name)
{
  return g_hash_table_contains (self->kept, name);
}

GVariant *
kontor_settings_dup_changes (KontorSettings *self)
{
  GVariantDict changes;

  g_variant_dict_init (&changes, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *name = kontor_field_row_get_name (self->rows->pdata[i]);
      g_autofree char *text = kontor_field_row_dup_text (self->rows->pdata[i]);

      if (!g_str_equal (text, (char *) g_hash_table_lookup (self->kept, name)))
        g_variant_dict_insert (&changes, name, "s", text);
    }

  return g_variant_ref_sink (g_variant_dict_end (&changes));
}

void
kontor_settings_keep (KontorSettings *self, GVariant *changes)
{
  GVariantIter iter;
  const char *name;
  GVariant *text;

  g_variant_iter_init (&iter, changes);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &text))
    if (kontor_settings_has (self, name))
      g_hash_table_insert (self->kept, g_strdup (name), g_variant_dup_string (text, NULL));
}

void
kontor_settings_show_error (KontorSettings *self, const GError *error)
{
  g_autoptr(GError) plain = error != NULL ? g_error_copy (error) : NULL;

  if (plain != NULL)
    g_dbus_error_strip_remote_error (plain);
  for (guint i = 0; i < self->rows->len; i++)
    kontor_field_row_show_fault (self->rows->pdata[i], plain != NULL ? plain->message : NULL);
}
