/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notices.h — what the owner is told by the desktop: messages, work that came in, money, lines in
 * trouble. It watches the store and never the window; what is dealt with anywhere is withdrawn.
 * While the owner's lock is closed it says that something came, and nothing of it.
 * The record "notices" has a switch for each kind, quiet hours, and whether texts are shown.
 *
 * Only what happens while it is open is told. To add one: a look in desktop/notice-<name>.c, which
 * is asked whenever a record of its kind was touched, its line in the table in notices.c, and its
 * switch in model/fields/notices.c.
 */
#pragma once

#include "desktop/desktop.h"

G_BEGIN_DECLS

typedef struct _KontorNotices KontorNotices;

KontorNotices *kontor_notices_open  (const KontorDesktopHouse *house);
void           kontor_notices_close (KontorNotices *self);

G_END_DECLS
