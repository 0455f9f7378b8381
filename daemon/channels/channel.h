/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channel.h — a line to the outside.
 *
 * A channel knows how to say a message and hands over what came in. It keeps no messages, decides
 * nothing and never retries: the inbox stores, the desk decides, the outbox retries.
 *
 * To add a kind: channels/<name>.c with kontor_<name>_get_type(), and <name> in the list in
 * daemon/channels/meson.build.
 */
#pragma once

#include <gio/gio.h>

#include "channels/batch.h"
#include "model/field.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_CHANNEL_OFF,
  KONTOR_CHANNEL_CONNECTING,
  KONTOR_CHANNEL_CONNECTED,   /* proved by recent traffic or a probe */
  KONTOR_CHANNEL_DEGRADED,
  KONTOR_CHANNEL_LOGGED_OUT,
  KONTOR_CHANNEL_BANNED,
} KontorChannelState;

/* Live, never stored. @cause: (nullable): in words for the owner. */
typedef struct {
  KontorChannelState  state;
  char               *cause;
  guint               attempt;
  gint64              retry_at_us;  /* 0: none is planned */
} KontorChannelHealth;

#define KONTOR_TYPE_CHANNEL (kontor_channel_get_type ())
G_DECLARE_DERIVABLE_TYPE (KontorChannel, kontor_channel, KONTOR, CHANNEL, GObject)

/**
 * KontorChannelClass:
 * @name: the kind, as in "practice"
 * @title: what people read, marked with N_()
 * @fields: (nullable): the settings, named "x-…": they stand in the channel's record
 * @repeats_safely: whether the outside drops a message it already has, by our id: then what a
 *   crash left half sent is sent again, and is otherwise UNKNOWN, for a person to decide
 * @start: (nullable): connects, with the settings in the record; tells by its health
 * @stop: (nullable): hangs up
 * @send_async, @send_finish: says a message, (transfer full): the line's own id of it.
 *   TRY_LATER: it was surely not said and may be tried again; UNKNOWN: it may have been said
 * @test: (nullable): appends to an array of a{sv} what was tried: title, fine (b), advice
 */
struct _KontorChannelClass
{
  GObjectClass parent_class;

  const char        *name;
  const char        *title;
  const KontorField *fields;
  gboolean           repeats_safely;

  void  (*start)       (KontorChannel *self, GVariant *record);
  void  (*stop)        (KontorChannel *self);
  void  (*send_async)  (KontorChannel *self, const KontorMessage *message,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data);
  char *(*send_finish) (KontorChannel *self, GAsyncResult *result, GError **error);
  void  (*test)        (KontorChannel *self, GVariantBuilder *steps);
};

/* Ended by G_TYPE_INVALID. */
const GType   *kontor_channel_get_kinds (void);
/* (transfer full) (nullable): NULL where there is no such kind. @id: the record's, as "CH1". */
KontorChannel *kontor_channel_new       (const char *kind, const char *id);

const char    *kontor_channel_get_id    (KontorChannel *self);
const char    *kontor_channel_get_kind  (KontorChannel *self);
gboolean       kontor_channel_repeats_safely (KontorChannel *self);
const KontorChannelHealth *kontor_channel_get_health (KontorChannel *self);
const char    *kontor_channel_state_get_name (KontorChannelState state);

void           kontor_channel_start     (KontorChannel *self, GVariant *record);
void           kontor_channel_stop      (KontorChannel *self);
void           kontor_channel_test      (KontorChannel *self, GVariantBuilder *steps);
void           kontor_channel_send_async  (KontorChannel *self, const KontorMessage *message,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
char          *kontor_channel_send_finish (KontorChannel *self, GAsyncResult *result,
                                           GError **error);

/* For subclasses: @batch came in (transfer full). Emits ::received, which takes it. */
void           kontor_channel_hand_over (KontorChannel *self, KontorBatch *batch);
/* For subclasses: emits ::health-changed. @cause: (nullable) */
void           kontor_channel_set_health (KontorChannel *self, KontorChannelState state,
                                          const char *cause, guint attempt, gint64 retry_at_us);

G_END_DECLS
