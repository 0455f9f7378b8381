/* SPDX-License-Identifier: GPL-3.0-or-later */
/* node-read.c — bytes from a server that may be broken: every length is checked against what is
 * there, depth and number against limits, and zlib is never let to grow further than allowed.
 * The zlib is GIO's. */
#include <gio/gio.h>
#include <string.h>

#include "protocol/jid.h"
#include "protocol/node-codec.h"
#include "protocol/node-marks.h"
#include "protocol/tokens.h"

typedef struct {
  GBytes       *frame;
  const guint8 *bytes;
  gsize         size, at;
  guint         n_items;
  GError      **error;
} Reader;

static gboolean
fail (Reader *reader, const char *why)
{
  g_set_error (reader->error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "A node cannot be read: %s at byte %" G_GSIZE_FORMAT ".", why, reader->at);

  return FALSE;
}

/* Lends the next @size bytes; NULL where there are fewer. */
static const guint8 *
take (Reader *reader, gsize size)
{
  const guint8 *bytes = reader->bytes + reader->at;

  if (reader->size - reader->at < size)
    {
      fail (reader, "it is cut short");
      return NULL;
    }
  reader->at += size;

  return bytes;
}

static gboolean
read_number (Reader *reader, guint size, guint32 *number)
{
  const guint8 *bytes = take (reader, size);

  if (bytes == NULL)
    return FALSE;
  *number = 0;
  for (guint i = 0; i < size; i++)
    *number = *number << 8 | bytes[i];

  return TRUE;
}

static gboolean
read_byte (Reader *reader, guint8 *byte)
{
  const guint8 *bytes = take (reader, 1);

  if (bytes == NULL)
    return FALSE;
  *byte = *bytes;

  return TRUE;
}

