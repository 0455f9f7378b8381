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

/* The rest is for assistant/talk-*.c. All (transfer full), NULL with error, if nothing else is
 * said. */

/* The assistant, for this customer. */
KontorActor kontor_talk_get_actor (const KontorTalk *talk);
char       *kontor_talk_dup_text  (const KontorTalk *talk, const char *group, const char *name);
/* The same of a text with "{id}". */
char       *kontor_talk_fill_id   (const KontorTalk *talk, const char *group, const char *name,
                                   const char *id);
gboolean    kontor_talk_says      (const KontorTalk *talk, KontorWordKind kind);
gboolean    kontor_talk_mentions  (const KontorTalk *talk, KontorWordKind kind);

/* Does it, for this customer; @arguments is ended: the record. */
GVariant   *kontor_talk_run       (const KontorTalk *talk, const char *action,
                                   GVariantDict *arguments, GError **error);
/* People see it waiting; the reply says so itself. */
gboolean    kontor_talk_leave     (const KontorTalk *talk, GError **error);

/* The dialogue's service in the customer's language; all of them, of KontorService. */
KontorService *kontor_talk_load_service  (const KontorTalk *talk, const KontorDialogue *dialogue,
                                          GError **error);

/* A wish for @service begins a dialogue with what was said at once. */
char       *kontor_talk_begin     (const KontorTalk *talk, const KontorService *service,
                                   const KontorExtract *extract, GError **error);
/* The dialogue takes what was read: whether that was anything that was not said before. */
gboolean    kontor_talk_merge     (const KontorTalk *talk, KontorDialogue *dialogue,
                                   const KontorExtract *extract);
/* A dialogue that has just taken new values, or begins: the next question, or all of it repeated
 * with the question for a yes; an order or an enquiry is done when nothing is missing. */
char       *kontor_talk_go_on     (const KontorTalk *talk, KontorDialogue *dialogue,
                                   const KontorExtract *extract, GError **error);
/* The customer said yes to what was repeated, or said the last thing that was missing. */
char       *kontor_talk_act       (const KontorTalk *talk, KontorDialogue *dialogue,
                                   GError **error);
/* The customer does not want it any more. */
char       *kontor_talk_drop      (const KontorTalk *talk, KontorDialogue *dialogue,
                                   GError **error);
/* Whether only a yes or no is waited for. */
gboolean    kontor_talk_cancels   (const KontorDialogue *dialogue);
/* Whether it needs a day and an hour, and a yes to them. */
gboolean    kontor_talk_books     (const KontorDialogue *dialogue);
/* Reads the message for @service. @dialogue: (nullable): the one that it goes on with. */
KontorExtract *kontor_talk_extract (const KontorTalk *talk, const KontorService *service,
                                    const KontorDialogue *dialogue);
/* How many of the service's own fields were found: a day and an hour alone are in any message. */
guint       kontor_talk_count_fields (const KontorService *service, const KontorExtract *extract);

/* What concerns something that stands. NULL without error: the message concerns nothing. */
char       *kontor_talk_about_standing (const KontorTalk *talk, GError **error);
/* How the customer's bookings, orders and enquiries stand. */
char       *kontor_talk_status    (const KontorTalk *talk, GError **error);
/* Whether the message names a record of the kind, as "bk40". */
gboolean    kontor_talk_names     (const KontorTalk *talk, const char *kind);
/* (transfer none) (nullable): the one of @records that is named, or that is alone. */
GVariant   *kontor_talk_pick      (const KontorTalk *talk, const char *kind, GPtrArray *records);
char       *kontor_talk_ask_which (const KontorTalk *talk, const char *group, GPtrArray *records);
/* The text [@group] @name about @record, and all that was collected. */
char       *kontor_talk_describe  (const KontorTalk *talk, const KontorService *service,
                                   GVariant *record, const char *group, const char *name);
/* A dialogue about @record. */
KontorDialogue *kontor_talk_dialogue_about (KontorGoal goal, GVariant *record);

/* Bookings. The first three are what kontor_talk_act() does for a goal. */
char       *kontor_talk_book          (const KontorTalk *talk, const KontorDialogue *dialogue,
                                       const KontorService *service, GError **error);
char       *kontor_talk_change        (const KontorTalk *talk, const KontorDialogue *dialogue,
                                       const KontorService *service, GError **error);
char       *kontor_talk_cancel        (const KontorTalk *talk, const KontorDialogue *dialogue,
                                       const KontorService *service, GError **error);
/* Begins to change or cancel the customer's booking, the one that is meant. */
char       *kontor_talk_begin_change  (const KontorTalk *talk, GPtrArray *bookings, GError **error);
char       *kontor_talk_begin_cancel  (const KontorTalk *talk, GPtrArray *bookings, GError **error);
char       *kontor_talk_tell_booking  (const KontorTalk *talk, GVariant *booking);

/* Orders, the same. */
char       *kontor_talk_place_order   (const KontorTalk *talk, const KontorDialogue *dialogue,
                                       const KontorService *service, GError **error);
char       *kontor_talk_change_order  (const KontorTalk *talk, const KontorDialogue *dialogue,
                                       const KontorService *service, GError **error);
char       *kontor_talk_cancel_order  (const KontorTalk *talk, const KontorDialogue *dialogue,
                                       const KontorService *service, GError **error);
/* (nullable) without error: nothing of the order was said. */
char       *kontor_talk_begin_change_order (const KontorTalk *talk, GPtrArray *orders,
                                            GError **error);
char       *kontor_talk_begin_cancel_order (const KontorTalk *talk, GPtrArray *orders,
                                            GError **error);
char       *kontor_talk_tell_order    (const KontorTalk *talk, GVariant *order);
/* (nullable) without error: what is said was not ordered before; else how that order stands. */
char       *kontor_talk_find_same_order (const KontorTalk *talk, const KontorService *service,
                                         const KontorExtract *extract, GError **error);

/* Enquiries. */
char       *kontor_talk_open_lead     (const KontorTalk *talk, const KontorDialogue *dialogue,
                                       const KontorService *service, GError **error);
/* (nullable) without error: the customer has no open enquiry that the message adds to.
 * @service: (nullable): the one that was spoken of */
char       *kontor_talk_add_to_lead   (const KontorTalk *talk, GPtrArray *leads,
                                       const KontorService *service, GError **error);
char       *kontor_talk_tell_lead     (const KontorTalk *talk, GVariant *lead);

/* "Pickup: Binary Tower\nDate: …\nTime: …", without the last line break. */
char       *kontor_talk_summary   (const KontorTalk *talk, const KontorService *service,
                                   GHashTable *values, const KontorMoney *price);
/* The values of a booking, an order or an enquiry, as a dialogue has them. */
GHashTable *kontor_talk_values_of (const KontorService *service, GVariant *record);
/* The wall time of "date" and "time"; FALSE where one is missing. */
gboolean    kontor_talk_get_time  (GHashTable *values, KontorWallTime *at);
/* "x-…" fields, as the actions take them. */
GVariant   *kontor_talk_to_fields (const KontorService *service, GHashTable *values);
/* The price of what was said so far; FALSE: none. */
gboolean    kontor_talk_get_price (const KontorService *service, GHashTable *values,
                                   KontorMoney *price);

G_END_DECLS
