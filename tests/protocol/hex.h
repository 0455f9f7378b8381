/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hex.h — bytes written as hexadecimal digits, for tests. */
#pragma once

#include <glib.h>
#include <string.h>

/* As many bytes as @hex has; @bytes has room for them. */
static inline void
hex_read (const char *hex, guint8 *bytes)
{
  for (; *hex != '\0'; hex += 2)
    *bytes++ = (guint8) (g_ascii_xdigit_value (hex[0]) << 4 | g_ascii_xdigit_value (hex[1]));
}

/* (transfer full) */
static inline GBytes *
hex_bytes (const char *hex)
{
  gsize size = strlen (hex) / 2;
  guint8 *bytes = g_malloc (size + 1);

  hex_read (hex, bytes);

  return g_bytes_new_take (bytes, size);
}
