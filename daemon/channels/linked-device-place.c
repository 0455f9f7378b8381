/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-place.c — where WhatsApp is. Tests have their own in its place, as the environment
 * says, and only on this computer: whoever can say where the keys of the certificates come from
 * could else read along. */
#define G_LOG_DOMAIN "channels"

#include <string.h>

#include "channels/linked-device-inside.h"

/* "URL PAGE ROOT": where the socket, the web version and the certificates' key (in hexadecimal
 * digits) are to be found. */
#define PLACE "KONTOR_LINKED_PLACE"

static const KontorSessionPlace *played;

void
kontor_linked_play_place (const KontorSessionPlace *place)
{
  played = place;
}

static gboolean
is_here (const char *url)
{
  g_autoptr(GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autoptr(GInetAddress) address = host != NULL ? g_inet_address_new_from_string (host) : NULL;

  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
read_hex (const char *hex, guint8 *bytes, gsize size)
{
  if (strlen (hex) != 2 * size)
    return FALSE;
  for (gsize i = 0; i < size; i++)
    bytes[i] = g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]);

  return TRUE;
}

KontorSession *
kontor_linked_make_session (KontorLinkedDevice *self, KontorCredentials *credentials,
                            const KontorDeviceKeys *keys, const KontorSessionEvents *events)
{
  KontorSessionPlace place = played != NULL ? *played : *kontor_session_get_whatsapp ();
  const char *given = g_getenv (PLACE);
  g_auto(GStrv) words = given != NULL ? g_strsplit (given, " ", 3) : NULL;

  if (words != NULL && g_strv_length (words) == 3 && is_here (words[0]) && is_here (words[1]) &&
      read_hex (words[2], self->root, sizeof self->root))
    {
      place.url = words[0];
      place.page = words[1];
      place.root = self->root;
    }
  else if (given != NULL)
    g_warning (PLACE " is left alone: it is no place on this computer");

  return kontor_session_new (&place, credentials, keys, events, self);
}
