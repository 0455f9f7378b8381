/* SPDX-License-Identifier: GPL-3.0-or-later */
/* practice-pane.h — the other side of a practice conversation: the customer's phone, for whoever
 * wants to try what the business answers. Nothing leaves the computer. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Signal: "conversation-found" (x): where what was written arrived. */
#define KONTOR_TYPE_PRACTICE_PANE (kontor_practice_pane_get_type ())
G_DECLARE_FINAL_TYPE (KontorPracticePane, kontor_practice_pane, KONTOR, PRACTICE_PANE, AdwBin)

void kontor_practice_pane_set_house (KontorPracticePane *self, KontorRemoteHouse *house);
/* Plays the customer of this conversation; one that is not of the practice channel is ignored. */
void kontor_practice_pane_show      (KontorPracticePane *self, KontorRemoteRecord *conversation);
void kontor_practice_pane_focus     (KontorPracticePane *self);

G_END_DECLS
