/* SPDX-License-Identifier: GPL-3.0-or-later */
/* records.c — any kind of record: kinds, list, audit, get, save, remove. */
#include <string.h>

#include "ctl/command.h"
#include "ctl/kinds.h"
#include "ctl/print.h"
#include "ctl/records.h"
#include "ctl/secrets.h"
#include "ctl/table.h"
#include "model/error.h"
#include "model/record.h"

#include <glib/gi18n.h>

static const char *
told_text (GVariant *told, const char *name)
{
  const char *text = kontor_record_get_text (told, name);

  return text != NULL ? text : "";
}

static void
print_kinds (GVariant *kinds)
{
  static const char *const headings[] = { N_("kind"), N_("title"), "id", N_("save"), NULL };
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new_titled (headings);
  g_autofree char *text = NULL;
  GVariantIter iter;
  GVariant *kind;

  g_variant_iter_init (&iter, kinds);
  while (g_variant_iter_loop (&iter, "@a{sv}", &kind))
    {
      gboolean may_save = FALSE;
      gboolean is_told = g_variant_lookup (kind, "writable", "b", &may_save);

      kontor_ctl_table_add_row (table, (const char *const[]) {
        told_text (kind, "name"), kontor_ctl_told_title (kind), told_text (kind, "id-prefix"),
        is_told ? (may_save ? _("yes") : _("no")) : "", NULL });
    }
  text = kontor_ctl_table_dup_text (table, kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
}

static void
add_field (KontorCtlTable *table, GVariant *field)
{
  g_autofree const char **choices = NULL;
  g_autofree char *listed = NULL;
  const char *use = "";

  if (kontor_record_get_yes (field, "required"))
    use = _("required");
  else if (kontor_record_get_yes (field, "read-only"))
    use = _("read-only");
  g_variant_lookup (field, "choices", "^a&s", &choices);
  listed = choices != NULL && choices[0] != NULL ? g_strjoinv ("|", (char **) choices)
                                                 : g_strdup (told_text (field, "of"));
  kontor_ctl_table_add_row (table, (const char *const[]) {
    told_text (field, "name"), told_text (field, "type"), use,
    kontor_ctl_told_title (field), listed, NULL });
}

static void
print_fields (GVariant *told)
{
  static const char *const headings[] = {
    N_("field"), N_("type"), "", N_("title"), "of", NULL
  };
  g_autoptr(GVariant) fields = g_variant_lookup_value (told, "fields", G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new_titled (headings);
  g_autofree char *text = NULL;
  GVariantIter iter;
  GVariant *field;

  kontor_ctl_table_set_wrap (table);
  if (fields != NULL)
    {
      g_variant_iter_init (&iter, fields);
      while (g_variant_iter_loop (&iter, "@a{sv}", &field))
        add_field (table, field);
    }
  text = kontor_ctl_table_dup_text (table, kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
}

gboolean
kontor_ctl_print_kinds (KontorCtl *ctl, GVariant *kinds, const char *name, GError **error)
{
  g_autoptr(GVariant) kind = name != NULL ? kontor_ctl_told_find (kinds, name) : NULL;

  if (name != NULL && kind == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                   _("there is no kind “%s”; the same command without it lists them"), name);
      return FALSE;
    }
  if (ctl->json)
    kontor_ctl_print_json (name != NULL ? kontor_ctl_record_to_json (NULL, kind)
                                        : kontor_ctl_records_to_json (NULL, kinds));
  else if (name != NULL)
    print_fields (kind);
  else
    print_kinds (kinds);

  return TRUE;
}

gboolean
kontor_ctl_kinds (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GVariant) kinds = NULL;

  if (!kontor_dbus_records_call_kinds_sync (ctl->records, &kinds, NULL, error))
    return FALSE;

  return kontor_ctl_print_kinds (ctl, kinds, kontor_ctl_arguments_get_word (arguments, 0), error);
}

static gboolean
check_columns (KontorCtlFields *fields, char **columns, GError **error)
{
  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    if (kontor_fields_find (kontor_ctl_fields_get (fields), columns[i]) == NULL &&
        !g_str_equal (columns[i], "id") && !g_str_has_prefix (columns[i], "x-"))
      {
        g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                     _("there is no field “%s” here; “kontorctl kinds KIND” lists them"),
                     columns[i]);
        return FALSE;
      }

  return TRUE;
}

