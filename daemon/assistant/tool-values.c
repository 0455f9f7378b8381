/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tool-values.c — what a model says a customer said is read as if the customer had answered the
 * question for each field, by the same tables and checks. Free words must be the customer's: a
 * model may not invent where somebody is picked up. */
#include "assistant/tools.h"

#include <string.h>

#include "model/json.h"

#define MOST_BYTES 500

/* (transfer full) (nullable): one line of text; numbers are written out. */
static char *
dup_value (JsonObject *arguments, const char *name)
{
  JsonNode *node = json_object_has_member (arguments, name)
    ? json_object_get_member (arguments, name) : NULL;
  g_autofree char *text = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = g_strndup (json_node_get_string (node), MOST_BYTES);
  g_strstrip (g_strdelimit (text, "\r\n\t", ' '));
  if (*text == '\0')
    return NULL;

  return g_utf8_make_valid (text, -1);
}

/* The value of @name in @text as the answer to the question for it; (transfer full). */
static KontorExtract *
read_answer (const KontorTools *self, const KontorService *service, const char *text,
             const char *name)
{
  KontorTalk answer = *self->talk;
  g_autoptr(KontorDialogue) asked = kontor_dialogue_new (KONTOR_GOAL_BOOK);

  answer.text = text;
  asked->asked = g_strdup (name);

  return kontor_talk_extract (&answer, service, asked);
}

static void
refuse (GString *refused, const char *name, const char *why)
{
  g_string_append_printf (refused, "%s%s: %s", refused->len > 0 ? "; " : "", name, why);
}

static gboolean
is_free (const KontorServiceField *field)
{
  return field->choices->len == 0 &&
         (field->type == KONTOR_FIELD_TEXT || field->type == KONTOR_FIELD_LONG_TEXT ||
          field->type == KONTOR_FIELD_PHONE);
}

static void
take_field (const KontorTools *self, const KontorService *service,
            const KontorServiceField *field, JsonObject *arguments, KontorExtract *into,
            GString *refused)
{
  g_autofree char *text = dup_value (arguments, field->name);
  const KontorServiceChoice *choice = text != NULL
                                      ? kontor_service_field_find_choice (field, text) : NULL;
  g_autoptr(KontorExtract) read = NULL;
  const char *value = choice != NULL ? choice->title : NULL;

  if (text == NULL)
    return;
  if (is_free (field) && !kontor_sources_was_heard (self->sources, text))
    {
      refuse (refused, field->name, "the customer has not said this; ask, and use their own words");
      return;
    }
  if (value == NULL)
    {
      read = read_answer (self, service, text, field->name);
      value = g_hash_table_lookup (read->values, field->name);
    }
  if (value != NULL)
    g_hash_table_insert (into->values, g_strdup (field->name), g_strdup (value));
  else
    refuse (refused, field->name, "this does not answer the question for it");
}

static void
take_time (const KontorTools *self, const KontorService *service, JsonObject *arguments,
           KontorExtract *into)
{
  static const char *const names[] = { "date", "time" };
  g_autofree char *date = dup_value (arguments, "date"), *time = dup_value (arguments, "time");
  g_autofree char *both = g_strdup_printf ("%s %s", date != NULL ? date : "",
                                           time != NULL ? time : "");
  g_autoptr(KontorExtract) read = NULL;

  if (date == NULL && time == NULL)
    return;
  read = read_answer (self, service, g_strstrip (both), date != NULL ? "date" : "time");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_hash_table_lookup (read->values, names[i]);
      gpointer problem = g_hash_table_lookup (read->problems, names[i]);

      if (value != NULL)
        g_hash_table_insert (into->values, g_strdup (names[i]), g_strdup (value));
      if (problem != NULL)
        g_hash_table_insert (into->problems, g_strdup (names[i]), problem);
    }
  into->half_unsure = read->half_unsure;
}

KontorExtract *
kontor_tools_read_values (const KontorTools *self, const KontorService *service,
                          JsonObject *arguments, char **refused)
{
  KontorExtract *into = g_new0 (KontorExtract, 1);
  g_autoptr(GString) faults = g_string_new (NULL);

  into->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  into->problems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < service->fields->len; i++)
    take_field (self, service, service->fields->pdata[i], arguments, into, faults);
  take_time (self, service, arguments, into);
  *refused = faults->len > 0 ? g_strdup (faults->str) : NULL;

  return into;
}
