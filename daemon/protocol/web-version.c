/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/web-version.h"

#include <string.h>

static const char mark[] = "\"client_revision\":";

guint
kontor_web_version_find (GBytes *page)
{
  gsize size;
  const char *text = g_bytes_get_data (page, &size);
  const char *found = size > 0 ? g_strstr_len (text, size, mark) : NULL;
  guint64 revision = 0;

  if (found == NULL)
    return 0;
  for (found += strlen (mark); found < text + size && g_ascii_isdigit (*found); found++)
    if ((revision = revision * 10 + (*found - '0')) > G_MAXUINT32)
      return 0;

  return revision;
}
