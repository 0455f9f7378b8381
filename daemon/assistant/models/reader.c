/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader.c — a server that does not stream sends one JSON object instead of events: it is told by
 * its first byte and read as the one event there is. */
#include "assistant/models/reader.h"

#include <string.h>

#include "assistant/models/sse.h"
#include "model/json.h"

typedef enum { FORM_UNSEEN, FORM_EVENTS, FORM_WHOLE } Form;

typedef struct {
  gint64   index;
  gboolean is_form;    /* the wanted form, not a call */
  char    *id, *name, *signature;
  GString *arguments;
} Part;

struct _KontorModelReader
{
  const KontorModel   *model;
  KontorModelTextFunc  on_text;
  gpointer             data;
  gboolean             wants_form;
  Form                 form;
  KontorSse           *sse;
  GString             *whole;
  gsize                left;
  gboolean             broken, done, ending;
  GString             *text;
  GPtrArray           *parts;
  KontorModelUsage     usage;
  KontorModelFinish    finish;
  gint64               wait_ms;
};

static gboolean on_event (const char *bytes, gsize size, gpointer data, GError **error);

static void
part_free (Part *part)
{
  g_free (part->id);
  g_free (part->name);
  g_free (part->signature);
  g_string_free (part->arguments, TRUE);
  g_free (part);
}

KontorModelReader *
kontor_model_reader_new (const KontorModel *model, const KontorModelRequest *request,
                         KontorModelTextFunc on_text, gpointer data)
{
  KontorModelReader *self = g_new0 (KontorModelReader, 1);

  self->model = model;
  self->on_text = on_text;
  self->data = data;
  self->wants_form = request->form != NULL && model->form_is_tool;
  self->sse = kontor_sse_new (on_event, self);
  self->whole = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->left = KONTOR_MODEL_ANSWER_LIMIT;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);

  return self;
}

void
kontor_model_reader_free (KontorModelReader *self)
{
  kontor_sse_free (self->sse);
  g_string_free (self->whole, TRUE);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static gboolean
fail (KontorModelReader *self, GError **error, const char *what)
{
  self->broken = TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s: %s", self->model->title, what);

  return FALSE;
}

static gboolean
has_error (JsonObject *event)
{
  return json_object_has_member (event, "error") && !json_object_get_null_member (event, "error");
}

/* What the bytes break off with is no event when they have ended. */
static gboolean
refuse (KontorModelReader *self, GError *cause, GError **error)
{
  g_autoptr(GError) local = cause;

  if (self->ending)
    return TRUE;

  return fail (self, error, local != NULL ? local->message : "an event is no JSON object");
}

static gboolean
on_event (const char *bytes, gsize size, gpointer data, GError **error)
{
  KontorModelReader *self = data;
  g_autoptr(JsonNode) root = NULL;
  GError *local = NULL;

  if (self->done || size == 0)
    return TRUE;
  if (size > KONTOR_MODEL_EVENT_LIMIT)
    return fail (self, error, "one event of the answer is longer than 1 MB");
  if (size == 6 && memcmp (bytes, "[DONE]", 6) == 0)
    {
      self->done = TRUE;
      return TRUE;
    }
  root = kontor_json_parse (bytes, size, &local);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return refuse (self, local, error);
  if (has_error (json_node_get_object (root)))
    {
      self->broken = TRUE;
      kontor_model_fail (self->model, 0, bytes, size, &self->wait_ms, error);
      return FALSE;
    }
  if (self->model->read (self, json_node_get_object (root), error))
    return TRUE;
  self->broken = TRUE;

  return FALSE;
}

static void
see_form (KontorModelReader *self, const char *bytes, gsize size)
{
  for (gsize i = 0; self->form == FORM_UNSEEN && i < size; i++)
    if (bytes[i] == '{')
      self->form = FORM_WHOLE;
    else if (!g_ascii_isspace (bytes[i]))
      self->form = FORM_EVENTS;
}

gboolean
kontor_model_reader_feed (KontorModelReader *self, const char *bytes, gsize size, GError **error)
{
  if (self->broken)
    return fail (self, error, "the answer was given up already");
  if (size > self->left)
    return fail (self, error, "the answer is longer than 10 MB");
  self->left -= size;
  see_form (self, bytes, size);
  if (self->form == FORM_WHOLE)
    g_string_append_len (self->whole, bytes, size);

  return self->form == FORM_WHOLE || kontor_sse_feed (self->sse, bytes, size, error);
}

gboolean
kontor_model_reader_is_done (KontorModelReader *self)
{
  return self->done;
}

gint64
kontor_model_reader_get_wait_ms (KontorModelReader *self)
{
  return self->wait_ms;
}

void
kontor_model_reader_add_text (KontorModelReader *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (self->text, text);
  if (self->on_text != NULL)
    self->on_text (text, self->data);
}

static Part *
find_part (KontorModelReader *self, gint64 index)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((Part *) self->parts->pdata[i])->index == index)
      return self->parts->pdata[i];

  return NULL;
}

