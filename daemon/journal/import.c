/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/import.h"

#include <string.h>

#include "journal/imports.h"
#include "model/csv.h"
#include "model/error.h"
#include "store/records.h"

typedef struct {
  KontorStore       *store;
  const KontorActor *actor;
  const KontorKind  *kind;
  KontorImportPart   how;
  gint64             import;    /* the number of its record; 0: none is kept */
  guint              counts[KONTOR_IMPORT_N_OUTCOMES];
  gint64             first;     /* the number of the first that this import added; 0: none yet */
  GPtrArray         *verdicts;
} Import;

static const char *const outcomes[] = {
  [KONTOR_IMPORT_ADDED] = "added",
  [KONTOR_IMPORT_CHANGED] = "changed",
  [KONTOR_IMPORT_SKIPPED] = "skipped",
  [KONTOR_IMPORT_REFUSED] = "refused",
};

static void
import_init (Import *self, KontorStore *store, const KontorActor *actor, const KontorKind *kind,
             const KontorImportPart *how)
{
  *self = (Import) {
    .store = store, .actor = actor, .kind = kind, .how = *how,
    .verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref),
  };
}

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->verdicts, g_ptr_array_unref);
}

static void
add_verdict (Import *self, guint line, KontorImportOutcome outcome, const char *id,
             const char *reason)
{
  g_auto(GVariantDict) verdict = G_VARIANT_DICT_INIT (NULL);

  self->counts[outcome]++;

  g_variant_dict_insert (&verdict, "line", "x", (gint64) line);
  g_variant_dict_insert (&verdict, "outcome", "s", outcomes[outcome]);
  g_variant_dict_insert (&verdict, "id", "s", id != NULL ? id : "");
  g_variant_dict_insert (&verdict, "reason", "s", reason != NULL ? reason : "");
  g_ptr_array_add (self->verdicts, g_variant_ref_sink (g_variant_dict_end (&verdict)));
}

static gint64
get_number (Import *self, const char *id)
{
  gint64 number;

  return kontor_kind_parse_id (self->kind, id, &number) ? number : 0;
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
  if (there != NULL && self->kind->key == NULL && self->first > 0 &&
      get_number (self, kontor_record_get_text (there, "id")) >= self->first)
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
  if (!self->how.dry_run)
    return g_steal_pointer (&prepared);
  own = kontor_keep_dup_own (self->store, self->kind, prepared);
  values = kontor_keep_without_secrets (self->kind->fields, own, prepared);
  kontor_own_fields_free (own);

  return values;
}

/* The key under which an earlier part of a trial had the same person. */
static guint
find_line (Import *self, GVariant *values)
{
  g_auto(GStrv) keys = self->how.seen != NULL ? kontor_keep_dup_keys (self->kind, values) : NULL;

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (g_hash_table_contains (self->how.seen, keys[i]))
      return GPOINTER_TO_UINT (g_hash_table_lookup (self->how.seen, keys[i]));

  return 0;
}

static void
remember (Import *self, guint line, GVariant *values)
{
  g_auto(GStrv) keys = self->how.seen != NULL ? kontor_keep_dup_keys (self->kind, values) : NULL;

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (!g_hash_table_contains (self->how.seen, keys[i]))
      g_hash_table_insert (self->how.seen, g_strdup (keys[i]), GUINT_TO_POINTER (line));
}

/* What is there already is left out or refused. FALSE: the row is done with. *there: (inout): what
 * it changes where it is to. */
static gboolean
settle_same (Import *self, guint line, GVariant *values, GVariant **there)
{
  g_autofree char *same = *there == NULL && self->how.same != KONTOR_SAME_IS_NEW
                          ? kontor_keep_find_same (self->store, self->kind, values) : NULL;
  guint before = same == NULL && *there == NULL ? find_line (self, values) : 0;
  g_autofree char *reason = NULL;

  if (self->how.same == KONTOR_SAME_IS_NEW || (same == NULL && before == 0))
    return TRUE;
  reason = same != NULL ? g_strdup_printf ("is %s already", same)
                        : g_strdup_printf ("is the same as line %u", before);
  if (self->how.same == KONTOR_SAME_IS_CHANGED && same != NULL)
    {
      *there = kontor_records_get (self->store, self->kind, same, NULL);
      return TRUE;
    }
  add_verdict (self, line, self->how.same == KONTOR_SAME_IS_CHANGED ? KONTOR_IMPORT_CHANGED
               : self->how.same == KONTOR_SAME_IS_SKIPPED ? KONTOR_IMPORT_SKIPPED
               : KONTOR_IMPORT_REFUSED, same, reason);

  return FALSE;
}

/* The row and what is needed to take it back stand together. */
static char *
save_whole (Import *self, guint line, GVariant *there, GVariant *given, GError **error)
{
  const char *id = there != NULL ? kontor_record_get_text (there, "id") : NULL;
  g_autofree char *saved = NULL;
  g_autoptr(GVariant) after = NULL;

  if (self->import == 0)
    return kontor_keep_save (self->store, self->actor, self->kind, id, given, error);
  if (!kontor_store_begin (self->store, error))
    return NULL;
  saved = kontor_keep_save (self->store, self->actor, self->kind, id, given, error);
  after = saved != NULL ? kontor_records_get (self->store, self->kind, saved, error) : NULL;
  if (after == NULL ||
      !kontor_imports_keep_row (self->store, self->import, line, there, after, error) ||
      !kontor_store_commit (self->store, error))
    {
      kontor_store_undo (self->store);
      return NULL;
    }

  return g_steal_pointer (&saved);
}