static gboolean
list_kind (KontorCtl *ctl, KontorCtlArguments *arguments, const char *kind, guint first,
           GError **error)
{
  const char *named = kontor_ctl_arguments_get_option (arguments, "columns");
  g_auto(GStrv) columns = named != NULL ? g_strsplit (named, ",", -1) : NULL;
  g_autoptr(GVariant) filter = kontor_ctl_arguments_dup_filter (arguments, first, error);
  g_autoptr(KontorCtlFields) fields = NULL;
  g_autoptr(GVariant) records = NULL;
  g_autofree char *text = NULL;
  guint limit;

  if (filter == NULL || !kontor_ctl_arguments_get_count (arguments, "limit", 0, &limit, error))
    return FALSE;
  fields = kontor_ctl_kind_fields (ctl, kind, error);
  if (fields == NULL)
    return FALSE;
  records = kontor_ctl_query (ctl, kind, filter,
                              kontor_ctl_arguments_has_option (arguments, "descending"), limit,
                              error);
  if (records == NULL || !check_columns (fields, columns, error))
    return FALSE;

  if (ctl->json)
    {
      kontor_ctl_print_json (kontor_ctl_records_to_json (kontor_ctl_fields_get (fields), records));
      return TRUE;
    }
  kontor_ctl_add_own_fields (ctl, kind, records, fields);
  text = kontor_ctl_records_to_text (kontor_ctl_fields_get (fields), records,
                                     (const char *const *) columns, FALSE,
                                     kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
  if (g_variant_n_children (records) == 0)
    kontor_ctl_print_hint (_("There is none."));

  return TRUE;
}

gboolean
kontor_ctl_list (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  return list_kind (ctl, arguments, kontor_ctl_arguments_get_word (arguments, 0), 1, error);
}

gboolean
kontor_ctl_audit (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  return list_kind (ctl, arguments, "audit", 0, error);
}

gboolean
kontor_ctl_print_record (KontorCtl *ctl, const char *kind, GVariant *record, GError **error)
{
  g_autoptr(KontorCtlFields) fields = kontor_ctl_kind_fields (ctl, kind, error);
  g_autoptr(GVariant) records = NULL;
  g_autofree char *text = NULL;

  if (fields == NULL)
    return FALSE;
  records = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE_VARDICT, &record, 1));
  kontor_ctl_add_own_fields (ctl, kind, records, fields);
  if (ctl->json)
    {
      kontor_ctl_print_json (kontor_ctl_record_to_json (kontor_ctl_fields_get (fields), record));
      return TRUE;
    }
  text = kontor_ctl_record_to_text (kontor_ctl_fields_get (fields), record,
                                    kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);

  return TRUE;
}

gboolean
kontor_ctl_get (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *kind = kontor_ctl_arguments_get_word (arguments, 0);
  g_autoptr(GVariant) record = NULL;

  if (!kontor_dbus_records_call_get_sync (ctl->records, kind,
                                          kontor_ctl_arguments_get_word (arguments, 1), &record,
                                          NULL, error))
    return FALSE;

  return kontor_ctl_print_record (ctl, kind, record, error);
}

static char *
save (KontorCtl *ctl, const char *kind, const char *id, GVariant *values, GError **error)
{
  g_autofree char *saved = NULL, *line = NULL;

  if (!kontor_dbus_records_call_save_sync (ctl->records, kind, id, values, &saved, NULL, error))
    return NULL;
  line = g_strconcat (saved, "\n", NULL);
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_text ("id", saved));
  else
    kontor_ctl_print_text (line);

  return g_steal_pointer (&saved);
}

gboolean
kontor_ctl_save_values (KontorCtl *ctl, const char *kind, const char *id, GVariant *values,
                        GError **error)
{
  g_autofree char *saved = save (ctl, kind, id, values, error);

  return saved != NULL;
}

char *
kontor_ctl_save_new (KontorCtl *ctl, const char *kind, GVariant *values, GError **error)
{
  return save (ctl, kind, "", values, error);
}

static GVariant *
read_secrets (KontorCtl *ctl, const char *kind, GVariant *values, GError **error)
{
  g_autoptr(KontorCtlFields) fields = kontor_ctl_kind_fields (ctl, kind, error);

  return fields != NULL
    ? kontor_ctl_secrets_fill (values, kontor_ctl_fields_get (fields), stdin, error) : NULL;
}

gboolean
kontor_ctl_save (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *kind = kontor_ctl_arguments_get_word (arguments, 0);
  const char *id = kontor_ctl_arguments_get_option (arguments, "id");
  const char *second = kontor_ctl_arguments_get_word (arguments, 1);
  gboolean is_id = id == NULL && strchr (second, '=') == NULL;
  g_autoptr(GVariant) values = kontor_ctl_arguments_dup_values (arguments, is_id ? 2 : 1, error);
  g_autoptr(GVariant) filled = NULL;

  if (values == NULL)
    return FALSE;
  if (g_variant_n_children (values) == 0)
    {
      g_set_error_literal (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                           _("say what is to be saved, as FIELD=VALUE"));
      return FALSE;
    }
  if (is_id)
    id = second;
  filled = read_secrets (ctl, kind, values, error);

  return filled != NULL &&
         kontor_ctl_save_values (ctl, kind, id != NULL ? id : "", filled, error);
}

gboolean
kontor_ctl_remove_record (KontorCtl *ctl, const char *kind, const char *id, GError **error)
{
  if (!kontor_dbus_records_call_remove_sync (ctl->records, kind, id, NULL, error))
    return FALSE;
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_text ("id", id));

  return TRUE;
}

gboolean
kontor_ctl_remove (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  return kontor_ctl_remove_record (ctl, kontor_ctl_arguments_get_word (arguments, 0),
                                   kontor_ctl_arguments_get_word (arguments, 1), error);
}
