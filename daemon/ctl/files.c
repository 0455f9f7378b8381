/* SPDX-License-Identifier: GPL-3.0-or-later */
/* files.c — import and export. The file is read here, for the daemon may not see the folder; what
 * stands in it is read there. */
#include <string.h>

#include "ctl/command.h"
#include "ctl/kinds.h"
#include "ctl/print.h"
#include "model/csv-file.h"
#include "model/error.h"
#include "model/record.h"

#include <gio/gunixinputstream.h>

#include <glib/gi18n.h>

#define FILE_LIMIT (64 * 1024 * 1024) /* bytes: half of what a message on the bus may hold */
#define PART_ROWS 500

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
                 _("“%s” is larger than 64 MB: import it in parts"), path);
  else if (!g_utf8_validate (content, length, NULL))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 _("“%s” is not UTF-8 text: save it as “CSV UTF-8”"), path);
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
  guint skipped = count_outcome (verdicts, "skipped");
  g_autofree char *gone = removed > 0 ? g_strdup_printf (_(", %u removed"), removed) : NULL;
  g_autofree char *left = skipped > 0 ? g_strdup_printf (_(", %u skipped"), skipped) : NULL;
  g_autofree char *summary =
    /* TRANSLATORS: rows of a file; the third is ", 2 removed", the fourth ", 1 skipped", or none */
    g_strdup_printf (_("%u added, %u changed%s%s, %u refused"), count_outcome (verdicts, "added"),
                     count_outcome (verdicts, "changed"), gone != NULL ? gone : "",
                     left != NULL ? left : "",
                     count_outcome (verdicts, "refused"));

  kontor_ctl_print_text (rows);
  kontor_ctl_print_text (summary);
  kontor_ctl_print_text (is_dry ? _(" (a dry run: nothing was changed)") : "");
  kontor_ctl_print_text ("\n");
}

/* (transfer full): a{ss} of "Full Name=name,Notes="; NULL with USAGE where it has another form. */
static GVariant *
read_mapping (const char *text, GError **error)
{
  g_auto(GStrv) pairs = g_strsplit (text != NULL ? text : "", ",", -1);
  g_auto(GVariantBuilder) mapping = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *sign = strrchr (pairs[i], '=');

      if (sign == NULL)
        {
          g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                       _("“%s” does not have the form COLUMN=FIELD"), pairs[i]);
          return NULL;
        }
      *sign = '\0';
      g_variant_builder_add (&mapping, "{ss}", pairs[i], sign + 1);
    }

  return g_variant_ref_sink (g_variant_builder_end (&mapping));
}

typedef struct {
  const char *kind;
  const char *name;
  const char *same;
  const char *token;
  GVariant   *mapping;
  gboolean    is_dry;
} Import;

static GVariant *
send_content (KontorCtl *ctl, const Import *import, const char *content, GVariant *lines,
              GError **error)
{
  GVariantDict options;
  GVariant *verdicts = NULL;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "dry-run", "b", import->is_dry);
  if (lines != NULL)
    {
      g_variant_dict_insert_value (&options, "lines", lines);
      g_variant_dict_insert_value (&options, "mapping", import->mapping);
      g_variant_dict_insert (&options, "import", "s", import->token);
      if (import->same != NULL)
        g_variant_dict_insert (&options, "same", "s", import->same);
    }

  return kontor_dbus_records_call_import_sync (ctl->records, import->kind, import->name, content,
                                               g_variant_dict_end (&options), &verdicts, NULL,
                                               error) ? verdicts : NULL;
}

/* In parts, so that the daemon answers messages between them. (transfer full) */
static GVariant *
send_parts (KontorCtl *ctl, const Import *import, const char *content, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr(KontorCsvFile) file = kontor_csv_file_read (bytes, error);
  g_auto(GVariantBuilder) all = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  if (file == NULL)
    return NULL;
  for (guint first = 0; first == 0 || first < file->rows->len; first += PART_ROWS)
    {
      g_autofree char *part = kontor_csv_file_dup_part (file, first, PART_ROWS);
      g_autoptr(GVariant) verdicts =
        send_content (ctl, import, part, kontor_csv_file_lines (file, first, PART_ROWS), error);

      if (verdicts == NULL)
        return NULL;
      for (gsize i = 0; i < g_variant_n_children (verdicts); i++)
        {
          g_autoptr(GVariant) verdict = g_variant_get_child_value (verdicts, i);

          g_variant_builder_add_value (&all, verdict);
        }
    }

  return g_variant_ref_sink (g_variant_builder_end (&all));
}

/* How what was just brought in is taken back. */
static void
print_way_back (KontorCtl *ctl, const Import *import)
{
  g_autoptr(GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("{'token': <%s>}",
                                                                         import->token));
  g_autoptr(GVariant) found = kontor_ctl_query (ctl, "import", filter, FALSE, 1, NULL);
  g_autoptr(GVariant) record = found != NULL && g_variant_n_children (found) > 0
                               ? g_variant_get_child_value (found, 0) : NULL;
  g_autofree char *words = record == NULL ? NULL
    : g_strdup_printf (_("“kontorctl do undo-import import=%s” takes it back."),
                       kontor_record_get_text (record, "id"));

  if (words != NULL)
    kontor_ctl_print_hint (words);
}

static gboolean
tell_import (KontorCtl *ctl, const Import *import, GVariant *verdicts, GError **error)
{
  guint refused = count_outcome (verdicts, "refused");

  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_records_to_json (verdict_fields, verdicts));
  else
    print_verdicts (verdicts, import->is_dry);
  if (!ctl->json && !import->is_dry &&
      count_outcome (verdicts, "added") + count_outcome (verdicts, "changed") > 0)
    print_way_back (ctl, import);
  if (refused > 0)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 ngettext ("%u row was refused: mend it in the file and import it again",
                           "%u rows were refused: mend them in the file and import it again",
                           refused), refused);

  return refused == 0;
}

gboolean
kontor_ctl_import (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *path = kontor_ctl_arguments_get_word (arguments, 1);
  g_autofree char *content = read_file (path, error);
  g_autofree char *name = g_str_equal (path, "-") ? g_strdup ("input.csv")
                                                  : g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name), *token = g_uuid_string_random ();
  g_autoptr(GVariant) mapping = content == NULL ? NULL
    : read_mapping (kontor_ctl_arguments_get_option (arguments, "map"), error);
  Import import = { .kind = kontor_ctl_arguments_get_word (arguments, 0), .name = shown,
                    .same = kontor_ctl_arguments_get_option (arguments, "same"), .token = token,
                    .mapping = mapping,
                    .is_dry = kontor_ctl_arguments_has_option (arguments, "dry-run") };
  gboolean is_text = g_str_equal (import.kind, "knowledge") && !g_str_has_suffix (shown, ".csv");
  g_autoptr(GVariant) verdicts = NULL;

  if (mapping == NULL)
    return FALSE;
  verdicts = is_text ? send_content (ctl, &import, content, NULL, error)
                     : send_parts (ctl, &import, content, error);

  return verdicts != NULL && tell_import (ctl, &import, verdicts, error);
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

gboolean
kontor_ctl_calendar (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GVariant) filter = kontor_ctl_arguments_dup_filter (arguments, 0, error);
  g_autofree char *ics = NULL;

  if (filter == NULL ||
      !kontor_dbus_records_call_calendar_sync (ctl->records, filter, &ics, NULL, error))
    return FALSE;
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_text ("ics", ics));
  else
    kontor_ctl_print_text (ics);

  return TRUE;
}
