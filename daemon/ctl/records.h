/* SPDX-License-Identifier: GPL-3.0-or-later */
/* records.h — what other commands do to records too: a channel is one, an action gives one. */
#pragma once

#include "ctl/connection.h"

G_BEGIN_DECLS

/* @kinds: what is told of kinds, with their fields. @name: (nullable): one of them alone. */
gboolean kontor_ctl_print_kinds    (KontorCtl *ctl, GVariant *kinds, const char *name,
                                    GError **error);
gboolean kontor_ctl_print_record   (KontorCtl *ctl, const char *kind, GVariant *record,
                                    GError **error);
/* @id: empty for a new one. Prints the id. */
gboolean kontor_ctl_save_values    (KontorCtl *ctl, const char *kind, const char *id,
                                    GVariant *values, GError **error);
/* The same of a new one. (transfer full): its id */
char    *kontor_ctl_save_new       (KontorCtl *ctl, const char *kind, GVariant *values,
                                    GError **error);
gboolean kontor_ctl_remove_record  (KontorCtl *ctl, const char *kind, const char *id,
                                    GError **error);

G_END_DECLS
