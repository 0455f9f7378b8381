/* SPDX-License-Identifier: GPL-3.0-or-later */
/* provider.c — servers of models on this computer, with the command that lends one of them. */
#include "ctl/command.h"
#include "ctl/print.h"
#include "ctl/table.h"
#include "model/record.h"

#include <glib/gi18n.h>

static void
add_server (KontorCtlTable *table, GVariant *server)
{
  g_autofree const char **models = NULL;
  g_autofree char *joined = NULL;

  g_variant_lookup (server, "models", "^a&s", &models);
  joined = models != NULL ? g_strjoinv (", ", (char **) models) : g_strdup ("");
  kontor_ctl_table_add_row (table, (const char *const[]) {
    kontor_record_get_text (server, "title"), kontor_record_get_text (server, "base"),
    kontor_record_get_text (server, "provider"), joined, NULL });
}

static void
print_servers (GVariant *servers)
{
  static const char *const headings[] = {
    N_("server"), N_("address"), N_("provider"), N_("models"), NULL
  };
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new_titled (headings);
  g_autofree char *text = NULL;
  GVariantIter iter;
  GVariant *server;

  kontor_ctl_table_set_wrap (table);
  g_variant_iter_init (&iter, servers);
  while (g_variant_iter_loop (&iter, "@a{sv}", &server))
    add_server (table, server);
  text = kontor_ctl_table_dup_text (table, kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);
  kontor_ctl_print_hint (_("To ask one: kontorctl save provider name=NAME family=openai "
                           "base=ADDRESS model=MODEL enabled=yes"));
}

gboolean
kontor_ctl_provider_offers (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GVariant) servers = NULL;

  if (!kontor_dbus_assistants_call_find_servers_sync (ctl->assistants, &servers, NULL, error))
    return FALSE;
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_records_to_json (NULL, servers));
  else if (g_variant_n_children (servers) == 0)
    kontor_ctl_print_hint (_("No server of models answers on this computer, on the usual ports "
                             "of Ollama, llama.cpp and LM Studio."));
  else
    print_servers (servers);

  return TRUE;
}
