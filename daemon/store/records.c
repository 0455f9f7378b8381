/* SPDX-License-Identifier: GPL-3.0-or-later */
/* records.c — get, query, insert, update, delete, for any kind. */
#include "store/records.h"

#include "model/error.h"
#include "store/query.h"

/* In quotes: "order" is a word of SQL too. */
static char *
table_of (const KontorKind *kind)
{
  return g_strdelimit (g_strdup_printf ("\"%s\"", kind->name), "-", '_');
}

/* The id as its column holds it; a short id that is none becomes 0, which no row has. */
static GVariant *
id_value (const KontorKind *kind, const char *id)
{
  gint64 number = 0;

  if (kind->key != NULL)
    return g_variant_new_string (id);

  return g_variant_new_int64 (kontor_kind_parse_id (kind, id, &number) ? number : 0);
}

static char
id_type (const KontorKind *kind)
{
  return kind->key != NULL ? 's' : 'x';
}

/* Everybody hears of a record under one id, however it was written. */
static void
touch (KontorStore *store, const KontorKind *kind, const char *id)
{
  g_autofree char *written = NULL;
  gint64 number;

  if (kind->key == NULL && kontor_kind_parse_id (kind, id, &number))
    written = kontor_kind_format_id (kind, number);
  kontor_store_touch (store, kind->name, written != NULL ? written : id);
}

static char *
dup_id (const KontorKind *kind, KontorRows *rows, int column)
{
  return kind->key != NULL ? g_strdup (kontor_rows_text (rows, column))
                           : kontor_kind_format_id (kind, kontor_rows_int (rows, column));
}

/* @sort: what pages are ordered by before the id, or "NULL". */
static GString *
make_select (const KontorKind *kind, const char *sort)
{
  GString *sql = g_string_new (NULL);
  g_autofree char *source = kontor_query_dup_source (kind);

  g_string_append_printf (sql, "SELECT \"%s\", %s", kontor_query_id_column (kind), sort);
  for (const KontorField *field = kind->fields; field->name != NULL; field++)
    kontor_columns_select (sql, field);
  if (kind->has_own)
    g_string_append (sql, ", extra");
  g_string_append_printf (sql, " FROM %s", source);

  return sql;
}

/* Made once for each kind: kinds are tables of the program. */
static GString *
select_from (const KontorKind *kind)
{
  static GHashTable *made;
  GString *sql;

  if (made == NULL)
    made = g_hash_table_new (NULL, NULL);
  sql = g_hash_table_lookup (made, kind);
  if (sql == NULL)
    {
      sql = make_select (kind, kind->sort != NULL ? kind->sort : "NULL");
      g_hash_table_insert (made, (gpointer) kind, sql);
    }

  return g_string_new_len (sql->str, (gssize) sql->len);
}

static GVariant *
read_record (const KontorKind *kind, KontorRows *rows, GError **error)
{
  g_auto(GVariantDict) record = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GError) local = NULL;
  int column = 2;

  g_variant_dict_insert_value (&record, "id", g_variant_new_take_string (dup_id (kind, rows, 0)));
  for (const KontorField *field = kind->fields; field->name != NULL; field++)
    {
      g_autoptr(GVariant) value = kontor_columns_read (field, rows, &column, &local);

      if (local != NULL)
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&local), "%s: ", field->name);
          return NULL;
        }
      if (value != NULL)
        g_variant_dict_insert_value (&record, field->name, value);
    }
  if (kind->has_own)
    {
      g_autofree char *extra = kontor_rows_dup_sealed (rows, column, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (extra != NULL)
        kontor_columns_unpack_own (extra, &record);
    }

  return g_variant_ref_sink (g_variant_dict_end (&record));
}

static gboolean
no_such (const KontorKind *kind, const char *id, GError **error)
{
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "there is no %s “%s”", kind->name, id);
  return FALSE;
}

GVariant *
kontor_records_get (KontorStore *store, const KontorKind *kind, const char *id, GError **error)
{
  g_autoptr(GString) sql = select_from (kind);
  g_autoptr(KontorCells) cells = kontor_cells_new ();
  g_autoptr(KontorRows) rows = NULL;

  g_string_append_printf (sql, " WHERE \"%s\" = ?", kontor_query_id_column (kind));
  kontor_cells_add (cells, "id", id_type (kind), id_value (kind, id));
  rows = kontor_store_ask_v (store, error, sql->str, cells->types->str, cells->values);
  if (rows == NULL)
    return NULL;
  if (!kontor_rows_next (rows))
    {
      if (kontor_rows_done (rows, error))
        no_such (kind, id, error);
      return NULL;
    }

  return read_record (kind, rows, error);
}

/* A place in the order: "1763715600000000|17" with a sort column, "17" without, "17|ann" where it
 * is sorted by a text. */
