/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channel-row.h — one line to the outside: its name, its state in words and in a shape, why, when
 * it is tried again and when it was used last. */
#pragma once

#include <adwaita.h>

#include "remote/remote-record.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CHANNEL_ROW (kontor_channel_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorChannelRow, kontor_channel_row, KONTOR, CHANNEL_ROW, AdwActionRow)

/* @channel: of a KontorRemoteChannels; it is followed. */
GtkWidget          *kontor_channel_row_new         (KontorRemoteRecord *channel);
/* (transfer none) */
KontorRemoteRecord *kontor_channel_row_get_channel (KontorChannelRow *self);

G_END_DECLS
