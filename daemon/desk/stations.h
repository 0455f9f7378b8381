/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stations.h — the stations of the desk; the list in desk.c is their order. Each works inside the
 * turn's transaction and fails only when the store does. */
#pragma once

#include "desk/desk.h"
#include "journal/actor.h"

G_BEGIN_DECLS

gboolean kontor_station_opt_out   (KontorTurn *turn, gboolean *taken, GError **error);
gboolean kontor_station_command   (KontorTurn *turn, gboolean *taken, GError **error);
gboolean kontor_station_held      (KontorTurn *turn, gboolean *taken, GError **error);
gboolean kontor_station_off       (KontorTurn *turn, gboolean *taken, GError **error);
gboolean kontor_station_limit     (KontorTurn *turn, gboolean *taken, GError **error);
gboolean kontor_station_quiet     (KontorTurn *turn, gboolean *taken, GError **error);
gboolean kontor_station_greet     (KontorTurn *turn, gboolean *taken, GError **error);
gboolean kontor_station_assistant (KontorTurn *turn, gboolean *taken, GError **error);
gboolean kontor_station_people    (KontorTurn *turn, gboolean *taken, GError **error);

/* Says the text [@group] @name in the customer's language. @rule: why, in words. */
gboolean kontor_turn_say_text     (KontorTurn *turn, const char *group, const char *name,
                                   const char *rule, GError **error);

/* Finds an answer and gives it, or a draft of it. For the assistant's station. */
gboolean kontor_turn_reply        (KontorTurn *turn, gboolean *taken, GError **error);

/* Whether @text is written as an order of the team's is, whoever wrote it. */
gboolean kontor_turn_is_order     (const char *text);

/* (transfer full): how the record @id stands, in one line, or why that is not told; the same of all
 * that is to come or open, the next ten of each kind. For command.c. */
char    *kontor_turn_tell_status  (KontorTurn *turn, const KontorActor *actor, const char *id);
char    *kontor_turn_list_status  (KontorTurn *turn, const KontorActor *actor, GError **error);

/* (transfer full): what came of LINK, for command.c. @words: as they were said, LINK the first. */
char    *kontor_turn_send_link    (KontorTurn *turn, const KontorActor *actor, char **words,
                                   GError **error);

G_END_DECLS
