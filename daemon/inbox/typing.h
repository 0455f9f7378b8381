/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typing.h — the contact sees that it was read, or that somebody writes an answer, where the line
 * can tell; that it cannot is nobody's trouble. */
#pragma once

#include "channels/lines.h"

G_BEGIN_DECLS

/* NOT_FOUND where there is no such conversation. */
gboolean kontor_typing_tell (KontorStore *store, KontorLines *lines, gint64 conversation,
                             gboolean typing, GError **error);

G_END_DECLS
