/* SPDX-License-Identifier: GPL-3.0-or-later */
/* learn.h — files of any length come into the knowledge, one after the other, while messages are
 * answered between; what a cancelled or broken-off one left is removed the same way. */
#pragma once

#include <gio/gio.h>

#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_LEARN (kontor_learn_get_type ())
G_DECLARE_FINAL_TYPE (KontorLearn, kontor_learn, KONTOR, LEARN, GObject)

/* @share: 0 to 1 of the file; ten times a second at most. */
typedef void (*KontorLearnProgress) (double share, gpointer data);

/* @store: lent; dispose of it before that is closed. */
KontorLearn *kontor_learn_new         (KontorStore *store);

/* @name: its end tells the form: .csv, .md, .markdown; else plain text. @progress: (nullable): with
 * @data. Cancelled, or BAD_INPUT that names the line: nothing of it was taken. */
void         kontor_learn_file_async  (KontorLearn *self, const KontorActor *actor,
                                       const char *name, GBytes *content,
                                       KontorLearnProgress progress, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer data);
/* *counts, *verdicts: (optional) (transfer full): as of KontorIntake. */
gboolean     kontor_learn_file_finish (KontorLearn *self, GAsyncResult *result, GVariant **counts,
                                       GPtrArray **verdicts, GError **error);

G_END_DECLS
