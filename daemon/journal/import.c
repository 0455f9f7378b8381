/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/import.h"

#include <string.h>

#include "model/csv.h"
#include "model/error.h"
#include "store/records.h"

typedef struct {
  KontorStore       *store;
  const KontorActor *actor;
  const KontorKind  *kind;
  gboolean           dry_run;
  GHashTable        *added;     /* ids that this import gave out */
  GPtrArray         *verdicts;
} Import;

static void
import_init (Import *self, KontorStore *store, const KontorActor *actor, const KontorKind *kind,
             gboolean dry_run)
{
  *self = (Import) {
    .store = store, .actor = actor, .kind = kind, .dry_run = dry_run,
    .added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref),
  };
}

static void
import_clear (Import *self)
{
  g_hash_table_unref (self->added);
  g_clear_pointer (&self->verdicts, g_ptr_array_unref);
}

static void
add_verdict (Import *self, guint line, const char *outcome, const char *id, const char *reason)
{
  g_auto(GVariantDict) verdict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&verdict, "line", "x", (gint64) line);
  g_variant_dict_insert (&verdict, "outcome", "s", outcome);
  g_variant_dict_insert (&verdict, "id", "s", id != NULL ? id : "");
  g_variant_dict_insert (&verdict, "reason", "s", reason != NULL ? reason : "");
  g_ptr_array_add (self->verdicts, g_variant_ref_sink (g_variant_dict_end (&verdict)));
}

/* (transfer full) (nullable): the record that @values would change. A row's id means one that was
 * there before: what this import added has new ids, and they may be those of rows to come. */
static GVariant *
find_there (Import *self, GVariant *values)
{
  const char *id = kontor_record_get_text (values, "id");
  g_autoptr(GVariant) there = NULL;

  if (self->kind->flags & KONTOR_KIND_SINGLE)
    id = "1";
  if (self->kind->key != NULL && kontor_record_get_text (values, self->kind->key) != NULL)
    id = kontor_record_get_text (values, self->kind->key);
  if (id != NULL && *id != '\0')
    there = kontor_records_get (self->store, self->kind, id, NULL);
  if (there != NULL && self->kind->key == NULL &&
      g_hash_table_contains (self->added, kontor_record_get_text (there, "id")))
    return NULL;

  return g_steal_pointer (&there);
}

/* Whether @given says nothing new: an export has what Kontor keeps itself as well. */
static gboolean
is_idle (const KontorField *field, GVariant *there, GVariant *given)
{
  g_autoptr(GVariant) before = there != NULL ? kontor_record_get (there, field->name) : NULL;
  g_auto(GStrv) choices = NULL;

  if (there != NULL)
    return before != NULL && g_variant_equal (before, given);
  if (field->type != KONTOR_FIELD_CHOICE)
    return TRUE;
  choices = g_strsplit (field->choices, "|", 2);

  return g_strcmp0 (choices[0], g_variant_get_string (given, NULL)) == 0;
}

/* (transfer full): @values as they can be saved. A read-only field that would change is left in, to
 * be refused; one that a new record cannot take along is named in *left_out. */
static GVariant *
prepare (Import *self, GVariant *there, GVariant *values, char **left_out)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (values);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GVariant) prepared = NULL;
  KontorField *own = NULL;

  for (const KontorField *field = self->kind->fields; field->name != NULL; field++)
    {
      g_autoptr(GVariant) given = (field->flags & KONTOR_FIELD_READ_ONLY) != 0
                                  ? kontor_record_get (values, field->name) : NULL;

      if (given == NULL || !g_variant_is_of_type (given, kontor_field_get_variant_type (field)) ||
          !is_idle (field, there, given))
        continue;
      g_variant_dict_remove (&dict, field->name);
      if (there == NULL && field->type != KONTOR_FIELD_CHOICE)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", field->name);
    }
  if (names->len > 0)
    *left_out = g_strdup_printf ("Kontor keeps these itself, they were left out: %s", names->str);
  prepared = g_variant_ref_sink (g_variant_dict_end (&dict));
  if (!self->dry_run)
    return g_steal_pointer (&prepared);
  own = kontor_keep_dup_own (self->store, self->kind, prepared);
  values = kontor_keep_without_secrets (self->kind->fields, own, prepared);
  kontor_own_fields_free (own);

  return values;
}

static void
save_row (Import *self, guint line, GVariant *values)
{
  g_autoptr(GVariant) there = find_there (self, values);
  const char *id = there != NULL ? kontor_record_get_text (there, "id") : NULL;
  g_autofree char *left_out = NULL, *saved = NULL;
  g_autoptr(GVariant) given = prepare (self, there, values, &left_out);
  g_autoptr(GError) error = NULL;

  saved = kontor_keep_save (self->store, self->actor, self->kind, id, given, &error);
  add_verdict (self, line, saved == NULL ? "refused" : there != NULL ? "changed" : "added", saved,
               error != NULL ? error->message : left_out);
  if (saved != NULL && there == NULL)
    g_hash_table_add (self->added, g_steal_pointer (&saved));
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
import_rows (Import *self, KontorCsvReader *reader, char **columns, const KontorLocale *locale,
             GError **error)
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
      values = read_row (self->store, self->kind, columns, cells, locale, &fault);
      if (values != NULL)
        save_row (self, line, values);
      else
        add_verdict (self, line, "refused", NULL, fault->message);
    }

  return FALSE;
}

/* Ends the transaction and @self; (transfer full): the verdicts. */
static GPtrArray *
end (Import *self, gboolean fine, GError **error)
{
  g_autoptr(GPtrArray) verdicts = g_steal_pointer (&self->verdicts);
  gboolean kept = fine && !self->dry_run && kontor_store_commit (self->store, error);

  if (!kept)
    kontor_store_undo (self->store);
  import_clear (self);

  return kept || (fine && self->dry_run) ? g_steal_pointer (&verdicts) : NULL;
}

GPtrArray *
kontor_import_csv (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
                   const char *content, const KontorLocale *locale, gboolean dry_run,
                   GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr(KontorCsvReader) reader = kontor_csv_reader_new (bytes, 0);
  g_auto(GStrv) columns = NULL;
  Import self;

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
  import_init (&self, store, actor, kind, dry_run);

  return end (&self, import_rows (&self, reader, columns, locale, error), error);
}

GPtrArray *
kontor_import_records (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
                       GPtrArray *records, gboolean dry_run, GError **error)
{
  Import self;

  if (!kontor_store_begin (store, error))
    return NULL;
  import_init (&self, store, actor, kind, dry_run);
  for (guint i = 0; i < records->len; i++)
    save_row (&self, i + 1, records->pdata[i]);

  return end (&self, TRUE, error);
}

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
