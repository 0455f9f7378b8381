/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge.h — two contacts that turned out to be one person, and the conversations they had. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* @from's conversations, records and identifiers become @into's; two threads on one line become
 * one. Call inside a transaction; audited. */
gboolean kontor_merge_contacts (KontorStore *store, const char *from, const char *into,
                                GError **error);

G_END_DECLS
