/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tool-deed.c — what a model may begin, by the dialogues that a customer's own messages go through.
 * What is asked at their end is kept with the dialogue: a yes counts only where the customer has
 * read just that question, said before the message that answers it. */
#include "assistant/tools.h"

#include <string.h>

#include "base/clock.h"
#include "inbox/messages.h"
#include "model/error.h"
#include "model/json.h"
#include "operations/bookings.h"

#define LOOKED_BACK 12

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, why);

  return FALSE;
}

/* The question that a dialogue waits with from now on. */
static gboolean
keep_question (const KontorTalk *talk, const char *said, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (talk->store, talk->conversation,
                                                             &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (dialogue == NULL || dialogue->phase != KONTOR_DIALOGUE_CONFIRMING)
    return TRUE;
  g_free (dialogue->question);
  dialogue->question = g_strdup (said);

  return kontor_dialogue_go (dialogue, talk->store, talk->conversation, dialogue->phase, error);
}

/* @said: (transfer full) (nullable): NULL where @error is set, or nothing was to be said. */
static gboolean
end (const KontorTools *self, char *said, const char *refused, KontorToolResult *result,
     GError **error)
{
  JsonObject *told;

  result->said = said;
  if (said == NULL)
    return *error == NULL ? refuse (error, "nothing could be made of that") : FALSE;
  if (!keep_question (self->talk, said, error))
    return FALSE;
  told = json_object_new ();
  json_object_set_string_member (told, "kontor-adds-to-your-reply", said);
  if (refused != NULL)
    json_object_set_string_member (told, "not-taken", refused);
  result->told = kontor_json_take_text (told);

  return TRUE;
}

static gboolean
is_about (const KontorDialogue *dialogue, const KontorService *service)
{
  return dialogue != NULL && !kontor_talk_cancels (dialogue) &&
         g_strcmp0 (dialogue->service, service->code) == 0;
}

/* What is said of a service that was enquired about is added to that enquiry. */
static char *
add_to_lead (const KontorTalk *talk, const KontorService *service, GError **error)
{
  g_autoptr(GPtrArray) leads = NULL;
  char *said;

  if (service->fulfilment != KONTOR_FULFILLED_BY_DEPARTURE &&
      service->fulfilment != KONTOR_FULFILLED_BY_QUOTE)
    return NULL;
  leads = kontor_states_query_open (&kontor_lead_states, talk->store,
                                    kontor_record_get_text (talk->contact, "id"), 0, error);
  for (guint i = 0; leads != NULL && i < leads->len; i++)
    if (g_strcmp0 (kontor_record_get_text (leads->pdata[i], "service"), service->code) == 0)
      {
        said = kontor_talk_add_to_lead (talk, leads, service, error);
        return said != NULL || *error != NULL ? said
                                              : kontor_talk_tell_lead (talk, leads->pdata[i]);
      }

  return NULL;
}

gboolean
kontor_tool_collect (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                     GError **error)
{
  const KontorTalk *talk = self->talk;
  g_autoptr(GError) local = NULL;
  const KontorService *service = kontor_tools_find_service (self, arguments, &local);
  g_autoptr(KontorDialogue) dialogue = service != NULL
    ? kontor_dialogue_load (talk->store, talk->conversation, &local) : NULL;
  g_autoptr(KontorExtract) extract = NULL;
  g_autofree char *refused = NULL, *said = NULL;

  if (local == NULL && !is_about (dialogue, service))
    said = add_to_lead (talk, service, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (said != NULL)
    return end (self, g_steal_pointer (&said), NULL, result, error);
  extract = kontor_tools_read_values (self, service, arguments, &refused);
  if (!is_about (dialogue, service))
    said = kontor_talk_begin (talk, service, extract, &local);
  else
    {
      kontor_talk_merge (talk, dialogue, extract);
      dialogue->misses = 0;
      said = kontor_talk_go_on (talk, dialogue, extract, &local);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return end (self, g_steal_pointer (&said), refused, result, error);
}

/* The customer's bookings and orders that are open. */
static GPtrArray *
list_open (const KontorTalk *talk, GError **error)
{
  const char *contact = kontor_record_get_text (talk->contact, "id");
  g_autoptr(GPtrArray) bookings = kontor_bookings_open_of (talk->store, contact,
                                                           kontor_clock_now_us (), error);
  g_autoptr(GPtrArray) orders = bookings != NULL
    ? kontor_states_query_open (&kontor_order_states, talk->store, contact, 0, error) : NULL;

  if (orders == NULL)
    return NULL;
  for (guint i = 0; i < orders->len; i++)
    g_ptr_array_add (bookings, g_variant_ref (orders->pdata[i]));

  return g_steal_pointer (&bookings);
}

static gboolean
is_order (GVariant *record)
{
  return g_str_has_prefix (kontor_record_get_text (record, "id"),
                           kontor_kind_find ("order")->prefix);
}

/* (transfer full): the one that is named, or the only one; of this customer in any case. */
static GVariant *
pick (const KontorTalk *talk, JsonObject *arguments, GError **error)
{
  const char *id = kontor_json_get_text (arguments, "id");
  g_autoptr(GPtrArray) open = list_open (talk, error);

  if (open == NULL)
    return NULL;
  for (guint i = 0; i < open->len; i++)
    {
      const char *own = kontor_record_get_text (open->pdata[i], "id");

      if (id == NULL || *id == '\0' ? open->len == 1 : g_ascii_strcasecmp (own, id) == 0)
        return g_variant_ref (open->pdata[i]);
    }
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, open->len == 0 || id != NULL
               ? "this customer has no such booking or order that is open"
               : "this customer has several: ask which one, and name it by its id");

  return NULL;
}

static void
put_under (GHashTable *values, GHashTable *before)
{
  GHashTableIter iter;
  const char *name, *value;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &value))
    if (!g_hash_table_contains (values, name))
      g_hash_table_insert (values, g_strdup (name), g_strdup (value));
}

