/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway.c — the table of gateways, and the values that go to them and come back. */
#include "payments/gateway.h"

#include <string.h>

#include "model/error.h"
#include "model/record.h"

#define FORM_TYPE "application/x-www-form-urlencoded"

#define X(name) extern const KontorGateway kontor_##name##_gateway;
#include "gateways.inc"
#undef X

const KontorGateway *const *
kontor_gateways_get_all (void)
{
  static const KontorGateway *const gateways[] = {
#define X(name) &kontor_##name##_gateway,
#include "gateways.inc"
#undef X
    NULL
  };

  return gateways;
}

const KontorGateway *
kontor_gateway_find (const char *name)
{
  for (const KontorGateway *const *one = kontor_gateways_get_all (); *one != NULL; one++)
    if (g_strcmp0 ((*one)->name, name) == 0)
      return *one;

  return NULL;
}

KontorDeed *
kontor_deed_new (KontorDeedKind kind, const char *key)
{
  KontorDeed *deed = g_new0 (KontorDeed, 1);

  deed->kind = kind;
  deed->key = g_strdup (key);

  return deed;
}

void
kontor_deed_free (KontorDeed *deed)
{
  g_free (deed->key);
  g_free (deed->id);
  g_free (deed->title);
  g_free (deed->remote);
  g_free (deed->charge);
  g_free (deed->destination);
  g_free (deed->note);
  g_free (deed->cursor);
  g_free (deed);
}

const char *
kontor_setting_get (GVariant *settings, const char *name)
{
  const char *text = kontor_record_get_text (settings, name);

  return text != NULL && *text != '\0' ? text : NULL;
}

guint
kontor_deed_get_place (const KontorDeed *deed, const char **rest)
{
  const char *colon = deed->cursor != NULL ? strchr (deed->cursor, ':') : NULL;

  *rest = colon != NULL ? colon + 1 : "";

  return colon != NULL ? (guint) g_ascii_strtoull (deed->cursor, NULL, 10) : 0;
}

char *
kontor_deed_dup_place (guint which, const char *rest)
{
  return g_strdup_printf ("%u:%s", which, rest);
}

KontorQuestion *
kontor_question_new (const char *method, GVariant *settings, const char *base, const char *path)
{
  KontorQuestion *question = g_new0 (KontorQuestion, 1);
  const char *set = kontor_setting_get (settings, "x-base-url");
  g_autofree char *root = g_strdup (set != NULL ? set : base);

  while (g_str_has_suffix (root, "/"))
    root[strlen (root) - 1] = '\0';
  question->method = method;
  question->url = g_strconcat (root, path, NULL);
  question->headers = g_ptr_array_new_with_free_func (g_free);

  return question;
}

void
kontor_question_free (KontorQuestion *question)
{
  g_free (question->url);
  g_ptr_array_unref (question->headers);
  g_clear_pointer (&question->body, g_bytes_unref);
  g_free (question);
}

void
kontor_question_add (KontorQuestion *question, const char *header, const char *value)
{
  g_ptr_array_add (question->headers, g_strdup (header));
  g_ptr_array_add (question->headers, g_strdup (value));
}

void
kontor_question_add_basic (KontorQuestion *question, const char *user, const char *password)
{
  g_autofree char *pair = g_strconcat (user, ":", password, NULL);
  g_autofree char *coded = g_base64_encode ((const guchar *) pair, strlen (pair));
  g_autofree char *value = g_strconcat ("Basic ", coded, NULL);

  kontor_question_add (question, "Authorization", value);
}

void
kontor_question_take_json (KontorQuestion *question, JsonObject *object)
{
  char *text = kontor_json_take_text (object);

  question->type = "application/json";
  question->body = g_bytes_new_take (text, strlen (text));
}

void
kontor_question_take_form (KontorQuestion *question, GString *form)
{
  question->type = FORM_TYPE;
  question->body = g_string_free_to_bytes (form);
}

void
kontor_form_add (GString *form, const char *name, const char *value)
{
  if (value == NULL)
    return;
  if (form->len > 0)
    g_string_append_c (form, '&');
  g_string_append_uri_escaped (form, name, "[]", FALSE);
  g_string_append_c (form, '=');
  g_string_append_uri_escaped (form, value, NULL, FALSE);
}

void
kontor_form_add_int (GString *form, const char *name, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  kontor_form_add (form, name, text);
}

KontorPayAnswer *
kontor_pay_answer_new (void)
{
  KontorPayAnswer *answer = g_new0 (KontorPayAnswer, 1);

  answer->events = kontor_money_events_new ();

  return answer;
}

void
kontor_pay_answer_free (KontorPayAnswer *answer)
{
  g_free (answer->remote);
  g_free (answer->link);
  g_free (answer->reason);
  g_free (answer->cursor);
  g_free (answer->token);
  g_ptr_array_unref (answer->events);
  g_free (answer);
}

KontorMoneyEvent *
kontor_money_event_new (KontorMoneyKind kind, const char *id)
{
  KontorMoneyEvent *event = g_new0 (KontorMoneyEvent, 1);

  event->kind = kind;
  event->id = g_strdup (id);

  return event;
}

void
kontor_money_event_free (KontorMoneyEvent *event)
{
  g_free (event->id);
  g_free (event->charge);
  g_free (event->link);
  g_free (event->key);
  g_free (event->reason);
  g_free (event);
}

GPtrArray *
kontor_money_events_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_money_event_free);
}

JsonNode *
kontor_pay_read_json (const KontorReply *reply, GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (reply->body, &size);
  g_autoptr(JsonNode) root = kontor_json_parse (bytes, size, NULL);

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return g_steal_pointer (&root);
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN,
                       "the gateway's answer could not be read");

  return NULL;
}

gpointer
kontor_pay_refuse (const KontorGateway *gateway, guint status, const char *words, GError **error)
{
  KontorError code = status == 401 || status == 403 ? KONTOR_ERROR_NOT_LINKED
                     : status == 429 || status == 409 ? KONTOR_ERROR_TRY_LATER
                     : status == 404 ? KONTOR_ERROR_NOT_FOUND
                     : status >= 500 || status < 400 ? KONTOR_ERROR_UNKNOWN
                     : KONTOR_ERROR_NOT_ALLOWED;

  if (words != NULL && *words != '\0')
    g_set_error (error, KONTOR_ERROR, (int) code, "%s: %s", gateway->title, words);
  else
    g_set_error (error, KONTOR_ERROR, (int) code, "%s answered with HTTP status %u",
                 gateway->title, status);

  return NULL;
}
