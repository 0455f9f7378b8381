/* SPDX-License-Identifier: GPL-3.0-or-later */
/* certificate.h — whether the other end of a handshake is the server: a pinned root signed an
 * intermediate certificate, which signed a leaf for the server's Noise key.
 *
 * Facts: the chain's form and WhatsApp's root (key and serial 0, "WhatsAppLongTerm1") stand in
 * Baileys 7.0.0-rc14, Defaults/index.js, and in zapo-js 0.3.0, transport/noise; every signature
 * is XEdDSA over the bytes of `details`.
 */
#pragma once

#include "model/error.h"
#include "protocol/curve.h"

G_BEGIN_DECLS

/* WhatsApp's own. */
extern const guint8 kontor_certificate_root[KONTOR_KEY_SIZE];

/* @chain: as the server sent it. @server_key: the static key it showed. NOT_ALLOWED says which
 * link does not hold; nothing that server says is to be believed then. A certificate without dates
 * is not valid on any. */
gboolean kontor_certificate_check (GBytes *chain, const guint8 root[KONTOR_KEY_SIZE],
                                   const guint8 server_key[KONTOR_KEY_SIZE], gint64 now_us,
                                   GError **error);

G_END_DECLS
