/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channel-states.h — every channel with its state in words; one that is activated is shown on its
 * page. */
#pragma once

#include <adwaita.h>

#include "remote/remote-channels.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CHANNEL_STATES (kontor_channel_states_get_type ())
G_DECLARE_FINAL_TYPE (KontorChannelStates, kontor_channel_states, KONTOR, CHANNEL_STATES, AdwBin)

void kontor_channel_states_set_channels (KontorChannelStates *self,
                                         KontorRemoteChannels *channels);

G_END_DECLS
