/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ics.h"

#include <string.h>

/* Of a line, without its CRLF; the space that goes on with a folded line is one of them. */
#define MOST_OCTETS 75

void
kontor_ics_add (GString *ics, const char *name, const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);
  gsize octets = 0;

  for (const char *here = line; *here != '\0'; here = g_utf8_next_char (here))
    {
      gsize size = g_utf8_next_char (here) - here;

      if (octets + size > MOST_OCTETS)
        {
          g_string_append (ics, "\r\n ");
          octets = 1;
        }
      g_string_append_len (ics, here, size);
      octets += size;
    }
  g_string_append (ics, "\r\n");
}

void
kontor_ics_add_text (GString *ics, const char *name, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) escaped = g_string_new (NULL);

  for (const char *here = valid; *here != '\0'; here++)
    if (*here == '\n')
      g_string_append (escaped, "\\n");
    else if (strchr ("\\;,", *here) != NULL)
      g_string_append_printf (escaped, "\\%c", *here);
    else if (!g_ascii_iscntrl (*here) || *here == '\t')
      g_string_append_c (escaped, *here);
  kontor_ics_add (ics, name, escaped->str);
}

void
kontor_ics_add_instant (GString *ics, const char *name, gint64 at_us)
{
  g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);
  g_autofree char *value = at != NULL ? g_date_time_format (at, "%Y%m%dT%H%M%SZ") : NULL;

  if (value != NULL)
    kontor_ics_add (ics, name, value);
}
