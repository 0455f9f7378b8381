/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quote.h — what a message answers, above it; a click goes there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_QUOTE (kontor_quote_get_type ())
G_DECLARE_FINAL_TYPE (KontorQuote, kontor_quote, KONTOR, QUOTE, GtkButton)

/* @id: of the message that is quoted. @author: "" where nobody knows. */
void kontor_quote_set (KontorQuote *self, const char *id, const char *author, const char *line);

G_END_DECLS
