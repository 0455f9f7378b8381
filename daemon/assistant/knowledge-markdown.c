/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader of signs, not a parser of CommonMark: what is doubtful stays as it was written. */
#include "assistant/knowledge-markdown.h"

#include <string.h>

/* How far the address of a link may reach: looking to the end each time would be quadratic. */
#define LONGEST_ADDRESS 600

/* "[text](address)" at @at: appends what is read and moves @at; FALSE when it is none. */
static gboolean
take_link (GString *plain, const char **at)
{
  gboolean is_picture = **at == '!';
  const char *text = *at + 1 + is_picture;
  const char *middle = text + strcspn (text, "[]");
  const char *end = !g_str_has_prefix (middle, "](") || g_ascii_isspace (middle[2])
    ? NULL : g_strstr_len (middle, strnlen (middle, LONGEST_ADDRESS), ")");
  g_autofree char *shown = NULL, *address = NULL;

  if (end == NULL)
    return FALSE;
  shown = g_strndup (text, middle - text);
  address = g_strndup (middle + 2, end - middle - 2);
  address[strcspn (address, " \t")] = '\0';
  g_string_append (plain, shown);
  if (!is_picture && *address != '\0' && *address != '#' && strcmp (shown, address) != 0 &&
      !(g_str_has_prefix (address, "mailto:") && strcmp (shown, address + 7) == 0))
    g_string_append_printf (plain, *shown != '\0' ? " (%s)" : "%s", address);
  *at = end + 1;

  return TRUE;
}

/* "<https://…>" */
static gboolean
take_address (GString *plain, const char **at)
{
  gsize len = strcspn (*at + 1, "<> \t");
  const char *inside = *at + 1;

  if (inside[len] != '>' ||
      (memchr (inside, '@', len) == NULL && g_strstr_len (inside, len, "://") == NULL))
    return FALSE;
  g_string_append_len (plain, inside, len);
  *at = inside + len + 1;

  return TRUE;
}

static gboolean
take_entity (GString *plain, const char **at)
{
  static const struct { const char *name, *text; } entities[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&nbsp;", " " },
    { "&#39;", "'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (*at, entities[i].name))
      {
        g_string_append (plain, entities[i].text);
        *at += strlen (entities[i].name);
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_wordy (const char *text, const char *at)
{
  return at >= text && (g_ascii_isalnum (*at) || (guchar) *at >= 0x80);
}

/* A run of * _ ~ or `: dropped where it marks up, kept in "2 * 3", "a_b" and "~5". */
static void
take_marks (GString *plain, const char *line, const char **at)
{
  gsize len = strspn (*at, (const char[]) { **at, '\0' });
  const char *end = *at + len;
  gboolean before = is_wordy (line, *at - 1), after = is_wordy (line, end);
  gboolean stands_alone = (*at == line || g_ascii_isspace ((*at)[-1])) &&
                          (*end == '\0' || g_ascii_isspace (*end));
  gboolean is_tilde = **at == '~';
  gboolean is_mark = **at == '`' ||
                     (!stands_alone && (is_tilde ? len == 2 : !(before && after)));

  if (len > 3 && **at != '`')
    is_mark = FALSE;
  if (len == 2 && **at == '*' && !stands_alone)
    is_mark = TRUE;
  if (!is_mark)
    g_string_append_len (plain, *at, len);
  *at = end;
}

char *
kontor_markdown_plain (const char *line)
{
  GString *plain = g_string_new (NULL);
  const char *at = line;

  while (*at != '\0')
    {
      if (*at == '\\' && g_ascii_ispunct (at[1]))
        {
          g_string_append_c (plain, at[1]);
          at += 2;
        }
      else if (*at == '*' || *at == '_' || *at == '~' || *at == '`')
        take_marks (plain, line, &at);
      else if (((*at == '[' || (*at == '!' && at[1] == '[')) && take_link (plain, &at)) ||
               (*at == '<' && take_address (plain, &at)) ||
               (*at == '&' && take_entity (plain, &at)))
        continue;
      else
        g_string_append_c (plain, *at++);
    }

  return g_string_free (plain, FALSE);
}
