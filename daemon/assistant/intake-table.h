/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake-table.h — files of knowledge as they come in; for intake.c and learn.c alone.
 *
 * A file's row is there from its first passage until all that it moved is tidied up.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What stands now and came from a file. */
typedef struct {
  gint64   id;
  char    *title;     /* these three are "" for none */
  char    *question;
  char    *text;
  gboolean is_met;    /* the file has it again */
} KontorKept;

void     kontor_kept_free             (KontorKept *self);

/* Appends to @all, of KontorKept, at most @limit with ids after @after. */
gboolean kontor_intake_table_load     (KontorStore *store, const char *source, gint64 after,
                                       guint limit, GPtrArray *all, GError **error);
/* The number of a new file, or −1. */
gint64   kontor_intake_table_open     (KontorStore *store, const char *source, GError **error);
/* The id of a passage that stands once @file does, or −1. */
gint64   kontor_intake_table_add      (KontorStore *store, gint64 file, GVariant *passage,
                                       GError **error);
/* The passage @id stands until @file does. */
gboolean kontor_intake_table_leave    (KontorStore *store, gint64 file, gint64 id, GError **error);
gboolean kontor_intake_table_change   (KontorStore *store, gint64 id, GVariant *passage,
                                       GError **error);
gboolean kontor_intake_table_stand    (KontorStore *store, gint64 file, GError **error);

/* A bounded part of merging the index. */
gboolean kontor_intake_table_merge    (KontorStore *store, GError **error);
/* Removes at most @limit passages that never came to stand or do not any more, of files that nobody
 * brings in any more; *more: whether there may be others. */
gboolean kontor_intake_table_tidy     (KontorStore *store, guint limit, gboolean *more,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorKept, kontor_kept_free)

G_END_DECLS
