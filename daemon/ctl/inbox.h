/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inbox.h — reading conversations and messages; practice reads its answers here too. */
#pragma once

#include "ctl/connection.h"
#include "model/field.h"

G_BEGIN_DECLS

/* What Inbox tells of a message, described as the fields of a record are. */
extern const KontorField kontor_ctl_message_fields[];

/* (transfer full) (nullable): the one conversation; KONTOR_ERROR_NOT_FOUND when there is none. */
GVariant *kontor_ctl_get_conversation (KontorCtl *ctl, gint64 id, GError **error);
/* (transfer full) (nullable): aa{sv} in the order of time: those after @after (0: all), no more
 * than the latest @limit (0: all). */
GVariant *kontor_ctl_get_messages     (KontorCtl *ctl, gint64 conversation, gint64 after,
                                       guint limit, GError **error);

G_END_DECLS
