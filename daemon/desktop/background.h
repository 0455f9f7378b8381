/* SPDX-License-Identifier: GPL-3.0-or-later */
/* background.h — inside Flatpak the desktop lets a program go on behind its windows, and start at
 * login, where the owner agrees: the portal is asked once there is a line that customers write to.
 * It asks the owner the first time alone, in our words. Outside of Flatpak nothing is asked: there
 * are a unit of systemd's and an entry for desktops that start programs by themselves. */
#pragma once

#include "desktop/desktop.h"

G_BEGIN_DECLS

typedef struct _KontorBackground KontorBackground;

KontorBackground *kontor_background_open  (const KontorDesktopHouse *house);
void              kontor_background_close (KontorBackground *self);

G_END_DECLS
