/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures-read.h — the figures of a text in their order, each with all that it may mean. For
 * figures.c. */
#pragma once

#include "model/language.h"
#include "model/zone.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_FIGURE_NUMBER,   /* @value: thousandths */
  KONTOR_FIGURE_MONEY,    /* the same; @word: a code or sign, or "" for a word that means money */
  KONTOR_FIGURE_PERCENT,  /* thousandths */
  KONTOR_FIGURE_TIME,     /* minutes of the day */
  KONTOR_FIGURE_DATE,     /* year * 10000 + month * 100 + day, each 0 where it is not said */
  KONTOR_FIGURE_WEEKDAY,  /* 1 Monday … 7 Sunday */
  KONTOR_FIGURE_ID,       /* @word: letters and digits, small */
  KONTOR_FIGURE_PHONE,    /* @word: the digits */
} KontorFigureKind;

#define KONTOR_FIGURE_WORD 32
#define KONTOR_FIGURE_MEANINGS 3

typedef struct {
  KontorFigureKind kind;
  gint64           value;
  char             word[KONTOR_FIGURE_WORD];
} KontorFigureMeaning;

/* Bytes of the text, and what they may mean: "3/4" is a day in April or in March. */
typedef struct {
  gsize               start, len;
  guint               n;
  KontorFigureMeaning meanings[KONTOR_FIGURE_MEANINGS];
} KontorFigure;

/* (transfer full): of KontorFigure. @text: UTF-8 */
GArray  *kontor_figures_read (const char *text, const KontorLanguage *language,
                              const KontorWallTime *today, gboolean month_first);

/* Whether two codes, signs or words of money can mean the same: "AED" and "Dh", "$" and "USD". */
gboolean kontor_figures_same_money (const char *a, const char *b);

G_END_DECLS
