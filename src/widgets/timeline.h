/* SPDX-License-Identifier: GPL-3.0-or-later */
/* timeline.h — what happened to a record, the latest first. The latest page: older entries come by
 * a button. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_TIMELINE (kontor_timeline_get_type ())
G_DECLARE_FINAL_TYPE (KontorTimeline, kontor_timeline, KONTOR, TIMELINE, AdwBin)

void kontor_timeline_set_house   (KontorTimeline *self, KontorRemoteHouse *house);
/* @kind, @id: (nullable): nothing is shown then. */
void kontor_timeline_set_subject (KontorTimeline *self, const char *kind, const char *id);

G_END_DECLS
