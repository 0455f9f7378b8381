/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print.c — g_print() would turn what the locale's character set lacks into question marks; a
 * customer's name is worth more than the locale of a cron job. */
#include "ctl/print.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "model/record.h"

guint
kontor_ctl_print_get_width (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO))
    return 0;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return 80;

  return size.ws_col;
}

void
kontor_ctl_print_text (const char *text)
{
  fputs (text, stdout);
  fflush (stdout);
}

void
kontor_ctl_print_hint (const char *text)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "%s\n", text);
}

static char *
json_to_text (JsonNode *json, gboolean pretty)
{
  g_autoptr(JsonNode) root = json;
  g_autoptr(JsonGenerator) generator = json_generator_new ();

  json_generator_set_pretty (generator, pretty);
  json_generator_set_root (generator, root);

  return json_generator_to_data (generator, NULL);
}

void
kontor_ctl_print_json (JsonNode *json)
{
  g_autofree char *text = json_to_text (json, TRUE);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  kontor_ctl_print_text (line);
}

char *
kontor_ctl_json_to_line (JsonNode *json)
{
  return json_to_text (json, FALSE);
}

JsonNode *
kontor_ctl_records_to_json (const KontorField *fields, GVariant *records)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  GVariantIter iter;
  GVariant *record;

  g_variant_iter_init (&iter, records);
  while (g_variant_iter_loop (&iter, "@a{sv}", &record))
    json_array_add_element (array, kontor_record_to_json (fields, record));

  json_node_take_array (node, array);

  return node;
}

JsonNode *
kontor_ctl_json_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return node;
}

JsonNode *
kontor_ctl_json_text (const char *name, const char *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, name, text);

  return kontor_ctl_json_object (object);
}

JsonNode *
kontor_ctl_json_number (const char *name, gint64 number)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, name, number);

  return kontor_ctl_json_object (object);
}

JsonNode *
kontor_ctl_json_texts (const char *const *texts)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_node_take_array (node, array);

  return node;
}
