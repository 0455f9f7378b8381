/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kinds.c — the list of kinds and nothing else: a program that brings a list of its own, as
 * tests do that need a line they can script, is linked without this file. */
#include "channels/channel.h"

#define X(name) GType kontor_##name##_get_type (void);
#include "channels.inc"
#undef X

const GType *
kontor_channel_get_kinds (void)
{
  static GType kinds[16];

  if (kinds[0] == G_TYPE_INVALID)
    {
      guint n = 0;

#define X(name) kinds[n++] = kontor_##name##_get_type ();
#include "channels.inc"
#undef X
      g_assert (n < G_N_ELEMENTS (kinds));
    }

  return kinds;
}
