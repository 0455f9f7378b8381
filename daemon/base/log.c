/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place through which every message passes, ours and libraries', is GLib's writer: an
 * error text of a library carries a number as easily as our own. Fields that nobody listed are
 * redacted or, when they are bytes, left out. */
#include "base/log.h"

#include <string.h>

#define MAX_FIELDS 16

static const char *const plain_fields[] = {
  "PRIORITY", "GLIB_DOMAIN", "CODE_FILE", "CODE_LINE", "CODE_FUNC", "MESSAGE_ID",
  "GLIB_OLD_LOG_API", NULL
};

static const char *
get_domain (const GLogField *fields, gsize n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "GLIB_DOMAIN"))
      return fields[i].value;

  return NULL;
}

static GLogWriterOutput
write_redacted (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  g_autoptr (GPtrArray) texts = NULL;
  GLogField clean[MAX_FIELDS];
  gsize n_clean = 0;

  if (g_log_writer_default_would_drop (level, get_domain (fields, n_fields)))
    return G_LOG_WRITER_HANDLED;

  texts = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < n_fields && n_clean < MAX_FIELDS; i++)
    {
      clean[n_clean] = fields[i];
      if (!g_strv_contains (plain_fields, fields[i].key))
        {
          if (fields[i].length >= 0)
            continue;
          clean[n_clean].value = kontor_log_redact (fields[i].value);
          g_ptr_array_add (texts, (gpointer) clean[n_clean].value);
        }
      n_clean++;
    }

  return g_log_writer_default (level, clean, n_clean, NULL);
}

void
kontor_log_install (void)
{
  static gboolean installed;

  if (installed)
    return;

  installed = TRUE;
  g_log_writer_default_set_use_stderr (TRUE);
  g_log_set_writer_func (write_redacted, NULL, NULL);
}
