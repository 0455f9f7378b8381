/* SPDX-License-Identifier: GPL-3.0-or-later */
/* views.h — saved views of the inbox: records of the kind "inbox-view", as what is asked for. */
#pragma once

#include "inbox/conversation.h"

G_BEGIN_DECLS

/* Narrows @query by the view @id; what @query says already stays. @me: the teammate who looks.
 * (transfer full): the record, whose texts @query borrows. NOT_FOUND */
GVariant *kontor_inbox_view_apply (KontorStore *store, const char *id, const char *me,
                                   KontorConversationQuery *query, GError **error);

G_END_DECLS
