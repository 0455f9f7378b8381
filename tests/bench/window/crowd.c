/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crowd.c — a business with many customers: crowd FOLDER [MESSAGES CONTACTS] fills a new data
 * folder through the doors by which messages come in and are answered on a phone, and puts the key
 * to it into the keyring of the session. Without numbers it puts the key of a folder that is there.
 *
 * The same numbers make the same business: its key, its clock and its dice are set. The first
 * customer writes each tenth message, so there is one thread nearly as long as that. One message
 * of three says "please"; nine of all, far from one another in the longest thread, "zanzibar". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/secrets.h"
#include "house.h"
#include "inbox/conversation.h"
#include "inbox/messages.h"
#include "inbox/search.h"
#include "inbox/turns.h"
#include "store/seal.h"

#define AT_ONCE  2000   /* messages to a commit */
#define STEP_US  (30 * G_USEC_PER_SEC)
#define ENDED_AT_US G_GINT64_CONSTANT (1795000000000000)

static const char *const words[] = {
  "car", "airport", "tomorrow", "today", "morning", "evening", "hotel", "driver", "seat", "luggage",
  "price", "booking", "time", "address", "tower", "mall", "family", "child", "return", "late",
  "early", "pick", "up", "drop", "thanks", "sure", "again", "where", "when", "how", "much", "long",
  "water", "stop", "way", "terminal", "gate", "flight", "change", "cancel", "confirm", "card",
  "cash", "invoice", "receipt", "number", "name", "room", "north", "south",
};
static const char *const first[] = {
  "Amber", "Blue", "Coral", "Dune", "Ebony", "Fern", "Golden", "Hazel", "Ivory", "Jade", "Khaki",
  "Lilac", "Maroon", "Navy", "Olive", "Pearl", "Quartz", "Rose", "Silver", "Teal",
};
static const char *const second[] = {
  "Anchor", "Bridge", "Castle", "Desert", "Estate", "Forest", "Garden", "Harbour", "Island",
  "Junction", "Kiosk", "Lagoon", "Market", "Notch", "Orchard", "Palace", "Quay", "River", "Square",
  "Tunnel",
};

typedef struct {
  KontorHouse *house;
  GRand       *dice;
  guint        messages;
  guint        contacts;
} Crowd;

static void
must (gboolean fine, GError **error)
{
  if (fine)
    return;
  fprintf (stderr, "crowd: %s\n", *error != NULL ? (*error)->message : "something is missing");
  exit (1);
}

/* Everybody writes once, in the order of their numbers; then the first writes each tenth. */
static guint
choose_contact (Crowd *self, guint number)
{
  if (number <= self->contacts)
    return number - 1;

  return number % 10 == 0 ? 0 : (guint) g_rand_int_range (self->dice, 0, (gint32) self->contacts);
}

static char *
dup_name (guint contact)
{
  return g_strdup_printf ("%s %s %u", first[contact % G_N_ELEMENTS (first)],
                          second[contact / G_N_ELEMENTS (first) % G_N_ELEMENTS (second)], contact);
}

static char *
dup_text (Crowd *self, guint number)
{
  GString *text = g_string_new (number % 3 == 0 ? "please" : "ok");
  guint count = (guint) g_rand_int_range (self->dice, 3, 14);

  for (guint i = 0; i < count; i++)
    {
      double die = g_rand_double (self->dice);

      /* Few words are said often. */
      g_string_append_printf (text, " %s", words[(guint) (die * die * G_N_ELEMENTS (words))]);
    }
  if (number > self->contacts && number % MAX (10, self->messages / 10) == 0)
    g_string_append (text, " zanzibar");

  return g_string_free (text, FALSE);
}

