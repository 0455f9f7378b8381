/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-view.h — golden conversations: kept, changed, and run against what is laid side by side,
 * with what is expected beside what came. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_BENCH_VIEW (kontor_bench_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorBenchView, kontor_bench_view, KONTOR, BENCH_VIEW, AdwBin)

GtkWidget *kontor_bench_view_new (KontorRemoteHouse *house);

G_END_DECLS
