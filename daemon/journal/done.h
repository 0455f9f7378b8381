/* SPDX-License-Identifier: GPL-3.0-or-later */
/* done.h — what the assistant did since a moment of the turn. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The end of the audit log as it stands; −1 on error. */
gint64     kontor_done_mark  (KontorStore *store, GError **error);
/* (transfer full): the entries (GVariant) of what the assistant did or was refused after @mark. */
GPtrArray *kontor_done_since (KontorStore *store, gint64 mark, GError **error);

G_END_DECLS
