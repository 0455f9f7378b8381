/* SPDX-License-Identifier: GPL-3.0-or-later */
/* node-write.c — the shortest form of each text, as the other clients write it; nothing is ever
 * packed with zlib, which only the server does. */
#include <string.h>

#include "protocol/jid.h"
#include "protocol/node-codec.h"
#include "protocol/node-marks.h"
#include "protocol/tokens.h"

static void
write_byte (GByteArray *out, guint8 byte)
{
  g_byte_array_append (out, &byte, 1);
}

/* @size bytes of @number, the highest first. */
static void
write_number (GByteArray *out, guint32 number, guint size)
{
  for (guint i = size; i > 0; i--)
    write_byte (out, number >> (8 * (i - 1)));
}

static void
write_binary (GByteArray *out, const guint8 *bytes, gsize size)
{
  if (size < 1 << 8)
    {
      write_byte (out, MARK_BINARY_8);
      write_number (out, size, 1);
    }
  else if (size < 1 << 20)
    {
      write_byte (out, MARK_BINARY_20);
      write_number (out, size, 3);
    }
  else
    {
      write_byte (out, MARK_BINARY_32);
      write_number (out, size, 4);
    }
  g_byte_array_append (out, bytes, size);
}

static gboolean
write_packed (GByteArray *out, guint8 mark, const char *letters, const char *text)
{
  gsize size = strlen (text);
  guint8 low;

  if (size == 0 || size > PACKED_MAX_SIZE || strspn (text, letters) != size)
    return FALSE;
  write_byte (out, mark);
  write_byte (out, (size + 1) / 2 | (size % 2 ? PACKED_ODD : 0));
  for (gsize i = 0; i < size; i += 2)
    {
      low = i + 1 < size ? strchr (letters, text[i + 1]) - letters : PACKED_FILL;
      write_byte (out, (strchr (letters, text[i]) - letters) << 4 | low);
    }

  return TRUE;
}

static void
write_text (GByteArray *out, const char *text)
{
  int dictionary;
  guint number;

  if (kontor_token_find (text, &dictionary, &number))
    {
      if (dictionary != KONTOR_TOKEN_SINGLE)
        write_byte (out, MARK_DICTIONARY + dictionary);
      write_byte (out, number);
    }
  else if (!write_packed (out, MARK_NIBBLE, NIBBLE_LETTERS, text) &&
           !write_packed (out, MARK_HEX, HEX_LETTERS, text))
    write_binary (out, (const guint8 *) text, strlen (text));
}

/* "INTEGRATOR-USER", which others than we chose: FALSE where it is something else. */
static gboolean
write_interop (GByteArray *out, const KontorJid *jid)
{
  g_auto(GStrv) halves = g_strsplit (jid->user, "-", 2);
  guint64 integrator;

  if (g_strv_length (halves) != 2 || *halves[1] == '\0' ||
      !g_ascii_string_to_unsigned (halves[0], 10, 0, G_MAXUINT16, &integrator, NULL))
    return FALSE;
  write_byte (out, MARK_JID_INTEROP);
  write_text (out, halves[1]);
  write_number (out, jid->device, 2);
  write_number (out, integrator, 2);
  write_text (out, jid->server);

  return TRUE;
}

/* FALSE where @text is no address that has a form of its own. */
static gboolean
write_jid (GByteArray *out, const char *text)
{
  g_autoptr(KontorJid) jid = strchr (text, '@') != NULL ? kontor_jid_parse (text) : NULL;
  guint8 domain;

  if (jid == NULL)
    return FALSE;
  if (g_str_equal (jid->server, SERVER_INTEROP))
    return write_interop (out, jid);
  if (g_str_equal (jid->server, SERVER_FB))
    {
      write_byte (out, MARK_JID_FB);
      write_text (out, jid->user);
      write_number (out, jid->device, 2);
      write_text (out, jid->server);
      return TRUE;
    }
  if (jid->device > 0)
    {
      if (jid->device > G_MAXUINT8 || !kontor_jid_find_domain (jid->server, &domain))
        return FALSE;
      write_byte (out, MARK_JID_DEVICE);
      write_byte (out, domain);
      write_byte (out, jid->device);
      write_text (out, jid->user);
      return TRUE;
    }
  write_byte (out, MARK_JID_PAIR);
  write_text (out, jid->user);
  write_text (out, jid->server);

  return TRUE;
}

static void
write_list (GByteArray *out, guint size)
{
  if (size == 0)
    write_byte (out, MARK_EMPTY);
  else if (size < 1 << 8)
    {
      write_byte (out, MARK_LIST_8);
      write_number (out, size, 1);
    }
  else
    {
      write_byte (out, MARK_LIST_16);
      write_number (out, size, 2);
    }
}

static void
write_node (GByteArray *out, const KontorNode *node)
{
  guint n_attributes = kontor_node_get_n_attributes (node), n = kontor_node_get_length (node);
  GBytes *bytes = kontor_node_get_bytes (node);
  const char *value;

  write_list (out, 1 + 2 * n_attributes + (n > 0 || bytes != NULL ? 1 : 0));
  write_text (out, kontor_node_get_tag (node));
  for (guint i = 0; i < n_attributes; i++)
    {
      write_text (out, kontor_node_get_attribute (node, i, &value));
      if (!write_jid (out, value))
        write_text (out, value);
    }
  if (n > 0)
    {
      write_list (out, n);
      for (guint i = 0; i < n; i++)
        write_node (out, kontor_node_get_nth (node, i));
    }
  else if (bytes != NULL)
    write_binary (out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GBytes *
kontor_node_write (const KontorNode *node)
{
  GByteArray *out = g_byte_array_sized_new (256);

  write_byte (out, 0);
  write_node (out, node);

  return g_byte_array_free_to_bytes (out);
}
