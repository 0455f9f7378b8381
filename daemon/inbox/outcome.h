/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outcome.h — what became of a message that a line was asked to say; for inbox/outbox.c alone. */
#pragma once

#include "inbox/outbox-table.h"
#include "model/line.h"

G_BEGIN_DECLS

/* Keeps what the line answered: @external, its id of the message, or @failure with @setback.
 * @confirms: of the line's class. */
gboolean kontor_outcome_keep          (KontorStore *store, const KontorOutgoing *outgoing,
                                       gboolean confirms, const char *external,
                                       const KontorSetback *setback, const GError *failure,
                                       GError **error);
/* It never goes; @reason: in words for the owner. */
gboolean kontor_outcome_fail          (KontorStore *store, const KontorOutgoing *outgoing,
                                       const char *reason, GError **error);
/* Perhaps it was said: a receipt tells, where the line @confirms, or a person. */
gboolean kontor_outcome_leave_unknown (KontorStore *store, const KontorOutgoing *outgoing,
                                       gboolean confirms, const char *reason, GError **error);

G_END_DECLS
