/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures-unit.h — what stands beside a number and makes it money, a share or a larger number.
 * Pure. For figures-number.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The code or sign of a currency right before byte @at of @text, a space between allowed; NULL
 * where none is. Lent for good. */
const char *kontor_unit_money_before (const char *text, gsize at);
/* The same right after it. */
const char *kontor_unit_money_after  (const char *text, gsize at);
/* Whether a percent sign, or the word in any language, follows. */
gboolean    kontor_unit_is_percent   (const char *text, gsize at);
/* What "thousand", "k" or "lakh" after the number multiply it by; else 1. */
gint64      kontor_unit_get_factor   (const char *text, gsize at);

G_END_DECLS
