/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bubble-line.h — what was said and the button of its menu side by side, at one edge of a thread or
 * across it. It knows nothing of messages. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: bubble (GtkWidget), more (GtkWidget: stands on the inner side). */
#define KONTOR_TYPE_BUBBLE_LINE (kontor_bubble_line_get_type ())
G_DECLARE_FINAL_TYPE (KontorBubbleLine, kontor_bubble_line, KONTOR, BUBBLE_LINE, GtkWidget)

/* @align: of the bubble: START, END or CENTER, as wide as it would be; FILL, across. */
void kontor_bubble_line_set_align (KontorBubbleLine *self, GtkAlign align);

G_END_DECLS
