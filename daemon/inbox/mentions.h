/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mentions.h — whom a note asks to look, by "@Name". Who is meant stands with the note and is never
 * read anew: people change their names, and notes stay as they are. */
#pragma once

#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  char *teammate;   /* "TM1" */
  guint at;         /* of "@", in characters */
  guint length;     /* with the "@" */
} KontorMention;

void       kontor_mention_free (KontorMention *self);
/* (transfer full): of KontorMention, as they stand in @text. @teammates: of records. Who is alone
 * with a first name may be called by it. */
GPtrArray *kontor_mentions_find (const char *text, GPtrArray *teammates);

/* A note for the team, with whom it mentions. 0 on error. */
gint64     kontor_notes_add (KontorStore *store, const KontorActor *actor, gint64 conversation,
                             const char *text, GError **error);
/* @teammate has seen what stands in @conversation. */
gboolean   kontor_mentions_see (KontorStore *store, const char *teammate, gint64 conversation,
                                GError **error);
/* The latest note in @conversation that mentions @teammate, is by somebody else and was not seen;
 * 0: none, −1 on error. */
gint64     kontor_mentions_find_unseen (KontorStore *store, const char *teammate,
                                        gint64 conversation, GError **error);
/* (transfer full): of gint64: the conversations that have such a note. */
GArray    *kontor_mentions_list_unseen (KontorStore *store, const char *teammate, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorMention, kontor_mention_free)

G_END_DECLS
