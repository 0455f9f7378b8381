/* SPDX-License-Identifier: GPL-3.0-or-later */
/* web-version.h — which WhatsApp Web we say we are: 2.3000.REVISION. The server refuses old ones
 * (failure 405) after months; the page itself tells the newest, so no release of ours is needed.
 *
 * Facts: the page has `"client_revision":N` (whatsmeow update.go); the shipped one is
 * whatsmeow's of August 2026.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KONTOR_WEB_MAJOR    2
#define KONTOR_WEB_MINOR    3000
#define KONTOR_WEB_REVISION 1045649367
#define KONTOR_WEB_PAGE     "https://web.whatsapp.com/"

/* 0 where the page does not tell. */
guint kontor_web_version_find (GBytes *page);

G_END_DECLS
