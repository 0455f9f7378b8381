/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tray.h — Kontor's icon in the tray (StatusNotifierItem): how much is unread, whether a line is in
 * trouble, and a menu. Where no desktop watches for such icons there is none, and nothing else
 * changes; it is never the only way to anything. */
#pragma once

#include "desktop/desktop.h"

G_BEGIN_DECLS

typedef struct _KontorTray KontorTray;

KontorTray *kontor_tray_open  (const KontorDesktopHouse *house);
void        kontor_tray_close (KontorTray *self);

G_END_DECLS
