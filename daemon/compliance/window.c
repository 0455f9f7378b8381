/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compliance/window.h"

#include "model/error.h"

gint64
kontor_window_closes_at_us (gint64 window_us, gint64 last_in_at_us)
{
  if (window_us == 0)
    return G_MAXINT64;

  return last_in_at_us > 0 ? last_in_at_us + window_us : 0;
}

gboolean
kontor_window_allows (gint64 window_us, gint64 last_in_at_us, const char *kind,
                      gint64 now_us, GError **error)
{
  if (g_str_equal (kind, "template") ||
      now_us < kontor_window_closes_at_us (window_us, last_in_at_us))
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, last_in_at_us > 0
                       ? "the contact wrote more than 24 hours ago; WhatsApp lets only a template "
                         "through until they write again"
                       : "the contact has not written in the last 24 hours; WhatsApp lets only a "
                         "template through until they write");

  return FALSE;
}
