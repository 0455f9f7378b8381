/* SPDX-License-Identifier: GPL-3.0-or-later */
/* golden-judge.c — what waits for a person was not said: it fulfils no "must say", and breaks no
 * "must not say". */
#include "assistant/bench.h"

#include <string.h>

#include "model/json.h"
#include "model/record.h"

static gboolean
is (const KontorRehearsed *answer, const char *outcome)
{
  return g_str_equal (answer->outcome, outcome);
}

static gboolean
says (const KontorRehearsed *answer, const char *text)
{
  g_autofree char *whole = g_utf8_casefold (answer->reply != NULL ? answer->reply : "", -1);
  g_autofree char *part = g_utf8_casefold (text, -1);

  return is (answer, "answered") && strstr (whole, part) != NULL;
}

/* Notes are "collect done" and "confirm refused". */
static gboolean
calls (const KontorRehearsed *answer, const char *tool)
{
  const char *why = answer->why != NULL ? answer->why : "";
  g_autoptr(JsonNode) root = kontor_json_parse (why, strlen (why), NULL);
  JsonArray *notes = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
    ? kontor_json_get_array (json_node_get_object (root), "tools") : NULL;
  g_autofree char *done = g_strconcat (tool, " done", NULL);

  for (guint i = 0; i < kontor_json_get_length (notes); i++)
    if (g_strcmp0 (json_array_get_string_element (notes, i), done) == 0)
      return TRUE;

  return FALSE;
}

/* What a person must allow first is not done. */
static gboolean
does (const KontorRehearsed *answer, const char *action)
{
  for (guint i = 0; is (answer, "answered") && i < answer->done->len; i++)
    if (g_strcmp0 (kontor_record_get_text (answer->done->pdata[i], "action"), action) == 0 &&
        g_strcmp0 (kontor_record_get_text (answer->done->pdata[i], "result"), "done") == 0)
      return TRUE;

  return FALSE;
}

static gboolean
holds (const KontorGoldenItem *expected, const KontorRehearsed *answer)
{
  switch (expected->kind)
    {
    case KONTOR_GOLDEN_ANSWER:
      return is (answer, "answered");
    case KONTOR_GOLDEN_WAIT:
      return is (answer, "draft");
    case KONTOR_GOLDEN_HAND_OVER:
      return is (answer, "people");
    case KONTOR_GOLDEN_SILENT:
      return answer->reply == NULL;
    case KONTOR_GOLDEN_SAY:
    case KONTOR_GOLDEN_NOT_SAY:
      return says (answer, expected->text) == (expected->kind == KONTOR_GOLDEN_SAY);
    case KONTOR_GOLDEN_CALL:
    case KONTOR_GOLDEN_NOT_CALL:
      return calls (answer, expected->text) == (expected->kind == KONTOR_GOLDEN_CALL);
    case KONTOR_GOLDEN_DO:
    case KONTOR_GOLDEN_NOT_DO:
      return does (answer, expected->text) == (expected->kind == KONTOR_GOLDEN_DO);
    case KONTOR_GOLDEN_CUSTOMER:
    case KONTOR_GOLDEN_PERSON:
      break;
    }
  g_return_val_if_reached (FALSE);
}

gboolean
kontor_golden_judge (const KontorGoldenItem *expected, const KontorRehearsed *answer, char **fault)
{
  if (holds (expected, answer))
    return TRUE;
  *fault = g_strdup_printf ("%s — but: %s%s%s%s%s", expected->line, answer->outcome,
                            answer->reason != NULL ? ", " : "",
                            answer->reason != NULL ? answer->reason : "",
                            answer->reply != NULL ? ": " : "",
                            answer->reply != NULL ? answer->reply : "");

  return FALSE;
}
