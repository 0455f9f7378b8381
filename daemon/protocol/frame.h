/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frame.h — how bytes of the socket are cut: each frame has its length before it, in three
 * bytes, the highest first. Where one message of the socket ends means nothing: it may hold
 * several frames or part of one.
 *
 * Facts: WhatsApp's header is "WA", 6 and the version of the token dictionary, 3; where the
 * server told routing information, "ED", 0, 1, its length in three bytes and it stand before
 * that (Baileys 7.0.0-rc14, Utils/noise-handler.js; whatsmeow, socket/).
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

#define KONTOR_FRAME_MAX_SIZE ((1 << 24) - 1)
#define KONTOR_FRAME_OVERHEAD 3

typedef struct _KontorFrames KontorFrames;

/* (transfer full): the first bytes of a connection. @routing: (nullable); what is too long to be
 * told is left out, which costs only a longer way. */
GBytes       *kontor_frame_write_start  (GBytes *routing);
/* (transfer none): the part of it that the handshake signs: the header alone. */
GBytes       *kontor_frame_get_header   (void);
/* (transfer full): with its length before it; BAD_INPUT where it is too long for one. */
GBytes       *kontor_frame_write        (GBytes *frame, GError **error);

KontorFrames *kontor_frames_new         (void);
void          kontor_frames_free        (KontorFrames *self);
/* One message of the socket. BAD_INPUT where it is longer than any frame: the connection is not
 * to be trusted. */
gboolean      kontor_frames_feed        (KontorFrames *self, GBytes *bytes, GError **error);
/* (transfer full) (nullable): the next whole frame, NULL until more came. */
GBytes       *kontor_frames_next        (KontorFrames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorFrames, kontor_frames_free)

G_END_DECLS
