/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sum.c — what money adds up to. The database adds: a year of entries is no answer for the bus. */
#include "model/error.h"
#include "store/query.h"

/* (nullable): the field; BAD_INPUT where it is none of that type. */
static const KontorField *
find (const KontorKind *kind, const char *name, gboolean is_money, GError **error)
{
  const KontorField *field = kontor_fields_find (kind->fields, name);

  if (field != NULL && (is_money ? field->type == KONTOR_FIELD_MONEY
                                 : field->type == KONTOR_FIELD_CHOICE ||
                                   field->type == KONTOR_FIELD_TEXT))
    return field;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "“%s” is no %s of a %s", name,
               is_money ? "amount" : "text", kind->name);

  return NULL;
}

static GVariant *
read_sum (KontorRows *rows, const char *by)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *value = kontor_rows_text (rows, 0);

  g_variant_dict_insert (&dict, by, "s", value != NULL ? value : "");
  g_variant_dict_insert (&dict, "amount", "(xs)", kontor_rows_int (rows, 2),
                         kontor_rows_text (rows, 1));
  g_variant_dict_insert (&dict, "count", "x", kontor_rows_int (rows, 3));

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

GPtrArray *
kontor_records_sum (KontorStore *store, const KontorKind *kind, GVariant *filter,
                    const char *field, const char *by, GError **error)
{
  const KontorField *money = find (kind, field, TRUE, error);
  const KontorField *text = money != NULL ? find (kind, by, FALSE, error) : NULL;
  g_autoptr(GPtrArray) sums = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr(KontorCells) cells = kontor_cells_new ();
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(KontorRows) rows = NULL;
  g_autofree char *source = kontor_query_dup_source (kind), *amount = NULL, *column = NULL;

  if (text == NULL)
    return NULL;
  amount = g_strdelimit (g_strdup (money->name), "-", '_');
  column = kontor_columns_key (text);
  g_string_printf (sql, "SELECT %s, %s_currency, SUM(%s_minor), COUNT(*) FROM %s", column, amount,
                   amount, source);
  if (!kontor_query_add_filter (sql, cells, kind, filter, error))
    return NULL;
  g_string_append_printf (sql, " AND %s_currency IS NOT NULL GROUP BY 1, 2 ORDER BY 2, 1", amount);
  rows = kontor_store_ask_v (store, error, sql->str, cells->types->str, cells->values);
  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    g_ptr_array_add (sums, read_sum (rows, by));

  return kontor_rows_done (rows, error) ? g_steal_pointer (&sums) : NULL;
}
