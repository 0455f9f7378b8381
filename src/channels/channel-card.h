/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channel-card.h — a line to the outside and all that can be done with it. */
#pragma once

#include <adwaita.h>

#include "remote/remote-channels.h"
#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CHANNEL_CARD (kontor_channel_card_get_type ())
G_DECLARE_FINAL_TYPE (KontorChannelCard, kontor_channel_card, KONTOR, CHANNEL_CARD, AdwBin)

GtkWidget  *kontor_channel_card_new    (KontorRemoteHouse *house, KontorRemoteChannels *channels,
                                        KontorRemoteRecord *channel);
const char *kontor_channel_card_get_id (KontorChannelCard *self);

G_END_DECLS
