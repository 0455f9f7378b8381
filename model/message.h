/* SPDX-License-Identifier: GPL-3.0-or-later */
/* message.h — one thing said in a conversation, and who said it. Values: copied, never shared. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A person as a line knows one: any of these, and any of them may be missing. */
typedef struct {
  char *phone;    /* E.164 */
  char *jid;      /* WhatsApp's address of a phone */
  char *lid;      /* WhatsApp's address without a phone */
  char *user_id;  /* business-scoped user id */
  char *name;     /* as the person calls themselves; no proof of anything */
} KontorPerson;

/* A message that came in, or is to leave. */
typedef struct {
  gint64        id;            /* 0 until stored */
  gint64        conversation;  /* 0 until the inbox has found it */
  char         *external_id;   /* the line's own id: makes storing it twice harmless */
  KontorPerson *person;        /* who is on the other side */
  char         *kind;          /* "text"; later "image", "voice", … */
  char         *text;
  gint64        said_at_us;    /* µs since 1970, by the sender's clock */
} KontorMessage;

/* What became of a message that left. */
typedef struct {
  char *external_id;
  char *state;   /* "sent", "delivered", "read", "played" or "failed" */
  char *reason;  /* (nullable): why it failed */
} KontorReceipt;

/* All (nullable) texts are copied. */
KontorPerson  *kontor_person_new   (const char *phone, const char *name);
void           kontor_person_free  (KontorPerson *person);

KontorMessage *kontor_message_new  (const char *external_id, const char *phone, const char *name,
                                    const char *text, gint64 said_at_us);
void           kontor_message_free (KontorMessage *message);

KontorReceipt *kontor_receipt_new  (const char *external_id, const char *state, const char *reason);
void           kontor_receipt_free (KontorReceipt *receipt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorPerson, kontor_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorMessage, kontor_message_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorReceipt, kontor_receipt_free)

G_END_DECLS
