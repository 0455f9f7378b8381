/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channels-page.h — the lines to the outside, a card each. Places: "new",
 * "new/KIND", a line's id. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CHANNELS_PAGE (kontor_channels_page_get_type ())
G_DECLARE_FINAL_TYPE (KontorChannelsPage, kontor_channels_page, KONTOR, CHANNELS_PAGE, AdwBin)

GtkWidget *kontor_channels_page_new (KontorRemoteHouse *house);

G_END_DECLS