gboolean
kontor_tool_change (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                    GError **error)
{
  const KontorTalk *talk = self->talk;
  g_autoptr(GVariant) record = pick (talk, arguments, error);
  g_autoptr(KontorDialogue) dialogue = record != NULL
    ? kontor_talk_dialogue_about (is_order (record) ? KONTOR_GOAL_CHANGE_ORDER
                                                    : KONTOR_GOAL_CHANGE, record) : NULL;
  g_autoptr(KontorService) service = dialogue != NULL
    ? kontor_talk_load_service (talk, dialogue, error) : NULL;
  g_autoptr(KontorExtract) extract = NULL;
  g_autoptr(GHashTable) before = NULL;
  g_autoptr(GError) local = NULL;
  g_autofree char *refused = NULL, *said = NULL;

  if (service == NULL)
    return FALSE;
  extract = kontor_tools_read_values (self, service, arguments, &refused);
  if (g_hash_table_size (extract->values) + g_hash_table_size (extract->problems) == 0)
    return refuse (error, refused != NULL ? refused
                                          : "say what is to be changed, or ask the customer");
  before = kontor_talk_values_of (service, record);
  kontor_talk_merge (talk, dialogue, extract);
  put_under (dialogue->values, before);
  said = kontor_talk_go_on (talk, dialogue, extract, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return end (self, g_steal_pointer (&said), refused, result, error);
}

gboolean
kontor_tool_cancel (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                    GError **error)
{
  const KontorTalk *talk = self->talk;
  g_autoptr(GVariant) record = pick (talk, arguments, error);
  g_autoptr(GPtrArray) alone = g_ptr_array_new ();
  g_autoptr(GError) local = NULL;
  g_autofree char *said = NULL;

  if (record == NULL)
    return FALSE;
  g_ptr_array_add (alone, record);
  said = is_order (record) ? kontor_talk_begin_cancel_order (talk, alone, &local)
                           : kontor_talk_begin_cancel (talk, alone, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return end (self, g_steal_pointer (&said), NULL, result, error);
}

/* Whether @question stands in what was said to the customer before. *was (out). */
static gboolean
was_said (const KontorTalk *talk, const char *question, gboolean *was, GError **error)
{
  g_autoptr(GPtrArray) last = kontor_messages_query (talk->store, talk->conversation, NULL,
                                                     LOOKED_BACK, FALSE, NULL, error);

  *was = question == NULL; /* the built-in assistant asked, who says just what it asks */
  for (guint i = 0; last != NULL && i < last->len && !*was; i++)
    {
      const KontorSaid *said = last->pdata[i];

      *was = g_str_equal (said->direction, "out") && said->text != NULL &&
             kontor_said_was_said (said) && strstr (said->text, question) != NULL;
    }

  return last != NULL;
}

/* A yes with more around it than a yes alone: two of them must read it so, the model and this. */
static gboolean
agrees (const KontorTalk *talk, KontorDialogue *dialogue)
{
  static const KontorWordKind others[] = {
    KONTOR_WORD_NO, KONTOR_WORD_NOT, KONTOR_WORD_BUT, KONTOR_WORD_CORRECTION, KONTOR_WORD_CHANGE,
    KONTOR_WORD_INSTEAD, KONTOR_WORD_INSTEAD_OF, KONTOR_WORD_CANCEL, KONTOR_WORD_DONT_KNOW,
  };

  g_autoptr(KontorService) service = NULL;
  g_autoptr(KontorExtract) extract = NULL;

  if (kontor_talk_says (talk, KONTOR_WORD_YES))
    return TRUE;
  if (!kontor_talk_mentions (talk, KONTOR_WORD_YES) || kontor_text_asks (talk->text))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (kontor_talk_mentions (talk, others[i]))
      return FALSE;
  service = kontor_talk_load_service (talk, dialogue, NULL);
  extract = service != NULL ? kontor_talk_extract (talk, service, dialogue) : NULL;

  return extract != NULL && !kontor_talk_merge (talk, dialogue, extract);
}

gboolean
kontor_tool_confirm (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                     GError **error)
{
  const KontorTalk *talk = self->talk;
  g_autoptr(GError) local = NULL;
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (talk->store, talk->conversation,
                                                             &local);
  g_autofree char *said = NULL;
  gboolean was = FALSE;

  if (local == NULL && dialogue != NULL && dialogue->phase == KONTOR_DIALOGUE_CONFIRMING)
    was_said (talk, dialogue->question, &was, &local);
  if (local == NULL && !was)
    return refuse (error, "the customer has not been asked to agree to anything: call collect, "
                   "change or cancel");
  if (local == NULL && !agrees (talk, dialogue))
    return refuse (error, "this message is no clear yes: ask for a yes or a no, or collect what "
                   "is to be changed");
  if (local == NULL)
    said = kontor_talk_act (talk, dialogue, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return end (self, g_steal_pointer (&said), NULL, result, error);
}

gboolean
kontor_tool_drop (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                  GError **error)
{
  const KontorTalk *talk = self->talk;
  g_autoptr(GError) local = NULL;
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (talk->store, talk->conversation,
                                                             &local);
  g_autofree char *said = NULL;

  if (local == NULL && dialogue == NULL)
    return refuse (error, "nothing is under way that could be given up");
  if (local == NULL)
    said = kontor_talk_drop (talk, dialogue, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return end (self, g_steal_pointer (&said), NULL, result, error);
}
