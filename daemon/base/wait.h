/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wait.h — a bounded wait for an asynchronous call, for the few that must be over before going on.
 *
 * Start the call with the wait's cancellable, `kontor_wait_on_answered` and the wait; then ask
 * for the result, which always comes: when the time is up, the call ends as cancelled. The main
 * loop does not run meanwhile, so nothing else of the program happens; what the call started
 * lives on a context that ends with the wait. Not for what waits for another computer: that is
 * _async/_finish.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct KontorWait KontorWait;

/* From here to free the wait's context is the thread's default one; waits nest like brackets. */
KontorWait   *kontor_wait_new             (guint limit_ms);
void          kontor_wait_free            (KontorWait *self);

GCancellable *kontor_wait_get_cancellable (KontorWait *self);

/* A GAsyncReadyCallback; @wait is the user data. */
void          kontor_wait_on_answered     (GObject *source, GAsyncResult *result, gpointer wait);

/* Waits for the answer and lends it until the next. May be used again; the limit is for all. */
GAsyncResult *kontor_wait_get_result      (KontorWait *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorWait, kontor_wait_free)

G_END_DECLS
