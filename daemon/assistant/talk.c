/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk.c — the order in which a message is read. A dialogue under way comes first; within it, new
 * values before a yes, so that "yes, but at 10" is a correction and not a consent. */
#include "assistant/talk.h"

#include <string.h>

#include "assistant/answer.h"
#include "assistant/knowledge.h"
#include "inbox/texts.h"
#include "operations/wordings.h"

/* Twice not understood is a case for people. */
#define MOST_MISSES 2

KontorActor
kontor_talk_get_actor (const KontorTalk *talk)
{
  return (KontorActor) { "assistant", NULL, KONTOR_ROLE_CUSTOMER,
                         kontor_record_get_text (talk->contact, "id") };
}

char *
kontor_talk_dup_text (const KontorTalk *talk, const char *group, const char *name)
{
  return kontor_texts_dup (talk->language->code, group, name, "business", talk->business->name,
                           NULL);
}

KontorService *
kontor_talk_load_service (const KontorTalk *talk, const KontorDialogue *dialogue, GError **error)
{
  g_autoptr(KontorService) service = kontor_service_load (talk->store, talk->business,
                                                          dialogue->service, error);

  if (service == NULL || !kontor_service_speak (service, talk->store, talk->language->code, error))
    return NULL;

  return g_steal_pointer (&service);
}

gboolean
kontor_talk_says (const KontorTalk *talk, KontorWordKind kind)
{
  return kontor_language_says (talk->language, talk->text, kind);
}

gboolean
kontor_talk_mentions (const KontorTalk *talk, KontorWordKind kind)
{
  return kontor_language_mentions (talk->language, talk->text, kind);
}

/* The passage itself; NULL without error when the knowledge does not cover the question. */
static char *
find_answer (const KontorTalk *talk, char **why, GError **error)
{
  g_autoptr(KontorAnswer) answer = kontor_answer_find (talk->store, talk->text, error);
  g_autoptr(GString) said = NULL;

  if (answer == NULL || !answer->speaks)
    return NULL;
  said = g_string_new (NULL);
  for (guint i = 0; i < answer->passages->len; i++)
    g_string_append_printf (said, "%s%s", i > 0 ? "\n\n" : "",
                            ((KontorPassage *) answer->passages->pdata[i])->text);
  g_free (*why);
  *why = g_strdup (answer->why);

  return g_string_free (g_steal_pointer (&said), FALSE);
}

/* "In the afternoon" and no hour: that is asked for again when it was corrected. */
static gboolean
take_part (const KontorTalk *talk, KontorDialogue *dialogue, int part)
{
  gboolean has_time = g_hash_table_contains (dialogue->values, "time");

  if (part == 0 || (has_time && !kontor_talk_mentions (talk, KONTOR_WORD_CORRECTION)))
    return FALSE;
  dialogue->part = part;
  g_hash_table_remove (dialogue->values, "time");

  return TRUE;
}

gboolean
kontor_talk_merge (const KontorTalk *talk, KontorDialogue *dialogue, const KontorExtract *extract)
{
  gboolean news = take_part (talk, dialogue, extract->part) ||
                  g_hash_table_size (extract->problems) > 0;
  GHashTableIter iter;
  const char *name, *value;

  g_hash_table_iter_init (&iter, extract->values);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &value))
    {
      news |= g_strcmp0 (g_hash_table_lookup (dialogue->values, name), value) != 0;
      g_hash_table_insert (dialogue->values, g_strdup (name), g_strdup (value));
    }

  return news;
}

static char *
join (char *first, char *then)
{
  g_autofree char *a = first, *b = then;

  return b != NULL ? g_strdup_printf ("%s\n\n%s", a, b) : NULL;
}

/* Nothing was understood: a question is answered and the dialogue's own asked again; else it is
 * asked again, and at last left to people. */
