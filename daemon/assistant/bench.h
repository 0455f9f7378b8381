/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.h — a golden conversation is run: each thing its customer says is answered as a trial, and
 * what must hold of the answer is looked at. What came of it is kept as a golden-run. */
#pragma once

#include "assistant/golden.h"
#include "assistant/rehearsal.h"

G_BEGIN_DECLS

/* @golden: its id. @side: copied. */
void      kontor_bench_run_async  (KontorChoose *choose, const char *golden,
                                   const KontorSide *side, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): the record of the kind golden-run. */
GVariant *kontor_bench_run_finish (GAsyncResult *result, GError **error);

/* Whether what is expected holds of @answer. *fault: (out) (transfer full): in words why not. For
 * bench.c; pure. */
gboolean  kontor_golden_judge     (const KontorGoldenItem *expected,
                                   const KontorRehearsed *answer, char **fault);

G_END_DECLS
