/* SPDX-License-Identifier: GPL-3.0-or-later */
/* window.h — how long after a contact wrote a line carries what is not a template: WhatsApp's
 * customer service window of 24 hours (developers.facebook.com/docs/whatsapp/pricing). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When it closes, µs since 1970; G_MAXINT64 where the line has none. @window_us: the line's, 0 for
 * none. @last_in_at_us: when the contact wrote last, 0 for never. */
gint64   kontor_window_closes_at_us (gint64 window_us, gint64 last_in_at_us);

/* Whether a message of @kind may go at @now_us. NOT_ALLOWED says what may. */
gboolean kontor_window_allows (gint64 window_us, gint64 last_in_at_us, const char *kind,
                               gint64 now_us, GError **error);

G_END_DECLS