static char *
read_packed (Reader *reader, const char *letters)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint8 start, digits[2];
  const guint8 *bytes;
  gsize size;

  if (!read_byte (reader, &start) || (bytes = take (reader, start & ~PACKED_ODD)) == NULL)
    return NULL;
  size = 2 * (start & ~PACKED_ODD);
  for (gsize i = 0; i < size; i++)
    {
      digits[0] = bytes[i / 2] >> 4;
      digits[1] = bytes[i / 2] & 15;
      if (i + 1 == size && (start & PACKED_ODD) != 0)
        break;
      if (digits[i % 2] >= strlen (letters))
        {
          fail (reader, "packed letters that there are not");
          return NULL;
        }
      g_string_append_c (text, letters[digits[i % 2]]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
read_size (Reader *reader, guint8 mark, guint32 *size)
{
  switch (mark)
    {
    case MARK_BINARY_8:
      return read_number (reader, 1, size);
    case MARK_BINARY_20:
      if (!read_number (reader, 3, size))
        return FALSE;
      *size &= (1 << 20) - 1;
      return TRUE;
    default:
      return read_number (reader, 4, size);
    }
}

static char *
read_utf8 (Reader *reader, guint8 mark)
{
  const guint8 *bytes;
  guint32 size;

  if (!read_size (reader, mark, &size) || (bytes = take (reader, size)) == NULL)
    return NULL;
  if (!g_utf8_validate_len ((const char *) bytes, size, NULL))
    {
      fail (reader, "a text that is no UTF-8");
      return NULL;
    }

  return g_strndup ((const char *) bytes, size);
}

/* Everything but addresses. */
static char *
read_plain (Reader *reader, guint8 mark)
{
  const char *word;
  guint8 number;

  switch (mark)
    {
    case MARK_EMPTY:
      return g_strdup ("");
    case MARK_BINARY_8:
    case MARK_BINARY_20:
    case MARK_BINARY_32:
      return read_utf8 (reader, mark);
    case MARK_NIBBLE:
      return read_packed (reader, NIBBLE_LETTERS);
    case MARK_HEX:
      return read_packed (reader, HEX_LETTERS);
    default:
      if (mark >= MARK_DICTIONARY && mark <= MARK_LAST_DICTIONARY)
        word = read_byte (reader, &number) ? kontor_token_get_word (mark - MARK_DICTIONARY, number)
                                           : NULL;
      else
        word = kontor_token_get_word (KONTOR_TOKEN_SINGLE, mark);
      if (word == NULL && (reader->error == NULL || *reader->error == NULL))
        fail (reader, "a token that there is not");
      return g_strdup (word);
    }
}

static char *
read_part (Reader *reader)
{
  guint8 mark;

  return read_byte (reader, &mark) ? read_plain (reader, mark) : NULL;
}

static char *
read_device_jid (Reader *reader)
{
  guint8 domain, device;
  g_autofree char *user = NULL;

  if (!read_byte (reader, &domain) || !read_byte (reader, &device) ||
      (user = read_part (reader)) == NULL)
    return NULL;
  if (kontor_jid_get_domain (domain) == NULL)
    {
      fail (reader, "an address of a domain that there is not");
      return NULL;
    }

  return kontor_jid_make (user, device, kontor_jid_get_domain (domain));
}

/* "INTEGRATOR-USER:DEVICE@interop", and the same without integrator. */
static char *
read_other_jid (Reader *reader, gboolean has_integrator)
{
  g_autofree char *user = read_part (reader), *server = NULL, *full = NULL;
  guint32 device, integrator = 0;

  if (user == NULL || !read_number (reader, 2, &device) ||
      (has_integrator && !read_number (reader, 2, &integrator)) ||
      (server = read_part (reader)) == NULL)
    return NULL;
  full = has_integrator ? g_strdup_printf ("%u-%s", integrator, user) : g_strdup (user);

  return kontor_jid_make (full, device, server);
}

static char *
read_pair_jid (Reader *reader)
{
  g_autofree char *user = read_part (reader), *server = NULL;

  if (user == NULL || (server = read_part (reader)) == NULL)
    return NULL;
  if (*server == '\0')
    {
      fail (reader, "an address without a server");
      return NULL;
    }

  return kontor_jid_make (user, 0, server);
}

/* (transfer full): a text in any form, addresses too. */
static char *
read_text (Reader *reader, guint8 mark)
{
  switch (mark)
    {
    case MARK_JID_PAIR:
      return read_pair_jid (reader);
    case MARK_JID_DEVICE:
      return read_device_jid (reader);
    case MARK_JID_FB:
      return read_other_jid (reader, FALSE);
    case MARK_JID_INTEROP:
      return read_other_jid (reader, TRUE);
    default:
      return read_plain (reader, mark);
    }
}

static gboolean
is_list (guint8 mark)
{
  return mark == MARK_EMPTY || mark == MARK_LIST_8 || mark == MARK_LIST_16;
}

static gboolean
read_list (Reader *reader, guint8 mark, guint32 *size)
{
  *size = 0;
  if (mark == MARK_EMPTY)
    return TRUE;
  if (mark != MARK_LIST_8 && mark != MARK_LIST_16)
    return fail (reader, "no list where one must be");

  return read_number (reader, mark == MARK_LIST_8 ? 1 : 2, size);
}

static gboolean
count_items (Reader *reader, guint n)
{
  reader->n_items += n;

  return reader->n_items <= KONTOR_NODE_MAX_ITEMS || fail (reader, "too much in one frame");
}

static gboolean
read_attribute (Reader *reader, KontorNode *node)
{
  g_autofree char *name = read_part (reader), *value = NULL;
  guint8 mark;

  if (name == NULL || !read_byte (reader, &mark) || (value = read_text (reader, mark)) == NULL)
    return FALSE;
  if (*name == '\0' || kontor_node_get (node, name) != NULL)
    return fail (reader, "an attribute without a name, or twice");
  kontor_node_set (node, name, value);

  return TRUE;
}

/* Bytes are a part of the frame, not a copy; a text in another form becomes its letters. */
static gboolean
read_bytes (Reader *reader, guint8 mark, KontorNode *node)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  guint32 size;

  if (mark == MARK_BINARY_8 || mark == MARK_BINARY_20 || mark == MARK_BINARY_32)
    {
      if (!read_size (reader, mark, &size) || take (reader, size) == NULL)
        return FALSE;
      bytes = g_bytes_new_from_bytes (reader->frame, reader->at - size, size);
      kontor_node_set_bytes (node, bytes);
      return TRUE;
    }
  text = read_text (reader, mark);
  if (text == NULL)
    return FALSE;
  kontor_node_set_text (node, text);

  return TRUE;
}

static KontorNode *read_node (Reader *reader, guint depth);

static gboolean
read_content (Reader *reader, KontorNode *node, guint depth)
{
  KontorNode *child;
  guint8 mark;
  guint32 n;

  if (!read_byte (reader, &mark))
    return FALSE;
  if (!is_list (mark))
    return read_bytes (reader, mark, node);
  if (!read_list (reader, mark, &n))
    return FALSE;
  for (; n > 0; n--)
    {
      child = read_node (reader, depth + 1);
      if (child == NULL)
        return FALSE;
      kontor_node_add (node, child);
    }

  return TRUE;
}

/* (transfer full) */
static KontorNode *
read_node (Reader *reader, guint depth)
{
  g_autoptr(KontorNode) node = NULL;
  g_autofree char *tag = NULL;
  guint8 mark;
  guint32 size;

  if (depth > KONTOR_NODE_MAX_DEPTH)
    {
      fail (reader, "nested too deep");
      return NULL;
    }
  if (!read_byte (reader, &mark) || !read_list (reader, mark, &size))
    return NULL;
  if (size == 0)
    {
      fail (reader, "a node without a tag");
      return NULL;
    }
  if (!count_items (reader, size) || (tag = read_part (reader)) == NULL)
    return NULL;
  if (*tag == '\0')
    {
      fail (reader, "a node without a tag");
      return NULL;
    }
  if (size > KONTOR_NODE_MAX_ATTRIBUTES * 2 + 2)
    {
      fail (reader, "too many attributes");
      return NULL;
    }
  node = kontor_node_new (tag, NULL);
  for (guint32 i = 0; i < (size - 1) / 2; i++)
    if (!read_attribute (reader, node))
      return NULL;
  if (size % 2 == 0 && !read_content (reader, node, depth))
    return NULL;

  return g_steal_pointer (&node);
}

/* (transfer full): what zlib packed, after the first byte. */
static GBytes *
unpack (GBytes *frame, GError **error)
{
  g_autoptr(GBytes) packed = g_bytes_new_from_bytes (frame, 1, g_bytes_get_size (frame) - 1);
  g_autoptr(GInputStream) from = g_memory_input_stream_new_from_bytes (packed);
  g_autoptr(GConverter) zlib =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (from, zlib);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GError) inner = NULL;
  guint8 chunk[16384];
  gssize got;

  while ((got = g_input_stream_read (stream, chunk, sizeof chunk, NULL, &inner)) > 0 &&
         bytes->len <= KONTOR_NODE_MAX_SIZE)
    g_byte_array_append (bytes, chunk, got);
  if (got != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "A node cannot be read: %s.",
                   inner != NULL ? inner->message : "it unpacks to more than it may");
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

KontorNode *
kontor_node_read (GBytes *frame, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (frame, &size);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(KontorNode) node = NULL;
  g_autoptr(GError) inner = NULL;
  Reader reader = { .error = &inner };

  if (size > 0)
    bytes = (data[0] & FLAG_ZLIB) != 0 ? unpack (frame, error)
                                       : g_bytes_new_from_bytes (frame, 1, size - 1);
  else
    fail (&(Reader) { .error = error }, "it is empty");
  if (bytes == NULL)
    return NULL;
  reader.frame = bytes;
  reader.bytes = g_bytes_get_data (bytes, &reader.size);
  node = read_node (&reader, 0);
  if (node != NULL && reader.at < reader.size)
    {
      fail (&reader, "more than one node in a frame");
      g_clear_pointer (&node, kontor_node_free);
    }
  if (node == NULL)
    g_propagate_error (error, g_steal_pointer (&inner));

  return g_steal_pointer (&node);
}
