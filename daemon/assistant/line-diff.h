/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line-diff.h — what is different between two texts, line by line. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): every line of both, each after "-" (in @before alone), "+" (in @after alone) or
 * " " (in both), in an order in which as many lines as can be are in both. */
char *kontor_line_diff (const char *before, const char *after);

G_END_DECLS
