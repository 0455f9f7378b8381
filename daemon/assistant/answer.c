/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Silence is cheap, as a person then answers; a wrong answer is not. So every rule here can only
 * take an answer away: one unclear main question silences the whole message. */
#include "assistant/answer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define SURE 0.73
#define APART 0.06
#define LOOKED_AT 5
#define MOST_SAID 3

/* What became of one question. */
typedef struct {
  GPtrArray  *found;
  const char *reason; /* "sure", "unsure", "close" */
} Verdict;

static void
verdict_clear (Verdict *verdict)
{
  g_clear_pointer (&verdict->found, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verdict, verdict_clear)

void
kontor_answer_free (KontorAnswer *self)
{
  g_ptr_array_unref (self->passages);
  g_free (self->why);
  g_free (self);
}

static gboolean
has_passage (const GPtrArray *passages, const char *id)
{
  for (guint i = 0; i < passages->len; i++)
    if (strcmp (((KontorPassage *) passages->pdata[i])->id, id) == 0)
      return TRUE;

  return FALSE;
}

/* Parts of one long section are no rivals. */
static gboolean
is_same_subject (const KontorPassage *a, const KontorPassage *b)
{
  return a->title != NULL && g_strcmp0 (a->title, b->title) == 0 &&
         g_strcmp0 (a->question, b->question) == 0;
}

static const char *
judge (const GPtrArray *found)
{
  const KontorPassage *best = found->len > 0 ? found->pdata[0] : NULL;

  if (best == NULL || best->score < SURE)
    return "unsure";
  for (guint i = 1; i < found->len; i++)
    {
      const KontorPassage *next = found->pdata[i];

      if (!is_same_subject (best, next))
        return best->score - next->score < APART ? "close" : "sure";
    }

  return "sure";
}

static gboolean
look (KontorStore *store, KontorAsked *asked, Verdict *verdict, GError **error)
{
  verdict->found = kontor_knowledge_find (store, asked, LOOKED_AT, error);
  if (verdict->found == NULL)
    return FALSE;
  verdict->reason = judge (verdict->found);

  return TRUE;
}

static void
note (JsonBuilder *why, const KontorAsked *asked, const Verdict *verdict)
{
  const KontorPassage *best = verdict->found->len > 0 ? verdict->found->pdata[0] : NULL;

  json_builder_begin_object (why);
  json_builder_set_member_name (why, "asked");
  json_builder_add_string_value (why, asked->text);
  json_builder_set_member_name (why, "found");
  json_builder_add_string_value (why, verdict->reason);
  if (best != NULL)
    {
      json_builder_set_member_name (why, "passage");
      json_builder_add_string_value (why, best->id);
      json_builder_set_member_name (why, "score");
      json_builder_add_double_value (why, best->score);
    }
  json_builder_set_member_name (why, "words");
  json_builder_begin_object (why);
  for (guint i = 0; i < asked->units->len; i++)
    {
      const KontorAskedUnit *unit = asked->units->pdata[i];

      json_builder_set_member_name (why, unit->word);
      json_builder_add_double_value (why, unit->weight);
    }
  json_builder_end_object (why);
  json_builder_end_object (why);
}

static void
say (GPtrArray *said, const KontorPassage *passage)
{
  if (said->len < MOST_SAID && !has_passage (said, passage->id))
    g_ptr_array_add (said, kontor_passage_copy (passage));
}

/* "Child seats and wifi": each by itself, the first of which must be sure. */
static gboolean
answer_parts (KontorStore *store, const KontorAsked *asked, GPtrArray *said, JsonBuilder *why,
              GError **error)
{
  g_autoptr(GPtrArray) parts = kontor_asked_split (asked);
  guint before = said->len;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      g_auto(Verdict) verdict = { NULL };

      if (!look (store, parts->pdata[i], &verdict, error))
        return FALSE;
      note (why, parts->pdata[i], &verdict);
      if (strcmp (verdict.reason, "sure") == 0)
        say (said, verdict.found->pdata[0]);
      if (said->len == before)
        break;
    }

  return TRUE;
}

static gboolean
answer_one (KontorStore *store, KontorAsked *asked, GPtrArray *said, GPtrArray *found,
            JsonBuilder *why, GError **error)
{
  g_auto(Verdict) verdict = { NULL };

  if (!look (store, asked, &verdict, error))
    return FALSE;
  note (why, asked, &verdict);
  for (guint i = 0; i < verdict.found->len; i++)
    if (!has_passage (found, ((KontorPassage *) verdict.found->pdata[i])->id))
      g_ptr_array_add (found, kontor_passage_copy (verdict.found->pdata[i]));
  if (strcmp (verdict.reason, "sure") == 0)
    say (said, verdict.found->pdata[0]);
  else if (!answer_parts (store, asked, said, why, error))
    return FALSE;

  return TRUE;
}

/* Why the message is not for the knowledge, whatever it knows; NULL when it may be. */
static const char *
find_objection (const GPtrArray *all, gboolean is_for_people)
{
  gboolean asks = FALSE;

  if (is_for_people)
    return "for people";
  for (guint i = 0; i < all->len; i++)
    {
      const KontorAsked *asked = all->pdata[i];

      if (asked->kind == KONTOR_ASKED_CASE)
        return "their own case";
      if (asked->kind == KONTOR_ASKED_REQUEST)
        return "a request";
      asks |= asked->kind == KONTOR_ASKED_QUESTION;
    }

  return asks ? NULL : "no question";
}

static char *
end_why (JsonBuilder *why, const char *objection, gboolean speaks)
{
  g_autoptr(JsonNode) root = NULL;

  json_builder_end_array (why);
  json_builder_set_member_name (why, "speaks");
  json_builder_add_boolean_value (why, speaks);
  if (objection != NULL)
    {
      json_builder_set_member_name (why, "because");
      json_builder_add_string_value (why, objection);
    }
  json_builder_end_object (why);
  root = json_builder_get_root (why);

  return json_to_string (root, FALSE);
}

static gboolean
answer_all (KontorStore *store, GPtrArray *all, GPtrArray *said, GPtrArray *found,
            JsonBuilder *why, GError **error)
{
  gboolean is_main = TRUE;

  for (guint i = 0; i < all->len; i++)
    {
      KontorAsked *asked = all->pdata[i];

      if (asked->kind != KONTOR_ASKED_QUESTION)
        continue;
      if (!answer_one (store, asked, said, found, why, error))
        return FALSE;
      if (is_main && said->len == 0)
        break;
      is_main = FALSE;
    }

  return TRUE;
}

KontorAnswer *
kontor_answer_find (KontorStore *store, const char *question, GError **error)
{
  gboolean is_for_people;
  g_autoptr(GPtrArray) all = kontor_asked_read (question, &is_for_people);
  const char *objection = find_objection (all, is_for_people);
  g_autoptr(GPtrArray) said = NULL, found = NULL;
  g_autoptr(JsonBuilder) why = json_builder_new ();
  KontorAnswer *answer;

  said = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_passage_free);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_passage_free);
  json_builder_begin_object (why);
  json_builder_set_member_name (why, "questions");
  json_builder_begin_array (why);
  if (objection == NULL && !answer_all (store, all, said, found, why, error))
    return NULL;

  answer = g_new0 (KontorAnswer, 1);
  answer->speaks = said->len > 0;
  answer->why = end_why (why, objection, answer->speaks);
  answer->passages = answer->speaks ? g_steal_pointer (&said) : g_steal_pointer (&found);

  return answer;
}
