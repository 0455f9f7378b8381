/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/texts.h"

#include <gio/gio.h>

#include "kontor-texts.h"

#include "model/text.h"

/* Loaded once for each language and kept: they are part of the program. */
static GKeyFile *
get_file (const char *language)
{
  static GHashTable *files;
  GKeyFile *file;
  g_autofree char *path = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (files == NULL)
    {
      files = g_hash_table_new (g_str_hash, g_str_equal);
      g_resources_register (kontor_texts_get_resource ());
    }
  file = g_hash_table_lookup (files, language);
  if (file != NULL)
    return file;

  path = g_strdup_printf ("/org/kontor/Kontor/texts/%s.ini", language);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return g_str_equal (language, "en") ? NULL : get_file ("en");
  file = g_key_file_new ();
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_error ("%s is not a key file", path);
  g_hash_table_insert (files, g_strdup (language), file);

  return file;
}

static char *
dup_raw (const char *language, const char *group, const char *name)
{
  char *text = g_key_file_get_string (get_file (language), group, name, NULL);

  if (text == NULL)
    text = g_key_file_get_string (get_file ("en"), group, name, NULL);
  if (text == NULL)
    g_critical ("no text [%s] %s", group, name);

  return text != NULL ? text : g_strdup ("");
}

char *
kontor_texts_dup (const char *language, const char *group, const char *name, ...)
{
  g_autofree char *raw = dup_raw (language, group, name);
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  const char *key;
  va_list pairs;

  va_start (pairs, name);
  while ((key = va_arg (pairs, const char *)) != NULL)
    g_hash_table_insert (values, (gpointer) key, va_arg (pairs, gpointer));
  va_end (pairs);

  return kontor_text_fill_from (raw, values);
}

static char *
dup_of_list (const char *language, const char *name, int index)
{
  g_autofree char *list = dup_raw (language, "dates", name);
  g_auto(GStrv) words = g_strsplit (list, ";", -1);

  return g_strdup (words[index]);
}

char *
kontor_texts_dup_date (const char *language, const KontorWallTime *when)
{
  g_autofree char *weekday = dup_of_list (language, "weekdays", kontor_wall_time_weekday (when) - 1);
  g_autofree char *month = dup_of_list (language, "months", when->month - 1);
  g_autofree char *day = g_strdup_printf ("%d", when->day);
  g_autofree char *year = g_strdup_printf ("%d", when->year);

  return kontor_texts_dup (language, "dates", "date", "weekday", weekday, "day", day,
                           "month", month, "year", year, NULL);
}

/* "America/Argentina/Buenos_Aires" is Buenos Aires to people. */
char *
kontor_texts_dup_time (const char *language, const KontorWallTime *when, const char *zone)
{
  const char *slash = strrchr (zone, '/');
  g_autofree char *place = g_strdelimit (g_strdup (slash != NULL ? slash + 1 : zone), "_", ' ');
  g_autofree char *time = g_strdup_printf ("%02d:%02d", when->hour, when->minute);

  return kontor_texts_dup (language, "dates", "time", "time", time, "place", place, NULL);
}
