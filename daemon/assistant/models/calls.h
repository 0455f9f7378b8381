/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calls.h — that a model was asked, as records of the kind ai-call; never what was said. */
#pragma once

#include "assistant/models/provider.h"

G_BEGIN_DECLS

/* @purpose, @prompt, @reason: (nullable); 0 for a conversation there is none of. */
typedef struct {
  const char       *outcome;       /* "answered", "known", "failed", "cancelled" */
  const char       *reason;
  const char       *purpose, *prompt;
  gint64            conversation;
  gint64            at_us, latency_ms;
  KontorModelUsage  usage;
  gboolean          is_estimated;
} KontorCallFacts;

/* (transfer full): the id of the record. What was known already costs nothing. */
char    *kontor_calls_record (KontorStore *store, const KontorProvider *provider,
                              const KontorCallFacts *facts, GError **error);
/* What @id answered became the message of that number. */
gboolean kontor_calls_link   (KontorStore *store, const char *id, gint64 message, GError **error);
/* What was spent on @provider since, in billionths of a minor unit; −1 with error. */
gint64   kontor_calls_count_spent (KontorStore *store, const char *provider, gint64 since_us,
                                   GError **error);

G_END_DECLS
