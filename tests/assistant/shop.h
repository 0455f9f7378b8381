/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shop.h — a store in memory with passages in it. */
#pragma once

#include "assistant/knowledge.h"
#include "store/records.h"

static inline void
shop_add (KontorStore *store, const char *name, const char *content)
{
  const KontorKind *kind = kontor_kind_find ("knowledge");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) made = kontor_knowledge_split (name, content, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < made->len; i++)
    {
      g_autofree char *id = kontor_records_insert (store, kind, made->pdata[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (id);
    }
}

static inline KontorStore *
shop_open (const char *name, const char *content)
{
  g_autoptr(GError) error = NULL;
  KontorStore *store = kontor_store_open (":memory:", &error);

  g_assert_no_error (error);
  shop_add (store, name, content);

  return store;
}

static inline char *
shop_read (const char *path)
{
  g_autofree char *full = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr(GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (full, &content, NULL, &error);
  g_assert_no_error (error);

  return content;
}
