/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over the lines; what they say is gathered elsewhere. */
#include "assistant/knowledge.h"

#include "assistant/knowledge-gather.h"
#include "assistant/knowledge-markdown.h"
#include "model/error.h"

#include <string.h>

#define LONGEST_TITLE 60 /* a line of plain text that may be one */

/* ---- Markdown ---- */

static gboolean
is_rule (const char *line)
{
  char sign = *line;
  guint n = 0;

  if (sign == '\0' || strchr ("-*_", sign) == NULL)
    return FALSE;
  for (; *line != '\0'; line++)
    {
      if (*line != sign && *line != ' ')
        return FALSE;
      n += *line == sign;
    }

  return n >= 3;
}

/* "===" or "---" below a line makes a heading of it. */
static guint
get_underline (const char *line)
{
  gsize len = strlen (line);

  if (len >= 2 && strspn (line, "=") == len)
    return 1;

  return len >= 2 && strspn (line, "-") == len ? 2 : 0;
}

static gsize
get_marker (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (strchr ("-*+", *line) != NULL && *line != '\0' && line[1] == ' ')
    return 2;
  if (digits > 0 && digits < 4 && (line[digits] == '.' || line[digits] == ')') &&
      line[digits + 1] == ' ')
    return digits + 2;

  return 0;
}

/* @fence: the sign of the fenced code that is open, or 0. */
static gboolean
take_fence (KontorGather *self, char *fence, const char *line)
{
  gboolean marks = g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~");

  if (*fence == '\0' && marks)
    {
      kontor_gather_end_block (self);
      *fence = *line;
      return TRUE;
    }
  if (*fence != '\0' && marks && *line == *fence)
    {
      kontor_gather_end_block (self);
      *fence = '\0';
      return TRUE;
    }

  return FALSE;
}

static gboolean
take_heading (KontorGather *self, char *line)
{
  guint level = strspn (line, "#");
  g_autofree char *title = NULL;

  if (level == 0 || level > KONTOR_GATHER_DEPTH || (line[level] != ' ' && line[level] != '\0'))
    return FALSE;
  title = kontor_markdown_plain (g_strstrip (line + level));
  for (gsize len = strlen (title); len > 0 && title[len - 1] == '#'; len--)
    title[len - 1] = '\0';
  kontor_gather_start_head (self, level, g_strstrip (title));

  return TRUE;
}

/* "| a | b |" reads as "a, b"; the line of dashes below the head of a table is none. */
static gboolean
take_row (KontorGather *self, const char *line)
{
  g_auto(GStrv) cells = NULL;
  g_autoptr(GString) row = g_string_new (NULL);

  if (*line != '|')
    return FALSE;
  if (strspn (line, "|-: \t") == strlen (line))
    return TRUE;
  cells = g_strsplit (line, "|", -1);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = kontor_markdown_plain (g_strstrip (cells[i]));

      if (*cell != '\0')
        g_string_append_printf (row, "%s%s", row->len > 0 ? ", " : "", cell);
    }
  self->in_list = TRUE;
  kontor_gather_add_line (self, row->str, TRUE);

  return TRUE;
}

static void
take_text (KontorGather *self, const char *line)
{
  gsize marker = get_marker (line);
  g_autofree char *plain = kontor_markdown_plain (line + marker);

  if (marker > 0)
    {
      gboolean is_numbered = g_ascii_isdigit (*line);
      g_autofree char *number = g_strndup (line, marker - 1);
      g_autofree char *item = g_strdup_printf ("%s %s", is_numbered ? number : "-", plain);

      self->in_list = TRUE;
      kontor_gather_add_line (self, item, TRUE);
    }
  else
    kontor_gather_add_line (self, plain, FALSE);
}

static void
take_markdown (KontorGather *self, char *fence, char *raw)
{
  char *line = raw + strspn (raw, " \t");
  guint underline = get_underline (line);

  if (take_fence (self, fence, line))
    return;
  if (*fence != '\0')
    {
      kontor_gather_add_line (self, raw, TRUE);
      return;
    }
  while (*line == '>')
    line += 1 + (line[1] == ' ');
  if (*line == '\0')
    kontor_gather_end_block (self);
  else if (underline > 0 && self->block->len > 0 && !self->in_list)
    {
      g_autofree char *title = g_strdup (self->block->str);

      g_string_truncate (self->block, 0);
      kontor_gather_start_head (self, underline, title);
    }
  else if (is_rule (line))
    kontor_gather_end_block (self);
  else if (!take_heading (self, line) && !kontor_gather_take_pair (self, line) &&
           !take_row (self, line))
    take_text (self, line);
}

