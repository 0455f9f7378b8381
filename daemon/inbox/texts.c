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

static GHashTable *own_texts;   /* NULL: none */

static char *
dup_raw (const char *language, const char *group, const char *name)
{
  g_autofree char *code = own_texts == NULL ? NULL
    : g_strdup_printf ("%s.%s.%s", language, group, name);
  const char *own = code != NULL ? g_hash_table_lookup (own_texts, code) : NULL;
  char *text = own != NULL ? g_strdup (own)
    : g_key_file_get_string (get_file (language), group, name, NULL);

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
  g_autofree char *weekday =
    dup_of_list (language, "weekdays", kontor_wall_time_weekday (when) - 1);
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

void
kontor_texts_set_own (GHashTable *own)
{
  g_clear_pointer (&own_texts, g_hash_table_unref);
  if (own != NULL)
    own_texts = g_hash_table_ref (own);
}

static gboolean
is_spoken (const char *language)
{
  g_autofree char *path = g_strdup_printf ("/org/kontor/Kontor/texts/%s.ini", language);

  get_file ("en");

  return g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

char *
kontor_texts_dup_usual (const char *code)
{
  g_auto(GStrv) parts = g_strsplit (code, ".", 3);
  char *text;

  if (g_strv_length (parts) != 3 || !is_spoken (parts[0]))
    return NULL;
  text = g_key_file_get_string (get_file (parts[0]), parts[1], parts[2], NULL);

  return text != NULL ? text : g_key_file_get_string (get_file ("en"), parts[1], parts[2], NULL);
}

char **
kontor_texts_dup_codes (const char *language)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();
  g_auto(GStrv) groups = NULL;

  if (!is_spoken (language))
    return NULL;
  groups = g_key_file_get_groups (get_file ("en"), NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto(GStrv) names = g_key_file_get_keys (get_file ("en"), groups[i], NULL, NULL);

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *code = g_strdup_printf ("%s.%s.%s", language, groups[i], names[j]);

          g_strv_builder_add (codes, code);
        }
    }

  return g_strv_builder_end (codes);
}
