/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trust.h — tokens by which two who write to each other are known to be no strangers. Whoever got
 * one sends it along; each gives one out for every week in which it writes. Pure; questions have no
 * id yet.
 *
 * Facts: whatsmeow tctoken.go, Baileys 7.0.0-rc14 Utils/tc-token-utils.js: a "bucket" is seven days
 * from 1970 on, and a token lives for four of them.
 */
#pragma once

#include "protocol/node.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the token in a notification, and when it was given. */
GBytes     *kontor_trust_read     (const KontorNode *notification, gint64 *at_s);
/* (transfer full): gives @user, an address without device, a token. */
KontorNode *kontor_trust_write    (const char *user, gint64 now_s);
gboolean    kontor_trust_is_fresh (gint64 at_s, gint64 now_s);
/* Whether one that was given out @at_s, 0 for never, is of an earlier week. */
gboolean    kontor_trust_is_due   (gint64 at_s, gint64 now_s);

G_END_DECLS
