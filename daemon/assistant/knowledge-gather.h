/* SPDX-License-Identifier: GPL-3.0-or-later */
/* knowledge-gather.h — passages as they grow line by line; for knowledge-split.c alone.
 *
 * A passage is the blocks (paragraph, list, fenced code) below the headings above it. Blocks are
 * never cut unless one alone is too long to be said.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KONTOR_GATHER_DEPTH 6

typedef struct {
  GPtrArray *made;           /* of Section, see the .c */
  char      *heads[KONTOR_GATHER_DEPTH];
  char      *question;
  GString   *text;           /* whole blocks of the passage */
  glong      chars;          /* of @text */
  GString   *block;
  gboolean   in_list;        /* the block keeps its lines */
  guint      n_tops;         /* headings of the first level */
  gboolean   top_is_first;
} KontorGather;

void       kontor_gather_init        (KontorGather *self);
void       kontor_gather_clear       (KontorGather *self);

/* A line of the block; on a line of its own, or after the one before. */
void       kontor_gather_add_line    (KontorGather *self, const char *line, gboolean own_line);
void       kontor_gather_end_block   (KontorGather *self);
void       kontor_gather_end_passage (KontorGather *self);
/* @level: 1 to KONTOR_GATHER_DEPTH */
void       kontor_gather_start_head  (KontorGather *self, guint level, const char *title);
/* "Q: …" begins a passage, "A: …" its text; FALSE for any other line. */
gboolean   kontor_gather_take_pair   (KontorGather *self, const char *line);

/* (transfer full): of a{sv}. @names_page: one first heading above all others is the name of the
 * page, and left out of the titles. */
GPtrArray *kontor_gather_make        (const KontorGather *self, const char *source,
                                      gboolean names_page);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KontorGather, kontor_gather_clear)

G_END_DECLS
