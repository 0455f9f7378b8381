/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a socket brings them, whole and one by one: the same frames. */
#include "protocol/frame.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static GPtrArray *
cut (const guint8 *data, gsize size, gsize step)
{
  g_autoptr(KontorFrames) frames = kontor_frames_new ();
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GBytes *frame;

  for (gsize at = 0; at < size; at += step)
    {
      g_autoptr(GBytes) piece = g_bytes_new (data + at, MIN (step, size - at));

      g_assert_true (kontor_frames_feed (frames, piece, NULL));
      while ((frame = kontor_frames_next (frames)) != NULL)
        g_ptr_array_add (all, frame);
    }

  return all;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(GPtrArray) whole = cut (data, size, size + 1), pieces = cut (data, size, 1);
  g_autoptr(GByteArray) again = g_byte_array_new ();

  g_assert_cmpuint (whole->len, ==, pieces->len);
  for (guint i = 0; i < whole->len; i++)
    {
      g_autoptr(GBytes) framed = kontor_frame_write (whole->pdata[i], NULL);

      g_assert_true (g_bytes_equal (whole->pdata[i], pieces->pdata[i]));
      g_byte_array_append (again, g_bytes_get_data (framed, NULL), g_bytes_get_size (framed));
    }
  g_assert_cmpuint (again->len, <=, size);
  g_assert_true (again->len == 0 || memcmp (again->data, data, again->len) == 0);

  return 0;
}
