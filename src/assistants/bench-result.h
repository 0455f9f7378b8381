/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-result.h — one golden conversation: what is expected of it, and beside that what each side
 * made of it. */
#pragma once

#include <adwaita.h>

#include "model/record.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_BENCH_RESULT (kontor_bench_result_get_type ())
G_DECLARE_FINAL_TYPE (KontorBenchResult, kontor_bench_result, KONTOR, BENCH_RESULT, AdwBin)

/* @script: of the golden conversation */
GtkWidget *kontor_bench_result_new (const char *name, const char *script);
/* @side: what people call it. @run: the golden-run. */
void       kontor_bench_result_add (KontorBenchResult *self, const char *side, GVariant *run);

G_END_DECLS
