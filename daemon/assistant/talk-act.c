/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk-act.c — what each goal of a dialogue comes to, by the same actions everybody uses. */
#include "assistant/talk.h"

#include "model/error.h"

typedef struct {
  char       *(*act) (const KontorTalk *talk, const KontorDialogue *dialogue,
                      const KontorService *service, GError **error);
  const char  *group, *dropped;  /* what is said when it is given up */
  gboolean     books;
  gboolean     cancels;
} Goal;

static const Goal goals[KONTOR_N_GOALS] = {
  [KONTOR_GOAL_BOOK]         = { kontor_talk_book, "book", "dropped", .books = TRUE },
  [KONTOR_GOAL_CHANGE]       = { kontor_talk_change, "change", "dropped", .books = TRUE },
  [KONTOR_GOAL_CANCEL]       = { kontor_talk_cancel, "cancel", "dropped", .cancels = TRUE },
  [KONTOR_GOAL_ORDER]        = { kontor_talk_place_order, "order", "dropped" },
  [KONTOR_GOAL_CHANGE_ORDER] = { kontor_talk_change_order, "order", "stays" },
  [KONTOR_GOAL_CANCEL_ORDER] = { kontor_talk_cancel_order, "order", "stays", .cancels = TRUE },
  [KONTOR_GOAL_ENQUIRE]      = { kontor_talk_open_lead, "order", "dropped" },
};

gboolean
kontor_talk_books (const KontorDialogue *dialogue)
{
  return goals[dialogue->goal].books;
}

gboolean
kontor_talk_cancels (const KontorDialogue *dialogue)
{
  return goals[dialogue->goal].cancels;
}

/* One that never had to wait for an answer was never kept. */
static gboolean
end (const KontorTalk *talk, KontorDialogue *dialogue, GError **error)
{
  return dialogue->phase == KONTOR_DIALOGUE_NONE ||
         kontor_dialogue_go (dialogue, talk->store, talk->conversation, KONTOR_DIALOGUE_NONE,
                             error);
}

/* A place that was taken between the question and the yes: the question is asked anew. */
char *
kontor_talk_act (const KontorTalk *talk, KontorDialogue *dialogue, GError **error)
{
  g_autoptr(KontorService) service = kontor_talk_load_service (talk, dialogue, error);
  g_autoptr(GError) refusal = NULL;
  g_autofree char *said = NULL;

  if (service == NULL)
    return NULL;
  said = goals[dialogue->goal].act (talk, dialogue, service, &refusal);
  if (g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED) &&
      kontor_talk_books (dialogue))
    return kontor_talk_go_on (talk, dialogue, NULL, error);
  if (said == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }

  return end (talk, dialogue, error) ? g_steal_pointer (&said) : NULL;
}

char *
kontor_talk_drop (const KontorTalk *talk, KontorDialogue *dialogue, GError **error)
{
  const Goal *goal = &goals[dialogue->goal];

  if (!end (talk, dialogue, error))
    return NULL;

  return kontor_talk_fill_id (talk, goal->group, goal->dropped, dialogue->subject);
}
