/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn-play.h — a whole house on a folder of its own, with a customer who writes on its practice
 * line and a clock that is set: what dialogues and recordings are played on. For turn-file.c and
 * turn-replay.c alone. */
#pragma once

#include "house.h"
#include "inbox/messages.h"

G_BEGIN_DECLS

#define KONTOR_PLAY_CUSTOMER "+971500000001"

typedef struct {
  const char  *demos;     /* lent: where demo businesses are */
  char        *demo;      /* (nullable): the folder of this one */
  char        *folder;
  char        *phone;     /* of who writes */
  char        *name;      /* (nullable) */
  KontorHouse *house;     /* NULL until it is needed */
  gint64       seen;      /* the last message that was looked at */
  GString     *faults;    /* what differed from what was expected */
  guint        line;
} KontorPlay;

gboolean    kontor_play_init      (KontorPlay *play, const char *demos, GError **error);
/* Leaves no trace, and the clock as it was. */
void        kontor_play_clear     (KontorPlay *play);
/* Before the house is opened. NOT_FOUND */
gboolean    kontor_play_open_demo (KontorPlay *play, const char *name, GError **error);
gboolean    kontor_play_open      (KontorPlay *play, GError **error);
/* Everything that can be done now is done: idle work, and what is on its way out. */
void        kontor_play_settle    (void);
/* The customer says it, and nothing more for @pause_s. */
gboolean    kontor_play_say       (KontorPlay *play, const char *text, gint64 pause_s,
                                   GError **error);
/* (transfer full) (nullable): the next answer that nobody looked at yet; what could not be sent is
 * none. NULL without error when there is none. */
KontorSaid *kontor_play_next_said (KontorPlay *play, GError **error);

/* (transfer full) (nullable): the latest draft that waits for a person; NULL without error when
 * there is none. */
KontorSaid *kontor_play_find_draft (KontorPlay *play, GError **error);

G_END_DECLS
