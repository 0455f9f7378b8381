/* SPDX-License-Identifier: GPL-3.0-or-later */
/* query.c — what is asked of a kind, as the tail of a SELECT.
 *
 * Pages go by key, never by OFFSET: a page starts after the sort column and the id that the one
 * before ended with, so it costs the same at the end of a million rows as at their start.
 */
#include "store/query.h"

#include <string.h>

#include "model/error.h"
#include "model/phone.h"
#include "model/text.h"

const char *
kontor_query_id_column (const KontorKind *kind)
{
  return kind->key != NULL ? kind->key : "id";
}

char *
kontor_query_dup_source (const KontorKind *kind)
{
  return kind->view != NULL ? g_strdup (kind->view)
                            : g_strdelimit (g_strdup_printf ("\"%s\"", kind->name), "-", '_');
}

/* What is looked for by @name: a field, or "NAME-currency" of one that is money. */
static gboolean
find_field (const KontorKind *kind, const char *name, KontorField *found)
{
  const KontorField *field = kontor_fields_find (kind->fields, name);
  const char *end = g_str_has_suffix (name, "-currency") ? strrchr (name, '-') : NULL;
  g_autofree char *money = end != NULL ? g_strndup (name, end - name) : NULL;

  if (field != NULL && field->type != KONTOR_FIELD_SECRET)
    {
      *found = *field;
      return TRUE;
    }
  field = money != NULL ? kontor_fields_find (kind->fields, money) : NULL;
  if (field == NULL || field->type != KONTOR_FIELD_MONEY)
    return FALSE;
  *found = (KontorField) { g_intern_string (name), KONTOR_FIELD_TEXT };

  return TRUE;
}

/* Splits "at>=" into a field and what it is compared by. */
static gboolean
parse_condition (const KontorKind *kind, const char *name, KontorField *field,
                 const char **operator, GError **error)
{
  static const char *const operators[] = { ">=", "<=", "!=", ">", "<" };
  g_autofree char *bare = g_strdup (name);

  *operator = "=";
  for (guint i = 0; i < G_N_ELEMENTS (operators) && *operator[0] == '='; i++)
    if (g_str_has_suffix (name, operators[i]))
      {
        *operator = operators[i];
        bare[strlen (bare) - strlen (operators[i])] = '\0';
      }
  if (find_field (kind, bare, field))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "“%s” is not a field a %s is looked for by", bare, kind->name);

  return FALSE;
}

/* A time is compared by its instant, money by its minor units: both are given as x. */
static GVariant *
comparable (const KontorField *field, GVariant *value, KontorField *as)
{
  *as = *field;
  as->flags = KONTOR_FIELD_PLAIN;
  if (field->type != KONTOR_FIELD_TIME && field->type != KONTOR_FIELD_MONEY)
    return g_variant_ref (value);

  as->type = KONTOR_FIELD_NUMBER;
  if (g_variant_is_of_type (value, kontor_field_get_variant_type (field)))
    return g_variant_get_child_value (value, field->type == KONTOR_FIELD_TIME ? 2 : 0);

  return g_variant_ref (value);
}

static gboolean
add_condition (GString *sql, KontorCells *cells, const KontorField *field, const char *operator,
               GVariant *value, GError **error)
{
  g_autofree char *column = kontor_columns_key (field);
  KontorField as;
  g_autoptr(GVariant) compared = comparable (field, value, &as);

  if (!g_variant_is_of_type (compared, kontor_field_get_variant_type (&as)))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "%s: is not a value of type %s",
                   field->name, kontor_field_type_get_name (field->type));
      return FALSE;
    }
  if (field->type == KONTOR_FIELD_PHONE)
    kontor_cells_add (cells, field->name, 'h', g_variant_ref (compared));
  else
    kontor_cells_add_field (cells, &as, compared);
  if (g_str_equal (operator, "!="))
    g_string_append_printf (sql, "%s IS NOT ?", column);
  else
    g_string_append_printf (sql, "%s %s ?", column, operator);

  return TRUE;
}

static gboolean
add_any_of (GString *sql, KontorCells *cells, const KontorField *field, GVariant *values,
            GError **error)
{
  g_string_append (sql, "(0");
  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr(GVariant) child = g_variant_get_child_value (values, i);
      g_autoptr(GVariant) value = g_variant_is_of_type (child, G_VARIANT_TYPE_VARIANT)
        ? g_variant_get_variant (child) : g_variant_ref (child);

      g_string_append (sql, " OR ");
      if (!add_condition (sql, cells, field, "=", value, error))
        return FALSE;
    }
  g_string_append_c (sql, ')');

  return TRUE;
}

