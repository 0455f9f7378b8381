/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/values.h"

#include <string.h>

#include "model/error.h"
#include "model/phone.h"
#include "model/zone.h"

#define PAGE 50

GVariant *
kontor_values_list (GPtrArray *records)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < records->len; i++)
    g_variant_builder_add_value (&list, records->pdata[i]);

  return g_variant_builder_end (&list);
}

static void
add_field (GVariantBuilder *list, const KontorField *field)
{
  g_auto(GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "", "|", -1);

  g_variant_builder_open (list, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (list, "{sv}", "name", g_variant_new_string (field->name));
  g_variant_builder_add (list, "{sv}", "type",
                         g_variant_new_string (kontor_field_type_get_name (field->type)));
  g_variant_builder_add (list, "{sv}", "title", g_variant_new_string (field->title));
  g_variant_builder_add (list, "{sv}", "required",
                         g_variant_new_boolean ((field->flags & KONTOR_FIELD_REQUIRED) != 0));
  g_variant_builder_add (list, "{sv}", "read-only",
                         g_variant_new_boolean ((field->flags & KONTOR_FIELD_READ_ONLY) != 0));
  g_variant_builder_add (list, "{sv}", "choices",
                         g_variant_new_strv ((const char *const *) choices, -1));
  g_variant_builder_add (list, "{sv}", "of",
                         g_variant_new_string (field->of != NULL ? field->of : ""));
  g_variant_builder_add (list, "{sv}", "check",
                         g_variant_new_string (field->check != NULL ? field->check : ""));
  g_variant_builder_close (list);
}

GVariant *
kontor_values_fields (const KontorField *fields)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (const KontorField *field = fields; field != NULL && field->name != NULL; field++)
    add_field (&list, field);

  return g_variant_builder_end (&list);
}

static const KontorField *
find_field (const KontorField *fields, const KontorField *own, const char *name)
{
  g_autofree char *bare = g_strndup (name, strcspn (name, "<>!=~"));
  const KontorField *field = kontor_fields_find (fields, bare);

  return field != NULL ? field : kontor_fields_find (own, bare);
}

/* (transfer full). A bare day, where a moment is due, is its first minute: "at>=2026-11-21". */
static GVariant *
read_text (const KontorField *field, const char *text, const KontorLocale *locale, GError **error)
{
  const KontorField time = { field->name, KONTOR_FIELD_TIME };
  gboolean is_instant = field->type == KONTOR_FIELD_INSTANT;
  g_autofree char *midnight = NULL;
  g_autoptr(GVariant) at = NULL;
  KontorWallTime day;

  if ((!is_instant && field->type != KONTOR_FIELD_TIME) ||
      !kontor_wall_date_parse (text, &day, NULL))
    return kontor_field_from_text (field, text, locale, error);
  midnight = kontor_wall_time_format (&day);
  at = kontor_field_from_text (&time, midnight, locale, error);

  return at == NULL || !is_instant ? g_steal_pointer (&at) : g_variant_get_child_value (at, 2);
}

/* (transfer full): av of what each of the texts says; the same condition twice means either. */
static GVariant *
read_each (const KontorField *field, GVariant *texts, const KontorLocale *locale, GError **error)
{
  g_auto(GVariantBuilder) values = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  for (gsize i = 0; i < g_variant_n_children (texts); i++)
    {
      g_autoptr(GVariant) text = g_variant_get_child_value (texts, i);
      g_autoptr(GError) local = NULL;
      g_autoptr(GVariant) value = read_text (field, g_variant_get_string (text, NULL), locale,
                                             &local);

      /* Lines bring numbers that our rules do not know: they are looked for as they are. */
      if (value == NULL && field->type == KONTOR_FIELD_PHONE)
        value = g_variant_ref (text);
      if (value == NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      if (value == NULL)
        return NULL;
      g_variant_builder_add (&values, "v", value);
    }

  return g_variant_ref_sink (g_variant_builder_end (&values));
}

/* (transfer full) */
static GVariant *
read_value (const KontorField *field, GVariant *value, const KontorLocale *locale, GError **error)
{
  if (field != NULL && field->type != KONTOR_FIELD_ATTACHMENTS &&
      g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return read_each (field, value, locale, error);
  if (field == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ||
      (g_variant_is_of_type (value, kontor_field_get_variant_type (field)) &&
       field->type != KONTOR_FIELD_PHONE))
    return g_variant_ref (value);

  return read_text (field, g_variant_get_string (value, NULL), locale, error);
}

/* (transfer full): what is looked for, and the number that it may be. */
static GVariant *
read_search (GVariant *value, const KontorLocale *locale)
{
  const char *text = g_variant_get_string (value, NULL);
  g_autofree char *phone = kontor_phone_parse (text, locale->country, NULL);
  const char *both[] = { text, phone, NULL };

  return g_variant_ref_sink (g_variant_new_strv (both, -1));
}

GVariant *
kontor_values_read (KontorStore *store, const KontorField *fields, const KontorField *own,
                    GVariant *given, GError **error)
{
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);
  g_auto(GVariantDict) values = G_VARIANT_DICT_INIT (NULL);
  KontorLocale locale;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (business == NULL)
    return NULL;
  locale = kontor_business_get_locale (business);
  g_variant_iter_init (&iter, given);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      g_autoptr(GVariant) owned = value;
      gboolean is_search = g_str_equal (name, "~") &&
                           g_variant_is_of_type (owned, G_VARIANT_TYPE_STRING);
      g_autoptr(GVariant) read = is_search ? read_search (owned, &locale)
        : read_value (find_field (fields, own, name), owned, &locale, error);

      if (read == NULL)
        {
          g_prefix_error (error, "%s: ", name);
          return NULL;
        }
      g_variant_dict_insert_value (&values, name, read);
    }

  return g_variant_ref_sink (g_variant_dict_end (&values));
}

gboolean
kontor_values_get_yes (GVariant *options, const char *name)
{
  gboolean yes = FALSE;

  return g_variant_lookup (options, name, "b", &yes) && yes;
}

guint
kontor_values_get_limit (GVariant *options)
{
  guint limit = PAGE;

  g_variant_lookup (options, "limit", "u", &limit);

  return limit > 0 ? MIN (limit, 1000) : PAGE;
}

const char *
kontor_values_get_text (GVariant *options, const char *name)
{
  const char *text = NULL;

  return g_variant_lookup (options, name, "&s", &text) && *text != '\0' ? text : NULL;
}

const KontorKind *
kontor_values_find_kind (const char *name, GError **error)
{
  const KontorKind *kind = kontor_kind_find (name);

  if (kind == NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                 "there is no kind “%s”; “kontorctl kinds” lists them", name);

  return kind;
}

gboolean
kontor_values_refuse (GDBusMethodInvocation *invocation, GError *error)
{
  g_dbus_method_invocation_take_error (invocation, error);

  return TRUE;
}
