/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn-lines.h — the lines of a dialogue file, read and checked before anything is played. Pure:
 * turn-file.h plays them; docs/architecture.md has the words.
 *
 * To add a word: its name here, its line in the table in turn-lines.c, and who plays it in
 * turn-file.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KONTOR_TURN_SHOP,
  KONTOR_TURN_AT,
  KONTOR_TURN_LATER,
  KONTOR_TURN_FROM,
  KONTOR_TURN_SAY,
  KONTOR_TURN_SAY_ON,
  KONTOR_TURN_HEAR,
  KONTOR_TURN_SILENT,
  KONTOR_TURN_RESTART,
  KONTOR_TURN_DID,
  KONTOR_TURN_DO,
  KONTOR_TURN_SAVE,
  KONTOR_TURN_STAFF,
  KONTOR_TURN_MODE,
  KONTOR_TURN_DRAFT,
  KONTOR_TURN_ACCEPT,
  KONTOR_TURN_DISCARD,
  KONTOR_TURN_N_VERBS
} KontorTurnVerb;

/**
 * KontorTurnLine:
 * @number: of the line in the file, from 1
 * @written: the whole line, for printing
 * @rest: what follows the verb; for STAFF and MODE without the number
 * @words: (nullable): of FROM, DID, DO and SAVE: @rest in words
 * @value: AT: µs since 1970; LATER: seconds; STAFF and MODE: the conversation
 */
typedef struct {
  KontorTurnVerb verb;
  guint          number;
  char          *written;
  char          *rest;
  char         **words;
  gint64         value;
} KontorTurnLine;

/* (transfer full): of KontorTurnLine, without empty lines and comments. BAD_INPUT names the first
 * line that cannot be played. */
GPtrArray *kontor_turn_lines_parse (const char *bytes, gsize size, GError **error);

G_END_DECLS
