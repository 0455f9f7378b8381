/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vectors.h — vectors.json, made once by make-vectors.mjs from two independent implementations. */
#pragma once

#include "model/json.h"
#include "tests/protocol/hex.h"

/* (transfer full) */
static inline JsonNode *
vectors_read (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tests", "protocol", "vectors.json",
                                                 NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  JsonNode *root;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  root = kontor_json_parse (text, size, &error);
  g_assert_no_error (error);

  return root;
}

/* (transfer full): bytes that stand there as hexadecimal digits. */
static inline GBytes *
vectors_bytes (JsonObject *object, const char *name)
{
  const char *hex = kontor_json_get_text (object, name);

  g_assert_nonnull (hex);

  return hex_bytes (hex);
}
