/* SPDX-License-Identifier: GPL-3.0-or-later */
/* step-row.h — a step of setting a line up: what it needs, and whether it holds. */
#pragma once

#include <adwaita.h>

#include "remote/fields.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_STEP_OPEN,     /* nobody tried */
  KONTOR_STEP_TRYING,
  KONTOR_STEP_FINE,
  KONTOR_STEP_WRONG,
} KontorStepState;

#define KONTOR_TYPE_STEP_ROW (kontor_step_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorStepRow, kontor_step_row, KONTOR, STEP_ROW, AdwExpanderRow)

/* @text: "" for none. */
GtkWidget      *kontor_step_row_new       (const char *title, const char *text);
/* @advice: what to mend; "" for nothing. While it is being tried, the last one stays. */
void            kontor_step_row_set_state (KontorStepRow *self, KontorStepState state,
                                           const char *advice);
KontorStepState kontor_step_row_get_state (KontorStepRow *self);

G_END_DECLS
