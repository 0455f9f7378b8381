/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stage.c — a copy of the database would be large and soon old, and tables of its own would need
 * every query twice. Ids that are given while it stands may be others the next time, so nobody
 * keeps them: each setting says them anew. */
#include "assistant/stage.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "assistant/tools.h"
#include "base/clock.h"
#include "contacts/contacts.h"
#include "contacts/language.h"
#include "inbox/conversation.h"
#include "inbox/messages.h"
#include "journal/done.h"
#include "model/error.h"
#include "model/json.h"
#include "store/records.h"

/* Of the numbers that are kept for fiction; not the one that practising begins with. */
#define NOBODY "+12025550199"

struct _KontorStage
{
  KontorStore     *store;
  KontorAssistant *assistant;
  GPtrArray       *lines;
  char            *contact;    /* (nullable) */

  KontorBusiness  *business;   /* (nullable): until it stood once */
  GVariant        *record;     /* (nullable): the contact's, of the last time */
  GString         *text;       /* what the customer said since the last reply */
  char            *channel;    /* (nullable): while it stands */
  gint64           mark;
};

KontorLine *
kontor_line_new (KontorLineFrom from, const char *text, const char *memory)
{
  KontorLine *self = g_new0 (KontorLine, 1);

  *self = (KontorLine) { from, g_strdup (text), g_strdup (memory) };

  return self;
}

void
kontor_line_free (KontorLine *self)
{
  g_free (self->text);
  g_free (self->memory);
  g_free (self);
}

char *
kontor_memory_new (JsonNode *deeds)
{
  JsonObject *memory = json_object_new ();

  json_object_set_boolean_member (memory, "built-in", deeds == NULL);
  if (deeds != NULL)
    json_object_set_member (memory, "deeds", deeds);

  return kontor_json_take_text (memory);
}

KontorStage *
kontor_stage_new (KontorStore *store, const char *contact, KontorAssistant *assistant,
                  GPtrArray *lines)
{
  KontorStage *self = g_new0 (KontorStage, 1);

  self->store = store;
  self->assistant = assistant;
  self->lines = g_ptr_array_ref (lines);
  self->contact = g_strdup (contact);
  self->text = g_string_new (NULL);

  return self;
}

void
kontor_stage_free (KontorStage *self)
{
  kontor_assistant_free (self->assistant);
  g_clear_pointer (&self->business, kontor_business_free);
  g_clear_pointer (&self->record, g_variant_unref);
  g_free (self->channel);
  g_ptr_array_unref (self->lines);
  g_string_free (self->text, TRUE);
  g_free (self->contact);
  g_free (self);
}

KontorAssistant *
kontor_stage_get_assistant (KontorStage *self)
{
  return self->assistant;
}

static gboolean
open_channel (KontorStage *self, GError **error)
{
  g_autoptr(GVariant) channel = g_variant_ref_sink (
    g_variant_new_parsed ("{'name': <'Trial'>, 'kind': <'practice'>}"));

  g_string_truncate (self->text, 0);
  if (self->business == NULL)
    self->business = kontor_business_load (self->store, error);
  self->channel = self->business != NULL
    ? kontor_records_insert (self->store, kontor_kind_find ("channel"), channel, error) : NULL;

  return self->channel != NULL;
}

static gboolean
is_right_contact (KontorStage *self, const char *contact, GError **error)
{
  if (self->contact == NULL || g_str_equal (self->contact, contact))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "%s has no number to write from; leave the contact out", self->contact);

  return FALSE;
}

/* Who said it, in what language, and all that the customer said since the last reply. */
static gboolean
fill_talk (KontorStage *self, const KontorMessage *message, KontorTalk *talk, GError **error)
{
  g_autoptr(KontorConversation) conversation =
    kontor_conversation_get (self->store, message->conversation, error);

  if (conversation == NULL || !is_right_contact (self, conversation->contact, error))
    return FALSE;
  *talk = (KontorTalk) {
    .store = self->store, .business = self->business, .conversation = message->conversation,
    .message = message->id, .text = self->text->str,
  };
  talk->language = kontor_contact_hear (self->store, conversation->contact,
                                        conversation->language, self->business, talk->text, error);
  g_clear_pointer (&self->record, g_variant_unref);
  if (talk->language != NULL)
    self->record = talk->contact = kontor_records_get (
      self->store, kontor_kind_find ("contact"), conversation->contact, error);

  return talk->contact != NULL;
}

