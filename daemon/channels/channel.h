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
#include "model/line.h"

G_BEGIN_DECLS

/* Live, never stored. @cause: (nullable): in words for the owner. */
typedef struct {
  KontorChannelState  state;
  char               *cause;
  guint               attempt;
  gint64              retry_at_us;  /* 0: none is planned */
} KontorChannelHealth;

/* A step of setting a line up: what its test tries under the same title. Names of settings are
 * separated by "|". */
typedef struct {
  const char *title;  /* what holds when it is done, marked with N_() */
  const char *text;   /* where to find what it needs, marked with N_() */
  const char *needs;  /* "" for none */
  const char *takes;  /* settings that may be left empty */
} KontorChannelStep;

#define KONTOR_TYPE_CHANNEL (kontor_channel_get_type ())
G_DECLARE_DERIVABLE_TYPE (KontorChannel, kontor_channel, KONTOR, CHANNEL, GObject)

/**
 * KontorChannelClass:
 * @name: the kind, as in "practice"
 * @title: what people read, marked with N_()
 * @text: for whom it is, in a sentence, marked with N_()
 * @steps: (nullable): how it is set up, ended by one without title
 * @fields: (nullable): the settings, named "x-…": they stand in the channel's record
 * @repeats_safely: whether the outside drops a message it already has, by our id: then what a
 *   crash left half sent is sent again, and is otherwise UNKNOWN, for a person to decide
 * @answers_at_once: whether a customer need not be silent before it is answered, unless the record
 *   says so
 * @confirms: whether receipts bring our token back: then what is UNKNOWN waits for one before a
 *   person is asked
 * @pacing: how fast it may be spoken on
 * @start: (nullable): connects, with the settings in the record, secrets among them; tells by its
 *   health
 * @stop: (nullable): hangs up
 * @leave: (nullable): says goodbye for good, before it hangs up: the line was removed
 * @wake: (nullable): the network is back, or the computer slept: whatever waits for its next try
 *   tries now, and what seems connected is proved
 * @check: (nullable): whether a message fits into what the line carries. Pure; BAD_INPUT
 * @send_async, @send_finish: says a message, (transfer full): the line's own id of it.
 *   TRY_LATER: it was surely not said and may be tried again; UNKNOWN: it may have been said;
 *   NOT_LINKED: surely not said, and nothing will be until the line is mended. *setback says more
 * @mark_read: (nullable): tells the sender that a message was read, or with @typing that somebody
 *   writes an answer; where a line can say that only of what was read, it says both
 * @fetch_async, @fetch_finish: (nullable): brings a file into @path, (transfer full): its SHA-256,
 *   which is the one that was promised; TRY_LATER, and NOT_FOUND when it never comes
 * @ask_async, @ask_finish: (nullable): what only some lines have, by its name: "templates",
 *   "template-submit", "template-delete"; a{sv} there and back
 * @test_async, @test_finish: (nullable): tries everything one by one, in the order of @steps:
 *   aa{sv} with title, fine (b), advice
 */
struct _KontorChannelClass
{
  GObjectClass parent_class;

  const char        *name;
  const char        *title;
  const char        *text;
  const KontorChannelStep *steps;
  const KontorField *fields;
  gboolean           repeats_safely;
  gboolean           confirms;
  gboolean           answers_at_once;
  KontorPacing       pacing;

  void  (*start)       (KontorChannel *self, GVariant *record);
  void  (*stop)        (KontorChannel *self);
  void  (*leave)       (KontorChannel *self);
  void  (*wake)        (KontorChannel *self);
  gboolean (*check)    (const KontorMessage *message, GError **error);
  void  (*send_async)  (KontorChannel *self, const KontorMessage *message,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data);
  char *(*send_finish) (KontorChannel *self, GAsyncResult *result, KontorSetback *setback,
                        GError **error);
  void  (*mark_read)   (KontorChannel *self, const char *external_id, gboolean typing);
  void  (*fetch_async) (KontorChannel *self, const KontorMedia *media, const char *path,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data);
  char *(*fetch_finish) (KontorChannel *self, GAsyncResult *result, GError **error);
  void  (*ask_async)   (KontorChannel *self, const char *what, GVariant *arguments,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data);
  GVariant *(*ask_finish) (KontorChannel *self, GAsyncResult *result, GError **error);
  void  (*test_async)  (KontorChannel *self, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data);
  GVariant *(*test_finish) (KontorChannel *self, GAsyncResult *result, GError **error);
};

