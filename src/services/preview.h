/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preview.h — the conversation that a service makes, in a language that can be chosen. The daemon
 * plays it; it is played again when anything of the service changed. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_PREVIEW (kontor_preview_get_type ())
G_DECLARE_FINAL_TYPE (KontorPreview, kontor_preview, KONTOR, PREVIEW, AdwBin)

GtkWidget *kontor_preview_new  (KontorRemoteHouse *house);
/* @service: (nullable): its code */
void       kontor_preview_play (KontorPreview *self, const char *service);

G_END_DECLS
