/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thought.c — Kontor's own words always stand: where the model's are doubtful, or speak of
 * something that has changed since it was told, they are left out. Alone they become a draft. */
#include "assistant/thought.h"

#include "assistant/passages.h"
#include "inbox/messages.h"
#include "model/json.h"

void
kontor_thought_free (KontorThought *self)
{
  g_free (self->reply);
  g_free (self->why);
  g_free (self->doubt);
  g_free (self->memory);
  g_ptr_array_unref (self->calls);
  g_free (self);
}

void
kontor_thinking_clear (KontorThinking *self)
{
  g_clear_pointer (&self->tools, kontor_tools_free);
  g_clear_pointer (&self->sources, kontor_sources_free);
  if (self->stage == NULL)
    {
      g_clear_pointer (&self->assistant, kontor_assistant_free);
      g_clear_pointer (&self->talk.business, kontor_business_free);
      g_clear_pointer (&self->talk.contact, g_variant_unref);
      g_free ((char *) self->talk.text);
    }
  g_free (self->words);
  g_ptr_array_unref (self->calls);
  g_string_free (self->noted, TRUE);
  g_free (self->note);
}

void
kontor_thinking_note_call (KontorThinking *self, const char *tool, gboolean failed)
{
  g_string_append_printf (self->noted, "%s%s %s", self->noted->len > 0 ? "\n" : "", tool,
                          failed ? "refused" : "done");
}

static void
put_texts (JsonObject *why, const char *name, const GPtrArray *texts)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (list, texts->pdata[i]);
  json_object_set_array_member (why, name, list);
}

static void
put_passages (JsonObject *why, const GPtrArray *passages)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < passages->len; i++)
    {
      const KontorPassage *passage = passages->pdata[i];
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "passage", passage->id);
      json_object_set_double_member (one, "score", passage->score);
      json_array_add_object_element (list, one);
    }
  json_object_set_array_member (why, "passages", list);
}

static void
put_tools (JsonObject *why, const char *noted)
{
  g_auto(GStrv) lines = g_strsplit (noted, "\n", -1);
  JsonArray *list = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    json_array_add_string_element (list, lines[i]);
  json_object_set_array_member (why, "tools", list);
}

static void
put_text (JsonObject *why, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (why, name, text);
}

/* (transfer full): no word of what was said: it stands in the conversation. */
static char *
dup_why (const KontorThinking *self, const KontorBrief *brief, const char *doubt)
{
  JsonObject *why = json_object_new ();
  JsonArray *prompts = json_array_new ();

  put_text (why, "rule", self->is_settled ? "a yes or no to Kontor’s question" : "a model");
  put_text (why, "assistant", self->assistant->id);
  if (brief != NULL)
    {
      json_array_add_string_element (prompts,
                                     self->assistant->prompts[KONTOR_PROMPT_REPLY].version);
      put_passages (why, brief->passages);
      put_texts (why, "left-out", brief->left_out);
      put_texts (why, "facts", brief->facts);
    }
  json_object_set_array_member (why, "prompts", prompts);
  if (self->noted->len > 0)
    put_tools (why, self->noted->str);
  put_text (why, "handed-over", self->tools->handed);
  put_text (why, "doubt", doubt);

  return kontor_json_take_text (why);
}

/* *doubt: (transfer full) (nullable). FALSE when the store failed. */
static gboolean
check_words (const KontorThinking *self, const char *said, char **doubt, GError **error)
{
  *doubt = NULL;
  if (self->words == NULL || *self->words == '\0')
    return TRUE;
  if (self->is_cut)
    {
      *doubt = g_strdup ("the answer was cut off");
      return TRUE;
    }
  kontor_sources_recall (self->sources, said);

  return kontor_sources_check (self->sources, self->talk.store,
                               kontor_record_get_text (self->talk.contact, "id"), self->words,
                               doubt, error);
}

/* (transfer full) (nullable) */
static char *
compose (const KontorThinking *self, const char *said, gboolean may_use_words)
{
  const char *words = may_use_words && self->words != NULL ? self->words : "";

  if (said == NULL)
    return *words != '\0' ? g_strdup (words) : NULL;

  return *words != '\0' ? g_strdup_printf ("%s\n\n%s", words, said) : g_strdup (said);
}

/* People answer: nothing was done, and they read what it is about. */
static KontorThought *
hand_over (KontorThinking *self, const KontorBrief *brief, GError **error)
{
  KontorThought *thought;

  if (self->note != NULL &&
      kontor_messages_add (self->talk.store, self->talk.conversation, "note", "assistant", FALSE,
                           &(KontorDraft) { .text = self->note }, error) == 0)
    return NULL;
  thought = g_new0 (KontorThought, 1);
  thought->calls = g_ptr_array_ref (self->calls);
  thought->why = dup_why (self, brief, NULL);

  return thought;
}

KontorThought *
kontor_thinking_end (KontorThinking *self, const KontorBrief *brief, GError **error)
{
  g_autofree char *said = NULL, *doubt = NULL;
  gboolean is_same = TRUE;
  KontorThought *thought;

  if (self->tools->handed != NULL)
    return hand_over (self, brief, error);
  if (!kontor_tools_do (self->tools, &said, &is_same, error) ||
      !check_words (self, said, &doubt, error))
    return NULL;
  thought = g_new0 (KontorThought, 1);
  thought->calls = g_ptr_array_ref (self->calls);
  thought->why = dup_why (self, brief, doubt);
  thought->memory = kontor_memory_new (kontor_tools_write_deeds (self->tools));
  thought->reply = compose (self, said, said == NULL || (is_same && doubt == NULL));
  if (said == NULL)
    thought->doubt = g_steal_pointer (&doubt);

  return thought;
}
