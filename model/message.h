/* SPDX-License-Identifier: GPL-3.0-or-later */
/* message.h — one thing said in a conversation, and who said it. Values: copied, never shared. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A person as a line knows one: any of these, and any of them may be missing. */
typedef struct _KontorPerson KontorPerson;
struct _KontorPerson {
  char         *phone;    /* E.164 */
  char         *jid;      /* WhatsApp's address of a phone */
  char         *lid;      /* WhatsApp's address without a phone */
  char         *user_id;  /* business-scoped user id */
  char         *name;     /* as the person calls themselves; no proof of anything */
  KontorPerson *was;      /* (nullable): the identifiers the line says these take the place of */
};

/* A file that came or goes with a message. */
typedef struct {
  char   *remote;  /* (nullable): the line's id of it */
  char   *mime;    /* (nullable) */
  char   *sha256;  /* (nullable): of the content, 64 lower-case hexadecimal digits */
  char   *name;    /* (nullable): as the sender calls it; never a path */
  char   *path;    /* (nullable): where it lies, once it is here */
  gint64  size;    /* in bytes; -1: not known */
} KontorMedia;

/* A message that came in, or is to leave. */
typedef struct {
  gint64        id;            /* 0 until stored */
  gint64        conversation;  /* 0 until the inbox has found it */
  char         *external_id;   /* the line's own id: makes storing it twice harmless */
  KontorPerson *person;        /* who is on the other side */
  char         *kind;          /* docs/architecture.md has the table of kinds */
  char         *text;          /* (nullable): what people read */
  char         *body;          /* (nullable): JSON: what the kind holds besides */
  char         *about;         /* (nullable): the line's id of what it answers or reacts to */
  char         *token;         /* (nullable): ours, for the line to bring back with receipts */
  KontorMedia  *media;         /* (nullable) */
  gint64        said_at_us;    /* µs since 1970, by the sender's clock */
} KontorMessage;

/* What a message does to the one it is about; both are kinds of docs/architecture.md. */
typedef enum {
  KONTOR_CHANGE_NONE,
  KONTOR_CHANGE_EDIT,       /* takes its place */
  KONTOR_CHANGE_TAKE_BACK,
} KontorChange;

/* What became of a message that left. */
typedef struct {
  char    *external_id;
  char    *state;   /* "sent", "delivered", "read", "played" or "failed" */
  char    *reason;  /* (nullable): why it failed */
  char    *token;   /* (nullable): what we gave the line with it */
  char    *cost;    /* (nullable): what the line charges it as: "utility, regular" */
  gboolean window_over;  /* it failed because the contact wrote too long ago */
} KontorReceipt;

/* What a line says about itself: a template was approved, the number was restricted. */
typedef struct {
  char *kind;     /* "template", "quality", "account", "alert" */
  char *body;     /* JSON */
} KontorNotice;

/* All (nullable) texts are copied. */
KontorPerson  *kontor_person_new   (const char *phone, const char *name);
void           kontor_person_free  (KontorPerson *person);

/* A group stands as one contact. */
gboolean       kontor_person_is_group (const KontorPerson *person);

KontorMedia   *kontor_media_new    (const char *remote, const char *mime);
void           kontor_media_free   (KontorMedia *media);

KontorMessage *kontor_message_new  (const char *external_id, const char *phone, const char *name,
                                    const char *text, gint64 said_at_us);
void           kontor_message_free (KontorMessage *message);

/* @body: (nullable) */
KontorChange   kontor_change_read  (const char *kind, const char *body);

KontorReceipt *kontor_receipt_new  (const char *external_id, const char *state, const char *reason);
void           kontor_receipt_free (KontorReceipt *receipt);

KontorNotice  *kontor_notice_new   (const char *kind, const char *body);
void           kontor_notice_free  (KontorNotice *notice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorPerson, kontor_person_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorMedia, kontor_media_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorMessage, kontor_message_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorReceipt, kontor_receipt_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorNotice, kontor_notice_free)

G_END_DECLS
