/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checklist.h — the first steps of a business. Each ticks itself when it is done, whoever did it,
 * and the list goes when all are. */
#pragma once

#include <adwaita.h>

#include "remote/remote-channels.h"
#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Property: is-done (gboolean). */
#define KONTOR_TYPE_CHECKLIST (kontor_checklist_get_type ())
G_DECLARE_FINAL_TYPE (KontorChecklist, kontor_checklist, KONTOR, CHECKLIST, AdwBin)

void kontor_checklist_set_house    (KontorChecklist *self, KontorRemoteHouse *house);
/* Whether a line to real customers is up. */
void kontor_checklist_set_channels (KontorChecklist *self, KontorRemoteChannels *channels);

G_END_DECLS
