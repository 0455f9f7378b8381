/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kinds.h — the kinds of records the daemon tells, looked up for a command. */
#pragma once

#include "ctl/connection.h"
#include "ctl/fields.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): what is told of the one named @name in a list of dictionaries. */
GVariant        *kontor_ctl_told_find   (GVariant *told, const char *name);
/* What people read of a kind, a field or an action, in their language; empty where it has none. */
const char      *kontor_ctl_told_title  (GVariant *told);
/* (transfer full): the fields told in it; none where @told is NULL or tells none. */
KontorCtlFields *kontor_ctl_told_fields (GVariant *told, const char *member);

/* (transfer full) (nullable): the fields of a kind. Without fields when the daemon has no such
 * kind: the call that follows is refused in the daemon's words. NULL with an error. */
KontorCtlFields *kontor_ctl_kind_fields (KontorCtl *ctl, const char *kind, GError **error);
/* Adds the own fields ("x-…") that stand in @records (aa{sv}). */
void             kontor_ctl_add_own_fields (KontorCtl *ctl, const char *kind, GVariant *records,
                                            KontorCtlFields *fields);

/* (transfer full) (nullable): all records, page by page; no more than @limit (0: all). */
GVariant        *kontor_ctl_query       (KontorCtl *ctl, const char *kind, GVariant *filter,
                                         gboolean descending, guint limit, GError **error);

G_END_DECLS
