/* SPDX-License-Identifier: GPL-3.0-or-later */
/* why.c — what a message was said from is JSON that each answerer writes in its own way, so it is
 * printed as it is, a line for each thing, and a new answerer needs nothing here. */
#include "ctl/command.h"
#include "ctl/inbox.h"
#include "ctl/print.h"
#include "model/json.h"
#include "model/money.h"
#include "model/record.h"

#include <glib/gi18n.h>

#define DEEPEST 8

static void append_node (GString *out, const char *name, JsonNode *node, guint depth);

static void
append_value (GString *out, JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "-");
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "yes" : "no");
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    g_string_append_printf (out, "%.2f", json_node_get_double (node));
  else
    g_string_append (out, json_node_get_string (node));
}

/* FALSE: it is something else. */
static gboolean
append_money (GString *out, JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  const char *currency = kontor_json_get_text (object, "currency");
  g_autofree char *text = NULL;
  KontorMoney money;

  if (currency == NULL || !json_object_has_member (object, "minor") ||
      !kontor_money_set (&money, kontor_json_get_int (object, "minor", 0), currency, NULL))
    return FALSE;
  text = kontor_money_format (&money);
  g_string_append_printf (out, " %s\n", text);

  return TRUE;
}

static void
append_object (GString *out, JsonObject *object, guint depth)
{
  g_autoptr(GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    append_node (out, l->data, json_object_get_member (object, l->data), depth);
}

/* Each of a list under the name of the list. */
static void
append_array (GString *out, const char *name, JsonArray *array, guint depth)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    append_node (out, name, json_array_get_element (array, i), depth);
}

static void
append_node (GString *out, const char *name, JsonNode *node, guint depth)
{
  if (depth > DEEPEST)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      append_array (out, name, json_node_get_array (node), depth);
      return;
    }
  g_string_append_printf (out, "%*s%s:", (int) depth * 2, "", name);
  if (JSON_NODE_HOLDS_OBJECT (node) && append_money (out, node))
    return;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_string_append_c (out, '\n');
      append_object (out, json_node_get_object (node), depth + 1);
      return;
    }
  g_string_append_c (out, ' ');
  append_value (out, node);
  g_string_append_c (out, '\n');
}

static char *
dup_reasons (GVariant *message, JsonNode *why)
{
  g_autoptr(GString) out = g_string_new (NULL);
  const char *text = kontor_record_get_text (message, "text");
  const char *author = kontor_record_get_text (message, "author");

  g_string_append_printf (out, _("said: %s\nby: %s, %s\n"), text, author,
                          kontor_record_get_yes (message, "automatic") ? _("by itself")
                                                                       : _("not by itself"));
  if (why != NULL && JSON_NODE_HOLDS_OBJECT (why))
    append_object (out, json_node_get_object (why), 0);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

gboolean
kontor_ctl_why (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GVariant) message = NULL;
  g_autoptr(JsonNode) why = NULL;
  g_autofree char *text = NULL;
  const char *kept;
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_message_sync (ctl->inbox, id, &message, NULL, error))
    return FALSE;
  kept = kontor_record_get_text (message, "why");
  if (kept != NULL && *kept != '\0')
    why = json_from_string (kept, NULL);
  if (ctl->json)
    {
      kontor_ctl_print_json (why != NULL ? g_steal_pointer (&why)
                                         : kontor_ctl_json_object (json_object_new ()));
      return TRUE;
    }
  text = dup_reasons (message, why);
  kontor_ctl_print_text (text);
  if (why == NULL)
    kontor_ctl_print_hint (_("Nothing is kept with it: a person said it, or it came in."));

  return TRUE;
}
