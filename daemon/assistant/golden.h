/* SPDX-License-Identifier: GPL-3.0-or-later */
/* golden.h — the script of a golden conversation, read: what is said, and what must hold of the
 * answers. Pure.
 *
 *   > text             the customer writes; several in a row are one message
 *   = text             a person writes, who holds the conversation from then on
 *   < text             what was answered once: for people to read, compared with nothing
 *   must answer        of the answer to what the customer wrote last: it is given at once
 *   must wait          a person has to read it first
 *   must hand over     it is left to people
 *   must be silent     the assistant says nothing
 *   must say TEXT      and: must not say TEXT, whatever the case
 *   must call TOOL     and: must not call TOOL: a tool that a model calls, and that does it
 *   must do ACTION     and: must not do ACTION: what would be done, such as book
 *
 * To add one: its row in the table in golden.c, and how it is judged in golden-judge.c.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KONTOR_GOLDEN_CUSTOMER,
  KONTOR_GOLDEN_PERSON,
  KONTOR_GOLDEN_ANSWER,
  KONTOR_GOLDEN_WAIT,
  KONTOR_GOLDEN_HAND_OVER,
  KONTOR_GOLDEN_SILENT,
  KONTOR_GOLDEN_SAY,
  KONTOR_GOLDEN_NOT_SAY,
  KONTOR_GOLDEN_CALL,
  KONTOR_GOLDEN_NOT_CALL,
  KONTOR_GOLDEN_DO,
  KONTOR_GOLDEN_NOT_DO,
} KontorGoldenKind;

/* @text: "" where the kind takes none. @line: as it stands in the script. */
typedef struct {
  KontorGoldenKind  kind;
  char             *text;
  char             *line;
} KontorGoldenItem;

/* (transfer full): of KontorGoldenItem. BAD_INPUT names the line that is none, and where nothing
 * is said or expected. */
GPtrArray *kontor_golden_read (const char *script, GError **error);

G_END_DECLS
