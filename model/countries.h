/* SPDX-License-Identifier: GPL-3.0-or-later */
/* countries.h — the table of countries' numbering plans; phone.h reads it. To add one, add its
 * line, in order of the code. Lists are separated by spaces. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char code[4];               /* ISO 3166 alpha-2; AC, TA and XK; "001" for no country's numbers */
  const char *calling_code;   /* without + */
  const char *trunk;          /* what stands before a national number at home, "" for nothing */
  const char *international;  /* what is dialled to leave the country; x is any digit */
  int min_length;             /* digits after the calling code */
  int max_length;
  const char *areas;          /* first digits that tell it from others with its calling code */
} KontorCountry;

extern const KontorCountry kontor_countries[];
extern const gsize kontor_n_countries;

G_END_DECLS
