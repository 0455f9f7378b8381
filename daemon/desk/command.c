/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command.c — an order that a teammate gives in chat: VERB [id] [rest], in any case. Who may is
 * told from the sender's number, never from what the message says of itself. */
#include "desk/stations.h"

#include <string.h>

#include "inbox/outbox.h"
#include "inbox/texts.h"
#include "base/clock.h"
#include "contacts/teammates.h"
#include "journal/action.h"
#include "model/error.h"
#include "model/text.h"
#include "operations/bookings.h"

typedef struct {
  const char *verb;
  const char *form;
  KontorRoles who;
  char     *(*run) (KontorTurn *turn, const KontorActor *actor, char **words, GError **error);
} Command;

static char *run_status (KontorTurn *turn, const KontorActor *actor, char **words, GError **error);
static char *run_help   (KontorTurn *turn, const KontorActor *actor, char **words, GError **error);

static const Command commands[] = {
  { "status", "STATUS [booking]", KONTOR_ROLES_STAFF, run_status },
  { "help",   "HELP",             KONTOR_ROLES_STAFF, run_help },
};

static char *
describe (KontorTurn *turn, GVariant *booking)
{
  const char *code = turn->language->code, *local, *zone;
  g_autofree char *date = NULL, *time = NULL;
  KontorWallTime at;

  if (!g_variant_lookup (booking, "at", "(&s&sx)", &local, &zone, NULL) ||
      !kontor_wall_time_parse (local, &at, NULL))
    return g_strdup ("");
  date = kontor_texts_dup_date (code, &at);
  time = kontor_texts_dup_time (code, &at, zone);

  return g_strdup_printf ("%s: %s, %s, %s, %s", kontor_record_get_text (booking, "id"), date, time,
                          kontor_record_get_text (booking, "state"),
                          kontor_record_get_text (booking, "payment"));
}

static char *
status_of (KontorTurn *turn, const KontorActor *actor, const char *id, GError **error)
{
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) asked = NULL, booking = NULL;
  g_autoptr(GError) local = NULL;

  g_variant_dict_insert (&arguments, "booking", "s", id);
  asked = g_variant_ref_sink (g_variant_dict_end (&arguments));
  booking = kontor_action_run (turn->store, actor, "booking-status", asked, NULL, &local);

  return booking != NULL ? describe (turn, booking) : g_strdup (local->message);
}

/* Without an id: the bookings to come, the next ten. */
static char *
run_status (KontorTurn *turn, const KontorActor *actor, char **words, GError **error)
{
  g_autoptr(GPtrArray) bookings = NULL;
  g_autoptr(GString) lines = g_string_new (NULL);

  if (words[1] != NULL)
    return status_of (turn, actor, words[1], error);
  bookings = kontor_bookings_to_come (turn->store, kontor_clock_now_us (), 10, error);
  if (bookings == NULL)
    return NULL;
  for (guint i = 0; i < bookings->len; i++)
    {
      g_autofree char *line = describe (turn, bookings->pdata[i]);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (lines->len == 0)
    g_string_append (lines, "There are no bookings to come.");

  return g_string_free (g_steal_pointer (&lines), FALSE);
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

/* Few texts begin like an order, so whose it is is asked only then. */
gboolean
kontor_station_command (KontorTurn *turn, gboolean *taken, GError **error)
{
  const char *said = turn->message->text != NULL ? turn->message->text : "";
  const char *phone = kontor_record_get_text (turn->contact, "phone");
  g_autofree char *text = g_strstrip (g_strdup (said)), *reply = NULL;
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr(GError) local = NULL;
  g_autoptr(GVariant) teammate = NULL;
  gboolean nearly = FALSE;
  const Command *command = words[0] != NULL ? find_command (words[0], &nearly) : NULL;

  if (command != NULL && phone != NULL)
    teammate = kontor_teammates_find_phone (turn->store, phone, &local);
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
