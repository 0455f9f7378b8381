/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plain-text.h — what stands in a text view, without what is only shown. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full) */
char *kontor_plain_text_dup (GtkTextView *view);

G_END_DECLS