static char *
format_place (const KontorKind *kind, const char *sort, KontorRows *rows)
{
  g_autofree char *id = kind->key != NULL
                        ? g_strdup (kontor_rows_text (rows, 0))
                        : g_strdup_printf ("%" G_GINT64_FORMAT, kontor_rows_int (rows, 0));

  if (sort != NULL)
    return g_strconcat (id, "|", kontor_rows_text (rows, 1), NULL);
  if (kind->sort == NULL)
    return g_strdup (id);

  return g_strdup_printf ("%" G_GINT64_FORMAT "|%s", kontor_rows_int (rows, 1), id);
}

GPtrArray *
kontor_records_query (KontorStore *store, const KontorKind *kind, const KontorQuery *query,
                      char **next, GError **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autofree char *sort = NULL, *place = NULL;
  g_autoptr(GString) sql = NULL;
  g_autoptr(KontorCells) cells = kontor_cells_new ();
  g_autoptr(KontorRows) rows = NULL;

  if (next != NULL)
    *next = NULL;
  if (!kontor_query_find_sort (kind, query->sort, &sort, error))
    return NULL;
  sql = sort != NULL ? make_select (kind, sort) : select_from (kind);
  if (!kontor_query_add_filter (sql, cells, kind, query->filter, error) ||
      !kontor_query_add_place (sql, cells, kind, query, sort, error))
    return NULL;
  kontor_query_add_order (sql, cells, kind, query, sort);
  rows = kontor_store_ask_v (store, error, sql->str, cells->types->str, cells->values);
  if (rows == NULL)
    return NULL;

  while (kontor_rows_next (rows))
    {
      GVariant *record;

      if (query->limit > 0 && found->len == query->limit)
        {
          if (next != NULL)
            *next = g_steal_pointer (&place);
          return g_steal_pointer (&found);
        }
      record = read_record (kind, rows, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (found, record);
      g_free (place);
      place = format_place (kind, sort, rows);
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&found) : NULL;
}

static GPtrArray *
query_by (KontorStore *store, const KontorKind *kind, const char *field, const char *text,
          guint limit, GError **error)
{
  g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) asked = NULL;

  g_variant_dict_insert (&filter, field, "s", text);
  asked = g_variant_ref_sink (g_variant_dict_end (&filter));

  return kontor_records_query (store, kind, &(KontorQuery) { .filter = asked, .limit = limit },
                               NULL, error);
}

GPtrArray *
kontor_records_query_by (KontorStore *store, const KontorKind *kind, const char *field,
                         const char *text, GError **error)
{
  return query_by (store, kind, field, text, 0, error);
}

GVariant *
kontor_records_find (KontorStore *store, const KontorKind *kind, GError **error,
                     const char *field, const char *text)
{
  g_autoptr(GPtrArray) found = query_by (store, kind, field, text, 1, error);

  return found != NULL && found->len > 0 ? g_variant_ref (found->pdata[0]) : NULL;
}

gint64
kontor_records_count (KontorStore *store, const KontorKind *kind, GVariant *filter, GError **error)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autofree char *source = kontor_query_dup_source (kind);
  g_autoptr(KontorCells) cells = kontor_cells_new ();
  g_autoptr(KontorRows) rows = NULL;

  g_string_printf (sql, "SELECT COUNT(*) FROM %s", source);
  if (!kontor_query_add_filter (sql, cells, kind, filter, error))
    return -1;
  rows = kontor_store_ask_v (store, error, sql->str, cells->types->str, cells->values);
  if (rows == NULL)
    return -1;
  if (!kontor_rows_next (rows))
    {
      kontor_rows_done (rows, error);
      return -1;
    }

  return kontor_rows_int (rows, 0);
}

/* Fields that are not in @values are left out; "payment" and its like have no column. */
static KontorCells *
cells_for (const KontorKind *kind, GVariant *values)
{
  KontorCells *cells = kontor_cells_new ();

  for (const KontorField *field = kind->fields; field->name != NULL; field++)
    {
      g_autoptr(GVariant) value = kontor_record_get (values, field->name);

      if (value != NULL)
        kontor_cells_add_field (cells, field, value);
    }
  if (kind->has_own)
    {
      g_autofree char *extra = kontor_columns_pack_own (values);

      if (extra != NULL)
        kontor_cells_add (cells, "extra", 'z', g_variant_new_string (extra));
    }

  return cells;
}

