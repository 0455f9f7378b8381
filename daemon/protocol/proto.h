/* SPDX-License-Identifier: GPL-3.0-or-later */
/* proto.h — protocol buffers from strangers and to them, on protobuf-c. The messages stand in
 * wa-wire/NAME.proto; another one is a few lines there.
 *
 * Read as `g_autoptr(ProtobufCMessage) message = kontor_proto_read (&wa__x__descriptor, …)` and
 * cast.
 */
#pragma once

#include <protobuf-c/protobuf-c.h>

#include "model/error.h"

G_BEGIN_DECLS

static inline void
kontor_proto_free (ProtobufCMessage *message)
{
  protobuf_c_message_free_unpacked (message, NULL);
}

/* (transfer full): BAD_INPUT for bytes that are no such message. */
ProtobufCMessage *kontor_proto_read       (const ProtobufCMessageDescriptor *descriptor,
                                           const guint8 *bytes, gsize size, GError **error);
ProtobufCMessage *kontor_proto_read_bytes (const ProtobufCMessageDescriptor *descriptor,
                                           GBytes *bytes, GError **error);
/* (transfer full) */
GBytes           *kontor_proto_write      (const ProtobufCMessage *message);

/* Lends @bytes to a field. */
ProtobufCBinaryData kontor_proto_lend (const guint8 *bytes, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProtobufCMessage, kontor_proto_free)

G_END_DECLS
