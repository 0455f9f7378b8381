/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pace.h — how fast a line may be spoken on, in all and to one contact.
 *
 * Starts from what the kind of line allows, goes slower where the vendor says so and comes back by
 * itself. Lives in memory: after a restart the vendor says it again.
 */
#pragma once

#include "model/line.h"

G_BEGIN_DECLS

typedef struct _KontorPace KontorPace;

KontorPace *kontor_pace_new  (void);
void        kontor_pace_free (KontorPace *self);

/* How long to wait before a message to @contact on @line may go; 0: now, and it is counted. */
gint64      kontor_pace_ask  (KontorPace *self, const char *line, const char *contact,
                              const KontorPacing *pacing, gint64 now_us);
/* How long to wait before any message on @line may go, whoever it is to; nothing is counted. */
gint64      kontor_pace_ask_line (KontorPace *self, const char *line, const KontorPacing *pacing,
                                  gint64 now_us);
/* The vendor held a message back: for the contact or the whole line. @attempts: how often this
 * message was tried before. */
void        kontor_pace_learn (KontorPace *self, const char *line, const char *contact,
                               const KontorSetback *setback, guint attempts, gint64 now_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorPace, kontor_pace_free)

G_END_DECLS