char *
kontor_records_insert (KontorStore *store, const KontorKind *kind, GVariant *values, GError **error)
{
  g_autoptr(KontorCells) cells = cells_for (kind, values);
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autofree char *table = table_of (kind);
  g_autofree char *names = NULL, *id = NULL;

  if (kind->flags & KONTOR_KIND_SINGLE)
    kontor_cells_add (cells, "id", 'x', g_variant_new_int64 (1));
  g_ptr_array_add (cells->names, NULL);
  names = g_strjoinv (", ", (char **) cells->names->pdata);
  g_string_printf (sql, "INSERT INTO %s (%s) VALUES (", table, names);
  for (guint i = 0; i < cells->values->len; i++)
    g_string_append (sql, i == 0 ? "?" : ", ?");
  g_string_append_c (sql, ')');
  if (!kontor_store_run_v (store, error, sql->str, cells->types->str, cells->values))
    return NULL;

  id = kind->key != NULL ? g_strdup (kontor_record_get_text (values, kind->key))
                         : kontor_kind_format_id (kind, kontor_store_last_id (store));
  touch (store, kind, id);

  return g_steal_pointer (&id);
}

static GVariant *
with_own_kept (KontorStore *store, const KontorKind *kind, const char *id, GVariant *changes,
               GError **error)
{
  g_autofree char *given = kind->has_own ? kontor_columns_pack_own (changes) : NULL;
  g_auto(GVariantDict) whole = G_VARIANT_DICT_INIT (changes);
  g_autoptr(GVariant) old = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (given == NULL)
    return g_variant_ref (changes);
  old = kontor_records_get (store, kind, id, error);
  if (old == NULL)
    return NULL;

  g_variant_iter_init (&iter, old);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    if (g_str_has_prefix (name, "x-") && !g_variant_dict_contains (&whole, name))
      g_variant_dict_insert_value (&whole, name, value);

  return g_variant_ref_sink (g_variant_dict_end (&whole));
}

gboolean
kontor_records_update (KontorStore *store, const KontorKind *kind, const char *id,
                       GVariant *changes, GError **error)
{
  g_autoptr(GVariant) whole = with_own_kept (store, kind, id, changes, error);
  g_autoptr(KontorCells) cells = NULL;
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autofree char *table = table_of (kind);

  if (whole == NULL)
    return FALSE;
  cells = cells_for (kind, whole);
  if (cells->values->len == 0)
    return TRUE;

  g_string_printf (sql, "UPDATE %s SET ", table);
  for (guint i = 0; i < cells->names->len; i++)
    g_string_append_printf (sql, "%s%s = ?", i > 0 ? ", " : "", (char *) cells->names->pdata[i]);
  g_string_append_printf (sql, " WHERE \"%s\" = ?", kontor_query_id_column (kind));
  kontor_cells_add (cells, "id", id_type (kind), id_value (kind, id));
  if (!kontor_store_run_v (store, error, sql->str, cells->types->str, cells->values))
    return FALSE;
  if (kontor_store_changes (store) == 0)
    return no_such (kind, id, error);
  touch (store, kind, id);

  return TRUE;
}

gboolean
kontor_records_delete (KontorStore *store, const KontorKind *kind, const char *id, GError **error)
{
  g_autofree char *table = table_of (kind);
  g_autofree char *sql =
    g_strdup_printf ("DELETE FROM %s WHERE \"%s\" = ?", table, kontor_query_id_column (kind));
  g_autoptr(KontorCells) cells = kontor_cells_new ();

  kontor_cells_add (cells, "id", id_type (kind), id_value (kind, id));
  if (!kontor_store_run_v (store, error, sql, cells->types->str, cells->values))
    return FALSE;
  if (kontor_store_changes (store) == 0)
    return no_such (kind, id, error);
  touch (store, kind, id);

  return TRUE;
}

static gboolean
relink_field (KontorStore *store, const KontorKind *holder, const KontorField *field,
              gint64 from, gint64 into, GError **error)
{
  g_autofree char *table = table_of (holder);
  g_autofree char *column = g_strdelimit (g_strdup (field->name), "-", '_');
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET \"%s\" = ? WHERE \"%s\" = ?", table,
                                          column, column);

  return kontor_store_run (store, error, sql, "xx", into, from);
}

gboolean
kontor_records_relink (KontorStore *store, const KontorKind *kind, const char *from,
                       const char *into, GError **error)
{
  const KontorKind *const *kinds = kontor_kinds_get_all ();
  gint64 gone, stays;

  if (!kontor_kind_parse_id (kind, from, &gone) || !kontor_kind_parse_id (kind, into, &stays))
    return FALSE;
  for (guint i = 0; kinds[i] != NULL; i++)
    for (const KontorField *field = kinds[i]->fields; field->name != NULL; field++)
      if (field->type == KONTOR_FIELD_LINK && g_strcmp0 (field->of, kind->name) == 0 &&
          !relink_field (store, kinds[i], field, gone, stays, error))
        return FALSE;

  return TRUE;
}

gboolean
kontor_records_move_conversation (KontorStore *store, gint64 from, gint64 into, GError **error)
{
  const KontorKind *const *kinds = kontor_kinds_get_all ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const KontorField *field = kontor_fields_find (kinds[i]->fields, "conversation");

      if (field != NULL && !relink_field (store, kinds[i], field, from, into, error))
        return FALSE;
    }

  return TRUE;
}
