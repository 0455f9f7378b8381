/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thinking.h — the chauffeur's shop, two customers, and a model that says what it is told to. It is
 * Friday, 20 November 2026, noon in Dubai. */
#pragma once

#include "tests/assistant/choosing.h"

#include "assistant/prompts.h"
#include "assistant/think.h"
#include "base/clock.h"
#include "contacts/language.h"
#include "desk/demo.h"
#include "inbox/conversation.h"
#include "inbox/messages.h"
#include "inbox/outbox.h"
#include "journal/action.h"
#include "model/json.h"

#define THINKING_NOON_US (G_GINT64_CONSTANT (1795161600) * G_USEC_PER_SEC)
#define ANA "+971500000001"
#define BEN "+971500000002"

typedef struct {
  Choosing       with;
  StandInVendor *vendor;
  guint          n;         /* messages so far */
} Thinking;

static inline void
thinking_set_up (Thinking *self, gconstpointer data)
{
  static const StandInSays silent[4] = { { 500, "{}" } };
  g_autofree char *demo = g_test_build_filename (G_TEST_DIST, "data", "demo", "chauffeur", NULL);
  g_autoptr(GError) error = NULL;

  kontor_clock_set_us (THINKING_NOON_US);
  choosing_set_up (&self->with, data);
  kontor_demo_load (self->with.store, demo, &error);
  g_assert_no_error (error);
  kept_add (self->with.store, "channel", "{'name': <'Practice'>, 'kind': <'practice'>}");
  kontor_assistants_furnish (self->with.store, &error);
  g_assert_no_error (error);
  self->vendor = choosing_add (&self->with, "/a", silent, "");
}

static inline void
thinking_tear_down (Thinking *self, gconstpointer data)
{
  choosing_tear_down (&self->with, data);
  kontor_clock_reset ();
}

/* A message of @phone as it comes in: its id. */
static inline KontorMessage *
thinking_hear (Thinking *self, const char *phone, const char *name, const char *text)
{
  g_autofree char *id = g_strdup_printf ("in-%u", ++self->n);
  KontorMessage *message = kontor_message_new (id, phone, name, text, kontor_clock_now_us ());
  g_autoptr(GError) error = NULL;
  gboolean fresh;

  g_assert_true (kontor_store_begin (self->with.store, &error));
  kontor_messages_take_in (self->with.store, "CH1", message, &fresh, &error);
  g_assert_no_error (error);
  g_assert_true (kontor_store_commit (self->with.store, &error));

  return message;
}

static inline const char *
thinking_stream (JsonObject *delta)
{
  JsonObject *event = json_object_new (), *choice = json_object_new ();
  JsonArray *choices = json_array_new ();
  g_autofree char *text = NULL, *body = NULL;

  json_object_set_object_member (choice, "delta", delta);
  json_array_add_object_element (choices, choice);
  json_object_set_array_member (event, "choices", choices);
  text = kontor_json_take_text (event);
  body = g_strdup_printf ("data: %s\n\n" ENDS BILLS "data: [DONE]\n\n", text);

  return g_intern_string (body);
}

/* The model says @text. */
static inline const char *
says (const char *text)
{
  JsonObject *delta = json_object_new ();

  json_object_set_string_member (delta, "content", text);

  return thinking_stream (delta);
}

/* The model calls the tool @name; @arguments: JSON, quoted with ' */
static inline const char *
calls (const char *name, const char *arguments)
{
  JsonObject *delta = json_object_new (), *call = json_object_new ();
  JsonObject *function = json_object_new ();
  JsonArray *all = json_array_new ();
  g_autofree char *quoted = g_strdelimit (g_strdup (arguments), "'", '"');

  json_object_set_string_member (function, "name", name);
  json_object_set_string_member (function, "arguments", quoted);
  json_object_set_int_member (call, "index", 0);
  json_object_set_string_member (call, "id", "call-1");
  json_object_set_object_member (call, "function", function);
  json_array_add_object_element (all, call);
  json_object_set_array_member (delta, "tool_calls", all);

  return thinking_stream (delta);
}

/* What the model does from now on, one after the other, the last for good. */
static inline void
thinking_script (Thinking *self, const char *const *bodies)
{
  memset (self->vendor->says, 0, sizeof self->vendor->says);
  for (guint i = 0; i < G_N_ELEMENTS (self->vendor->says) && bodies[i] != NULL; i++)
    self->vendor->says[i] = (StandInSays) { 200, bodies[i] };
  self->vendor->asked = 0;
}

static inline void
thinking_begin (Thinking *self, const KontorMessage *message, GAsyncResult **result)
{
  g_autoptr(KontorBusiness) business = kontor_business_load (self->with.store, NULL);
  g_autoptr(KontorConversation) conversation =
    kontor_conversation_get (self->with.store, message->conversation, NULL);
  g_autoptr(GVariant) contact = kept_get (self->with.store, "contact", conversation->contact);
  const KontorTalk talk = {
    .store = self->with.store, .business = business, .contact = contact,
    .language = kontor_contact_hear (self->with.store, conversation->contact,
                                     conversation->language, business, message->text, NULL),
    .conversation = conversation->id, .message = message->id, .text = message->text,
  };

  kontor_think_async (self->with.choose, &talk, NULL, NULL, NULL, NULL, choosing_on_done,
                      result);
}

/* As the desk does it: in one transaction takes the answer and says it. */
static inline KontorThought *
thinking_end (Thinking *self, const KontorMessage *message, GAsyncResult **result, GError **error)
{
  g_autoptr(GAsyncResult) done = NULL;
  KontorThought *thought;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  done = g_steal_pointer (result);
  g_assert_true (kontor_store_begin (self->with.store, NULL));
  thought = kontor_think_finish (done, error);
  if (thought != NULL && thought->reply != NULL && thought->doubt == NULL)
    g_assert_cmpint (kontor_messages_add (self->with.store, message->conversation, "out",
                                          "assistant", TRUE,
                                          &(KontorDraft) { .text = thought->reply }, NULL), >, 0);
  g_assert_true (kontor_store_commit (self->with.store, NULL));

  return thought;
}

static inline KontorThought *
thinking_answer (Thinking *self, const KontorMessage *message, GError **error)
{
  GAsyncResult *result = NULL;

  thinking_begin (self, message, &result);

  return thinking_end (self, message, &result, error);
}

/* @phone says @text, the model does @bodies. (transfer full) */
static inline KontorThought *
thinking_say (Thinking *self, const char *phone, const char *text, const char *const *bodies)
{
  g_autoptr(KontorMessage) message = thinking_hear (self, phone, NULL, text);
  g_autoptr(GError) error = NULL;
  KontorThought *thought;

  thinking_script (self, bodies);
  thought = thinking_answer (self, message, &error);
  g_assert_no_error (error);

  return thought;
}

#define SCRIPT(...) ((const char *const[]) { __VA_ARGS__, NULL, NULL, NULL, NULL })

static inline void
thinking_assert_contains (const char *text, const char *part)
{
  if (text == NULL || strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text != NULL ? text : "(nothing)");
}
