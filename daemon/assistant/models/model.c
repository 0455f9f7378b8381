/* SPDX-License-Identifier: GPL-3.0-or-later */
/* model.c — what all families share: the table, the letter, and what a status means where the
 * vendor adds nothing. */
#include "assistant/models/model.h"

#include <string.h>

#include "base/secrets.h"
#include "model/json.h"

/* What a vendor says of an error is shown to the owner: no more than a line or two of it. */
#define MAX_TOLD 300

#define X(name) extern const KontorModel kontor_##name##_model;
#include "models.inc"
#undef X

const KontorModel *const *
kontor_models_get_all (void)
{
  static const KontorModel *const all[] = {
#define X(name) &kontor_##name##_model,
#include "models.inc"
#undef X
    NULL
  };

  return all;
}

const KontorModel *
kontor_model_find (const char *name)
{
  const KontorModel *const *all = kontor_models_get_all ();

  for (guint i = 0; all[i] != NULL; i++)
    if (g_strcmp0 (all[i]->name, name) == 0)
      return all[i];

  return NULL;
}

/* A line end in a value would be a header of its own. */
static gboolean
is_header_text (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isprint (*text))
      return FALSE;

  return TRUE;
}

KontorModelLetter *
kontor_model_write (const KontorModel *self, const KontorModelRequest *request,
                    const KontorModelTarget *target, GError **error)
{
  g_autoptr(KontorModelLetter) letter = NULL;
  char *text;

  if (target->key != NULL && !is_header_text (target->key))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "the key has characters that no key has; copy it once more");
      return NULL;
    }
  letter = g_new0 (KontorModelLetter, 1);
  letter->headers = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_secrets_wipe);
  text = kontor_json_take_text (self->write (request, target, letter));
  letter->body = g_bytes_new_take (text, strlen (text));

  return g_steal_pointer (&letter);
}

void
kontor_model_letter_set_header (KontorModelLetter *self, const char *name, const char *value)
{
  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}

void
kontor_model_letter_free (KontorModelLetter *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_ptr_array_unref (self->headers);
  g_free (self->url);
  g_free (self);
}

JsonObject *
kontor_model_dup_form (JsonNode *form)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, json_node_get_object (form));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_str_equal (name, "$schema"))
      json_object_set_member (copy, name, json_node_copy (node));

  return copy;
}

gboolean
kontor_model_said_is_empty (const KontorModelSaid *said)
{
  return said->role != KONTOR_MODEL_TOOL && (said->text == NULL || *said->text == '\0') &&
         (said->calls == NULL || said->calls->len == 0);
}

JsonArray *
kontor_model_write_sides (GPtrArray *all, const char *model, const char *parts,
                          void (*add) (JsonArray *parts, const KontorModelSaid *said))
{
  JsonArray *list = json_array_new ();
  JsonArray *content = NULL;
  const char *last = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const KontorModelSaid *said = all->pdata[i];
      const char *role = said->role == KONTOR_MODEL_ASSISTANT ? model : "user";

      if (kontor_model_said_is_empty (said))
        continue;
      if (role != last)
        {
          JsonObject *message = json_object_new ();

          content = json_array_new ();
          json_object_set_string_member (message, "role", role);
          json_object_set_array_member (message, parts, content);
          json_array_add_object_element (list, message);
        }
      last = role;
      add (content, said);
    }

  return list;
}

gint64
kontor_model_read_count (JsonObject *usage, const char *name)
{
  return CLAMP (kontor_json_get_int (usage, name, 0), 0, G_MAXINT32);
}

static KontorError
code_of (guint status)
{
  switch (status)
    {
    case 401:
    case 403:
      return KONTOR_ERROR_NOT_LINKED;
    case 402:
      return KONTOR_ERROR_NOT_ALLOWED;
    case 404:
    case 405:
      return KONTOR_ERROR_NOT_FOUND;
    case 400:
    case 413:
    case 422:
      return KONTOR_ERROR_BAD_INPUT;
    case 408:
    case 409:
    case 425:
    case 429:
      return KONTOR_ERROR_TRY_LATER;
    default:
      return status == 0 || status >= 500 ? KONTOR_ERROR_TRY_LATER : KONTOR_ERROR_FAILED;
    }
}

/* {"error":{"message"}} is what all three say; smaller servers have forms of their own. */
static const char *
find_text (JsonObject *answer)
{
  static const char *const names[] = { "error", "message", "detail" };
  const char *text = kontor_json_get_text (kontor_json_get_object (answer, "error"), "message");

  for (guint i = 0; text == NULL && i < G_N_ELEMENTS (names); i++)
    text = kontor_json_get_text (answer, names[i]);

  return text;
}

