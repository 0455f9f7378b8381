/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/golden.h"

#include <string.h>

#include "journal/keep.h"
#include "model/error.h"
#include "model/record.h"

static const struct {
  const char       *begins;
  gboolean          takes_text;
  KontorGoldenKind  kind;
} forms[] = {
  { ">", TRUE, KONTOR_GOLDEN_CUSTOMER },
  { "=", TRUE, KONTOR_GOLDEN_PERSON },
  { "must answer", FALSE, KONTOR_GOLDEN_ANSWER },
  { "must wait", FALSE, KONTOR_GOLDEN_WAIT },
  { "must hand over", FALSE, KONTOR_GOLDEN_HAND_OVER },
  { "must be silent", FALSE, KONTOR_GOLDEN_SILENT },
  { "must say", TRUE, KONTOR_GOLDEN_SAY },
  { "must not say", TRUE, KONTOR_GOLDEN_NOT_SAY },
  { "must call", TRUE, KONTOR_GOLDEN_CALL },
  { "must not call", TRUE, KONTOR_GOLDEN_NOT_CALL },
  { "must do", TRUE, KONTOR_GOLDEN_DO },
  { "must not do", TRUE, KONTOR_GOLDEN_NOT_DO },
};

static void
item_free (KontorGoldenItem *item)
{
  g_free (item->text);
  g_free (item->line);
  g_free (item);
}

/* (transfer full) (nullable): what stands after @begins; NULL: the line is another. */
static char *
dup_rest (const char *line, const char *begins, gboolean takes_text)
{
  gsize size = strlen (begins);
  g_autofree char *rest = NULL;

  if (g_ascii_strncasecmp (line, begins, size) != 0)
    return NULL;
  rest = g_strstrip (g_strdup (line + size));
  if ((*rest != '\0') != takes_text || (takes_text && size > 1 && line[size] != ' '))
    return NULL;

  return g_steal_pointer (&rest);
}

static gboolean
read_line (GPtrArray *items, const char *line, guint n, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      char *text = dup_rest (line, forms[i].begins, forms[i].takes_text);
      KontorGoldenItem *item;

      if (text == NULL)
        continue;
      item = g_new0 (KontorGoldenItem, 1);
      *item = (KontorGoldenItem) { forms[i].kind, text, g_strdup (line) };
      g_ptr_array_add (items, item);
      return TRUE;
    }
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "script: line %u, “%s”, is neither said (> customer, = person, < as it was "
               "answered) nor expected, such as: must say, must not say, must call, must do, must "
               "answer, must wait, must hand over, must be silent", n, line);

  return FALSE;
}

/* Expectations are of an answer to something. */
static gboolean
is_whole (const GPtrArray *items, GError **error)
{
  const KontorGoldenItem *last = items->len > 0 ? items->pdata[items->len - 1] : NULL;
  const KontorGoldenItem *first = items->len > 0 ? items->pdata[0] : NULL;
  gboolean expects = FALSE;

  for (guint i = 0; i < items->len; i++)
    expects |= ((KontorGoldenItem *) items->pdata[i])->kind > KONTOR_GOLDEN_PERSON;
  if (last != NULL && expects && first->kind == KONTOR_GOLDEN_CUSTOMER)
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                       expects ? "script: it must begin with what the customer writes: > text"
                               : "script: nothing is expected; say what must hold of an answer, "
                                 "such as: must say 250.00 AED");

  return FALSE;
}

GPtrArray *
kontor_golden_read (const char *script, GError **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  g_auto(GStrv) lines = g_strsplit (script, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line != '\0' && *line != '<' && !read_line (items, line, i + 1, error))
        return NULL;
    }

  return is_whole (items, error) ? g_steal_pointer (&items) : NULL;
}

static gboolean
check (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  g_autoptr(GPtrArray) items = kontor_golden_read (kontor_record_get_text (whole, "script"), error);

  return items != NULL;
}

const KontorRule kontor_golden_rule = {
  .kind = "golden",
  .check = check,
};