static void
save_row (Import *self, guint line, GVariant *values)
{
  g_autoptr(GVariant) there = find_there (self, values);
  g_autofree char *left_out = NULL, *saved = NULL;
  g_autoptr(GVariant) given = NULL;
  g_autoptr(GError) error = NULL;

  if (!settle_same (self, line, values, &there))
    return;
  given = prepare (self, there, values, &left_out);
  saved = save_whole (self, line, there, given, &error);
  add_verdict (self, line, saved == NULL ? KONTOR_IMPORT_REFUSED
               : there != NULL ? KONTOR_IMPORT_CHANGED : KONTOR_IMPORT_ADDED, saved,
               error != NULL ? error->message : left_out);
  if (saved == NULL)
    return;
  remember (self, line, values);
  if (there == NULL && self->first == 0)
    self->first = get_number (self, saved);
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
    else if (g_strv_contains ((const char *const *) columns + i + 1, columns[i]))
      {
        g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                     "two columns are for “%s”; leave one of them out", columns[i]);
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

/* (transfer full): the fields that the columns of the file are for; "" is left out. */
static char **
map_columns (char **columns, GVariant *mapping)
{
  g_autoptr(GStrvBuilder) mapped = g_strv_builder_new ();

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *field = NULL;

      if (mapping == NULL || !g_variant_lookup (mapping, columns[i], "&s", &field))
        field = columns[i];
      g_strv_builder_add (mapped, field);
    }

  return g_strv_builder_end (mapped);
}

/* (transfer full): those of @cells whose column is not left out, and what is beyond all columns. */
static char **
pick (char **columns, char **cells)
{
  g_autoptr(GStrvBuilder) picked = g_strv_builder_new ();
  guint count = g_strv_length (columns);

  for (guint i = 0; cells[i] != NULL; i++)
    if (i >= count || *columns[i] != '\0')
      g_strv_builder_add (picked, cells[i]);

  return g_strv_builder_end (picked);
}

static void
import_row (Import *self, guint line, char **mapped, char **columns, char **cells)
{
  g_autoptr(GError) fault = NULL;
  g_auto(GStrv) picked = pick (mapped, cells);
  g_autoptr(GVariant) values = read_row (self->store, self->kind, columns, picked,
                                         self->how.locale, &fault);

  if (values != NULL)
    save_row (self, line, values);
  else
    add_verdict (self, line, KONTOR_IMPORT_REFUSED, NULL, fault->message);
}

static gboolean
import_rows (Import *self, KontorCsvReader *reader, char **mapped, char **columns, GError **error)
{
  char **cells = NULL;

  for (guint row = 0; kontor_csv_reader_next (reader, &cells, error); row++)
    {
      g_auto(GStrv) owned = cells;
      guint line = kontor_csv_reader_get_line (reader);

      if (cells == NULL)
        return TRUE;
      if (row < self->how.n_lines)
        line = self->how.lines[row];
      import_row (self, line, mapped, columns, cells);
    }

  return FALSE;
}

/* Ends the transaction and @self; (transfer full): the verdicts. */
static GPtrArray *
end (Import *self, gboolean fine, GError **error)
{
  g_autoptr(GPtrArray) verdicts = g_steal_pointer (&self->verdicts);
  gboolean kept = fine && !self->how.dry_run &&
                  (self->import == 0 ||
                   kontor_imports_count (self->store, self->import, self->counts, error)) &&
                  kontor_store_commit (self->store, error);

  if (!kept)
    kontor_store_undo (self->store);
  import_clear (self);

  return kept || (fine && self->how.dry_run) ? g_steal_pointer (&verdicts) : NULL;
}

/* In the transaction: what is only tried leaves no record of itself. */
static gboolean
begin (Import *self, GError **error)
{
  if (!kontor_store_begin (self->store, error))
    return FALSE;
  if (self->how.token != NULL && !self->how.dry_run)
    self->import = kontor_imports_open (self->store, self->actor, self->how.token, self->how.file,
                                        self->kind->name, error);
  if (self->import >= 0 && kontor_imports_find_first (self->store, self->import, self->kind,
                                                      &self->first, error))
    return TRUE;
  kontor_store_undo (self->store);
  import_clear (self);

  return FALSE;
}

GPtrArray *
kontor_import_part (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
                    const char *content, const KontorImportPart *how, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr(KontorCsvReader) reader = kontor_csv_reader_new (bytes, 0);
  g_auto(GStrv) columns = NULL, mapped = NULL, named = NULL;
  Import self;

  if (!kontor_csv_reader_next (reader, &columns, error))
    return NULL;
  if (columns == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "the file is empty; its first row must name the fields");
      return NULL;
    }
  mapped = map_columns (columns, how->mapping);
  named = pick (mapped, mapped);
  if (!check_columns (named, kind, error))
    return NULL;
  import_init (&self, store, actor, kind, how);
  if (!begin (&self, error))
    return NULL;

  return end (&self, import_rows (&self, reader, mapped, named, error), error);
}

GPtrArray *
kontor_import_csv (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
                   const char *content, const KontorLocale *locale, gboolean dry_run,
                   GError **error)
{
  return kontor_import_part (store, actor, kind, content,
                             &(KontorImportPart) { .locale = locale, .dry_run = dry_run }, error);
}
