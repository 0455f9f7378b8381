/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frame.c — bytes are gathered in one array and taken from its front; the front is let go once it
 * is half of it, so that many small frames in one message cost no copying of the rest. */
#include "protocol/frame.h"

#include <string.h>

struct _KontorFrames {
  GByteArray *bytes;
  gsize       at;
};

static const guint8 header[] = { 'W', 'A', 6, 3 };
static const guint8 routing_mark[] = { 'E', 'D', 0, 1 };

static void
append_length (GByteArray *to, gsize length)
{
  const guint8 bytes[KONTOR_FRAME_OVERHEAD] = { length >> 16, length >> 8, length };

  g_byte_array_append (to, bytes, sizeof bytes);
}

GBytes *
kontor_frame_get_header (void)
{
  static GBytes *bytes;

  if (bytes == NULL)
    bytes = g_bytes_new_static (header, sizeof header);

  return bytes;
}

GBytes *
kontor_frame_write_start (GBytes *routing)
{
  GByteArray *start = g_byte_array_new ();
  gsize size = 0;
  const guint8 *data = routing != NULL ? g_bytes_get_data (routing, &size) : NULL;

  if (size > 0 && size <= KONTOR_FRAME_MAX_SIZE)
    {
      g_byte_array_append (start, routing_mark, sizeof routing_mark);
      append_length (start, size);
      g_byte_array_append (start, data, size);
    }
  g_byte_array_append (start, header, sizeof header);

  return g_byte_array_free_to_bytes (start);
}

GBytes *
kontor_frame_write (GBytes *frame, GError **error)
{
  GByteArray *framed;
  gsize size;
  const guint8 *data = g_bytes_get_data (frame, &size);

  if (size > KONTOR_FRAME_MAX_SIZE)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "A frame of %" G_GSIZE_FORMAT " bytes is too long to be sent: at most %d are.",
                   size, KONTOR_FRAME_MAX_SIZE);
      return NULL;
    }
  framed = g_byte_array_sized_new (KONTOR_FRAME_OVERHEAD + size);
  append_length (framed, size);
  g_byte_array_append (framed, data, size);

  return g_byte_array_free_to_bytes (framed);
}

KontorFrames *
kontor_frames_new (void)
{
  KontorFrames *self = g_new0 (KontorFrames, 1);

  self->bytes = g_byte_array_new ();

  return self;
}

void
kontor_frames_free (KontorFrames *self)
{
  g_byte_array_unref (self->bytes);
  g_free (self);
}

gboolean
kontor_frames_feed (KontorFrames *self, GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size > KONTOR_FRAME_OVERHEAD + KONTOR_FRAME_MAX_SIZE ||
      self->bytes->len - self->at > 2 * (gsize) KONTOR_FRAME_MAX_SIZE)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "The server sent %" G_GSIZE_FORMAT " bytes at once, more than a frame may have.",
                   size);
      return FALSE;
    }
  if (self->at > 0 && self->at >= self->bytes->len / 2)
    {
      g_byte_array_remove_range (self->bytes, 0, self->at);
      self->at = 0;
    }
  g_byte_array_append (self->bytes, data, size);

  return TRUE;
}

GBytes *
kontor_frames_next (KontorFrames *self)
{
  const guint8 *front = self->bytes->data + self->at;
  gsize there = self->bytes->len - self->at, size;

  if (there < KONTOR_FRAME_OVERHEAD)
    return NULL;
  size = (gsize) front[0] << 16 | (gsize) front[1] << 8 | front[2];
  if (there - KONTOR_FRAME_OVERHEAD < size)
    return NULL;
  self->at += KONTOR_FRAME_OVERHEAD + size;

  return g_bytes_new (front + KONTOR_FRAME_OVERHEAD, size);
}
