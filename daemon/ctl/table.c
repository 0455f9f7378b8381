/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.c — printf counts bytes, a terminal counts columns; nothing in GLib does the second. */
#include "ctl/table.h"

#include <string.h>

#include <glib/gi18n.h>

#define GAP 2          /* columns between two cells */
#define LEAST 8        /* a column is not cut below this */
#define LEAST_WRAP 24  /* nor wrapped into less than this */

struct _KontorCtlTable {
  guint      n_columns;
  gboolean   has_headings;
  gboolean   wraps;
  gboolean  *right;
  GPtrArray *rows; /* GStrv; the headings first */
};

static guint
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

guint
kontor_ctl_text_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += character_width (g_utf8_get_char (p));

  return width;
}

char *
kontor_ctl_text_dup_cut (const char *text, guint width)
{
  const char *end = text;
  guint used = 0;

  if (kontor_ctl_text_get_width (text) <= width)
    return g_strdup (text);
  if (width == 0)
    return g_strdup ("");

  while (used + character_width (g_utf8_get_char (end)) <= width - 1)
    {
      used += character_width (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

char *
kontor_ctl_text_dup_safe (const char *text, gboolean lines)
{
  GString *safe = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r')
        g_string_append_c (safe, lines ? '\n' : ' ');
      else if (c == '\t')
        g_string_append_c (safe, ' ');
      else
        g_string_append_unichar (safe, g_unichar_iscntrl (c) ? 0xfffd : c);
    }

  return g_string_free (safe, FALSE);
}

KontorCtlTable *
kontor_ctl_table_new (const char *const *headings, guint n_columns)
{
  KontorCtlTable *table = g_new0 (KontorCtlTable, 1);

  table->n_columns = headings != NULL ? g_strv_length ((char **) headings) : n_columns;
  table->right = g_new0 (gboolean, table->n_columns);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (headings != NULL)
    kontor_ctl_table_add_row (table, headings);
  table->has_headings = headings != NULL;

  return table;
}

KontorCtlTable *
kontor_ctl_table_new_titled (const char *const *headings)
{
  g_autoptr(GStrvBuilder) said = g_strv_builder_new ();
  g_auto(GStrv) titles = NULL;

  for (; *headings != NULL; headings++)
    g_strv_builder_add (said, **headings != '\0' ? _(*headings) : "");
  titles = g_strv_builder_end (said);

  return kontor_ctl_table_new ((const char *const *) titles, 0);
}

void
kontor_ctl_table_free (KontorCtlTable *table)
{
  g_free (table->right);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

void
kontor_ctl_table_set_right (KontorCtlTable *table, guint column)
{
  table->right[column] = TRUE;
}

void
kontor_ctl_table_set_wrap (KontorCtlTable *table)
{
  table->wraps = TRUE;
}

void
kontor_ctl_table_add_row (KontorCtlTable *table, const char *const *cells)
{
  char **row = g_new0 (char *, table->n_columns + 1);

  for (guint i = 0; i < table->n_columns; i++)
    row[i] = kontor_ctl_text_dup_safe (cells[i], i + 1 == table->n_columns);
  g_ptr_array_add (table->rows, row);
}

static const char *
get_cell (KontorCtlTable *table, guint row, guint column)
{
  return ((char **) g_ptr_array_index (table->rows, row))[column];
}

/* The widest line of the column, 0 when no row but the headings has anything in it. */
static guint
natural_width (KontorCtlTable *table, guint column)
{
  gboolean is_empty = TRUE;
  guint widest = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      g_auto(GStrv) lines = g_strsplit (get_cell (table, row, column), "\n", -1);

      for (guint i = 0; lines[i] != NULL; i++)
        widest = MAX (widest, kontor_ctl_text_get_width (lines[i]));
      if ((row > 0 || !table->has_headings) && lines[0] != NULL)
        is_empty = FALSE;
    }

  return is_empty ? 0 : widest;
}

static guint
total_width (const guint *widths, guint count)
{
  guint total = 0;

  for (guint i = 0; i < count; i++)
    if (widths[i] > 0)
      total += widths[i] + (total > 0 ? GAP : 0);

  return total;
}

static guint
least_width (KontorCtlTable *table, guint column, guint natural)
{
  gboolean is_wrapped = table->wraps && column + 1 == table->n_columns;

  if (column == 0)
    return natural;

  return MIN (natural, is_wrapped ? LEAST_WRAP : LEAST);
}

/* Takes a column off the widest that may be cut; FALSE when none may. */
static gboolean
narrow (KontorCtlTable *table, guint *widths)
{
  guint widest = 0;

  for (guint i = 1; i < table->n_columns; i++)
    if (widths[i] > least_width (table, i, widths[i]) &&
        (widest == 0 || widths[i] > widths[widest]))
      widest = i;
  if (widest == 0)
    return FALSE;
  widths[widest]--;

  return TRUE;
}

static void
leave_last_out (KontorCtlTable *table, guint *widths)
{
  for (guint i = table->n_columns - 1; i > 0; i--)
    if (widths[i] > 0)
      {
        widths[i] = 0;
        return;
      }
}

static guint *
dup_widths (KontorCtlTable *table, guint width)
{
  guint *widths = g_new0 (guint, table->n_columns);
  guint shown = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      widths[i] = natural_width (table, i);
      shown += widths[i] > 0;
    }
  while (width > 0 && shown > 1 && total_width (widths, table->n_columns) > width)
    if (!narrow (table, widths))
      {
        leave_last_out (table, widths);
        shown--;
      }

  return widths;
}

/* Lines of at most @width columns, broken at spaces where there are any. */
static void
wrap_line (GStrvBuilder *lines, const char *line, guint width)
{
  while (kontor_ctl_text_get_width (line) > width)
    {
      const char *end = line, *space = NULL;
      guint used = 0;
      g_autofree char *piece = NULL;

      while (used + character_width (g_utf8_get_char (end)) <= width)
        {
          used += character_width (g_utf8_get_char (end));
          if (*end == ' ' && end > line)
            space = end;
          end = g_utf8_next_char (end);
        }
      if (*end == ' ' || space == NULL)
        space = end;
      if (space == line)
        space = g_utf8_next_char (line);
      piece = g_strndup (line, space - line);
      g_strv_builder_add (lines, piece);
      line = space + strspn (space, " ");
    }
  g_strv_builder_add (lines, line);
}

static char **
dup_lines (KontorCtlTable *table, guint column, const char *cell, guint width, gboolean is_cut)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_auto(GStrv) given = NULL;

  if (!table->wraps || column + 1 < table->n_columns)
    {
      g_autofree char *flat = g_strdelimit (g_strdup (cell), "\n", ' ');
      g_autofree char *cut = is_cut ? kontor_ctl_text_dup_cut (flat, width) : g_strdup (flat);

      g_strv_builder_add (lines, cut);
      return g_strv_builder_end (lines);
    }

  given = g_strsplit (cell, "\n", -1);
  for (guint i = 0; given[i] != NULL; i++)
    if (is_cut)
      wrap_line (lines, given[i], width);
    else
      g_strv_builder_add (lines, given[i]);
  if (given[0] == NULL)
    g_strv_builder_add (lines, "");

  return g_strv_builder_end (lines);
}

