/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help.c — everything said here stands in the table of commands. */
#include "ctl/command.h"
#include "ctl/print.h"
#include "ctl/table.h"

#include <glib/gi18n.h>

static JsonArray *
options_to_json (const KontorCtlOption *options)
{
  JsonArray *array = json_array_new ();

  for (; options != NULL && options->name != NULL; options++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", options->name);
      json_object_set_string_member (object, "value", options->value != NULL ? options->value : "");
      json_object_set_string_member (object, "help", _(options->help));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonNode *
commands_to_json (void)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  const KontorCtlCommand *command;

  for (command = kontor_ctl_commands_get_all (); command->name != NULL; command++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", command->name);
      json_object_set_string_member (object, "takes", command->takes);
      json_object_set_string_member (object, "help", _(command->help));
      json_object_set_array_member (object, "options", options_to_json (command->options));
      json_array_add_object_element (array, object);
    }
  json_node_take_array (node, array);

  return node;
}

static void
print_commands (void)
{
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (NULL, 2);
  g_autofree char *rows = NULL, *text = NULL;
  const KontorCtlCommand *command;

  kontor_ctl_table_set_wrap (table);
  for (command = kontor_ctl_commands_get_all (); command->name != NULL; command++)
    {
      g_autofree char *left = g_strdup_printf ("  %s %s", command->name, command->takes);
      const char *cells[] = { left, _(command->help), NULL };

      kontor_ctl_table_add_row (table, cells);
    }
  rows = kontor_ctl_table_dup_text (table, kontor_ctl_print_get_width ());
  text = g_strconcat (_("Usage: kontorctl [--json] COMMAND …"), "\n\n", rows, "\n",
                      _("“kontorctl help COMMAND” tells more. Exit codes: 0 done, 1 refused, "
                        "2 wrong usage, 3 no daemon."), "\n", NULL);
  kontor_ctl_print_text (text);
}

gboolean
kontor_ctl_help (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *words[] = { kontor_ctl_arguments_get_word (arguments, 0),
                          kontor_ctl_arguments_get_word (arguments, 1), NULL };
  const KontorCtlCommand *command;
  g_autofree char *text = NULL;
  guint used;

  if (ctl->json)
    {
      kontor_ctl_print_json (commands_to_json ());
      return TRUE;
    }
  if (words[0] == NULL)
    {
      print_commands ();
      return TRUE;
    }

  command = kontor_ctl_command_find (words, &used, error);
  if (command == NULL)
    return FALSE;
  text = kontor_ctl_command_dup_help (command);
  kontor_ctl_print_text (text);

  return TRUE;
}
