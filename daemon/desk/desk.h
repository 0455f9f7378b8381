/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk.h — who answers?
 *
 * Every message that came in and is not settled is a turn. It goes from station to station, top to
 * bottom; the first that takes it answers it. What the station says, does and remembers, and that
 * the turn is settled, stand in one transaction, which it may share with other turns: a crash
 * before it leaves the turn to be taken again, a crash after it leaves nothing to be done.
 *
 * A station may let a turn wait, until the customer writes no more, or a model has answered. Then
 * it is taken again with all that waits in the conversation, from the first station on: what has
 * changed since then counts.
 *
 * To add a station: desk/<name>.c, and its line in the list in desk.c.
 */
#pragma once

#include "contacts/language.h"
#include "desk/answer.h"
#include "inbox/conversation.h"
#include "inbox/messages.h"

G_BEGIN_DECLS

/**
 * KontorTurn:
 * @business, @answers: lent by the desk
 * @message: the latest of those that are answered
 * @text: (nullable): of all that are answered, as lines
 * @contact: as kontor_turn_get_contact() gave it, or NULL
 * @station: where it is: the name in the list in desk.c
 * @is_due: it has waited
 * @thought: (nullable): what a model made of it, for kontor_think_finish()
 * @found: (nullable): JSON: what was found by a station that did not take it
 * @waits: set by the station that takes it: it is not settled yet
 */
typedef struct {
  KontorStore        *store;
  KontorBusiness     *business;
  KontorAnswers      *answers;
  KontorSaid         *message;
  KontorConversation *conversation;
  char               *text;
  GVariant           *contact;
  const KontorLanguage *language; /* the customer's */
  const char         *station;
  gboolean            is_due;
  GAsyncResult       *thought;
  char               *found;
  gboolean            waits;
} KontorTurn;

/* (transfer none): the record, read when it is first asked for; NULL with error. */
GVariant *kontor_turn_get_contact (KontorTurn *turn, GError **error);

/* What a station says goes to the outbox, as automatic: the message's id, 0 on error. @why: JSON of
 * kontor_turn_dup_why() */
gint64   kontor_turn_say (KontorTurn *turn, const char *text, const char *why, GError **error);

#define KONTOR_TYPE_DESK (kontor_desk_get_type ())
G_DECLARE_FINAL_TYPE (KontorDesk, kontor_desk, KONTOR, DESK, GObject)

/* @choose: lent; it may have no model. */
KontorDesk *kontor_desk_new  (KontorStore *store, KontorChoose *choose);
/* Takes the turns that a crash left; from then on takes each as it is kept. */
void        kontor_desk_open (KontorDesk *self);
/* The customer has written no more; KontorAgendaDo for KONTOR_TURNS_ANSWER, @data: the desk. */
gboolean    kontor_desk_answer (const char *subject, gpointer data, GError **error);

G_END_DECLS
