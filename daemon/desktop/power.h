/* SPDX-License-Identifier: GPL-3.0-or-later */
/* power.h — the computer sleeps and wakes, the network goes and comes: lines try again at once, and
 * what was due meanwhile is done. Whoever wakes the computer finds the owner's lock closed. While
 * something is being sent, sleep is held up; never longer. Where there is no logind, or the
 * desktop's portal inside Flatpak, nothing is held up; that it slept is noticed all the same. */
#pragma once

#include "desktop/desktop.h"

G_BEGIN_DECLS

typedef struct _KontorPower KontorPower;

KontorPower *kontor_power_open  (const KontorDesktopHouse *house);
void         kontor_power_close (KontorPower *self);

G_END_DECLS