static gboolean
hear (KontorStage *self, const KontorLine *line, guint n, KontorTalk *talk, GError **error)
{
  g_autofree char *id = g_strdup_printf ("trial-%u", n);
  g_autoptr(KontorMessage) message = kontor_message_new (id, NOBODY, NULL, line->text,
                                                         kontor_clock_now_us ());
  gboolean fresh;

  if (self->contact != NULL)
    {
      kontor_person_free (message->person);
      message->person = kontor_contacts_dup_person (self->store, self->contact, error);
      if (message->person == NULL)
        return FALSE;
    }
  g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? "\n" : "", line->text);

  return kontor_messages_take_in (self->store, self->channel, message, &fresh, error) &&
         fill_talk (self, message, talk, error);
}

/* As it was done when the reply was given. */
static gboolean
do_deeds (KontorStage *self, const KontorTalk *talk, JsonNode *deeds, GError **error)
{
  g_autoptr(KontorSources) sources = kontor_sources_new (self->business, talk->language,
                                                         kontor_clock_now_us ());
  g_autoptr(KontorTools) tools = kontor_tools_new (talk, self->assistant, sources, error);
  g_autofree char *said = NULL;
  gboolean is_same;

  if (tools == NULL)
    return FALSE;
  kontor_sources_hear (sources, talk->text);

  return kontor_tools_take_deeds (tools, deeds, error) &&
         kontor_tools_do (tools, &said, &is_same, error);
}

static gboolean
remember (KontorStage *self, const KontorTalk *talk, const char *memory, GError **error)
{
  g_autoptr(JsonNode) root = kontor_json_parse (memory, strlen (memory), error);
  g_autofree char *reply = NULL, *why = NULL;
  JsonObject *object;

  if (root == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "memory: this is none that a trial gave");
      return FALSE;
    }
  object = json_node_get_object (root);
  if (json_object_has_member (object, "deeds"))
    return do_deeds (self, talk, json_object_get_member (object, "deeds"), error);

  return !kontor_json_get_yes (object, "built-in") ||
         kontor_talk_answer (talk, &reply, &why, error);
}

/* What was said before the customer's first word belongs to no answer. */
static gboolean
say (KontorStage *self, const KontorLine *line, const KontorTalk *talk, GError **error)
{
  gboolean by_itself = line->from == KONTOR_LINE_ASSISTANT;

  if (talk->conversation == 0)
    return TRUE;
  if (by_itself && line->memory != NULL && self->text->len > 0 &&
      !remember (self, talk, line->memory, error))
    return FALSE;
  g_string_truncate (self->text, 0);

  return kontor_messages_add (self->store, talk->conversation, "out",
                              by_itself ? "assistant" : "system", by_itself,
                              &(KontorDraft) { .text = line->text }, error) > 0;
}

static gboolean
play (KontorStage *self, KontorTalk *talk, GError **error)
{
  *talk = (KontorTalk) { .store = self->store };
  for (guint i = 0; i < self->lines->len; i++)
    {
      const KontorLine *line = self->lines->pdata[i];

      if (!(line->from == KONTOR_LINE_CUSTOMER ? hear (self, line, i, talk, error)
                                               : say (self, line, talk, error)))
        return FALSE;
    }
  if (self->text->len > 0)
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                       "there is nothing to answer: the customer must say something in the end");

  return FALSE;
}

gboolean
kontor_stage_set (KontorStage *self, KontorTalk *talk, GError **error)
{
  if (!kontor_store_begin (self->store, error))
    return FALSE;
  if (open_channel (self, error) && play (self, talk, error))
    {
      self->mark = kontor_done_mark (self->store, error);
      if (self->mark >= 0)
        return TRUE;
    }
  kontor_stage_strike (self);

  return FALSE;
}

GPtrArray *
kontor_stage_list_done (KontorStage *self, GError **error)
{
  return kontor_done_since (self->store, self->mark, error);
}

void
kontor_stage_strike (KontorStage *self)
{
  kontor_store_undo (self->store);
  g_clear_pointer (&self->channel, g_free);
}
