/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c — an order that a teammate gives in chat: VERB [id] [rest], in any case. Who may is
 * told from the sender's number, never from what the message says of itself. */
#include "desk/stations.h"

#include <string.h>

#include "contacts/teammates.h"
#include "inbox/outbox.h"
#include "inbox/texts.h"
#include "model/text.h"

#define BLANK " \t\n\v\f\r"

/* How it is written stands in data/texts/, [team] form-VERB. */
typedef struct {
  const char *verb;
  KontorRoles who;
  char     *(*run) (KontorTurn *turn, const KontorActor *actor, char **words, GError **error);
} Command;

static char *run_status (KontorTurn *turn, const KontorActor *actor, char **words, GError **error);
static char *run_help   (KontorTurn *turn, const KontorActor *actor, char **words, GError **error);

static const Command commands[] = {
  { "status", KONTOR_ROLES_STAFF,  run_status },
  { "link",   KONTOR_ROLES_OFFICE, kontor_turn_send_link },
  { "help",   KONTOR_ROLES_STAFF,  run_help },
};

static char *
run_status (KontorTurn *turn, const KontorActor *actor, char **words, GError **error)
{
  return words[1] != NULL ? kontor_turn_tell_status (turn, actor, words[1])
                          : kontor_turn_list_status (turn, actor, error);
}

static char *
dup_form (KontorTurn *turn, const Command *command)
{
  g_autofree char *name = g_strconcat ("form-", command->verb, NULL);

  return kontor_texts_dup (turn->language->code, "team", name, NULL);
}

static char *
run_help (KontorTurn *turn, const KontorActor *actor, char **words, GError **error)
{
  g_autofree char *first = kontor_texts_dup (turn->language->code, "team", "commands", NULL);
  g_autoptr(GString) lines = g_string_new (first);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *form = dup_form (turn, &commands[i]);

      if (commands[i].who & actor->roles)
        g_string_append_printf (lines, "\n%s", form);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static const Command *
find_command (const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].verb, verb))
      return &commands[i];

  return NULL;
}

/* A word that is nearly one, alone or before an id, is asked back, never obeyed. */
static const Command *
find_nearly (const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (kontor_text_distance (verb, commands[i].verb, 2) <= 1)
      return &commands[i];

  return NULL;
}

/* (transfer full): the first word, folded. */
static char *
dup_verb (const char *text)
{
  const char *begin = text + strspn (text, BLANK);
  g_autofree char *word = g_strndup (begin, strcspn (begin, BLANK));

  return kontor_text_dup_folded (word);
}

/* "LINK BK40 50%" is said in no language, whatever its words are like. */
gboolean
kontor_turn_is_order (const char *text)
{
  g_autofree char *verb = dup_verb (text);
  g_autofree char *stripped = NULL;
  g_auto(GStrv) words = NULL;

  if (find_command (verb) == NULL)
    return FALSE;
  stripped = g_strstrip (g_strdup (text));
  words = g_strsplit_set (stripped, BLANK, -1);

  return g_strv_length (words) <= 2 || strpbrk (words[1], "0123456789") != NULL;
}

static char *
obey (KontorTurn *turn, GVariant *teammate, const Command *command, char **words, GError **error)
{
  const KontorActor actor = { "teammate", kontor_record_get_text (teammate, "id"),
                              kontor_teammate_get_roles (teammate), turn->conversation->contact };

  return command->who & actor.roles ? command->run (turn, &actor, words, error) : NULL;
}

static char *
ask_back (KontorTurn *turn, GVariant *teammate, const Command *command)
{
  g_autofree char *form = dup_form (turn, command);

  return command->who & kontor_teammate_get_roles (teammate)
         ? kontor_texts_dup (turn->language->code, "team", "nearly", "form", form, NULL) : NULL;
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

/* What @command, or the one it is nearly, comes to. */
static char *
answer (KontorTurn *turn, const Command *command, const Command *nearly, GError **error)
{
  g_autoptr(GVariant) teammate = find_teammate (turn, error);
  g_autofree char *text = NULL;
  g_auto(GStrv) words = NULL;

  if (teammate == NULL)
    return NULL;
  if (command == NULL)
    return ask_back (turn, teammate, nearly);
  text = g_strstrip (g_strdup (turn->text));
  words = g_strsplit_set (text, BLANK, -1);

  return obey (turn, teammate, command, words, error);
}

/* Few texts begin like an order, so whose it is is asked only then. */
gboolean
kontor_station_command (KontorTurn *turn, gboolean *taken, GError **error)
{
  g_autofree char *verb = dup_verb (turn->text != NULL ? turn->text : ""), *reply = NULL;
  const Command *command = find_command (verb);
  const Command *nearly = command == NULL ? find_nearly (verb) : NULL;
  g_autoptr(GError) local = NULL;

  if (command != NULL || nearly != NULL)
    reply = answer (turn, command, nearly, &local);
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
