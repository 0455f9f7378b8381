/* SPDX-License-Identifier: GPL-3.0-or-later */
/* files.c — import and export. The file is read here, for the daemon may not see the folder; what
 * stands in it is read there. */
#include <string.h>

#include "ctl/command.h"
#include "ctl/kinds.h"
#include "ctl/print.h"
#include "model/error.h"

#include <gio/gunixinputstream.h>

#include <glib/gi18n.h>

#define FILE_LIMIT (64 * 1024 * 1024) /* bytes: half of what a message on the bus may hold */

static const KontorField verdict_fields[] = {
  { "line", KONTOR_FIELD_NUMBER },
  { "outcome", KONTOR_FIELD_TEXT },
  { "id", KONTOR_FIELD_TEXT },
  { "reason", KONTOR_FIELD_LONG_TEXT },
  { NULL }
};

static char *
read_input (gsize *length, GError **error)
{
  g_autoptr(GInputStream) input = g_unix_input_stream_new (0, FALSE);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL,
                              error) < 0)
    return NULL;
  *length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory));

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)), *length);
}

static char *
read_file (const char *path, GError **error)
{
  g_autofree char *content = NULL;
  gsize length;

  if (g_str_equal (path, "-"))
    content = read_input (&length, error);
  else
    g_file_get_contents (path, &content, &length, error);
  if (content == NULL)
    return NULL;

  if (length > FILE_LIMIT)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "“%s” is larger than 64 MB: import it in parts", path);
  else if (!g_utf8_validate (content, length, NULL))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "“%s” is not UTF-8 text: save it as “CSV UTF-8”", path);
  else
    return g_steal_pointer (&content);

  return NULL;
}

static guint
count_outcome (GVariant *verdicts, const char *outcome)
{
  GVariantIter iter;
  GVariant *verdict;
  guint count = 0;

  g_variant_iter_init (&iter, verdicts);
  while (g_variant_iter_loop (&iter, "@a{sv}", &verdict))
    {
      const char *its_outcome = "";

      g_variant_lookup (verdict, "outcome", "&s", &its_outcome);
      count += g_str_equal (its_outcome, outcome);
    }

  return count;
}

static void
print_verdicts (GVariant *verdicts, gboolean is_dry)
{
  static const char *const columns[] = { "line", "outcome", "id", "reason", NULL };
  g_autofree char *rows = kontor_ctl_records_to_text (verdict_fields, verdicts, columns, TRUE,
                                                      kontor_ctl_print_get_width ());
  guint removed = count_outcome (verdicts, "removed");
  g_autofree char *gone = removed > 0 ? g_strdup_printf (", %u removed", removed) : g_strdup ("");
  g_autofree char *summary =
    g_strdup_printf ("%u added, %u changed%s, %u refused%s\n", count_outcome (verdicts, "added"),
                     count_outcome (verdicts, "changed"), gone, count_outcome (verdicts, "refused"),
                     is_dry ? " (a dry run: nothing was changed)" : "");

  kontor_ctl_print_text (rows);
  kontor_ctl_print_text (summary);
}

gboolean
kontor_ctl_import (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *path = kontor_ctl_arguments_get_word (arguments, 1);
  gboolean is_dry = kontor_ctl_arguments_has_option (arguments, "dry-run");
  g_autofree char *content = read_file (path, error);
  g_autofree char *name = g_str_equal (path, "-") ? g_strdup ("input.csv")
                                                  : g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr(GVariant) verdicts = NULL;
  GVariantDict options;
  guint refused;

  if (content == NULL)
    return FALSE;
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "dry-run", "b", is_dry);
  if (!kontor_dbus_records_call_import_sync (ctl->records,
                                             kontor_ctl_arguments_get_word (arguments, 0), shown,
                                             content, g_variant_dict_end (&options), &verdicts,
                                             NULL, error))
    return FALSE;

  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_records_to_json (verdict_fields, verdicts));
  else
    print_verdicts (verdicts, is_dry);
  refused = count_outcome (verdicts, "refused");
  if (refused > 0)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 ngettext ("%u row was refused: mend it in the file and import it again",
                           "%u rows were refused: mend them in the file and import it again",
                           refused), refused);

  return refused == 0;
}

static gboolean
export_json (KontorCtl *ctl, const char *kind, GVariant *filter, GError **error)
{
  g_autoptr(KontorCtlFields) fields = kontor_ctl_kind_fields (ctl, kind, error);
  g_autoptr(GVariant) records = NULL;

  if (fields == NULL)
    return FALSE;
  records = kontor_ctl_query (ctl, kind, filter, FALSE, 0, error);
  if (records == NULL)
    return FALSE;
  kontor_ctl_print_json (kontor_ctl_records_to_json (kontor_ctl_fields_get (fields), records));

  return TRUE;
}

gboolean
kontor_ctl_export (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *kind = kontor_ctl_arguments_get_word (arguments, 0);
  g_autoptr(GVariant) filter = kontor_ctl_arguments_dup_filter (arguments, 1, error);
  g_autofree char *csv = NULL;

  if (filter == NULL)
    return FALSE;
  if (ctl->json)
    return export_json (ctl, kind, filter, error);
  if (!kontor_dbus_records_call_export_sync (ctl->records, kind, filter, &csv, NULL, error))
    return FALSE;
  kontor_ctl_print_text (csv);

  return TRUE;
}
