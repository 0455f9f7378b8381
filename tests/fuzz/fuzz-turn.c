/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes are the lines of a dialogue, each with what its verb needs, or an error; the lines
 * that were read are read again the same. */
#include <string.h>

#include "turn-lines.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static guint
count_words (const KontorTurnLine *line)
{
  return line->words != NULL ? g_strv_length (line->words) : 0;
}

static void
check_line (const KontorTurnLine *line)
{
  static const guint least[KONTOR_TURN_N_VERBS] = {
    [KONTOR_TURN_FROM] = 1, [KONTOR_TURN_DID] = 1, [KONTOR_TURN_DO] = 1, [KONTOR_TURN_SAVE] = 3,
  };

  g_assert_true (line->verb < KONTOR_TURN_N_VERBS && line->rest != NULL);
  g_assert_true (count_words (line) >= least[line->verb]);
  g_assert_true (line->verb != KONTOR_TURN_LATER || line->value >= 0);
  g_assert_true (line->verb != KONTOR_TURN_STAFF || line->value > 0);
  g_assert_true (line->verb != KONTOR_TURN_SHOP || strchr (line->rest, '/') == NULL);
}

static void
check_again (GPtrArray *lines)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) again = NULL;

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", ((KontorTurnLine *) lines->pdata[i])->written);
  again = kontor_turn_lines_parse (text->str, text->len, NULL);
  g_assert_true (again != NULL && again->len == lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const KontorTurnLine *left = lines->pdata[i], *right = again->pdata[i];

      g_assert_true (left->verb == right->verb && left->value == right->value &&
                     g_str_equal (left->rest, right->rest));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = kontor_turn_lines_parse ((const char *) data, size, &error);
  guint number = 0;

  g_assert_true ((lines == NULL) == (error != NULL));
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const KontorTurnLine *line = lines->pdata[i];

      check_line (line);
      g_assert_true (line->number > number);
      number = line->number;
    }
  if (lines != NULL)
    check_again (lines);

  return 0;
}
