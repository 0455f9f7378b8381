/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/jid.h"

#include <string.h>

static const struct {
  const char *server;
  guint8      domain;
} domains[] = {
  { KONTOR_JID_SERVER, 0 },
  { "lid", 1 },
  { "hosted", 128 },
  { "hosted.lid", 129 },
};

/* A colon and the number up to the '@'; no colon: 0. */
static gboolean
read_device (const char *colon, gsize size, guint *device)
{
  guint64 number = 0;

  if (size == 0)
    {
      *device = 0;
      return TRUE;
    }
  if (size < 2 || size > 6)
    return FALSE;
  for (gsize i = 1; i < size; i++)
    {
      if (!g_ascii_isdigit (colon[i]))
        return FALSE;
      number = number * 10 + (colon[i] - '0');
    }
  *device = number;

  return number <= G_MAXUINT16;
}

KontorJid *
kontor_jid_parse (const char *text)
{
  const char *at = strchr (text, '@'), *server = at != NULL ? at + 1 : text;
  gsize head = at != NULL ? at - text : 0;
  gsize user = head > 0 ? strcspn (text, ":@") : 0;
  KontorJid *jid;
  guint device;

  if (*server == '\0' || (at != NULL && user == 0) || strpbrk (server, ":@ ") != NULL ||
      !read_device (text + user, head - user, &device))
    return NULL;
  jid = g_new0 (KontorJid, 1);
  jid->user = g_strndup (text, user);
  jid->device = device;
  jid->server = g_strdup (server);

  return jid;
}

void
kontor_jid_free (KontorJid *jid)
{
  g_free (jid->user);
  g_free (jid->server);
  g_free (jid);
}

char *
kontor_jid_make (const char *user, guint device, const char *server)
{
  if (*user == '\0')
    return g_strdup (server);

  return device > 0 ? g_strdup_printf ("%s:%u@%s", user, device, server)
                    : g_strconcat (user, "@", server, NULL);
}

gboolean
kontor_jid_find_domain (const char *server, guint8 *domain)
{
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    if (g_str_equal (domains[i].server, server))
      {
        *domain = domains[i].domain;
        return TRUE;
      }

  return FALSE;
}

const char *
kontor_jid_get_domain (guint8 domain)
{
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    if (domains[i].domain == domain)
      return domains[i].server;

  return NULL;
}
