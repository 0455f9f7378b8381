/* SPDX-License-Identifier: GPL-3.0-or-later */
/* actions.c — do: what the business can do. The daemon tells the actions and checks what is given;
 * none is known here. */
#include "ctl/command.h"
#include "ctl/kinds.h"
#include "ctl/print.h"
#include "ctl/records.h"
#include "ctl/table.h"
#include "model/record.h"

#include <glib/gi18n.h>

/* "service=… at=… [note=…]": what must be given, then what may be. */
static char *
describe (GVariant *action)
{
  g_autoptr(GVariant) told = g_variant_lookup_value (action, "arguments",
                                                     G_VARIANT_TYPE ("aa{sv}"));
  GString *must = g_string_new (NULL);
  g_autoptr(GString) may = g_string_new (NULL);
  gsize count = told != NULL ? g_variant_n_children (told) : 0;

  for (gsize i = 0; i < count; i++)
    {
      g_autoptr(GVariant) field = g_variant_get_child_value (told, i);
      const char *name = kontor_record_get_text (field, "name");

      if (kontor_record_get_yes (field, "required"))
        g_string_append_printf (must, "%s%s=…", must->len > 0 ? " " : "", name);
      else
        g_string_append_printf (may, " [%s=…]", name);
    }
  g_string_append (must, must->len > 0 || may->len == 0 ? may->str : may->str + 1);

  return g_string_free (must, FALSE);
}

static void
print_actions (GVariant *actions)
{
  static const char *const headings[] = { N_("action"), N_("title"), N_("arguments"), NULL };
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new_titled (headings);
  g_autofree char *text = NULL;
  GVariantIter iter;
  GVariant *action;

  kontor_ctl_table_set_wrap (table);
  g_variant_iter_init (&iter, actions);
  while (g_variant_iter_loop (&iter, "@a{sv}", &action))
    {
      g_autofree char *takes = describe (action);
      const char *name = kontor_record_get_text (action, "name");
      const char *title = kontor_ctl_told_title (action);

      kontor_ctl_table_add_row (table, (const char *const[]) {
        name != NULL ? name : "", title, takes, NULL });
    }
  text = kontor_ctl_table_dup_text (table, kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
}

static gboolean
list_actions (KontorCtl *ctl, GError **error)
{
  g_autoptr(GVariant) actions = NULL;

  if (!kontor_dbus_actions_call_list_sync (ctl->actions, &actions, NULL, error))
    return FALSE;
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_records_to_json (NULL, actions));
  else
    print_actions (actions);

  return TRUE;
}

/* The kind of what an action gives back decides how it is shown; unknown is no failure. */
static char *
dup_kind (KontorCtl *ctl, const char *name)
{
  g_autoptr(GVariant) actions = NULL, action = NULL;

  if (!kontor_dbus_actions_call_list_sync (ctl->actions, &actions, NULL, NULL))
    return g_strdup ("");
  action = kontor_ctl_told_find (actions, name);

  return g_strdup (action != NULL ? kontor_record_get_text (action, "of") : NULL);
}

gboolean
kontor_ctl_do (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *name = kontor_ctl_arguments_get_word (arguments, 0);
  const char *once = kontor_ctl_arguments_get_option (arguments, "once");
  g_autoptr(GVariant) values = NULL, record = NULL;
  g_autofree char *kind = NULL;
  GVariantDict options;

  if (name == NULL)
    return list_actions (ctl, error);
  values = kontor_ctl_arguments_dup_values (arguments, 1, error);
  if (values == NULL)
    return FALSE;

  g_variant_dict_init (&options, NULL);
  if (once != NULL)
    g_variant_dict_insert (&options, "once", "s", once);
  if (!kontor_dbus_actions_call_run_sync (ctl->actions, name, values,
                                          g_variant_dict_end (&options), &record, NULL, error))
    return FALSE;
  kind = dup_kind (ctl, name);

  return kontor_ctl_print_record (ctl, kind != NULL ? kind : "", record, error);
}