/* The words of @text, to be found anywhere in a text: "%50\% off%". */
static char *
dup_pattern (const char *before, const char *text, const char *after)
{
  g_autoptr(GString) pattern = g_string_new (before);

  for (; *text != '\0'; text++)
    {
      if (strchr ("%_\\", *text) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *text);
    }
  g_string_append (pattern, after);

  return g_string_free (g_steal_pointer (&pattern), FALSE);
}

/* Every word stands somewhere in the keys of the kind. */
static void
add_words (GString *sql, KontorCells *cells, const KontorKind *kind, const char *text)
{
  g_autofree char *folded = kontor_text_dup_folded (text);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  g_string_append (sql, *folded != '\0' ? "(1" : "(0");
  for (guint i = 0; words[i] != NULL && *folded != '\0'; i++)
    {
      g_string_append (sql, " AND (0");
      for (const KontorField *field = kind->fields; field->name != NULL; field++)
        if (field->flags & KONTOR_FIELD_FOUND)
          {
            g_autofree char *key = kontor_columns_found (field);
            g_autofree char *pattern = dup_pattern ("%", words[i], "%");

            g_string_append_printf (sql, " OR %s LIKE ? ESCAPE '\\'", key);
            kontor_cells_add (cells, "~", 's', g_variant_new_string (pattern));
          }
      g_string_append_c (sql, ')');
    }
  g_string_append_c (sql, ')');
}

/* A number lies sealed and is found whole, in any of its forms. */
static void
add_number (GString *sql, KontorCells *cells, const KontorKind *kind, const char *text)
{
  g_auto(GStrv) forms = kontor_phone_is_plausible (text) ? kontor_phone_variants (text) : NULL;

  for (const KontorField *field = kind->fields; forms != NULL && field->name != NULL; field++)
    for (guint i = 0; field->type == KONTOR_FIELD_PHONE && forms[i] != NULL; i++)
      {
        g_autofree char *column = kontor_columns_key (field);

        g_string_append_printf (sql, " OR %s = ?", column);
        kontor_cells_add (cells, "~", 'h', g_variant_new_string (forms[i]));
      }
}

static gboolean
add_search (GString *sql, KontorCells *cells, const KontorKind *kind, GVariant *value,
            GError **error)
{
  const char *one[] = { NULL, NULL };
  g_autofree const char **texts = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    one[0] = g_variant_get_string (value, NULL);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    texts = g_variant_get_strv (value, NULL);
  if (one[0] == NULL && texts == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "~: is not a text");
      return FALSE;
    }
  g_string_append (sql, " AND (0");
  for (const char **text = texts != NULL ? texts : one; *text != NULL; text++)
    {
      g_string_append (sql, " OR ");
      add_words (sql, cells, kind, *text);
      add_number (sql, cells, kind, *text);
    }
  g_string_append_c (sql, ')');

  return TRUE;
}

static gboolean
add_among (GString *sql, KontorCells *cells, const KontorKind *kind, const char *name,
           GVariant *value, GError **error)
{
  g_autofree char *bare = g_strndup (name, strlen (name) - 1);
  const KontorField *field = kontor_fields_find (kind->fields, bare);
  g_autofree char *column = field != NULL ? kontor_columns_key (field) : NULL;
  g_autofree char *pattern = NULL;

  if (field == NULL || field->type != KONTOR_FIELD_TEXT ||
      !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "“%s” is no text of a %s that holds words", bare, kind->name);
      return FALSE;
    }
  pattern = dup_pattern ("%, ", g_variant_get_string (value, NULL), ", %");
  g_string_append_printf (sql, " AND ', ' || %s || ', ' LIKE ? ESCAPE '\\'", column);
  kontor_cells_add (cells, "~", 's', g_variant_new_string (pattern));

  return TRUE;
}

