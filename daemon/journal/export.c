/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/import.h"
#include "model/csv.h"
#include "store/records.h"

static void
gather_one (KontorStore *store, const KontorKind *kind, GVariant *record, GHashTable *seen,
            GArray *own)
{
  KontorField *fields = kontor_keep_dup_own (store, kind, record);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, record);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const KontorField *field = kontor_fields_find (fields, name);

      if (!g_str_has_prefix (name, "x-") || g_hash_table_contains (seen, name) ||
          (field != NULL && field->type == KONTOR_FIELD_SECRET))
        continue;
      g_hash_table_add (seen, g_strdup (name));
      kontor_own_fields_add (own, &(KontorField) {
        .name = name, .title = name,
        .type = g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) ? KONTOR_FIELD_NUMBER
                : g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) ? KONTOR_FIELD_YES_NO
                : KONTOR_FIELD_LONG_TEXT });
    }
  kontor_own_fields_free (fields);
}

/* The columns for own fields are those that any record has. */
static KontorField *
gather_own (KontorStore *store, const KontorKind *kind, GPtrArray *records)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *own = kontor_own_fields_new ();

  for (guint i = 0; kind->has_own && i < records->len; i++)
    gather_one (store, kind, records->pdata[i], seen, own);

  return kontor_own_fields_end (own);
}

char *
kontor_export_csv (KontorStore *store, const KontorKind *kind, GVariant *filter, GError **error)
{
  g_autoptr(GPtrArray) records = kontor_records_query (store, kind,
    &(KontorQuery) { .filter = filter }, NULL, error);
  g_autoptr(GString) csv = g_string_new (NULL);
  g_auto(GStrv) columns = NULL;
  KontorField *own;

  if (records == NULL)
    return NULL;
  own = gather_own (store, kind, records);
  columns = kontor_record_columns (kind->fields, own);
  kontor_csv_write_row (csv, ',', (const char *const *) columns);
  for (guint i = 0; i < records->len; i++)
    {
      g_auto(GStrv) row = kontor_record_to_row (columns, kind->fields, own, records->pdata[i]);

      kontor_csv_write_row (csv, ',', (const char *const *) row);
    }
  kontor_own_fields_free (own);

  return g_string_free (g_steal_pointer (&csv), FALSE);
}
