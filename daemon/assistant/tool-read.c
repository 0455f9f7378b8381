/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tool-read.c — what a model may look up. All of it is JSON: whatever people wrote stays a text in
 * it. */
#include "assistant/tools.h"

#include <string.h>

#include "assistant/passages.h"
#include "base/clock.h"
#include "inbox/texts.h"
#include "model/error.h"
#include "model/json.h"
#include "operations/slots.h"

#define MOST_SLOTS 3

static void
put_price (JsonObject *into, gboolean has_price, const KontorMoney *price)
{
  g_autofree char *text = has_price ? kontor_money_format (price) : NULL;

  if (text != NULL)
    json_object_set_string_member (into, "price", text);
}

static JsonObject *
describe_field (const KontorServiceField *field)
{
  JsonObject *told = json_object_new ();
  JsonArray *choices = json_array_new ();

  json_object_set_string_member (told, "field", field->name);
  json_object_set_string_member (told, "title", field->title);
  json_object_set_boolean_member (told, "required", field->required);
  for (guint i = 0; i < field->choices->len; i++)
    {
      const KontorServiceChoice *choice = field->choices->pdata[i];
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "title", choice->title);
      put_price (one, choice->has_price, &choice->price);
      json_array_add_object_element (choices, one);
    }
  json_object_set_array_member (told, "choices", choices);

  return told;
}

static JsonObject *
describe_service (const KontorService *service)
{
  static const char *const becomes[] = {
    [KONTOR_FULFILLED_BY_SLOT] = "a booking at a time",
    [KONTOR_FULFILLED_BY_DEPARTURE] = "an enquiry", [KONTOR_FULFILLED_BY_SELLER] = "an order",
    [KONTOR_FULFILLED_BY_QUOTE] = "an enquiry",
  };
  JsonObject *told = json_object_new ();
  JsonArray *fields = json_array_new ();

  json_object_set_string_member (told, "service", service->code);
  json_object_set_string_member (told, "name", service->name);
  json_object_set_string_member (told, "becomes", becomes[service->fulfilment]);
  put_price (told, service->has_price, &service->price);
  for (guint i = 0; i < service->fields->len; i++)
    json_array_add_object_element (fields, describe_field (service->fields->pdata[i]));
  json_object_set_array_member (told, "asks", fields);

  return told;
}

gboolean
kontor_tool_services (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                      GError **error)
{
  JsonObject *told = json_object_new ();
  JsonArray *services = json_array_new ();

  for (guint i = 0; i < self->services->len; i++)
    json_array_add_object_element (services, describe_service (self->services->pdata[i]));
  json_object_set_array_member (told, "services", services);
  if (self->talk->business->hours != NULL)
    json_object_set_string_member (told, "hours", self->talk->business->hours);
  result->told = kontor_json_take_text (told);

  return TRUE;
}

static void
add_slot (const KontorTools *self, JsonArray *slots, const KontorWallTime *at)
{
  const char *code = self->talk->language->code;
  g_autofree char *date = kontor_texts_dup_date (code, at);
  g_autofree char *time = kontor_texts_dup_time (code, at, self->talk->business->zone_name);
  g_autofree char *both = g_strdup_printf ("%s, %s", date, time);

  json_array_add_string_element (slots, both);
}

/* The next few from @from on. FALSE with error. */
static gboolean
add_next (const KontorTools *self, const KontorService *service, KontorWallTime from,
          JsonArray *slots, GError **error)
{
  const KontorTalk *talk = self->talk;
  gint64 step_min = CLAMP (service->duration_s / 60, 15, 60);

  for (guint i = 0; i < MOST_SLOTS; i++)
    {
      g_autoptr(GError) local = NULL;
      KontorWallTime found;

      if (!kontor_slot_find_next (talk->store, talk->business, service, &from, 1, &found, &local))
        {
          if (local != NULL)
            g_propagate_error (error, g_steal_pointer (&local));
          return local == NULL && *error == NULL;
        }
      add_slot (self, slots, &found);
      from = found;
      if (!kontor_wall_time_add_minutes (&from, step_min))
        break;
    }

  return TRUE;
}