static gboolean
add_field (GString *sql, KontorCells *cells, const KontorKind *kind, const char *name,
           GVariant *value, GError **error)
{
  const char *operator;
  KontorField field;
  gboolean is_list = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY) ||
                     g_variant_is_of_type (value, G_VARIANT_TYPE ("av"));

  if (!parse_condition (kind, name, &field, &operator, error))
    return FALSE;
  g_string_append (sql, " AND ");

  return is_list ? add_any_of (sql, cells, &field, value, error)
                 : add_condition (sql, cells, &field, operator, value, error);
}

gboolean
kontor_query_add_filter (GString *sql, KontorCells *cells, const KontorKind *kind, GVariant *filter,
            GError **error)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_string_append (sql, " WHERE 1");
  if (filter == NULL)
    return TRUE;

  g_variant_iter_init (&iter, filter);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      g_autoptr(GVariant) owned = value;

      if (!(g_str_equal (name, "~") ? add_search (sql, cells, kind, owned, error)
            : g_str_has_suffix (name, "~") ? add_among (sql, cells, kind, name, owned, error)
            : add_field (sql, cells, kind, name, owned, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
kontor_query_find_sort (const KontorKind *kind, const char *sort, char **column, GError **error)
{
  const KontorField *field = sort != NULL ? kontor_fields_find (kind->fields, sort) : NULL;

  if (sort == NULL)
    return TRUE;
  if (field == NULL || !(field->flags & KONTOR_FIELD_FOUND))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "“%s” is not a field a list of %s is sorted by", sort, kind->name);
      return FALSE;
    }
  *column = kontor_columns_found (field);

  return TRUE;
}

/* "17|ann": whatever the text is, the number ends at the first bar. */
static gboolean
add_text_place (GString *sql, KontorCells *cells, const KontorKind *kind,
                const KontorQuery *query, const char *sort)
{
  const char *bar = strchr (query->after, '|');

  if (bar == NULL || !g_utf8_validate (query->after, -1, NULL))
    return FALSE;
  g_string_append_printf (sql, " AND (%s, \"%s\") %s (?, ?)", sort, kontor_query_id_column (kind),
                          query->descending ? "<" : ">");
  kontor_cells_add (cells, "sort", 's', g_variant_new_string (bar + 1));
  kontor_cells_add (cells, "id", 'x',
                    g_variant_new_int64 (g_ascii_strtoll (query->after, NULL, 10)));

  return TRUE;
}

gboolean
kontor_query_add_place (GString *sql, KontorCells *cells, const KontorKind *kind,
                        const KontorQuery *query, const char *sort, GError **error)
{
  const char *bar = query->after != NULL ? strchr (query->after, '|') : NULL;
  const char *id = bar != NULL ? bar + 1 : query->after;
  const char *than = query->descending ? "<" : ">";

  if (query->after == NULL || (sort != NULL && add_text_place (sql, cells, kind, query, sort)))
    return TRUE;
  if (sort != NULL || (kind->sort != NULL) != (bar != NULL) ||
      !g_utf8_validate (query->after, -1, NULL))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "no page starts there");
      return FALSE;
    }
  if (bar != NULL)
    {
      g_string_append_printf (sql, " AND (%s, \"%s\") %s (?, ?)", kind->sort,
                              kontor_query_id_column (kind), than);
      kontor_cells_add (cells, "sort", 'x',
                        g_variant_new_int64 (g_ascii_strtoll (query->after, NULL, 10)));
    }
  else
    g_string_append_printf (sql, " AND \"%s\" %s ?", kontor_query_id_column (kind), than);
  kontor_cells_add (cells, "id", kind->key != NULL ? 's' : 'x', kind->key != NULL
                    ? g_variant_new_string (id)
                    : g_variant_new_int64 (g_ascii_strtoll (id, NULL, 10)));

  return TRUE;
}

void
kontor_query_add_order (GString *sql, KontorCells *cells, const KontorKind *kind,
                        const KontorQuery *query, const char *sort)
{
  const char *way = query->descending ? " DESC" : "";

  g_string_append (sql, " ORDER BY ");
  if (sort != NULL || kind->sort != NULL)
    g_string_append_printf (sql, "%s%s, ", sort != NULL ? sort : kind->sort, way);
  g_string_append_printf (sql, "\"%s\"%s", kontor_query_id_column (kind), way);
  if (query->limit > 0)
    {
      g_string_append (sql, " LIMIT ?");
      kontor_cells_add (cells, "limit", 'x', g_variant_new_int64 ((gint64) query->limit + 1));
    }
}
