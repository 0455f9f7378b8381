/* SPDX-License-Identifier: GPL-3.0-or-later */
/* currencies.h — the table of currencies; money.h reads it. To add one, add its line, in order. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char code[4];
  int exponent;         /* decimals of the minor unit: 2 for cents, 0 where there are none */
  const char *symbols;  /* separated by spaces, or NULL */
} KontorCurrency;

extern const KontorCurrency kontor_currencies[];
extern const gsize kontor_n_currencies;

G_END_DECLS
