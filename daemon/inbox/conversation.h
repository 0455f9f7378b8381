/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conversation.h — the thread of one contact on one channel, and who holds it. */
#pragma once

#include "journal/actor.h"
#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What the assistant may do by itself in a conversation. */
typedef enum {
  KONTOR_MODE_AUTOMATIC,  /* answers */
  KONTOR_MODE_DRAFT,      /* writes what it would say; a person sends it or not */
  KONTOR_MODE_OFF,        /* says nothing; people see the conversation waiting */
} KontorMode;

typedef struct {
  gint64   id;
  char    *channel;        /* "CH1" */
  char    *contact;        /* "CT1" */
  char    *name;           /* the contact's, or the phone, or the id */
  char    *state;          /* "open", "pending", "snoozed" or "closed" */
  char    *held_by;        /* (nullable): NULL: the machine may answer */
  char    *assignee;       /* (nullable): "TM1" */
  gboolean waiting;        /* left to people; in automatic mode the customer was told so */
  gint64   unread;
  gint64   last_at_us;
  char    *last_text;      /* (nullable) */
  char    *last_kind;      /* (nullable): what kind of message that was */
  gint64   last_in_at_us;  /* when the contact wrote last; 0: never, or too long ago to answer */
  char    *channel_kind;
  char    *consent;        /* the contact's */
  char    *language;       /* (nullable): the contact's */
  char    *labels;         /* (nullable): the contact's, as kontor_labels_split() reads them */
  char    *own_mode;       /* (nullable): "automatic", "draft" or "off"; NULL: as the channel */
  KontorMode mode;         /* its own, or else the channel's */
  gint64   away_until_us;  /* the customer was told that the shop is closed until then; 0: not */
  gint64   quiet_s;        /* how long the customer must be silent; −1: the channel does not say */
  gint64   quiet_most_s;   /* how long it may write on before it is answered all the same */
  gboolean busy;           /* a turn is not settled, or something is on its way out */
} KontorConversation;

/* What is asked for; 0 and NULL: any. */
typedef struct {
  gint64      id;
  const char *channel;
  const char *contact;
  const char *state;
  const char *assignee;    /* "": nobody's */
  const char *label;       /* "LB1": of the contact */
  gboolean    unread;
  const char *mentioned;   /* "TM1": a note mentions that teammate */
  const char *words;       /* one of the latest messages with these words is in it */
  const char *after;       /* as KontorConversationPage gave it */
  guint       limit;       /* 0: all */
} KontorConversationQuery;

void                kontor_conversation_free (KontorConversation *self);
/* (transfer full); NOT_FOUND */
KontorConversation *kontor_conversation_get  (KontorStore *store, gint64 id, GError **error);
/* (transfer full): of KontorConversation, the latest first. @next: (out) (optional) (nullable). */
GPtrArray          *kontor_conversations_query (KontorStore *store,
                                                const KontorConversationQuery *query, char **next,
                                                GError **error);
/* What the machine left to people is the first person's who writes. */
gboolean            kontor_conversation_is_nobodys (const KontorConversation *self);
/* The one of this contact on this channel, made when there is none. 0 on error. */
gint64   kontor_conversation_ensure    (KontorStore *store, const char *channel,
                                        const char *contact, GError **error);

/* People's hands on it; each is audited. @actor: a teammate. */
gboolean kontor_conversation_hold      (KontorStore *store, const KontorActor *actor, gint64 id,
                                        gboolean held, GError **error);
gboolean kontor_conversation_assign    (KontorStore *store, const KontorActor *actor, gint64 id,
                                        const char *teammate, GError **error);
/* @until_us: for "snoozed": when it opens again, 0 for the next message. */
gboolean kontor_conversation_set_state (KontorStore *store, const KontorActor *actor, gint64 id,
                                        const char *state, gint64 until_us, GError **error);
/* @mode: "automatic", "draft" or "off"; "": as the channel. */
gboolean kontor_conversation_set_mode  (KontorStore *store, const KontorActor *actor, gint64 id,
                                        const char *mode, GError **error);
/* (transfer none): "automatic", … */
const char *kontor_mode_get_name       (KontorMode mode);
gboolean kontor_conversation_mark_read (KontorStore *store, gint64 id, GError **error);
/* A snoozed one opens again; KontorAgendaDo for "unsnooze", @data: the store. */
gboolean kontor_conversation_unsnooze  (const char *subject, gpointer data, GError **error);

/* Left to people: the customer is told once until somebody answers. *told: whether it was told
 * before. */
gboolean kontor_conversation_leave     (KontorStore *store, gint64 id, gboolean *told,
                                        GError **error);
/* The customer is told that the shop is closed until then. */
gboolean kontor_conversation_set_away  (KontorStore *store, gint64 id, gint64 until_us,
                                        GError **error);
/* A person answered, so that it waits no more. */
gboolean kontor_conversation_answer    (KontorStore *store, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorConversation, kontor_conversation_free)

G_END_DECLS
