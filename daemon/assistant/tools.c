/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tools.c — a deed is tried on top of all deeds before it, in a transaction that is taken back: so
 * a model that is cut off, or whose answer nobody takes, has done nothing; and what it was told is
 * what will be. In the end they are done once more, for good. */
#include "assistant/tools.h"

#include <string.h>

#include "model/error.h"
#include "model/json.h"
#include "operations/wordings.h"

static const KontorTool tools[] = {
  { "services", "What the business offers: prices, questions, choices, opening hours.",
    kontor_tools_form_nothing, kontor_tool_services },
  { "availability", "Whether a service is free on a day, or at a time of that day, and when next.",
    kontor_tools_form_service, kontor_tool_availability },
  { "standing", "How this customer's bookings, orders and enquiries stand.",
    kontor_tools_form_id, kontor_tool_standing },
  { "knowledge", "Looks up what the business has written down about a question.",
    kontor_tools_form_text, kontor_tool_knowledge },
  { "collect", "Takes what the customer said towards a service, in the customer's own words. "
    "Kontor adds the next question, or a summary that the customer must agree to.",
    kontor_tools_form_values, kontor_tool_collect, TRUE },
  { "change", "Begins to change a booking or an order of this customer. Kontor adds a summary that "
    "the customer must agree to.", kontor_tools_form_change, kontor_tool_change, TRUE },
  { "cancel", "Begins to cancel a booking or an order of this customer. Kontor adds the question "
    "whether it is meant.", kontor_tools_form_id, kontor_tool_cancel, TRUE },
  { "confirm", "The customer's message says yes to the summary or question that stands.",
    kontor_tools_form_nothing, kontor_tool_confirm, TRUE },
  { "drop", "The customer does not want any more what was collected or asked.",
    kontor_tools_form_nothing, kontor_tool_drop, TRUE },
  { "hand_over", "People are to answer. Say why in a few words.",
    kontor_tools_form_text, kontor_tool_hand_over },
};

typedef struct {
  const KontorTool *tool;
  JsonObject       *arguments;
  char             *said;       /* (nullable): when it was tried */
} Deed;

static void
deed_free (Deed *deed)
{
  json_object_unref (deed->arguments);
  g_free (deed->said);
  g_free (deed);
}

static void
result_clear (KontorToolResult *result)
{
  g_free (result->told);
  g_free (result->said);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KontorToolResult, result_clear)

KontorTools *
kontor_tools_new (const KontorTalk *talk, const KontorAssistant *assistant,
                  KontorSources *sources, GError **error)
{
  g_autoptr(KontorTools) self = g_new0 (KontorTools, 1);

  self->talk = talk;
  self->assistant = assistant;
  self->sources = sources;
  self->deeds = g_ptr_array_new_with_free_func ((GDestroyNotify) deed_free);
  self->services = kontor_services_speak (talk->store, talk->business, talk->language->code,
                                          error);

  return self->services != NULL ? g_steal_pointer (&self) : NULL;
}

void
kontor_tools_free (KontorTools *self)
{
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_ptr_array_unref (self->deeds);
  g_free (self->handed);
  g_free (self);
}

void
kontor_tools_offer (const KontorTools *self, KontorModelRequest *request)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    kontor_model_request_offer (request, tools[i].name, tools[i].description,
                                tools[i].dup_form (self));
}

static const KontorTool *
find (const char *name, GError **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      if (g_str_equal (tools[i].name, name))
        return &tools[i];
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", tools[i].name);
    }
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
               "there is no tool of that name; there are: %s", names->str);

  return NULL;
}

/* All that was tried before, once more; then @tool. */
static gboolean
try_after_all (KontorTools *self, const KontorTool *tool, JsonObject *arguments,
               KontorToolResult *result, GError **error)
{
  for (guint i = 0; i < self->deeds->len; i++)
    {
      const Deed *deed = self->deeds->pdata[i];
      g_auto(KontorToolResult) before = { NULL };

      if (!deed->tool->run (self, deed->arguments, &before, error))
        return FALSE;
    }

  return tool->run (self, arguments, result, error);
}

static void
add_deed (KontorTools *self, const KontorTool *tool, JsonObject *arguments, const char *said)
{
  Deed *deed = g_new0 (Deed, 1);

  *deed = (Deed) { tool, json_object_ref (arguments), g_strdup (said) };
  g_ptr_array_add (self->deeds, deed);
}

static gboolean
try (KontorTools *self, const KontorTool *tool, JsonObject *arguments, KontorToolResult *result,
     GError **error)
{
  gboolean fine;

  if (!tool->is_deed)
    return tool->run (self, arguments, result, error);
  if (!kontor_store_begin (self->talk->store, error))
    return FALSE;
  fine = try_after_all (self, tool, arguments, result, error);
  kontor_store_undo (self->talk->store);
  if (!fine)
    return FALSE;
  add_deed (self, tool, arguments, result->said);

  return TRUE;
}

/* Refusals are told in JSON as everything else, so that nothing in them reads as an order. */
static char *
tell_refusal (const GError *error)
{
  JsonObject *told = json_object_new ();

  json_object_set_string_member (told, "refused", error->message);

  return kontor_json_take_text (told);
}

