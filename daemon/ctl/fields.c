/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fields.c — the daemon that answers may be newer than this program: a value whose field or type
 * is not known here is shown by its form on the bus. */
#include "ctl/fields.h"

#include "ctl/table.h"

struct _KontorCtlFields {
  GPtrArray *told;  /* GVariant: the texts of the fields belong to them */
  GArray    *array; /* KontorField, ended by one without name */
};

static const char *
told_text (GVariant *told, const char *name)
{
  const char *text = NULL;

  return g_variant_lookup (told, name, "&s", &text) ? text : NULL;
}

void
kontor_ctl_fields_add (KontorCtlFields *fields, GVariant *told)
{
  gsize count = g_variant_n_children (told);

  for (gsize i = 0; i < count; i++)
    {
      GVariant *one = g_variant_get_child_value (told, i);
      KontorField field = { .name = told_text (one, "name"), .title = told_text (one, "title"),
                            .of = told_text (one, "of") };
      const char *type = told_text (one, "type");

      g_ptr_array_add (fields->told, one);
      if (field.name != NULL && type != NULL && kontor_field_type_find (type, &field.type) &&
          kontor_fields_find (kontor_ctl_fields_get (fields), field.name) == NULL)
        g_array_append_val (fields->array, field);
    }
}

KontorCtlFields *
kontor_ctl_fields_new (GVariant *told)
{
  KontorCtlFields *fields = g_new0 (KontorCtlFields, 1);

  fields->told = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  fields->array = g_array_new (TRUE, FALSE, sizeof (KontorField));
  kontor_ctl_fields_add (fields, told);

  return fields;
}

void
kontor_ctl_fields_free (KontorCtlFields *fields)
{
  g_ptr_array_unref (fields->told);
  g_array_unref (fields->array);
  g_free (fields);
}

const KontorField *
kontor_ctl_fields_get (KontorCtlFields *fields)
{
  return (const KontorField *) fields->array->data;
}

static char *
instant_to_text (gint64 instant_us)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (instant_us / G_USEC_PER_SEC);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M")
                        : g_strdup_printf ("%" G_GINT64_FORMAT, instant_us);
}

static gboolean
find_type (GVariant *value, KontorFieldType *type)
{
  static const KontorFieldType usual[] = {
    KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_NUMBER, KONTOR_FIELD_MONEY, KONTOR_FIELD_TIME,
    KONTOR_FIELD_YES_NO, KONTOR_FIELD_ATTACHMENTS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      KontorField field = { .type = usual[i] };

      *type = usual[i];
      if (g_variant_is_of_type (value, kontor_field_get_variant_type (&field)))
        return TRUE;
    }

  return FALSE;
}

char *
kontor_ctl_value_to_text (const KontorField *field, GVariant *value)
{
  KontorField by_form = { .name = "" };

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT))
    {
      g_autoptr(GVariant) inner = g_variant_get_variant (value);

      return kontor_ctl_value_to_text (field, inner);
    }
  if (field == NULL || !g_variant_is_of_type (value, kontor_field_get_variant_type (field)))
    {
      if (!find_type (value, &by_form.type))
        return g_variant_print (value, FALSE);
      field = &by_form;
    }
  if (field->type == KONTOR_FIELD_INSTANT)
    return g_variant_get_int64 (value) != 0 ? instant_to_text (g_variant_get_int64 (value))
                                            : g_strdup ("");

  return kontor_field_to_text (field, value);
}

static char *
dup_cell (const KontorField *fields, GVariant *record, const char *name)
{
  g_autoptr(GVariant) value = g_variant_lookup_value (record, name, NULL);
  const KontorField *field = kontor_fields_find (fields, name);

  if (value == NULL || (field != NULL && field->type == KONTOR_FIELD_SECRET))
    return g_strdup ("");

  return kontor_ctl_value_to_text (field, value);
}

static void
add_line (KontorCtlTable *table, const KontorField *fields, GVariant *record, const char *name)
{
  g_autofree char *text = dup_cell (fields, record, name);
  const char *cells[] = { name, text, NULL };

  if (*text != '\0')
    kontor_ctl_table_add_row (table, cells);
}

char *
kontor_ctl_record_to_text (const KontorField *fields, GVariant *record, guint width)
{
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (NULL, 2);
  GVariantIter iter;
  const char *name;

  kontor_ctl_table_set_wrap (table);
  add_line (table, fields, record, "id");
  for (const KontorField *field = fields; field != NULL && field->name != NULL; field++)
    if (!g_str_equal (field->name, "id"))
      add_line (table, fields, record, field->name);
  g_variant_iter_init (&iter, record);
  while (g_variant_iter_next (&iter, "{&sv}", &name, NULL))
    if (!g_str_equal (name, "id") && kontor_fields_find (fields, name) == NULL)
      add_line (table, fields, record, name);

  return kontor_ctl_table_dup_text (table, width);
}

static void
add_own_columns (GPtrArray *columns, const KontorField *fields, GVariant *records)
{
  GVariantIter each, iter;
  GVariant *record;
  const char *name;

  g_variant_iter_init (&each, records);
  while (g_variant_iter_loop (&each, "@a{sv}", &record))
    {
      g_variant_iter_init (&iter, record);
      while (g_variant_iter_next (&iter, "{&sv}", &name, NULL))
        if (g_str_has_prefix (name, "x-") && kontor_fields_find (fields, name) == NULL &&
            !g_ptr_array_find_with_equal_func (columns, name, g_str_equal, NULL))
          g_ptr_array_add (columns, g_strdup (name));
    }
}

static GPtrArray *
dup_columns (const KontorField *fields, GVariant *records)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (columns, g_strdup ("id"));
  for (const KontorField *field = fields; field != NULL && field->name != NULL; field++)
    if (field->type != KONTOR_FIELD_SECRET && field->type != KONTOR_FIELD_LONG_TEXT &&
        !g_str_equal (field->name, "id"))
      g_ptr_array_add (columns, g_strdup (field->name));
  add_own_columns (columns, fields, records);
  g_ptr_array_add (columns, NULL);

  return columns;
}

static void
set_alignment (KontorCtlTable *table, const KontorField *fields, const char *const *columns)
{
  for (guint i = 0; columns[i] != NULL; i++)
    {
      const KontorField *field = kontor_fields_find (fields, columns[i]);

      if (field != NULL && (field->type == KONTOR_FIELD_NUMBER ||
                            field->type == KONTOR_FIELD_MONEY))
        kontor_ctl_table_set_right (table, i);
    }
}

char *
kontor_ctl_records_to_text (const KontorField *fields, GVariant *records,
                            const char *const *columns, gboolean wrap, guint width)
{
  g_autoptr(GPtrArray) all = columns == NULL ? dup_columns (fields, records) : NULL;
  const char *const *shown = columns != NULL ? columns : (const char *const *) all->pdata;
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (shown, 0);
  GVariantIter each;
  GVariant *record;

  if (wrap)
    kontor_ctl_table_set_wrap (table);
  set_alignment (table, fields, shown);
  g_variant_iter_init (&each, records);
  while (g_variant_iter_loop (&each, "@a{sv}", &record))
    {
      g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; shown[i] != NULL; i++)
        g_ptr_array_add (cells, dup_cell (fields, record, shown[i]));
      g_ptr_array_add (cells, NULL);
      kontor_ctl_table_add_row (table, (const char *const *) cells->pdata);
    }

  return kontor_ctl_table_dup_text (table, width);
}
