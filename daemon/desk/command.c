/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c — an order that a teammate gives in chat: VERB [id] [rest], in any case. Who may is
 * told from the sender's number, never from what the message says of itself. */
#include "desk/stations.h"

#include <string.h>

#include "inbox/outbox.h"
#include "contacts/teammates.h"
#include "model/text.h"

typedef struct {
  const char *verb;
  const char *form;
  KontorRoles who;
  char     *(*run) (KontorTurn *turn, const KontorActor *actor, char **words, GError **error);
} Command;

static char *run_status (KontorTurn *turn, const KontorActor *actor, char **words, GError **error);
static char *run_help   (KontorTurn *turn, const KontorActor *actor, char **words, GError **error);

static const Command commands[] = {
  { "status", "STATUS [id]",                     KONTOR_ROLES_STAFF,  run_status },
  { "link",   "LINK <booking or order> [amount]", KONTOR_ROLES_OFFICE, kontor_turn_send_link },
  { "help",   "HELP",                            KONTOR_ROLES_STAFF,  run_help },
};

static char *
run_status (KontorTurn *turn, const KontorActor *actor, char **words, GError **error)
{
  return words[1] != NULL ? kontor_turn_tell_status (turn, actor, words[1])
                          : kontor_turn_list_status (turn, actor, error);
}

static char *
run_help (KontorTurn *turn, const KontorActor *actor, char **words, GError **error)
{
  g_autoptr(GString) lines = g_string_new ("You can write:");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].who & actor->roles)
      g_string_append_printf (lines, "\n%s", commands[i].form);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* A word that is nearly one, alone or before an id, is asked back, never obeyed. */
static const Command *
find_command (const char *verb, gboolean *nearly)
{
  g_autofree char *folded = kontor_text_dup_folded (verb);

  *nearly = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].verb, folded))
      return &commands[i];
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (kontor_text_distance (folded, commands[i].verb, 2) <= 1)
      {
        *nearly = TRUE;
        return &commands[i];
      }

  return NULL;
}

static char *
obey (KontorTurn *turn, GVariant *teammate, const Command *command, char **words, GError **error)
{
  const KontorActor actor = { "teammate", kontor_record_get_text (teammate, "id"),
                              kontor_teammate_get_roles (teammate), turn->conversation->contact };

  return command->who & actor.roles ? command->run (turn, &actor, words, error) : NULL;
}

static char *
ask_back (GVariant *teammate, const Command *command)
{
  return command->who & kontor_teammate_get_roles (teammate)
         ? g_strdup_printf ("Did you mean %s?", command->form) : NULL;
}

/* (transfer full) (nullable): the teammate who writes from this number; NULL without error when
 * nobody does. */
static GVariant *
find_teammate (KontorTurn *turn, GError **error)
{
  GVariant *contact = kontor_turn_get_contact (turn, error);
  const char *phone = contact != NULL ? kontor_record_get_text (contact, "phone") : NULL;

  return phone != NULL ? kontor_teammates_find_phone (turn->store, phone, error) : NULL;
}

/* Few texts begin like an order, so whose it is is asked only then. */
gboolean
kontor_station_command (KontorTurn *turn, gboolean *taken, GError **error)
{
  const char *said = turn->text != NULL ? turn->text : "";
  g_autofree char *text = g_strstrip (g_strdup (said)), *reply = NULL;
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr(GError) local = NULL;
  g_autoptr(GVariant) teammate = NULL;
  gboolean nearly = FALSE;
  const Command *command = words[0] != NULL ? find_command (words[0], &nearly) : NULL;

  if (command != NULL)
    teammate = find_teammate (turn, &local);
  if (teammate != NULL)
    reply = nearly ? ask_back (teammate, command) : obey (turn, teammate, command, words, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *taken = reply != NULL;

  /* An order is answered also where a person holds the conversation. */
  return reply == NULL || kontor_outbox_say (turn->store, &kontor_actor_system,
                                             turn->conversation->id, reply, 0, NULL, error) > 0;
}
