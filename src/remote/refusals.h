/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refusals.h — what the daemon refuses, in the language of the window. What is not known stays as
 * the daemon says it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text may have several lines, each with the field that it is about before it:
 * "phone: cannot be negative". */
char *kontor_refusal_dup_words (const char *text);

G_END_DECLS
