/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/columns.h"

#include <string.h>

#include "model/text.h"

KontorCells *
kontor_cells_new (void)
{
  KontorCells *self = g_new0 (KontorCells, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->types = g_string_new (NULL);
  self->values = g_ptr_array_new ();

  return self;
}

void
kontor_cells_free (KontorCells *self)
{
  for (guint i = 0; i < self->values->len; i++)
    g_clear_pointer (&self->values->pdata[i], g_variant_unref);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_string_free (self->types, TRUE);
  g_free (self);
}

static char *
quoted (const char *name, const char *suffix)
{
  char *column = g_strdup_printf ("\"%s%s\"", name, suffix);

  return g_strdelimit (column, "-", '_');
}

void
kontor_cells_add (KontorCells *self, const char *name, char type, GVariant *value)
{
  g_ptr_array_add (self->names, quoted (name, ""));
  g_string_append_c (self->types, type);
  g_ptr_array_add (self->values, value != NULL ? g_variant_take_ref (value) : NULL);
}

static void
add (KontorCells *self, const char *name, const char *suffix, char type, GVariant *value)
{
  g_autofree char *column = g_strconcat (name, suffix, NULL);

  kontor_cells_add (self, column, type, value);
}

/* A link is kept as the number behind a short id, or as the text it is. */
static GVariant *
link_value (const KontorField *field, const char *id)
{
  const KontorKind *kind = kontor_kind_find (field->of);
  gint64 number = 0;

  if (kind == NULL || kind->prefix == NULL)
    return g_variant_new_string (id);

  /* An id that is none meets no row: the foreign key says so. */
  return g_variant_new_int64 (kontor_kind_parse_id (kind, id, &number) ? number : 0);
}

static GVariant *
ref_any (GVariant *value)
{
  return value != NULL ? g_variant_ref (value) : NULL;
}

static void
add_parts (KontorCells *self, const KontorField *field, GVariant *value)
{
  gboolean is_money = field->type == KONTOR_FIELD_MONEY;

  add (self, field->name, is_money ? "_minor" : "_local", is_money ? 'x' : 's',
       value != NULL ? g_variant_get_child_value (value, 0) : NULL);
  add (self, field->name, is_money ? "_currency" : "_zone", 's',
       value != NULL ? g_variant_get_child_value (value, 1) : NULL);
  if (!is_money)
    add (self, field->name, "_at", 'x', value != NULL ? g_variant_get_child_value (value, 2)
         : NULL);
}

/* What is empty comes after everything that is not. */
static void
add_key (KontorCells *self, const KontorField *field, GVariant *value)
{
  g_autofree char *key = value != NULL
                         ? kontor_text_dup_folded (g_variant_get_string (value, NULL)) : NULL;

  add (self, field->name, "_key", 's',
       g_variant_new_string (key != NULL && *key != '\0' ? key : KONTOR_COLUMNS_LAST));
}

void
kontor_cells_add_field (KontorCells *self, const KontorField *field, GVariant *value)
{
  GVariant *given = value != NULL && !kontor_field_is_empty (field, value) ? value : NULL;
  GVariant *link;
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case KONTOR_FIELD_MONEY:
    case KONTOR_FIELD_TIME:
      add_parts (self, field, given);
      return;
    case KONTOR_FIELD_PHONE:
      add (self, field->name, "", 'z', ref_any (given));
      add (self, field->name, "_hash", 'h', ref_any (given));
      return;
    case KONTOR_FIELD_YES_NO:
      add (self, field->name, "", 'x', given != NULL
           ? g_variant_new_int64 (g_variant_get_boolean (given)) : NULL);
      return;
    case KONTOR_FIELD_SECRET:
      add (self, field->name, "", 'x', g_variant_new_int64 (given != NULL));
      return;
    case KONTOR_FIELD_LINK:
      link = given != NULL ? link_value (field, g_variant_get_string (given, NULL)) : NULL;
      add (self, field->name, "",
           link != NULL && g_variant_is_of_type (link, G_VARIANT_TYPE_INT64) ? 'x' : 's', link);
      return;
    case KONTOR_FIELD_ATTACHMENTS:
      text = given != NULL ? kontor_field_to_text (field, given) : NULL;
      add (self, field->name, "", 's', text != NULL ? g_variant_new_string (text) : NULL);
      return;
    case KONTOR_FIELD_NUMBER:
    case KONTOR_FIELD_INSTANT:
    case KONTOR_FIELD_DURATION:
      add (self, field->name, "", 'x', ref_any (given));
      return;
    case KONTOR_FIELD_TEXT:
    case KONTOR_FIELD_LONG_TEXT:
    case KONTOR_FIELD_DATE:
    case KONTOR_FIELD_CHOICE:
    case KONTOR_FIELD_N_TYPES:
      add (self, field->name, "", 's', ref_any (given));
      if (field->flags & KONTOR_FIELD_FOUND)
        add_key (self, field, given);
      return;
    }
}

