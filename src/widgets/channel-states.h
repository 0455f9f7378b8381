/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channel-states.h — every channel with its state in words, and what is being done about it. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CHANNEL_STATES (kontor_channel_states_get_type ())
G_DECLARE_FINAL_TYPE (KontorChannelStates, kontor_channel_states, KONTOR, CHANNEL_STATES, AdwBin)

/* Signal: "told" (aa{sv}, as Channels.List ()) whenever other ones are shown. */
void kontor_channel_states_set_house (KontorChannelStates *self, KontorRemoteHouse *house);

G_END_DECLS