/* Every third is an answer. */
static void
say (Crowd *self, guint number)
{
  guint contact = choose_contact (self, number);
  g_autofree char *id = g_strdup_printf ("crowd-%u", number);
  g_autofree char *phone = g_strdup_printf ("+9715%08u", contact);
  g_autofree char *name = dup_name (contact), *text = dup_text (self, number);
  gint64 at_us = ENDED_AT_US - (gint64) (self->messages - number) * STEP_US;
  g_autoptr(KontorMessage) message = kontor_message_new (id, phone, name, text, at_us);
  KontorStore *store = self->house->store;
  g_autoptr(GError) error = NULL;
  gboolean fresh;

  kontor_clock_set_us (at_us);
  if (number > self->contacts && number % 3 == 1)
    must (kontor_messages_take_own (store, "CH1", message, &error), &error);
  else
    must (kontor_messages_take_in (store, "CH1", message, &fresh, &error) &&
          kontor_turns_settle (store, message->id, &error), &error);
}

/* Most are over and read, some are the owner's. */
static void
set_state (Crowd *self, gint64 conversation)
{
  static const char *const states[] = { "closed", "closed", "closed", "pending", "open", "open",
                                        "open", "closed" };
  const char *state = states[conversation % G_N_ELEMENTS (states)];
  KontorStore *store = self->house->store;
  g_autoptr(GError) error = NULL;

  must ((g_str_equal (state, "open") ||
         kontor_conversation_set_state (store, &kontor_actor_system, conversation, state, 0,
                                        &error)) &&
        (conversation % 20 == 5 || kontor_conversation_mark_read (store, conversation, &error)) &&
        (conversation % 50 != 6 ||
         kontor_conversation_assign (store, &kontor_actor_system, conversation, "TM1", &error)),
        &error);
}

static void
each (Crowd *self, guint count, void (*act) (Crowd *, gint64))
{
  g_autoptr(GError) error = NULL;

  for (guint i = 1; i <= count; i++)
    {
      if (i % AT_ONCE == 1)
        must (kontor_store_begin (self->house->store, &error), &error);
      act (self, i);
      if (i % AT_ONCE == 0 || i == count)
        must (kontor_store_commit (self->house->store, &error), &error);
    }
}

static void
say_one (Crowd *self, gint64 number)
{
  say (self, (guint) number);
}

static void
fill (Crowd *self)
{
  g_autoptr(GError) error = NULL;
  gboolean more = TRUE;

  each (self, self->messages, say_one);
  each (self, self->contacts, set_state);
  while (more)
    must (kontor_search_catch_up (self->house->store, AT_ONCE, &more, &error), &error);
}

static void
put_key (const char *folder)
{
  g_autofree guint8 *key = g_malloc (KONTOR_SEAL_KEY_SIZE);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorSecrets) secrets = kontor_secrets_open (folder, &error);

  must (secrets != NULL, &error);
  memset (key, 'k', KONTOR_SEAL_KEY_SIZE);
  text = g_base64_encode (key, KONTOR_SEAL_KEY_SIZE);
  must (kontor_secrets_unlock (secrets, &error) &&
        kontor_secrets_store (secrets, "store-key", text, "Kontor: measuring", &error), &error);
}

int
main (int argc, char *argv[])
{
  Crowd self = { NULL };
  g_autoptr(GError) error = NULL;
  KontorStore *store;

  if (argc != 2 && argc != 4)
    {
      fprintf (stderr, "crowd FOLDER [MESSAGES CONTACTS]\n");
      return 2;
    }
  must (g_mkdir_with_parents (argv[1], 0700) == 0, &error);
  put_key (argv[1]);
  if (argc == 2)
    return 0;
  self.messages = (guint) atoi (argv[2]);
  self.contacts = MAX (1, (guint) atoi (argv[3]));
  self.dice = g_rand_new_with_seed (1);
  store = kontor_house_open_store (argv[1], TRUE, &error);
  must (store != NULL, &error);
  self.house = kontor_house_open (argv[1], store, NULL, &error);
  must (self.house != NULL, &error);
  fill (&self);
  kontor_house_close (self.house);
  g_rand_free (self.dice);

  return 0;
}
