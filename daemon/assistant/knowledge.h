/* SPDX-License-Identifier: GPL-3.0-or-later */
/* knowledge.h — what the shop knows: taken in from files, and found again for a question.
 *
 * A passage is a record of kind knowledge. It is never changed or shortened on the way to a
 * customer.
 */
#pragma once

#include "assistant/asked.h"
#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  char   *id;        /* "KN7" */
  char   *title;     /* (nullable) */
  char   *question;  /* (nullable) */
  char   *text;
  char   *source;    /* (nullable) */
  double  score;     /* 0 to 1: how much of the question it covers */
} KontorPassage;

/* (transfer full) */
KontorPassage *kontor_passage_copy  (const KontorPassage *self);
void       kontor_passage_free      (KontorPassage *self);

/* (transfer full): of a{sv} for the kind knowledge: title, question, text, source. Markdown when
 * @name ends in .md or .markdown, plain text otherwise. Headings become titles, deeper ones with
 * their path; "Q:" and "A:" become question and text; long sections are parted at paragraphs.
 * BAD_INPUT naming the line for what is no UTF-8. Takes time linear in the length. Pure. */
GPtrArray *kontor_knowledge_split       (const char *name, const char *content, GError **error);
/* The same for bytes as they were read: a NUL among them is BAD_INPUT. */
GPtrArray *kontor_knowledge_split_bytes (const char *name, GBytes *content, GError **error);

/* The same of a table whose columns are fields of a passage; what is wrong with a row is BAD_INPUT
 * that names its line, and @name is the source of all. Pure. */
GPtrArray *kontor_knowledge_read_rows   (const char *name, GBytes *content, GError **error);

/* Takes @content in as the source @name, in place of what came from it before, all or nothing
 * (intake.h says how). Nothing else is answered meanwhile: kontor_learn_file_async() is for what
 * may be long. (transfer full): verdicts as of kontor_intake_dup_verdicts(). */
GPtrArray *kontor_knowledge_import  (KontorStore *store, const KontorActor *actor,
                                     const char *name, const char *content, gboolean dry_run,
                                     GError **error);

/* (transfer full): of KontorPassage, the best first, at most @limit. */
GPtrArray *kontor_knowledge_search  (KontorStore *store, const char *question, guint limit,
                                     GError **error);
/* The same for a question that was read; weighs and mends its words. */
GPtrArray *kontor_knowledge_find    (KontorStore *store, KontorAsked *asked, guint limit,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorPassage, kontor_passage_free)

G_END_DECLS
