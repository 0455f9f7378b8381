/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statement-table.h — what we have of an account's money, to be laid beside the gateway's list. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  char  *what;      /* "paid", "refunded" or "paid-out" */
  char  *remote;
  char  *payment;   /* (nullable): "PM1" */
  gint64 minor;
  char   currency[4];
  gint64 at_us;
} KontorOurLine;

/* (transfer full): of KontorOurLine: what stands, at @since_us or later and before @until_us. */
GPtrArray *kontor_statement_query_ours (KontorStore *store, const char *account, gint64 since_us,
                                        gint64 until_us, GError **error);

G_END_DECLS
