/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk.h — what the built-in assistant makes of a message: goes on with a dialogue, begins one, or
 * answers from the knowledge. Says nothing where it is not sure. Works inside the turn's
 * transaction; what it does, it does by actions, for the customer alone. */
#pragma once

#include "assistant/dialogue.h"
#include "assistant/extract.h"
#include "contacts/business.h"
#include "journal/actor.h"
#include "model/language.h"

G_BEGIN_DECLS

typedef struct {
  KontorStore          *store;
  KontorBusiness       *business;
  const KontorLanguage *language;
  GVariant             *contact;       /* the record */
  gint64                conversation;
  gint64                message;
  const char           *text;
} KontorTalk;

/* *reply: (transfer full) (nullable): NULL leaves the message to people. *why: (transfer full)
 * (nullable): JSON, what it was said from. */
gboolean    kontor_talk_answer (const KontorTalk *talk, char **reply, char **why, GError **error);

/* The rest is for assistant/talk-*.c. All (transfer full), NULL with error. */

/* The assistant, for this customer. */
KontorActor kontor_talk_get_actor (const KontorTalk *talk);
char       *kontor_talk_dup_text  (const KontorTalk *talk, const char *group, const char *name);

/* The dialogue's service in the customer's language. */
KontorService *kontor_talk_load_service (const KontorTalk *talk, const KontorDialogue *dialogue,
                                         GError **error);

/* A dialogue that has just taken new values, or begins: the next question, or all of it repeated
 * with the question for a yes. */
char       *kontor_talk_go_on     (const KontorTalk *talk, KontorDialogue *dialogue,
                                   const KontorExtract *extract, GError **error);
/* The customer said yes to what was repeated. */
char       *kontor_talk_act       (const KontorTalk *talk, KontorDialogue *dialogue,
                                   GError **error);
/* The customer does not want it any more. */
char       *kontor_talk_drop      (const KontorTalk *talk, KontorDialogue *dialogue,
                                   GError **error);
/* Reads the message for the dialogue's service. */
KontorExtract *kontor_talk_extract (const KontorTalk *talk, const KontorService *service,
                                    const char *asked);
/* How the customer's bookings stand. */
char       *kontor_talk_status    (const KontorTalk *talk, GError **error);
/* Begins to change or cancel the customer's booking, the one that is meant. */
char       *kontor_talk_begin_change (const KontorTalk *talk, GPtrArray *bookings, GError **error);
char       *kontor_talk_begin_cancel (const KontorTalk *talk, GPtrArray *bookings, GError **error);

/* "Pickup: Binary Tower\nDate: …\nTime: …", without the last line break. */
char       *kontor_talk_summary   (const KontorTalk *talk, const KontorService *service,
                                   GHashTable *values, const KontorMoney *price);
/* The values of a booking, as a dialogue has them. */
GHashTable *kontor_talk_values_of (const KontorService *service, GVariant *booking);
/* The wall time of "date" and "time"; FALSE where one is missing. */
gboolean    kontor_talk_get_time  (GHashTable *values, KontorWallTime *at);
/* "x-…" fields, as the actions take them. */
GVariant   *kontor_talk_to_fields (const KontorService *service, GHashTable *values);
/* The price of what was said so far; FALSE: none. */
gboolean    kontor_talk_get_price (const KontorService *service, GHashTable *values,
                                   KontorMoney *price);

G_END_DECLS
