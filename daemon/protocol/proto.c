/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/proto.h"

ProtobufCMessage *
kontor_proto_read (const ProtobufCMessageDescriptor *descriptor, const guint8 *bytes, gsize size,
                   GError **error)
{
  ProtobufCMessage *message = protobuf_c_message_unpack (descriptor, NULL, size, bytes);

  if (message == NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "These %" G_GSIZE_FORMAT
                 " bytes are no %s.", size, descriptor->short_name);

  return message;
}

ProtobufCMessage *
kontor_proto_read_bytes (const ProtobufCMessageDescriptor *descriptor, GBytes *bytes,
                         GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return kontor_proto_read (descriptor, data, size, error);
}

GBytes *
kontor_proto_write (const ProtobufCMessage *message)
{
  gsize size = protobuf_c_message_get_packed_size (message);
  guint8 *bytes = g_malloc (size + 1);

  protobuf_c_message_pack (message, bytes);

  return g_bytes_new_take (bytes, size);
}

ProtobufCBinaryData
kontor_proto_lend (const guint8 *bytes, gsize size)
{
  return (ProtobufCBinaryData) { .len = size, .data = (guint8 *) bytes };
}