static gboolean
read_time (JsonObject *arguments, KontorWallTime *at, gboolean *has_time, GError **error)
{
  const char *date = kontor_json_get_text (arguments, "date");
  const char *time = kontor_json_get_text (arguments, "time");
  g_autofree char *both = g_strdup_printf ("%sT%s", date != NULL ? date : "",
                                           time != NULL ? time : "00:00");

  *has_time = time != NULL;

  return kontor_wall_time_parse (both, at, error);
}

gboolean
kontor_tool_availability (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                          GError **error)
{
  const KontorTalk *talk = self->talk;
  const KontorService *service = kontor_tools_find_service (self, arguments, error);
  g_autoptr(JsonObject) told = json_object_new ();
  JsonArray *next = json_array_new ();
  KontorSlot slot = KONTOR_SLOT_FREE;
  KontorWallTime at;
  gboolean has_time;

  json_object_set_array_member (told, "next-free", next);
  if (service == NULL || !read_time (arguments, &at, &has_time, error) ||
      (has_time && !kontor_slot_check (talk->store, talk->business, service, &at, 1, NULL, &slot,
                                       NULL, error)))
    return FALSE;
  if (has_time)
    json_object_set_boolean_member (told, "free", slot == KONTOR_SLOT_FREE);
  if (slot != KONTOR_SLOT_FREE)
    json_object_set_string_member (told, "because", kontor_slot_get_reason (slot));
  if ((!has_time || slot != KONTOR_SLOT_FREE) && !add_next (self, service, at, next, error))
    return FALSE;
  result->told = kontor_json_take_text (g_steal_pointer (&told));

  return TRUE;
}

/* What each kind is read by, and told as. */
static const struct {
  const char *kind, *action;
  char *(*tell) (const KontorTalk *talk, GVariant *record);
} standing[] = {
  { "booking", "booking-status", kontor_talk_tell_booking },
  { "order", "order-status", kontor_talk_tell_order },
  { "lead", "lead-status", kontor_talk_tell_lead },
};

/* By the action, which looks whose it is and writes down who was refused. */
static char *
tell_one (const KontorTools *self, const char *id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (standing); i++)
    {
      const char *prefix = kontor_kind_find (standing[i].kind)->prefix;
      g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
      g_autoptr(GVariant) record = NULL;

      if (g_ascii_strncasecmp (id, prefix, strlen (prefix)) != 0)
        continue;
      g_variant_dict_insert (&arguments, standing[i].kind, "s", id);
      record = kontor_talk_run (self->talk, standing[i].action, &arguments, error);
      return record != NULL ? standing[i].tell (self->talk, record) : NULL;
    }
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "id: there is no such booking");

  return NULL;
}

gboolean
kontor_tool_standing (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                      GError **error)
{
  const char *id = kontor_json_get_text (arguments, "id");
  g_autofree char *text = id != NULL && *id != '\0' ? tell_one (self, id, error)
                                                    : kontor_talk_status (self->talk, error);
  JsonObject *told;

  if (text == NULL)
    return FALSE;
  told = json_object_new ();
  json_object_set_string_member (told, "standing", text);
  result->told = kontor_json_take_text (told);

  return TRUE;
}

gboolean
kontor_tool_knowledge (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                       GError **error)
{
  const char *question = kontor_json_get_text (arguments, "text");
  g_autoptr(GPtrArray) found = kontor_passages_find (self->talk->store, self->assistant,
                                                     question != NULL ? question : "", NULL,
                                                     error);
  JsonArray *passages;
  JsonObject *told;

  if (found == NULL)
    return FALSE;
  passages = json_array_new ();
  for (guint i = 0; i < found->len; i++)
    json_array_add_string_element (passages, ((KontorPassage *) found->pdata[i])->text);
  told = json_object_new ();
  json_object_set_array_member (told, "passages", passages);
  result->told = kontor_json_take_text (told);

  return TRUE;
}

gboolean
kontor_tool_hand_over (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                       GError **error)
{
  const char *reason = kontor_json_get_text (arguments, "text");

  g_free (self->handed);
  self->handed = g_strdup (reason != NULL ? reason : "");
  result->told = g_strdup ("{\"handed\":true}");

  return TRUE;
}
