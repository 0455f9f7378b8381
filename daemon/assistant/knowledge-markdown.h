/* SPDX-License-Identifier: GPL-3.0-or-later */
/* knowledge-markdown.h — one line of Markdown as a person reads it; for knowledge-split.c alone.
 *
 * WhatsApp shows the text as it is, so signs that only mark up are taken away.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @line without emphasis, code marks and link brackets: "[here](u)" is
 * "here (u)". Linear in its length. */
char *kontor_markdown_plain (const char *line);

G_END_DECLS
