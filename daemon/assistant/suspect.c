/* SPDX-License-Identifier: GPL-3.0-or-later */
/* suspect.c — "ignore … instructions": a word of the first list and soon after, or before, one of
 * the second. It need not find every such text, as what a model makes of it is checked all the
 * same; it must not take knowledge away that speaks to customers. */
#include "assistant/suspect.h"

#include <string.h>

#include "model/text.h"

#define NEAR 5

static const char *const forget_words[] = {
  "ignore", "disregard", "forget", "override", "bypass", "ignorier", "vergiss", "missacht",
  "ignora", "olvida", "oublie", "oubliez", "esqueca", "abaikan", "lupakan",
  "تجاهل", "انس",
  "अनदेखा", "नजरअंदाज", "भूल",
  "উপেক্ষা", "ভুলে",
};

static const char *const order_words[] = {
  "instruction", "prompt", "guideline", "directive", "anweisung", "instruccion", "consigne",
  "instruc", "instruksi", "perintah", "تعليمات", "التعليمات", "निर्देश", "নির্দেশ",
};

/* As the words of texts are; made once, as every passage is looked through. */
static char **
fold_all (const char *const *list, gsize n)
{
  char **folded = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    folded[i] = kontor_text_dup_folded (list[i]);

  return folded;
}

static gboolean
begins_any (const char *word, char **list)
{
  for (gsize i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix (word, list[i]))
      return TRUE;

  return FALSE;
}

gboolean
kontor_suspect_is_order (const char *text)
{
  static char **forgets, **orders;
  g_autoptr(GArray) tokens = kontor_text_dup_tokens (text);
  gint64 forget = G_MININT32, order = G_MININT32;

  if (forgets == NULL)
    {
      forgets = fold_all (forget_words, G_N_ELEMENTS (forget_words));
      orders = fold_all (order_words, G_N_ELEMENTS (order_words));
    }
  for (guint i = 0; i < tokens->len; i++)
    {
      const char *word = g_array_index (tokens, KontorToken, i).folded;

      if (begins_any (word, forgets))
        forget = i;
      if (begins_any (word, orders))
        order = i;
      if (ABS (forget - order) <= NEAR && forget >= 0 && order >= 0)
        return TRUE;
    }

  return FALSE;
}
