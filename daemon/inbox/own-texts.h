/* SPDX-License-Identifier: GPL-3.0-or-later */
/* own-texts.h — the business's own words in place of ours, for one house at a time: the one that is
 * open. Records of the kind "customer-text"; what inbox/texts.h gives follows them. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* From now on the texts are those of @store and of no other, and follow its changes. Before it is
 * closed, kontor_own_texts_leave(). */
gboolean   kontor_own_texts_use   (KontorStore *store, GError **error);
void       kontor_own_texts_leave (KontorStore *store);

/* (transfer full): of a{sv}, all texts of @language: code, group, name, usual (ours) and text (the
 * business's, "" where it has none). NULL with NOT_FOUND where nobody speaks it. */
GPtrArray *kontor_own_texts_list  (KontorStore *store, const char *language, GError **error);

G_END_DECLS
