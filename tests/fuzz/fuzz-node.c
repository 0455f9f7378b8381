/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a node: an error that says why, or a node that means the same when it is written
 * and read again. */
#include "protocol/node-codec.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(GBytes) frame = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorNode) node = kontor_node_read (frame, &error), again = NULL;
  g_autoptr(GBytes) written = NULL, twice = NULL;

  g_assert_true ((node == NULL) == (error != NULL));
  if (node == NULL)
    return 0;
  written = kontor_node_write (node);
  again = kontor_node_read (written, &error);
  g_assert_no_error (error);
  twice = kontor_node_write (again);
  g_assert_true (g_bytes_equal (written, twice));

  return 0;
}