static char *
shorten (const char *text)
{
  const char *end;

  if (g_utf8_strlen (text, -1) <= MAX_TOLD)
    return g_strdup (text);
  end = g_utf8_offset_to_pointer (text, MAX_TOLD);

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static const char *
get_advice (KontorError code)
{
  switch (code)
    {
    case KONTOR_ERROR_NOT_LINKED:
      return "the key is refused; enter a valid one";
    case KONTOR_ERROR_NOT_ALLOWED:
      return "the account may spend no more; see its billing at the vendor";
    case KONTOR_ERROR_NOT_FOUND:
      return "there is no such model or address";
    case KONTOR_ERROR_BAD_INPUT:
      return "the request is not taken";
    case KONTOR_ERROR_TRY_LATER:
      return "it is too busy";
    default:
      return "it failed";
    }
}

void
kontor_model_fail (const KontorModel *self, guint status, const char *bytes, gsize size,
                   gint64 *wait_ms, GError **error)
{
  KontorModelVerdict verdict = { .code = code_of (status) };
  g_autoptr(JsonNode) root = kontor_json_parse (bytes, size, NULL);
  JsonObject *answer = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
                       ? json_node_get_object (root) : NULL;
  g_autofree char *told = NULL;

  if (answer != NULL)
    {
      verdict.text = find_text (answer);
      self->judge (answer, &verdict);
    }
  told = verdict.text != NULL ? shorten (verdict.text)
         : status != 0 ? g_strdup_printf ("HTTP status %u", status)
         : g_strdup ("an error without words");
  if (wait_ms != NULL)
    *wait_ms = verdict.wait_ms;
  g_set_error (error, KONTOR_ERROR, verdict.code, "%s: %s (%s)", self->title,
               get_advice (verdict.code), told);
}

static void
said_free (KontorModelSaid *said)
{
  g_clear_pointer (&said->calls, g_ptr_array_unref);
  g_free (said->text);
  g_free (said->call_id);
  g_free (said->call_name);
  g_free (said);
}

static void
tool_free (KontorModelTool *tool)
{
  g_free (tool->name);
  g_free (tool->description);
  json_node_unref (tool->form);
  g_free (tool);
}

KontorModelRequest *
kontor_model_request_new (void)
{
  KontorModelRequest *self = g_new0 (KontorModelRequest, 1);

  self->said = g_ptr_array_new_with_free_func ((GDestroyNotify) said_free);
  self->tools = g_ptr_array_new_with_free_func ((GDestroyNotify) tool_free);
  self->temperature_milli = -1;

  return self;
}

void
kontor_model_request_free (KontorModelRequest *self)
{
  g_clear_pointer (&self->form, json_node_unref);
  g_ptr_array_unref (self->said);
  g_ptr_array_unref (self->tools);
  g_free (self->system);
  g_free (self);
}

KontorModelSaid *
kontor_model_request_say (KontorModelRequest *self, KontorModelRole role, const char *text)
{
  KontorModelSaid *said = g_new0 (KontorModelSaid, 1);

  said->role = role;
  said->text = g_strdup (text);
  g_ptr_array_add (self->said, said);

  return said;
}

KontorModelSaid *
kontor_model_request_tell (KontorModelRequest *self, const KontorModelCall *call,
                           const char *text, gboolean failed)
{
  KontorModelSaid *said = kontor_model_request_say (self, KONTOR_MODEL_TOOL, text);

  said->call_id = g_strdup (call->id);
  said->call_name = g_strdup (call->name);
  said->failed = failed;

  return said;
}

static GPtrArray *
copy_calls (GPtrArray *calls)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_model_call_free);

  for (guint i = 0; i < calls->len; i++)
    g_ptr_array_add (copy, kontor_model_call_copy (calls->pdata[i]));

  return copy;
}

KontorModelSaid *
kontor_model_request_add_answer (KontorModelRequest *self, const KontorModelAnswer *answer)
{
  KontorModelSaid *said = kontor_model_request_say (self, KONTOR_MODEL_ASSISTANT, answer->text);

  said->calls = copy_calls (answer->calls);

  return said;
}

void
kontor_model_request_offer (KontorModelRequest *self, const char *name, const char *description,
                            JsonNode *form)
{
  KontorModelTool *tool = g_new0 (KontorModelTool, 1);

  tool->name = g_strdup (name);
  tool->description = g_strdup (description);
  tool->form = form;
  g_ptr_array_add (self->tools, tool);
}

KontorModelCall *
kontor_model_call_copy (const KontorModelCall *call)
{
  KontorModelCall *copy = g_new0 (KontorModelCall, 1);

  copy->id = g_strdup (call->id);
  copy->name = g_strdup (call->name);
  copy->arguments = g_strdup (call->arguments);
  copy->fault = g_strdup (call->fault);
  copy->signature = g_strdup (call->signature);

  return copy;
}

void
kontor_model_call_free (KontorModelCall *call)
{
  g_free (call->id);
  g_free (call->name);
  g_free (call->arguments);
  g_free (call->fault);
  g_free (call->signature);
  g_free (call);
}

KontorModelAnswer *
kontor_model_answer_copy (const KontorModelAnswer *answer)
{
  KontorModelAnswer *copy = g_new0 (KontorModelAnswer, 1);

  *copy = *answer;
  copy->text = g_strdup (answer->text);
  copy->calls = copy_calls (answer->calls);

  return copy;
}

void
kontor_model_answer_free (KontorModelAnswer *answer)
{
  g_free (answer->text);
  g_ptr_array_unref (answer->calls);
  g_free (answer);
}
