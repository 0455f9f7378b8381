/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channel-badge.h — a channel's kind by a letter: L C T 3 P. Never a logo of somebody else. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CHANNEL_BADGE (kontor_channel_badge_get_type ())
G_DECLARE_FINAL_TYPE (KontorChannelBadge, kontor_channel_badge, KONTOR, CHANNEL_BADGE, AdwBin)

/* @kind: "linked", "practice"…; the first letter is shown, @name is its tooltip. */
void kontor_channel_badge_set (KontorChannelBadge *self, const char *kind, const char *name);

G_END_DECLS
