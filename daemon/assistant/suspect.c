/* SPDX-License-Identifier: GPL-3.0-or-later */
/* suspect.c — "ignore … instructions": a word of the first list and soon after, or before, one of
 * the second. It need not find every such text, as what a model makes of it is checked all the
 * same; it must not take knowledge away that speaks to customers. */
#include "assistant/suspect.h"

#include <string.h>

#include "model/text.h"

#define NEAR 5

static const char *const forgets[] = {
  "ignore", "disregard", "forget", "override", "bypass", "ignorier", "vergiss", "missacht",
  "ignora", "olvida", "oublie", "oubliez", "esqueca", "abaikan", "lupakan",
  "تجاهل", "انس",
  "अनदेखा", "नजरअंदाज", "भूल",
  "উপেক্ষা", "ভুলে",
};

static const char *const orders[] = {
  "instruction", "prompt", "guideline", "directive", "anweisung", "instruccion", "consigne",
  "instruc", "instruksi", "perintah", "تعليمات", "التعليمات", "निर्देश", "নির্দেশ",
};

static gboolean
begins_any (const char *word, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *folded = kontor_text_dup_folded (list[i]);

      if (g_str_has_prefix (word, folded))
        return TRUE;
    }

  return FALSE;
}

gboolean
kontor_suspect_is_order (const char *text)
{
  g_autoptr(GArray) tokens = kontor_text_dup_tokens (text);
  gint64 forget = G_MININT32, order = G_MININT32;

  for (guint i = 0; i < tokens->len; i++)
    {
      const char *word = g_array_index (tokens, KontorToken, i).folded;

      if (begins_any (word, forgets, G_N_ELEMENTS (forgets)))
        forget = i;
      if (begins_any (word, orders, G_N_ELEMENTS (orders)))
        order = i;
      if (ABS (forget - order) <= NEAR && forget >= 0 && order >= 0)
        return TRUE;
    }

  return FALSE;
}
