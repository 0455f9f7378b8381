/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channel-kinds.c — the tests' own list of kinds: defined here, the daemon's is not linked. */
#include "channels/practice.h"
#include "fakes/fake-channel.h"

const GType *
kontor_channel_get_kinds (void)
{
  static GType kinds[5];

  kinds[0] = KONTOR_TYPE_PRACTICE;
  kinds[1] = FAKE_TYPE_CHANNEL;
  kinds[2] = fake_repeating_channel_get_type ();
  kinds[3] = fake_strict_channel_get_type ();

  return kinds;
}