/* Ended by G_TYPE_INVALID. */
const GType   *kontor_channel_get_kinds (void);
/* Lent for good; NULL where there is no such kind. */
const KontorChannelClass *kontor_channel_find_class (const char *kind);
/* Lent for good; without any limit, and nothing to be changed, where there is no such kind. */
const KontorPacing *kontor_channel_get_pacing (const char *kind);
/* (transfer full) (nullable): NULL where there is no such kind. @id: the record's, as "CH1". */
KontorChannel *kontor_channel_new       (const char *kind, const char *id);
/* For the one kind that keeps something, keys and sessions: before it is started. @store outlives
 * the channel. */
void           kontor_channel_lend_store (KontorChannel *self, KontorStore *store);
KontorStore   *kontor_channel_get_store (KontorChannel *self);

const char    *kontor_channel_get_id    (KontorChannel *self);
const char    *kontor_channel_get_kind  (KontorChannel *self);
const KontorChannelHealth *kontor_channel_get_health (KontorChannel *self);
const char    *kontor_channel_state_get_name (KontorChannelState state);
/* Whether it is any use to send now: it is not while the line waits for a person. */
gboolean       kontor_channel_may_send  (KontorChannel *self);

/* What the line knows of itself for the owner to see, a{sv} of texts: number, quality, tier…
 * Some names mean the same on every line: "address" is where messages come in, "incoming" whether
 * they do ("reached", "failed"; missing: nobody knows yet), "link-qr" and "link-code" what a phone
 * is to read or to be told for the line to become its linked device.
 * (transfer full) */
GVariant      *kontor_channel_dup_facts (KontorChannel *self);

/* The functions of the class; where a kind has none they say so by NOT_ALLOWED, or do nothing. */
void           kontor_channel_start     (KontorChannel *self, GVariant *record);
void           kontor_channel_stop      (KontorChannel *self);
void           kontor_channel_leave     (KontorChannel *self);
void           kontor_channel_send_async  (KontorChannel *self, const KontorMessage *message,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
char          *kontor_channel_send_finish (KontorChannel *self, GAsyncResult *result,
                                           KontorSetback *setback, GError **error);
void           kontor_channel_mark_read   (KontorChannel *self, const char *external_id,
                                           gboolean typing);
void           kontor_channel_fetch_async (KontorChannel *self, const KontorMedia *media,
                                           const char *path, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
char          *kontor_channel_fetch_finish (KontorChannel *self, GAsyncResult *result,
                                            GError **error);
void           kontor_channel_ask_async   (KontorChannel *self, const char *what,
                                           GVariant *arguments, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
GVariant      *kontor_channel_ask_finish  (KontorChannel *self, GAsyncResult *result,
                                           GError **error);
void           kontor_channel_test_async  (KontorChannel *self, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
GVariant      *kontor_channel_test_finish (KontorChannel *self, GAsyncResult *result,
                                           GError **error);

/* For subclasses: @batch came in (transfer full). Emits ::received, which takes it. */
void           kontor_channel_hand_over (KontorChannel *self, KontorBatch *batch);
/* For subclasses: @person (lent) writes, or stopped. Emits ::typed; nothing of it is kept. */
void           kontor_channel_tell_typing (KontorChannel *self, const KontorPerson *person,
                                           gboolean typing);
/* For subclasses: emits ::health-changed. @cause: (nullable) */
void           kontor_channel_set_health (KontorChannel *self, KontorChannelState state,
                                          const char *cause, guint attempt, gint64 retry_at_us);
/* For subclasses: @text: (nullable): NULL forgets it. Another one is told as a change of health. */
void           kontor_channel_set_fact   (KontorChannel *self, const char *name, const char *text);
/* For subclasses: a step of a test. @advice: what to mend, "" when it is fine. */
void           kontor_channel_add_step   (GVariantBuilder *steps, const char *title, gboolean fine,
                                          const char *advice);

G_END_DECLS