/* ---- plain text ---- */

static gboolean
is_title_like (const char *line)
{
  gsize len = strlen (line);

  return len > 0 && len <= LONGEST_TITLE && strchr (".!,;", line[len - 1]) == NULL &&
         get_marker (line) == 0;
}

static void
end_paragraph (KontorGather *self)
{
  gboolean is_title = self->question == NULL && is_title_like (self->block->str) &&
                      strchr (self->block->str, '\n') == NULL;

  if (is_title)
    {
      g_autofree char *title = g_strdup (self->block->str);

      if (g_str_has_suffix (title, ":"))
        title[strlen (title) - 1] = '\0';
      g_string_truncate (self->block, 0);
      kontor_gather_start_head (self, 1, title);
    }
  else if (self->block->len > 0)
    {
      kontor_gather_end_block (self);
      if (self->heads[0] == NULL && self->question == NULL)
        kontor_gather_end_passage (self);
    }
}

static void
take_plain (KontorGather *self, char *line)
{
  g_strchomp (line);
  if (*line == '\0')
    end_paragraph (self);
  else if (!kontor_gather_take_pair (self, line))
    kontor_gather_add_line (self, line, TRUE);
}

/* ---- the whole ---- */

/* The line after @line, which it cuts off; NULL at the end. */
static char *
cut_line (char *line)
{
  char *end = strchr (line, '\n');

  if (end != NULL)
    *end = '\0';
  if (end != NULL && end > line && end[-1] == '\r')
    end[-1] = '\0';

  return end != NULL ? end + 1 : NULL;
}

/* What stands between "---" lines at the very start is for other programs. */
static char *
skip_front_matter (char *text)
{
  char *end;

  if (!g_str_has_prefix (text, "---\n") && !g_str_has_prefix (text, "---\r\n"))
    return text;
  end = strstr (text + 3, "\n---");
  if (end == NULL || strchr ("\r\n", end[4]) == NULL)
    return text;

  return end + 4;
}

static void
split (KontorGather *self, char *text, gboolean is_markdown)
{
  char *line = is_markdown ? skip_front_matter (text) : text;
  char fence = '\0';

  while (line != NULL)
    {
      char *next = cut_line (line);

      if (is_markdown)
        take_markdown (self, &fence, line);
      else
        take_plain (self, line);
      line = next;
    }
  if (!is_markdown)
    end_paragraph (self);
  kontor_gather_end_block (self);
  kontor_gather_end_passage (self);
}

static guint
count_lines (const char *from, const char *to)
{
  guint n = 1;

  while ((from = memchr (from, '\n', to - from)) != NULL)
    {
      from++;
      n++;
    }

  return n;
}

static gboolean
check (const char *name, const char *bytes, gsize size, GError **error)
{
  const char *bad;

  if (g_utf8_validate_len (bytes, size, &bad))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "%s, line %u: %s; save the file as text in UTF-8 and try again",
               name != NULL ? name : "text", count_lines (bytes, bad),
               *bad == '\0' ? "a zero byte stands there" : "this is no UTF-8 text");

  return FALSE;
}

static GPtrArray *
split_bytes (const char *name, const char *bytes, gsize size, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (name != NULL ? name : "", -1);
  g_autofree char *source = g_path_get_basename (name != NULL && *name != '\0' ? name : "text");
  g_autofree char *text = NULL;
  g_auto(KontorGather) passages = { NULL };
  gboolean is_markdown = g_str_has_suffix (folded, ".md") || g_str_has_suffix (folded, ".markdown");

  kontor_gather_init (&passages);
  if (!check (name, bytes, size, error))
    return NULL;
  text = g_strndup (bytes, size);
  split (&passages, text + (g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0), is_markdown);

  return kontor_gather_make (&passages, source, is_markdown);
}

GPtrArray *
kontor_knowledge_split (const char *name, const char *content, GError **error)
{
  return split_bytes (name, content, strlen (content), error);
}

GPtrArray *
kontor_knowledge_split_bytes (const char *name, GBytes *content, GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (content, &size);

  return split_bytes (name, bytes != NULL ? bytes : "", size, error);
}
