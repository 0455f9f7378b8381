/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn-lines.c — a line is a verb and its rest; a table says what the rest must be. */
#include "turn-lines.h"

#include <string.h>

#include "model/duration.h"
#include "model/error.h"
#include "model/field.h"

static void
line_free (KontorTurnLine *line)
{
  g_free (line->written);
  g_free (line->rest);
  g_strfreev (line->words);
  g_free (line);
}

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, what);

  return FALSE;
}

static gboolean
read_any (KontorTurnLine *line, GError **error)
{
  return TRUE;
}

static gboolean
read_nothing (KontorTurnLine *line, GError **error)
{
  return *line->rest == '\0' || refuse (error, "nothing can follow this word");
}

static gboolean
read_some (KontorTurnLine *line, GError **error)
{
  return *line->rest != '\0' || refuse (error, "what is expected must follow; “*” is any text");
}

/* A folder among the demos, and no way out of them. */
static gboolean
read_name (KontorTurnLine *line, GError **error)
{
  return (*line->rest != '\0' && *line->rest != '.' && strchr (line->rest, '/') == NULL) ||
         refuse (error, "the name of a demo is expected");
}

static gboolean
read_time (KontorTurnLine *line, GError **error)
{
  const KontorField field = { "at", KONTOR_FIELD_TIME };
  g_autoptr(GVariant) at = kontor_field_from_text (&field, line->rest, NULL, error);

  if (at == NULL)
    return FALSE;
  g_variant_get (at, "(&s&sx)", NULL, NULL, &line->value);

  return TRUE;
}

static gboolean
read_duration (KontorTurnLine *line, GError **error)
{
  return kontor_duration_parse (line->rest, &line->value, error);
}

static gboolean
read_person (KontorTurnLine *line, GError **error)
{
  line->words = g_strsplit (line->rest, " ", 2);

  return *line->rest == '+' || refuse (error, "“from +971500000002 Name” is expected");
}

static gboolean
read_done (KontorTurnLine *line, GError **error)
{
  line->words = g_strsplit (line->rest, " ", 2);

  return *line->rest != '\0' || refuse (error, "“did ACTION [ID]” is expected");
}

/* Quotes keep words together, as in a shell. */
static gboolean
read_words (KontorTurnLine *line, int least, const char *form, GError **error)
{
  int n = 0;

  g_shell_parse_argv (line->rest, &n, &line->words, NULL);

  return n >= least || refuse (error, form);
}

static gboolean
read_action (KontorTurnLine *line, GError **error)
{
  return read_words (line, 1, "“do ACTION NAME=VALUE…” is expected, with all quotes closed", error);
}

static gboolean
read_record (KontorTurnLine *line, GError **error)
{
  return read_words (line, 3, "“save KIND ID FIELD=VALUE…” is expected, with all quotes closed",
                     error);
}

static gboolean
read_numbered (KontorTurnLine *line, const char *form, GError **error)
{
  g_auto(GStrv) parts = g_strsplit (line->rest, " ", 2);

  if (parts[0] == NULL || parts[1] == NULL ||
      !g_ascii_string_to_signed (parts[0], 10, 1, G_MAXINT64, &line->value, NULL))
    return refuse (error, form);
  g_free (line->rest);
  line->rest = g_strdup (g_strchug (parts[1]));

  return TRUE;
}

static gboolean
read_staff (KontorTurnLine *line, GError **error)
{
  return read_numbered (line, "“staff CONVERSATION TEXT” is expected", error);
}

static gboolean
read_mode (KontorTurnLine *line, GError **error)
{
  return read_numbered (line, "“mode CONVERSATION MODE” is expected", error);
}

static const struct {
  const char *name;
  gboolean  (*read) (KontorTurnLine *line, GError **error);
} verbs[KONTOR_TURN_N_VERBS] = {
  [KONTOR_TURN_SHOP]    = { "shop", read_name },
  [KONTOR_TURN_AT]      = { "at", read_time },
  [KONTOR_TURN_LATER]   = { "later", read_duration },
  [KONTOR_TURN_FROM]    = { "from", read_person },
  [KONTOR_TURN_SAY]     = { ">", read_any },
  [KONTOR_TURN_SAY_ON]  = { ">>", read_any },
  [KONTOR_TURN_HEAR]    = { "<", read_some },
  [KONTOR_TURN_SILENT]  = { "silent", read_nothing },
  [KONTOR_TURN_RESTART] = { "restart", read_nothing },
  [KONTOR_TURN_DID]     = { "did", read_done },
  [KONTOR_TURN_DO]      = { "do", read_action },
  [KONTOR_TURN_SAVE]    = { "save", read_record },
  [KONTOR_TURN_STAFF]   = { "staff", read_staff },
  [KONTOR_TURN_MODE]    = { "mode", read_mode },
  [KONTOR_TURN_DRAFT]   = { "draft", read_some },
  [KONTOR_TURN_ACCEPT]  = { "accept", read_any },
  [KONTOR_TURN_DISCARD] = { "discard", read_nothing },
};

static gboolean
read_line (KontorTurnLine *line, GError **error)
{
  g_auto(GStrv) parts = g_strsplit (line->written, " ", 2);

  line->rest = g_strdup (parts[1] != NULL ? g_strchug (parts[1]) : "");
  for (line->verb = 0; line->verb < KONTOR_TURN_N_VERBS; line->verb++)
    if (g_str_equal (parts[0], verbs[line->verb].name))
      return verbs[line->verb].read (line, error);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "“%s” is no word of dialogues",
               parts[0]);

  return FALSE;
}

GPtrArray *
kontor_turn_lines_parse (const char *bytes, gsize size, GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_autofree char *text = NULL;
  g_auto(GStrv) all = NULL;

  if (!g_utf8_validate_len (bytes, size, NULL))
    {
      refuse (error, "the dialogue is not UTF-8 text");
      return NULL;
    }
  text = g_strndup (bytes, size);
  all = g_strsplit (text, "\n", -1);
  for (guint i = 0; all[i] != NULL; i++)
    {
      KontorTurnLine *line;

      if (*g_strchomp (all[i]) == '\0' || *all[i] == '#')
        continue;
      line = g_new0 (KontorTurnLine, 1);
      g_ptr_array_add (lines, line);
      line->number = i + 1;
      line->written = g_strdup (all[i]);
      if (!read_line (line, error))
        {
          g_prefix_error (error, "line %u: ", line->number);
          return NULL;
        }
    }

  return g_steal_pointer (&lines);
}