char *
kontor_columns_key (const KontorField *field)
{
  switch (field->type)
    {
    case KONTOR_FIELD_TIME:
      return quoted (field->name, "_at");
    case KONTOR_FIELD_MONEY:
      return quoted (field->name, "_minor");
    case KONTOR_FIELD_PHONE:
      return quoted (field->name, "_hash");
    default:
      return quoted (field->name, "");
    }
}

char *
kontor_columns_found (const KontorField *field)
{
  return quoted (field->name, "_key");
}

void
kontor_columns_select (GString *sql, const KontorField *field)
{
  static const char *const plain[] = { "", NULL };
  static const char *const money[] = { "_minor", "_currency", NULL };
  static const char *const wall[] = { "_local", "_zone", "_at", NULL };
  const char *const *suffixes = field->type == KONTOR_FIELD_MONEY ? money
                                : field->type == KONTOR_FIELD_TIME ? wall : plain;

  for (; *suffixes != NULL; suffixes++)
    {
      g_autofree char *column = quoted (field->name, *suffixes);

      g_string_append_printf (sql, ", %s", column);
    }
}

static GVariant *
read_link (const KontorField *field, KontorRows *rows, int column)
{
  const KontorKind *kind = kontor_kind_find (field->of);

  if (kind == NULL || kind->prefix == NULL)
    return g_variant_new_string (kontor_rows_text (rows, column));

  return g_variant_new_take_string (kontor_kind_format_id (kind, kontor_rows_int (rows, column)));
}

static GVariant *
read_phone (KontorRows *rows, int column, GError **error)
{
  char *phone = kontor_rows_dup_sealed (rows, column, error);

  return phone != NULL ? g_variant_new_take_string (phone) : NULL;
}

static GVariant *
read_value (const KontorField *field, KontorRows *rows, int column, GError **error)
{
  g_auto(GStrv) ids = NULL;

  switch (field->type)
    {
    case KONTOR_FIELD_MONEY:
      return g_variant_new ("(xs)", kontor_rows_int (rows, column),
                            kontor_rows_text (rows, column + 1));
    case KONTOR_FIELD_TIME:
      return g_variant_new ("(ssx)", kontor_rows_text (rows, column),
                            kontor_rows_text (rows, column + 1),
                            kontor_rows_int (rows, column + 2));
    case KONTOR_FIELD_PHONE:
      return read_phone (rows, column, error);
    case KONTOR_FIELD_YES_NO:
      return g_variant_new_boolean (kontor_rows_int (rows, column) != 0);
    case KONTOR_FIELD_SECRET:
      return kontor_rows_int (rows, column) != 0 ? g_variant_new_string ("set") : NULL;
    case KONTOR_FIELD_LINK:
      return read_link (field, rows, column);
    case KONTOR_FIELD_ATTACHMENTS:
      ids = g_strsplit (kontor_rows_text (rows, column), " ", -1);
      return g_variant_new_strv ((const char *const *) ids, -1);
    case KONTOR_FIELD_NUMBER:
    case KONTOR_FIELD_INSTANT:
    case KONTOR_FIELD_DURATION:
      return g_variant_new_int64 (kontor_rows_int (rows, column));
    case KONTOR_FIELD_TEXT:
    case KONTOR_FIELD_LONG_TEXT:
    case KONTOR_FIELD_DATE:
    case KONTOR_FIELD_CHOICE:
    case KONTOR_FIELD_N_TYPES:
      return g_variant_new_string (kontor_rows_text (rows, column));
    }
  g_return_val_if_reached (NULL);
}

GVariant *
kontor_columns_read (const KontorField *field, KontorRows *rows, int *column, GError **error)
{
  int first = *column;
  GVariant *value = NULL;

  *column += field->type == KONTOR_FIELD_MONEY ? 2 : field->type == KONTOR_FIELD_TIME ? 3 : 1;
  if (!kontor_rows_is_null (rows, first))
    value = read_value (field, rows, first, error);

  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

char *
kontor_columns_pack_own (GVariant *record)
{
  g_autoptr(GVariantDict) own = g_variant_dict_new (NULL);
  g_autoptr(GVariant) packed = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;
  gboolean any = FALSE;

  g_variant_iter_init (&iter, record);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    if (g_str_has_prefix (name, "x-"))
      {
        g_variant_dict_insert_value (own, name, value);
        any = TRUE;
      }
  packed = g_variant_ref_sink (g_variant_dict_end (own));

  return any ? json_gvariant_serialize_data (packed, NULL) : NULL;
}

/* Own fields are texts, whole numbers or yes/no, which JSON tells apart by itself. */
void
kontor_columns_unpack_own (const char *extra, GVariantDict *record)
{
  g_autoptr(GVariant) own = json_gvariant_deserialize_data (extra, -1, "a{sv}", NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (own == NULL)
    return;
  g_variant_iter_init (&iter, own);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    g_variant_dict_insert_value (record, name, value);
}
