/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checked.h — what is broken in a store, once a thread has read it. */
#pragma once

#include "store/check.h"

typedef struct {
  GStrv    faults;
  GError **error;
  gboolean is_done;
} Checked;

static inline void
checked_on_share (double share, gpointer data)
{
  g_assert_cmpfloat (share, >, 0);
  g_assert_cmpfloat (share, <=, 1);
}

static inline void
checked_on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Checked *checked = data;

  checked->faults = kontor_check_finish (result, checked->error);
  checked->is_done = TRUE;
}

/* (transfer full) */
static inline GStrv
checked_read (KontorStore *store, GError **error)
{
  Checked checked = { NULL, error, FALSE };

  kontor_check_async (store, checked_on_share, NULL, checked_on_done, &checked);
  while (!checked.is_done)
    g_main_context_iteration (NULL, TRUE);

  return checked.faults;
}
