/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stem.h — the stem of an English word, by M. F. Porter, "An algorithm for suffix stripping",
 * Program 14 (1980): "cancelling", "cancelled" and "cancels" are all "cancel".
 * Words that are not plain a–z, and those of one or two letters, are their own stem.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full). @word in lower case. */
char *kontor_stem (const char *word);

G_END_DECLS
