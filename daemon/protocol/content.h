/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content.h — what stands inside of an encrypted message, both ways. Pure.
 *
 * Reading never trusts the sender: texts are made valid, wrapped messages are unwrapped to a
 * depth, and what is not known is kept whole as "unsupported". Whether who edits or takes back is
 * who had said it is the caller's to check. Bytes are without their padding (padding.h).
 * To read a kind: its message in wa-wire/content.proto and a line in the table in content-read.c;
 * to write one: a line in content-write.c.
 */
#pragma once

#include "model/message.h"

G_BEGIN_DECLS

/* Which message is meant, as WhatsApp names it. All (nullable) but id. */
typedef struct {
  char    *id;
  char    *chat;    /* address of the conversation */
  char    *author;  /* address of who said it; in a group, and where something is quoted */
  char    *text;    /* what it says, for those who do not have it */
  gboolean own;     /* whether the sender of the content said it */
} KontorTarget;

void kontor_target_clear (KontorTarget *target);

typedef enum {
  KONTOR_CONTENT_SAID,      /* message holds it */
  KONTOR_CONTENT_EDIT,      /* message is what target says from now on */
  KONTOR_CONTENT_REVOKE,    /* target is taken back */
  KONTOR_CONTENT_PROTOCOL,  /* between devices: protocol_type and protocol */
  KONTOR_CONTENT_NOTHING,   /* a sender key may have been all */
} KontorContentKind;

typedef struct {
  KontorContentKind kind;
  KontorMessage    *message;      /* of SAID and EDIT: kind, text, body, about, media; the stanza
                                     tells by whom and when */
  KontorTarget      target;       /* of an edit, a revoke, a reaction, or what is quoted */
  char             *sent_to;      /* (nullable): said from another device of ours, to this chat */
  char             *group;        /* (nullable) */
  GBytes           *sender_key;   /* (nullable): its author's for @group */
  GBytes           *secret;       /* (nullable): what answers to polls are sealed with */
  int               protocol_type;
  GBytes           *protocol;     /* (nullable): the whole protocol message */
  gboolean          view_once;
  guint32           expires_s;    /* 0: it stays */
} KontorContent;

void           kontor_content_free (KontorContent *self);

/* @own_device: whether it came from a device of our own account: only those are believed when they
 * say what we said. BAD_INPUT for what is no message at all. */
KontorContent *kontor_content_read (GBytes *bytes, gboolean own_device, GError **error);

/* A message as bytes. @about: (nullable): what it quotes, reacts to or changes. @secret:
 * (nullable): 32 random bytes. @now_ms: of a reaction or an edit. BAD_INPUT for a kind that a
 * linked device does not send, and for what does not fit. (transfer full) */
GBytes        *kontor_content_write        (const KontorMessage *message, const KontorTarget *about,
                                            GBytes *secret, gint64 now_ms, GError **error);
/* What takes the place of @target, with @message written by kontor_content_write (). */
GBytes        *kontor_content_write_edit   (GBytes *message, const KontorTarget *target,
                                            gint64 now_ms);
GBytes        *kontor_content_write_revoke (const KontorTarget *target);
/* For our own other devices: what was said to @chat. @phash: (nullable) */
GBytes        *kontor_content_write_sent   (GBytes *message, const char *chat, const char *phash);
/* For one device of a group's member; @message: (nullable): what is said with it */
GBytes        *kontor_content_write_key    (GBytes *message, const char *group, GBytes *sender_key);

/* How the stanza around a message calls it. That of an edit and of a revoke is "text". Lent */
typedef struct {
  const char *type;   /* "text", "media", "reaction" */
  const char *media;  /* (nullable): "mediatype" of each enc */
  const char *edit;   /* (nullable): of what changes another */
} KontorStanzaType;

KontorStanzaType kontor_content_get_stanza (const KontorMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorContent, kontor_content_free)

G_END_DECLS
