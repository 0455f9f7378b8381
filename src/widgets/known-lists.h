/* SPDX-License-Identifier: GPL-3.0-or-later */
/* known-lists.h — what a text is usually chosen from: a field says which ("zone", "currency").
 * Others may be typed all the same; the daemon judges. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): GStrv, sorted, each with words to find it by after " · "; NULL: no such list. */
char **kontor_known_lists_dup (const char *name);

G_END_DECLS
