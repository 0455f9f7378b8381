/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lines.h — the channels that are in use: one object for each active record, following it. */
#pragma once

#include "channels/channel.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_LINES (kontor_lines_get_type ())
G_DECLARE_FINAL_TYPE (KontorLines, kontor_lines, KONTOR, LINES, GObject)

/* Signals: "received" (KontorChannel *, KontorBatch *) → TRUE when it took the batch;
 * "health-changed" (KontorChannel *). */
KontorLines   *kontor_lines_new   (KontorStore *store);
/* Starts the active ones; from then on, records that change are followed. */
gboolean       kontor_lines_open  (KontorLines *self, GError **error);
void           kontor_lines_close (KontorLines *self);
/* The network is back, or the computer slept: each line tries at once. */
void           kontor_lines_wake  (KontorLines *self);
/* (transfer none) (nullable): NULL when it is switched off or not there. */
KontorChannel *kontor_lines_find  (KontorLines *self, const char *id);
/* (transfer none) (nullable): the first one of a kind. */
KontorChannel *kontor_lines_find_kind (KontorLines *self, const char *kind);

G_END_DECLS
