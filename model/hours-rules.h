/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hours-rules.h — what opening hours are made of; for hours.c and hours-text.c alone. */
#pragma once

#include "model/hours.h"

G_BEGIN_DECLS

typedef struct {
  int from;  /* year * 10000 + month * 100 + day; the year is 0 when it comes back every year */
  int to;
} KontorHoursDates;

typedef struct {
  int from_min;
  int to_min;  /* over 1440 after midnight */
} KontorHoursTimes;

typedef struct {
  guint weekdays;  /* bit 0 is Monday */
  GArray *dates;   /* of KontorHoursDates; empty for all */
  GArray *times;   /* of KontorHoursTimes, in order; empty when closed */
} KontorHoursRule;

struct _KontorHours {
  GPtrArray *rules;  /* of KontorHoursRule */
};

G_END_DECLS