static char *
miss (const KontorTalk *talk, KontorDialogue *dialogue, char **why, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *answer = find_answer (talk, why, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (answer == NULL && ++dialogue->misses >= MOST_MISSES)
    {
      kontor_dialogue_go (dialogue, talk->store, talk->conversation, dialogue->phase, error);
      return NULL;
    }
  if (answer == NULL)
    answer = kontor_talk_dup_text (talk, "book", "unclear");

  return join (g_steal_pointer (&answer), kontor_talk_go_on (talk, dialogue, NULL, error));
}

static gboolean
is_refusal (const KontorTalk *talk, const KontorDialogue *dialogue)
{
  if (dialogue->phase == KONTOR_DIALOGUE_CONFIRMING && kontor_talk_says (talk, KONTOR_WORD_NO))
    return TRUE;

  return !kontor_talk_cancels (dialogue) && kontor_talk_mentions (talk, KONTOR_WORD_CANCEL);
}

/* A cancellation is only ever confirmed or dropped. */
static char *
go_on_cancelling (const KontorTalk *talk, KontorDialogue *dialogue, gboolean *gone, GError **error)
{
  if (kontor_talk_says (talk, KONTOR_WORD_YES) || kontor_talk_mentions (talk, KONTOR_WORD_CANCEL))
    return kontor_talk_act (talk, dialogue, error);
  if (kontor_talk_says (talk, KONTOR_WORD_NO))
    return kontor_talk_drop (talk, dialogue, error);
  *gone = kontor_dialogue_go (dialogue, talk->store, talk->conversation, KONTOR_DIALOGUE_NONE,
                              error);

  return NULL;
}

static char *
go_on (const KontorTalk *talk, KontorDialogue *dialogue, char **why, GError **error)
{
  g_autoptr(KontorService) service = kontor_talk_load_service (talk, dialogue, error);
  g_autoptr(KontorExtract) extract = NULL;
  gboolean is_confirming = dialogue->phase == KONTOR_DIALOGUE_CONFIRMING;

  if (service == NULL)
    return NULL;
  if (is_confirming && kontor_talk_says (talk, KONTOR_WORD_YES))
    return kontor_talk_act (talk, dialogue, error);
  if (is_refusal (talk, dialogue))
    return kontor_talk_drop (talk, dialogue, error);
  if (kontor_talk_mentions (talk, KONTOR_WORD_STATUS) && dialogue->subject == NULL)
    return kontor_talk_status (talk, error);
  extract = kontor_talk_extract (talk, service, dialogue);
  if (!kontor_talk_merge (talk, dialogue, extract))
    return miss (talk, dialogue, why, error);
  dialogue->misses = 0;

  return kontor_talk_go_on (talk, dialogue, extract, error);
}

static gboolean
is_question (const KontorTalk *talk)
{
  return kontor_text_asks (talk->text);
}

static KontorGoal
goal_of (const KontorService *service)
{
  static const KontorGoal goals[] = {
    [KONTOR_FULFILLED_BY_SLOT] = KONTOR_GOAL_BOOK,
    [KONTOR_FULFILLED_BY_DEPARTURE] = KONTOR_GOAL_ENQUIRE,
    [KONTOR_FULFILLED_BY_SELLER] = KONTOR_GOAL_ORDER,
    [KONTOR_FULFILLED_BY_QUOTE] = KONTOR_GOAL_ENQUIRE,
  };

  return goals[service->fulfilment];
}

char *
kontor_talk_begin (const KontorTalk *talk, const KontorService *service,
                   const KontorExtract *extract, GError **error)
{
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_new (goal_of (service));
  char *same = dialogue->goal == KONTOR_GOAL_ORDER
               ? kontor_talk_find_same_order (talk, service, extract, error) : NULL;

  if (same != NULL || *error != NULL)
    return same;
  dialogue->service = g_strdup (service->code);
  kontor_talk_merge (talk, dialogue, extract);

  return kontor_talk_go_on (talk, dialogue, extract, error);
}

/* A wish for a service begins a dialogue with all that was said at once. Where nothing of the
 * service was said, a question that the knowledge covers is a question: "do I need to book?" */
static char *
book_or_answer (const KontorTalk *talk, char **why, GError **error)
{
  g_autoptr(GPtrArray) services = kontor_services_speak (talk->store, talk->business,
                                                         talk->language->code, error);
  const KontorService *service = services != NULL
    ? kontor_extract_find_service (services, talk->text, talk->language) : NULL;
  g_autoptr(KontorExtract) extract = service != NULL ? kontor_talk_extract (talk, service, NULL)
    : NULL;
  gboolean is_wish = kontor_extract_is_wish (talk->text, talk->language);
  guint fields = extract != NULL ? kontor_talk_count_fields (service, extract) : 0;
  g_autofree char *answer = NULL;

  if (services == NULL)
    return NULL;
  if (fields >= 2 || (is_wish && fields == 1))
    return kontor_talk_begin (talk, service, extract, error);
  answer = find_answer (talk, why, error);
  if (answer != NULL || *error != NULL || !is_wish || extract == NULL)
    return g_steal_pointer (&answer);

  return kontor_talk_begin (talk, service, extract, error);
}

static char *
answer_fresh (const KontorTalk *talk, char **why, GError **error)
{
  g_autoptr(GError) local = NULL;
  char *said;

  if (is_question (talk) && kontor_talk_mentions (talk, KONTOR_WORD_CANCEL) &&
      (said = find_answer (talk, why, &local)) != NULL)
    return said;
  if (local == NULL && (said = kontor_talk_about_standing (talk, &local)) != NULL)
    return said;
  if (local == NULL && (said = book_or_answer (talk, why, &local)) != NULL)
    return said;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (kontor_talk_says (talk, KONTOR_WORD_GREETING))
    return kontor_talk_dup_text (talk, "general", "greeting");

  return kontor_talk_says (talk, KONTOR_WORD_THANKS)
         ? kontor_talk_dup_text (talk, "general", "thanks") : NULL;
}

gboolean
kontor_talk_answer (const KontorTalk *talk, char **reply, char **why, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(KontorDialogue) dialogue =
    kontor_dialogue_load (talk->store, talk->conversation, &local);
  gboolean fresh = dialogue == NULL;

  *reply = *why = NULL;
  if (local == NULL && dialogue != NULL)
    *reply = kontor_talk_cancels (dialogue)
             ? go_on_cancelling (talk, dialogue, &fresh, &local)
             : go_on (talk, dialogue, why, &local);
  if (local == NULL && fresh)
    *reply = answer_fresh (talk, why, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}
