/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-inside.h — what the files of signal.h share, and nobody else sees.
 *
 * An operation stages what it changes; kontor_signal_end () gives that to the store, or throws it
 * away.
 */
#pragma once

#include "protocol/signal-crypto.h"
#include "protocol/signal.h"

G_BEGIN_DECLS

struct _KontorSignal {
  KontorSignalStore              store;
  signal_protocol_store_context *context;
  KontorKeyPair                  identity;
  guint32                        registration_id;
  GPtrArray                     *staged;   /* in the order of the changes */
  GError                        *trouble;  /* what the store said while the library called it */
};

/* Tells the library where records are; before anything else. */
void     kontor_signal_bridge (KontorSignal *self);

/* What is staged comes before what is stored. *record: (transfer full) (nullable) */
gboolean kontor_signal_load   (KontorSignal *self, KontorSignalRecord kind, const char *name,
                               guint32 number, GBytes **record, GError **error);
/* @record: (nullable): NULL forgets it */
void     kontor_signal_stage  (KontorSignal *self, KontorSignalRecord kind, const char *name,
                               guint32 number, GBytes *record);

/* @result: the library's; below zero it failed. */
KontorSignalOutcome kontor_signal_end  (KontorSignal *self, int result, GError **error);
/* The same where only one thing can go wrong. @fine: whether to keep what is staged */
gboolean            kontor_signal_keep (KontorSignal *self, gboolean fine, GError **error);

/* (transfer full) (nullable): the session, NULL where there is none or it cannot be read */
struct session_record *kontor_signal_open_session (KontorSignal *self,
                                                   const KontorSignalAddress *whom,
                                                   GError **error);
/* The library's word for an address; @whom outlives it. */
signal_protocol_address kontor_signal_name (const KontorSignalAddress *whom);

G_END_DECLS
