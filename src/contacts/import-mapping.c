/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/import-mapping.h"

#include "model/text.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorImportMapping
{
  AdwBin                parent_instance;

  GPtrArray            *fields;    /* of const KontorField *, in the order of the choices after
                                      the first */
  GPtrArray            *columns;   /* of char * */
  GPtrArray            *rows;      /* of AdwComboRow, one a column */
  AdwPreferencesGroup  *group;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorImportMapping, kontor_import_mapping, ADW_TYPE_BIN)

/* What people and other programs call it. */
static const char *const called[][2] = {
  { "full name", "name" }, { "customer", "name" }, { "display name", "name" },
  { "mobile", "phone" }, { "telephone", "phone" }, { "tel", "phone" }, { "number", "phone" },
  { "whatsapp", "phone" }, { "phone number", "phone" }, { "mobile number", "phone" },
  { "mail", "email" }, { "e mail", "email" }, { "email address", "email" },
  { "e mail address", "email" }, { "tags", "labels" }, { "label", "labels" }, { "tag", "labels" },
  { "note", "notes" }, { "comment", "notes" }, { "comments", "notes" }, { "lang", "language" },
  { "timezone", "zone" },
};

static gboolean
is_called (const KontorField *field, const char *folded)
{
  g_autofree char *name = kontor_text_dup_folded (field->name);
  g_autofree char *title = kontor_text_dup_folded (kontor_wording_title (field->title));

  if (g_str_equal (folded, name) || g_str_equal (folded, title))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (called); i++)
    if (g_str_equal (called[i][0], folded) && g_str_equal (called[i][1], field->name))
      return TRUE;

  return FALSE;
}

/* 0: none. A field is for one column. */
static guint
guess (KontorImportMapping *self, const char *column, GArray *taken)
{
  g_autofree char *folded = kontor_text_dup_folded (column);

  for (guint i = 0; i < self->fields->len; i++)
    if (!g_array_index (taken, gboolean, i) && is_called (self->fields->pdata[i], folded))
      {
        g_array_index (taken, gboolean, i) = TRUE;
        return i + 1;
      }

  return 0;
}

/* The first few values, so that a column is known by what stands in it. */
static char *
dup_samples (KontorCsvFile *file, guint column)
{
  g_autoptr(GString) samples = g_string_new (NULL);
  guint count = 0;

  for (guint i = 0; i < MIN (file->rows->len, 50) && count < 3; i++)
    {
      char **cells = file->rows->pdata[i];

      if (column >= g_strv_length (cells) || *cells[column] == '\0')
        continue;
      g_string_append_printf (samples, "%s%s", count > 0 ? " · " : "", cells[column]);
      count++;
    }

  return g_string_free (g_steal_pointer (&samples), FALSE);
}

static void
on_selected (KontorImportMapping *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (KontorImportMapping *self, KontorCsvFile *file, guint column, GListModel *choices,
         guint chosen)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *samples = dup_samples (file, column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), file->header[column]);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->columns, g_strdup (file->header[column]));
}

static void
add_fields (KontorImportMapping *self, const KontorField *fields, GtkStringList *choices)
{
  for (; fields != NULL && fields->name != NULL; fields++)
    if ((fields->flags & KONTOR_FIELD_READ_ONLY) == 0)
      {
        g_ptr_array_add (self->fields, (gpointer) fields);
        gtk_string_list_append (choices, kontor_wording_title (fields->title));
      }
}

void
kontor_import_mapping_fill (KontorImportMapping *self, KontorRemoteHouse *house,
                            const KontorField *own, KontorCsvFile *file)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (house, "contact");
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);
  g_autoptr(GArray) taken = g_array_new (FALSE, TRUE, sizeof (gboolean));

  gtk_string_list_append (choices, _("Leave out"));
  if (kind != NULL)
    add_fields (self, kontor_remote_fields_get (kind->fields), choices);
  add_fields (self, own, choices);
  g_array_set_size (taken, self->fields->len);
  for (guint i = 0; file->header[i] != NULL; i++)
    add_row (self, file, i, G_LIST_MODEL (choices), guess (self, file->header[i], taken));
}

GVariant *
kontor_import_mapping_dup (KontorImportMapping *self)
{
  g_auto(GVariantBuilder) mapping = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint chosen = adw_combo_row_get_selected (self->rows->pdata[i]);
      const KontorField *field = chosen > 0 && chosen <= self->fields->len
                                 ? self->fields->pdata[chosen - 1] : NULL;

      g_variant_builder_add (&mapping, "{ss}", self->columns->pdata[i],
                             field != NULL ? field->name : "");
    }

  return g_variant_ref_sink (g_variant_builder_end (&mapping));
}

static void
kontor_import_mapping_finalize (GObject *object)
{
  KontorImportMapping *self = KONTOR_IMPORT_MAPPING (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (kontor_import_mapping_parent_class)->finalize (object);
}

static void
kontor_import_mapping_class_init (KontorImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_import_mapping_finalize;
  signals[CHANGED] = g_signal_new ("changed", KONTOR_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_import_mapping_init (KontorImportMapping *self)
{
  self->fields = g_ptr_array_new ();
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Columns of the File"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
