/* SPDX-License-Identifier: GPL-3.0-or-later */
/* labels.h — what people put on contacts. A contact's field "labels" has them in words, parted by
 * commas, and is what people, files and actions write; contact_label is the same for finding. A
 * word that is no label yet becomes one. Conversations have the labels of their contact. */
#pragma once

#include "journal/actor.h"
#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* (transfer full): the words in @labels (nullable), each once. */
char   **kontor_labels_split  (const char *labels);
/* Puts the label with the id @label on @contact; harmless where it is there already. */
gboolean kontor_labels_add    (KontorStore *store, const KontorActor *actor, const char *contact,
                               const char *label, GError **error);

/* For contacts/ alone: after the field was written, and after two contacts became one. */
gboolean kontor_labels_follow (KontorStore *store, gint64 contact, const char *labels,
                               GError **error);
gboolean kontor_labels_move   (KontorStore *store, gint64 from, gint64 into, GError **error);

G_END_DECLS
