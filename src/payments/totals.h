/* SPDX-License-Identifier: GPL-3.0-or-later */
/* totals.h — what came in, went back and was paid out in a time that is chosen here, for each
 * currency. The daemon adds up; currencies never add. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signal: "period-chosen" (). */
#define KONTOR_TYPE_TOTALS (kontor_totals_get_type ())
G_DECLARE_FINAL_TYPE (KontorTotals, kontor_totals, KONTOR, TOTALS, AdwBin)

void     kontor_totals_set_house    (KontorTotals *self, KontorRemoteHouse *house);
/* Adds the chosen time to a filter, by the field @name of type instant. */
void     kontor_totals_add_period   (KontorTotals *self, GVariantDict *filter, const char *name);
/* Whether another time was chosen than is shown at first, and not all of it. */
gboolean kontor_totals_is_narrowed  (KontorTotals *self);

G_END_DECLS
