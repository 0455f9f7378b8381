/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pill.h — a state as a word on a colour. A new state needs a line in the table only where its
 * colour says something. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The style class that goes with a state, an entry or a verdict: "success", "warning", "error",
 * "accent" or NULL. */
const char *kontor_pill_style (const char *state);

/* Shows @state on @label, as people say it; hides it for "". */
void        kontor_pill_show  (GtkLabel *label, const char *state);

G_END_DECLS
