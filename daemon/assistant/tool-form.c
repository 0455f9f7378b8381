/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tool-form.c — the JSON Schemas of the tools. Those of bookings come from the fields of the
 * services that the business has: fields of one name in several services are one property. */
#include "assistant/tools.h"

static JsonObject *
add_text (JsonObject *properties, const char *name, const char *description)
{
  JsonObject *property = json_object_new ();

  json_object_set_string_member (property, "type", "string");
  json_object_set_string_member (property, "description", description);
  json_object_set_object_member (properties, name, property);

  return property;
}

static JsonNode *
end (JsonObject *properties, const char *required)
{
  JsonObject *form = json_object_new ();
  JsonArray *list = json_array_new ();
  JsonNode *node;

  if (required != NULL)
    json_array_add_string_element (list, required);
  json_object_set_string_member (form, "type", "object");
  json_object_set_object_member (form, "properties", properties);
  json_object_set_array_member (form, "required", list);
  json_object_set_boolean_member (form, "additionalProperties", FALSE);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, form);

  return node;
}

static void
add_service (const KontorTools *self, JsonObject *properties)
{
  JsonObject *service = add_text (properties, "service", "The code of the service.");
  JsonArray *codes = json_array_new ();

  for (guint i = 0; i < self->services->len; i++)
    json_array_add_string_element (codes, ((KontorService *) self->services->pdata[i])->code);
  json_object_set_array_member (service, "enum", codes);
}

static void
add_time (JsonObject *properties)
{
  add_text (properties, "date", "The day, as YYYY-MM-DD.");
  add_text (properties, "time", "The time of 24 hours, as HH:MM.");
}

/* "Pickup (chauffeur): in the customer's own words" */
static void
add_field (JsonObject *properties, const KontorService *service, const KontorServiceField *field)
{
  g_autoptr(GString) description = g_string_new (field->title);

  if (json_object_has_member (properties, field->name))
    return;
  g_string_append_printf (description, " (%s).", service->code);
  for (guint i = 0; i < field->choices->len; i++)
    {
      const KontorServiceChoice *choice = field->choices->pdata[i];

      g_string_append_printf (description, "%s%s", i == 0 ? " One of: " : ", ", choice->title);
    }
  if (field->choices->len == 0)
    g_string_append (description, " In the customer's own words.");
  add_text (properties, field->name, description->str);
}

static void
add_fields_of (JsonObject *properties, const KontorService *service)
{
  for (guint i = 0; i < service->fields->len; i++)
    add_field (properties, service, service->fields->pdata[i]);
}

static void
add_fields (const KontorTools *self, JsonObject *properties)
{
  for (guint i = 0; i < self->services->len; i++)
    add_fields_of (properties, self->services->pdata[i]);
}

JsonNode *
kontor_tools_form_of_service (const KontorService *service)
{
  JsonObject *properties = json_object_new ();

  add_time (properties);
  add_fields_of (properties, service);

  return end (properties, NULL);
}

JsonNode *
kontor_tools_form_nothing (const KontorTools *self)
{
  return end (json_object_new (), NULL);
}

JsonNode *
kontor_tools_form_service (const KontorTools *self)
{
  JsonObject *properties = json_object_new ();

  add_service (self, properties);
  add_time (properties);

  return end (properties, "service");
}

JsonNode *
kontor_tools_form_values (const KontorTools *self)
{
  JsonObject *properties = json_object_new ();

  add_service (self, properties);
  add_time (properties);
  add_fields (self, properties);

  return end (properties, "service");
}

static JsonObject *
with_id (void)
{
  JsonObject *properties = json_object_new ();

  add_text (properties, "id", "Which one, as BK000001; may be left out where there is only one.");

  return properties;
}

JsonNode *
kontor_tools_form_change (const KontorTools *self)
{
  JsonObject *properties = with_id ();

  add_time (properties);
  add_fields (self, properties);

  return end (properties, NULL);
}

JsonNode *
kontor_tools_form_id (const KontorTools *self)
{
  return end (with_id (), NULL);
}

JsonNode *
kontor_tools_form_text (const KontorTools *self)
{
  JsonObject *properties = json_object_new ();

  add_text (properties, "text", "In a few words.");

  return end (properties, "text");
}