static void
append_padded (GString *line, const char *text, guint width, gboolean right)
{
  guint used = kontor_ctl_text_get_width (text);
  int padding = used < width ? width - used : 0;

  if (right)
    g_string_append_printf (line, "%*s%s", padding, "", text);
  else
    g_string_append_printf (line, "%s%*s", text, padding, "");
}

static void
end_line (GString *text, GString *line)
{
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_string_append_printf (text, "%s\n", line->str);
  g_string_truncate (line, 0);
}

static void
append_row (KontorCtlTable *table, GString *text, guint row, const guint *widths, gboolean is_cut)
{
  g_autoptr(GString) line = g_string_new (NULL);
  gboolean is_first = TRUE;
  guint indent = 0;
  g_auto(GStrv) rest = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_auto(GStrv) lines = NULL;

      if (widths[i] == 0)
        continue;
      if (!is_first)
        g_string_append_printf (line, "%*s", GAP, "");
      is_first = FALSE;
      indent = kontor_ctl_text_get_width (line->str);
      lines = dup_lines (table, i, get_cell (table, row, i), widths[i], is_cut);
      append_padded (line, lines[0], widths[i], table->right[i]);
      if (i + 1 == table->n_columns)
        rest = g_steal_pointer (&lines);
    }
  end_line (text, line);

  for (guint i = 1; rest != NULL && rest[0] != NULL && rest[i] != NULL; i++)
    {
      g_string_append_printf (line, "%*s%s", (int) indent, "", rest[i]);
      end_line (text, line);
    }
}

char *
kontor_ctl_table_dup_text (KontorCtlTable *table, guint width)
{
  g_autofree guint *widths = NULL;
  GString *text = g_string_new (NULL);

  if (table->rows->len > (table->has_headings ? 1u : 0u))
    {
      widths = dup_widths (table, width);
      for (guint row = 0; row < table->rows->len; row++)
        append_row (table, text, row, widths, width > 0);
    }

  return g_string_free (text, FALSE);
}
