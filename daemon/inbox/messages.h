/* SPDX-License-Identifier: GPL-3.0-or-later */
/* messages.h — what was said. Rows are added and their state moves forward; texts never change. */
#pragma once

#include "model/message.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  gint64   id;
  gint64   conversation;
  gint64   at_us;
  char    *direction;   /* "in", "out" or "note" */
  char    *kind;
  char    *state;
  char    *author;      /* "contact", "assistant", "teammate:TM1", "phone" or "system" */
  gboolean automatic;
  char    *text;        /* (nullable) */
  char    *reason;      /* (nullable): why it failed */
  char    *why;         /* (nullable): JSON, what an automatic one was said from */
  char    *snippet;     /* (nullable): of a search, the hit between ‹ and › */
  char    *name;        /* (nullable): of a search, whose conversation it is */
  char    *body;        /* (nullable): JSON: what the kind holds besides */
  char    *cost;        /* (nullable): what the line charges it as */
  gint64   about;       /* the message it answers or reacts to; 0: none, or not one we have */
  gint64   said_at_us;  /* by the sender's clock; 0: as at_us */
  char    *media_state; /* (nullable): "waiting", "here" or "gone"; NULL: it has no file */
  char    *media_mime, *media_name, *media_sha256, *media_reason; /* (nullable) */
  gint64   media_size;  /* bytes; -1: not known */
} KontorSaid;

/* What is to be said or noted. */
typedef struct {
  const char        *kind;       /* NULL: "text" */
  const char        *text;       /* (nullable) */
  const char        *body;       /* (nullable): JSON */
  gint64             about;      /* a message of the same conversation; 0: none */
  const KontorMedia *media;      /* (nullable): it lies in the media folder already */
  const char        *why;        /* (nullable): JSON, what an automatic one is said from */
  gboolean           unsent;     /* a draft: it goes when a person accepts it */
  gint64             due_at_us;  /* when a person wants it to be said; 0: now */
} KontorDraft;

void        kontor_said_free (KontorSaid *self);
/* Whether it reached the contact, or may: no draft, not for later, not refused. */
gboolean    kontor_said_was_said (const KontorSaid *self);

/* Stores @message, which came in on @channel ("CH1"), with its contact and conversation, and fills
 * in their ids. Storing the same one again is no error: *fresh is then FALSE. Call inside a
 * transaction. */
gboolean    kontor_messages_take_in (KontorStore *store, const char *channel,
                                     KontorMessage *message, gboolean *fresh, GError **error);
/* Stores @message, which the owner said on another device of @channel, the phone: who writes there
 * takes the conversation over. Storing the same one again is no error. Inside a transaction. */
gboolean    kontor_messages_take_own (KontorStore *store, const char *channel,
                                      KontorMessage *message, GError **error);
/* Something came in on @channel: when that was last. */
gboolean    kontor_messages_mark_heard (KontorStore *store, const char *channel, GError **error);
/* A row in direction "out" (state "queued", "draft" or "scheduled") or "note" (state "sent"). 0 on
 * error. */
gint64      kontor_messages_add     (KontorStore *store, gint64 conversation, const char *direction,
                                     const char *author, gboolean automatic,
                                     const KontorDraft *draft, GError **error);
/* A draft, or what was scheduled, is said now, as it stands, because a person said so: it is not
 * automatic any more. */
gboolean    kontor_messages_accept  (KontorStore *store, const KontorSaid *draft, GError **error);
/* What was scheduled is not said: it stands where this became so. @reason: (nullable). */
gboolean    kontor_messages_give_up (KontorStore *store, const KontorSaid *scheduled,
                                     const char *state, const char *reason, GError **error);
/* (transfer full); NOT_FOUND */
KontorSaid *kontor_messages_get     (KontorStore *store, gint64 id, GError **error);
/* (transfer full): of KontorSaid, the latest first, or @oldest_first. @after: (nullable). */
GPtrArray  *kontor_messages_query   (KontorStore *store, gint64 conversation, const char *after,
                                     guint limit, gboolean oldest_first, char **next,
                                     GError **error);
/* (transfer full): what to give as @after for a page that has the message @from of @conversation at
 * its head, or right before it where the oldest come first. NOT_FOUND where it is not there. */
char       *kontor_messages_dup_place (KontorStore *store, gint64 conversation, gint64 from,
                                       gboolean oldest_first, GError **error);
/* (transfer full) (nullable): the line's own id of a message; NULL without error: it has none. */
char       *kontor_messages_dup_external (KontorStore *store, gint64 id, GError **error);
/* When anything was said to or by @contact, but for what is to be answered now; 0: never, −1 on
 * error. */
gint64      kontor_messages_get_last_us (KontorStore *store, const char *contact, GError **error);
/* How many automatic messages were said to @contact after @since_us; −1 on error. */
gint64      kontor_messages_count_automatic (KontorStore *store, const char *contact,
                                             gint64 since_us, GError **error);
/* (transfer full) (nullable): that of the latest one that came in. */
char       *kontor_messages_dup_last_in (KontorStore *store, gint64 conversation, GError **error);
/* Forward only: a late "sent" does not undo "read". @external: (nullable): the line's id of it. */
gboolean    kontor_messages_set_state (KontorStore *store, gint64 id, const char *state,
                                       const char *reason, const char *external, GError **error);
/* (transfer full): ours for a message, for a line to carry there and back; nobody else can make
 * one up. */
char       *kontor_messages_dup_token (KontorStore *store, gint64 id);
/* *taken_back: whether we took our message @id back. */
gboolean    kontor_messages_find_taken_back (KontorStore *store, gint64 id, gboolean *taken_back,
                                             GError **error);
/* What a line says became of a message of ours; one that is not known is no error. */
gboolean    kontor_messages_take_receipt (KontorStore *store, const char *channel,
                                          const KontorReceipt *receipt, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSaid, kontor_said_free)

G_END_DECLS
