/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sides.h — who is tried, from the options of a command; for try.c and bench.c. */
#pragma once

#include "ctl/arguments.h"

G_BEGIN_DECLS

/* --assistant, --prompt, --text and --built-in, as Assistants.Try() takes them. USAGE, or an error
 * of the file that --text names. */
gboolean kontor_ctl_side_fill (GVariantDict *options, KontorCtlArguments *arguments,
                               GError **error);
/* (transfer full) (nullable): billionths of a minor unit in words, as "0.0023 USD"; NULL where
 * there are no prices. */
char    *kontor_ctl_dup_cost  (gint64 nano, const char *currency);

G_END_DECLS