static void
fill (char **place, const char *text)
{
  if (*place == NULL && text != NULL && *text != '\0')
    *place = g_strdup (text);
}

gboolean
kontor_model_reader_call (KontorModelReader *self, gint64 index, const char *id, const char *name,
                          const char *signature, GError **error)
{
  Part *part = find_part (self, index);

  if (part == NULL && self->parts->len == KONTOR_MODEL_MAX_CALLS)
    return fail (self, error, "the model calls too many tools at once");
  if (part == NULL)
    {
      part = g_new0 (Part, 1);
      part->index = index;
      part->arguments = g_string_new (NULL);
      g_ptr_array_add (self->parts, part);
    }
  fill (&part->id, id);
  fill (&part->name, name);
  fill (&part->signature, signature);
  part->is_form = self->wants_form && g_strcmp0 (part->name, KONTOR_MODEL_FORM_NAME) == 0;

  return TRUE;
}

void
kontor_model_reader_add_arguments (KontorModelReader *self, gint64 index, const char *text)
{
  Part *part = find_part (self, index);

  if (part == NULL || text == NULL)
    return;
  if (part->is_form)
    kontor_model_reader_add_text (self, text);
  else
    g_string_append (part->arguments, text);
}

guint
kontor_model_reader_count_calls (KontorModelReader *self)
{
  return self->parts->len;
}

KontorModelUsage *
kontor_model_reader_get_usage (KontorModelReader *self)
{
  return &self->usage;
}

void
kontor_model_reader_set_finish (KontorModelReader *self, KontorModelFinish finish)
{
  if (self->finish != KONTOR_MODEL_FILTERED)
    self->finish = finish;
}

void
kontor_model_reader_set_done (KontorModelReader *self)
{
  self->done = TRUE;
}

/* No arguments at all are those of a tool that takes none. */
static void
set_arguments (KontorModelCall *call, const GString *text)
{
  g_autoptr(GError) error = NULL;
  gboolean is_long = text->len > KONTOR_MODEL_EVENT_LIMIT;
  g_autoptr(JsonNode) root = text->len > 0 && !is_long
                             ? kontor_json_parse (text->str, text->len, &error) : NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    call->arguments = g_strdup (text->str);
  else
    call->arguments = g_strdup ("{}");
  if (is_long)
    call->fault = g_strdup ("the arguments are longer than 1 MB");
  else if (error != NULL)
    call->fault = g_strdup (error->message);
  else if (root != NULL && !JSON_NODE_HOLDS_OBJECT (root))
    call->fault = g_strdup ("the arguments are no JSON object");
}

static gboolean
take_calls (KontorModelReader *self, GPtrArray *calls, GError **error)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = self->parts->pdata[i];
      KontorModelCall *call;

      if (part->is_form)
        continue;
      if (part->name == NULL)
        return fail (self, error, "the model calls a tool without a name");
      call = g_new0 (KontorModelCall, 1);
      g_ptr_array_add (calls, call);
      call->id = part->id != NULL ? g_strdup (part->id) : g_strdup_printf ("call_%u", i + 1);
      call->name = g_strdup (part->name);
      call->signature = g_strdup (part->signature);
      set_arguments (call, part->arguments);
    }

  return TRUE;
}

static KontorModelFinish
find_finish (KontorModelReader *self, guint n_calls)
{
  if (self->finish == KONTOR_MODEL_CUT || self->finish == KONTOR_MODEL_FILTERED)
    return self->finish;
  if (n_calls > 0)
    return KONTOR_MODEL_CALLS;

  return self->finish == KONTOR_MODEL_OTHERWISE ? KONTOR_MODEL_OTHERWISE : KONTOR_MODEL_STOPPED;
}

static gboolean
end_bytes (KontorModelReader *self, GError **error)
{
  if (self->broken)
    return fail (self, error, "the answer was given up already");
  self->ending = TRUE;

  return self->form == FORM_WHOLE
         ? on_event (self->whole->str, self->whole->len, self, error)
         : kontor_sse_end (self->sse, error);
}

KontorModelAnswer *
kontor_model_reader_end (KontorModelReader *self, GError **error)
{
  g_autoptr(KontorModelAnswer) answer = NULL;

  if (!end_bytes (self, error))
    return NULL;
  if (!self->done && self->finish == KONTOR_MODEL_UNSAID)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN, "%s: the answer stopped half-way",
                   self->model->title);
      return NULL;
    }
  answer = g_new0 (KontorModelAnswer, 1);
  answer->calls = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_model_call_free);
  if (!take_calls (self, answer->calls, error))
    return NULL;
  answer->text = g_strdup (self->text->str);
  answer->usage = self->usage;
  answer->finish = find_finish (self, answer->calls->len);

  return g_steal_pointer (&answer);
}
