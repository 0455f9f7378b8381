/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/import.h"

#include <string.h>

#include "model/csv.h"
#include "model/error.h"
#include "store/records.h"

static void
add_verdict (GPtrArray *verdicts, guint line, const char *outcome, const char *id,
             const char *reason)
{
  g_auto(GVariantDict) verdict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&verdict, "line", "x", (gint64) line);
  g_variant_dict_insert (&verdict, "outcome", "s", outcome);
  g_variant_dict_insert (&verdict, "id", "s", id != NULL ? id : "");
  g_variant_dict_insert (&verdict, "reason", "s", reason != NULL ? reason : "");
  g_ptr_array_add (verdicts, g_variant_ref_sink (g_variant_dict_end (&verdict)));
}

static gboolean
is_there (KontorStore *store, const KontorKind *kind, GVariant *values)
{
  const char *id = kontor_record_get_text (values, "id");
  g_autoptr(GVariant) there = NULL;

  if (kind->flags & KONTOR_KIND_SINGLE)
    id = "1";
  if (id == NULL && kind->key != NULL)
    id = kontor_record_get_text (values, kind->key);
  there = id != NULL ? kontor_records_get (store, kind, id, NULL) : NULL;

  return there != NULL;
}

static void
save_row (KontorStore *store, const KontorActor *actor, const KontorKind *kind, guint line,
          GVariant *values, GPtrArray *verdicts)
{
  gboolean known = is_there (store, kind, values);
  const char *id = known && kind->key == NULL ? kontor_record_get_text (values, "id") : NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *saved = kontor_keep_save (store, actor, kind, id, values, &error);

  add_verdict (verdicts, line, saved == NULL ? "refused" : known ? "changed" : "added", saved,
               error != NULL ? error->message : NULL);
}

static gboolean
check_columns (char **columns, const KontorKind *kind, GError **error)
{
  for (guint i = 0; columns[i] != NULL; i++)
    if (!g_str_equal (columns[i], "id") && kontor_fields_find (kind->fields, columns[i]) == NULL &&
        !(kind->has_own && g_str_has_prefix (columns[i], "x-")))
      {
        g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                     "the column “%s” is no field of a %s; rename it or take it out", columns[i],
                     kind->name);
        return FALSE;
      }

  return TRUE;
}

/* What the own fields are may depend on the row itself: first it is read without them. */
static GVariant *
read_row (KontorStore *store, const KontorKind *kind, char **columns, char **cells,
          const KontorLocale *locale, GError **error)
{
  g_autoptr(GVariantDict) known = g_variant_dict_new (NULL);
  g_autoptr(GVariant) record = NULL;
  KontorField *own;
  GVariant *values;

  for (guint i = 0; columns[i] != NULL && cells[i] != NULL; i++)
    if (!g_str_has_prefix (columns[i], "x-") && *cells[i] != '\0')
      g_variant_dict_insert (known, columns[i], "s", cells[i]);
  record = g_variant_ref_sink (g_variant_dict_end (known));
  own = kontor_keep_dup_own (store, kind, record);
  values = kontor_record_from_row (columns, cells, kind->fields, own, locale, error);
  kontor_own_fields_free (own);

  return values;
}

static gboolean
import_rows (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
             KontorCsvReader *reader, char **columns, const KontorLocale *locale,
             GPtrArray *verdicts, GError **error)
{
  char **cells = NULL;

  while (kontor_csv_reader_next (reader, &cells, error))
    {
      g_auto(GStrv) owned = cells;
      g_autoptr(GError) fault = NULL;
      g_autoptr(GVariant) values = NULL;
      guint line = kontor_csv_reader_get_line (reader);

      if (cells == NULL)
        return TRUE;
      values = read_row (store, kind, columns, cells, locale, &fault);
      if (values != NULL)
        save_row (store, actor, kind, line, values, verdicts);
      else
        add_verdict (verdicts, line, "refused", NULL, fault->message);
    }

  return FALSE;
}

static gboolean
end (KontorStore *store, gboolean fine, gboolean dry_run, GError **error)
{
  if (fine && !dry_run && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return fine && dry_run;
}

GPtrArray *
kontor_import_csv (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
                   const char *content, const KontorLocale *locale, gboolean dry_run, GError **error)
{
  g_autoptr(GPtrArray) verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr(KontorCsvReader) reader = kontor_csv_reader_new (bytes, 0);
  g_auto(GStrv) columns = NULL;

  if (!kontor_csv_reader_next (reader, &columns, error))
    return NULL;
  if (columns == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "the file is empty; its first row must name the fields");
      return NULL;
    }
  if (!check_columns (columns, kind, error) || !kontor_store_begin (store, error))
    return NULL;

  return end (store, import_rows (store, actor, kind, reader, columns, locale, verdicts, error),
              dry_run, error) ? g_steal_pointer (&verdicts) : NULL;
}

GPtrArray *
kontor_import_records (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
                       GPtrArray *records, gboolean dry_run, GError **error)
{
  g_autoptr(GPtrArray) verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  if (!kontor_store_begin (store, error))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    save_row (store, actor, kind, i + 1, records->pdata[i], verdicts);

  return end (store, TRUE, dry_run, error) ? g_steal_pointer (&verdicts) : NULL;
}

/* The columns for own fields are those that any record has. */
static KontorField *
gather_own (GPtrArray *records)
{
  GArray *own = kontor_own_fields_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      GVariantIter iter;
      const char *name;
      GVariant *value;

      g_variant_iter_init (&iter, records->pdata[i]);
      while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
        if (g_str_has_prefix (name, "x-") && g_hash_table_add (seen, (gpointer) name))
          kontor_own_fields_add (own, &(KontorField) {
            .name = name, .title = name,
            .type = g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) ? KONTOR_FIELD_NUMBER
                    : g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) ? KONTOR_FIELD_YES_NO
                    : KONTOR_FIELD_LONG_TEXT });
    }

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
  own = gather_own (records);
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
