/* SPDX-License-Identifier: GPL-3.0-or-later */
/* counts.h — how much waits. Counted by indexes and no further than people read, so that it costs
 * the same in an inbox of a million. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What is counted no further. */
#define KONTOR_COUNTS_MOST 1000

typedef struct {
  gint64 open;         /* conversations */
  gint64 mine;         /* of those, the ones of @teammate */
  gint64 nobodys;      /* of those, the ones of nobody */
  gint64 unread;       /* messages, in the latest conversations that have any */
  gint64 unread_at_us; /* when the latest of those came; 0: there is none */
  gint64 unsent;       /* conversations with something not answered yet, or on its way out */
} KontorCounts;

gboolean kontor_counts_read (KontorStore *store, const char *teammate, KontorCounts *counts,
                             GError **error);

G_END_DECLS
