/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outbox.h — the durable queue of everything that leaves the machine. Row first; then the law is
 * asked again, the channel says it, and what came of it is kept. */
#pragma once

#include "channels/lines.h"
#include "inbox/messages.h"
#include "journal/actor.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_SAY_AUTOMATIC    = 1 << 0, /* not while a person holds the conversation, nor after STOP */
  KONTOR_SAY_DESPITE_STOP = 1 << 1, /* a person was warned; or it confirms the STOP itself */
} KontorSayFlags;

/* Puts @draft on its way, inside the caller's transaction or one of its own. A teammate who writes
 * holds the conversation from then on. NOT_ALLOWED where the contact said STOP or the line's window
 * is closed, BAD_INPUT where it does not fit into what the line carries.
 * Returns the message's id, 0 on error. */
gint64   kontor_outbox_say_draft (KontorStore *store, const KontorActor *actor, gint64 conversation,
                                  const KontorDraft *draft, KontorSayFlags flags, GError **error);
/* The same for a text. @why: (nullable): JSON. */
gint64   kontor_outbox_say (KontorStore *store, const KontorActor *actor, gint64 conversation,
                            const char *text, KontorSayFlags flags, const char *why,
                            GError **error);
/* What failed, or what nobody knows of, goes once more because a person says so. */
gboolean kontor_outbox_say_again (KontorStore *store, const KontorActor *actor, gint64 message,
                                  GError **error);

/* A person lets a draft go, as it stands or, where @text is not "", in other words: then those are
 * the person's, and the draft is discarded. The conversation stays with the machine. NOT_ALLOWED
 * for what is no draft any more. Returns the id of the message that goes, 0 on error. */
gint64   kontor_outbox_accept   (KontorStore *store, const KontorActor *actor, gint64 message,
                                 const char *text, GError **error);
/* It never goes. @reason: (nullable) */
gboolean kontor_outbox_discard  (KontorStore *store, const KontorActor *actor, gint64 message,
                                 const char *reason, GError **error);

/* Signal: "sending-changed" (gboolean): whether anything is on its way out. */
#define KONTOR_TYPE_OUTBOX (kontor_outbox_get_type ())
G_DECLARE_FINAL_TYPE (KontorOutbox, kontor_outbox, KONTOR, OUTBOX, GObject)

/* @folder: of the business, where files lie. */
KontorOutbox *kontor_outbox_new  (KontorStore *store, KontorLines *lines, const char *folder);
/* Looks at what a crash left: sent again where that is harmless, else UNKNOWN. From then on sends
 * what is queued. */
gboolean      kontor_outbox_open (KontorOutbox *self, GError **error);
/* Time to try again what was put off; KontorAgendaDo for "outbox", @data: the outbox. */
gboolean      kontor_outbox_retry (const char *subject, gpointer data, GError **error);
/* No receipt came for what is UNKNOWN: a person is asked; KontorAgendaDo for "unknown", @data: the
 * store. */
gboolean      kontor_outbox_ask_people (const char *subject, gpointer data, GError **error);

G_END_DECLS
