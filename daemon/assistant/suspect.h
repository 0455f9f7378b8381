/* SPDX-License-Identifier: GPL-3.0-or-later */
/* suspect.h — texts that speak to a model instead of to people. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text tells a model to forget what it was told: such a passage is nobody's knowledge and
 * is not given to a model at all. Words in the languages there are, by a table. */
gboolean kontor_suspect_is_order (const char *text);

G_END_DECLS