char *
kontor_tools_call (KontorTools *self, const KontorModelCall *call, gboolean *failed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) arguments = NULL;
  g_auto(KontorToolResult) result = { NULL };
  const KontorTool *tool = find (call->name, &error);
  gboolean fine = tool != NULL;

  if (fine && call->fault != NULL)
    {
      g_set_error (&error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "the arguments cannot be read: %s", call->fault);
      fine = FALSE;
    }
  arguments = fine ? kontor_json_parse (call->arguments, strlen (call->arguments), &error) : NULL;
  fine = arguments != NULL && JSON_NODE_HOLDS_OBJECT (arguments) &&
         try (self, tool, json_node_get_object (arguments), &result, &error);
  *failed = !fine;
  if (!fine)
    return error != NULL ? tell_refusal (error) : g_strdup ("{\"refused\":\"no object\"}");
  if (tool->is_deed)
    kontor_sources_recall (self->sources, result.told);
  else
    kontor_sources_know (self->sources, result.told);

  return g_steal_pointer (&result.told);
}

gboolean
kontor_tools_settle (KontorTools *self)
{
  const KontorTalk *talk = self->talk;
  KontorModelCall call = { .name = (char *) "confirm", .arguments = (char *) "{}" };
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (talk->store, talk->conversation,
                                                             NULL);
  g_autofree char *told = NULL;
  gboolean failed = TRUE;

  if (dialogue == NULL || dialogue->phase != KONTOR_DIALOGUE_CONFIRMING)
    return FALSE;
  if (kontor_talk_says (talk, KONTOR_WORD_NO))
    call.name = (char *) "drop";
  else if (!kontor_talk_says (talk, KONTOR_WORD_YES))
    return FALSE;
  told = kontor_tools_call (self, &call, &failed);

  return !failed;
}

static void
add_said (GString *all, const char *said)
{
  if (said != NULL && *said != '\0')
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n\n" : "", said);
}

/* Whether something is still asked. FALSE also where the store fails: then all of it does. */
static gboolean
is_open (const KontorTalk *talk)
{
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (talk->store, talk->conversation,
                                                             NULL);

  return dialogue != NULL;
}

/* What was done is told; of questions only the last, as the others are answered or replaced. */
gboolean
kontor_tools_do (KontorTools *self, char **said, gboolean *is_same, GError **error)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autofree char *question = NULL;

  *said = NULL;
  *is_same = TRUE;
  for (guint i = 0; i < self->deeds->len; i++)
    {
      const Deed *deed = self->deeds->pdata[i];
      g_auto(KontorToolResult) result = { NULL };

      if (!deed->tool->run (self, deed->arguments, &result, error))
        return FALSE;
      *is_same &= g_strcmp0 (result.said, deed->said) == 0;
      g_clear_pointer (&question, g_free);
      if (is_open (self->talk))
        question = g_strdup (result.said);
      else
        add_said (all, result.said);
    }
  add_said (all, question);
  if (all->len > 0)
    *said = g_string_free (g_steal_pointer (&all), FALSE);

  return TRUE;
}

JsonNode *
kontor_tools_write_deeds (const KontorTools *self)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *all = json_array_new ();

  json_node_take_array (node, all);
  for (guint i = 0; i < self->deeds->len; i++)
    {
      const Deed *deed = self->deeds->pdata[i];
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "tool", deed->tool->name);
      json_object_set_object_member (one, "arguments", json_object_ref (deed->arguments));
      json_array_add_object_element (all, one);
    }

  return node;
}

gboolean
kontor_tools_take_deeds (KontorTools *self, JsonNode *deeds, GError **error)
{
  JsonArray *all = JSON_NODE_HOLDS_ARRAY (deeds) ? json_node_get_array (deeds) : NULL;

  for (guint i = 0; i < kontor_json_get_length (all); i++)
    {
      JsonObject *one = kontor_json_get_nth (all, i);
      JsonObject *arguments = kontor_json_get_object (one, "arguments");
      const char *name = kontor_json_get_text (one, "tool");
      const KontorTool *tool = name != NULL ? find (name, error) : NULL;

      if (tool == NULL && name != NULL)
        return FALSE;
      if (tool != NULL && tool->is_deed && arguments != NULL)
        {
          add_deed (self, tool, arguments, NULL);
          continue;
        }
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "this is no list of what tools did");
      return FALSE;
    }

  return TRUE;
}

KontorService *
kontor_tools_find_service (const KontorTools *self, JsonObject *arguments, GError **error)
{
  const char *code = kontor_json_get_text (arguments, "service");
  g_autoptr(GString) codes = g_string_new (NULL);

  for (guint i = 0; i < self->services->len; i++)
    {
      KontorService *service = self->services->pdata[i];

      if (g_strcmp0 (service->code, code) == 0 || (code == NULL && self->services->len == 1))
        return service;
      g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "", service->code);
    }
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
               "service: must be one of %s", codes->str);

  return NULL;
}
