/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as knowledge: the first says which kind of file they are. */
#include "assistant/knowledge.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *name = size > 0 && data[0] % 2 == 1 ? "a.txt" : "a.md";
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) made = kontor_knowledge_split_bytes (name, bytes, &error);

  g_assert_true ((made == NULL) == (error != NULL));
  for (guint i = 0; made != NULL && i < made->len; i++)
    {
      const char *text = NULL;

      g_assert_true (g_variant_lookup (made->pdata[i], "text", "&s", &text));
      g_assert_true (*text != '\0');
    }

  return 0;
}
