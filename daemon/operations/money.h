/* SPDX-License-Identifier: GPL-3.0-or-later */
/* money.h — money for what was sold, whatever kind of record that is. */
#pragma once

#include "journal/action.h"

G_BEGIN_DECLS

/* For the run of an action that takes the record under its @kind, "amount", "entry" and "note":
 * money that came by hand, never more than is owed; no amount: all that is left.
 * (transfer full): the record as it is then. */
GVariant *kontor_money_take (KontorStore *store, const KontorActor *actor, const char *kind,
                             GVariant *arguments, GError **error);

G_END_DECLS
