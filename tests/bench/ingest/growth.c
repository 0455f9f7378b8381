/* SPDX-License-Identifier: GPL-3.0-or-later */
/* growth.c — what Kontor's own inbox costs with few messages and with many: growth FOLDER MESSAGES
 * fills a new database through the door by which everything comes in, and prints, as JSON, the time
 * of a message more, of the list, of a page and of a search. One customer wrote each tenth
 * message; the others share the rest. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "figures.h"
#include "inbox/conversation.h"
#include "inbox/messages.h"
#include "inbox/search.h"
#include "inbox/turns.h"
#include "model/record.h"
#include "store/records.h"
#include "webhook.h"

#define AT_ONCE   500   /* messages to a commit while filling */
#define GROUP     16    /* and while measuring: what 16 connections bring at once */
#define ROUNDS    200   /* of each question */
#define PAGE      50
#define SAID_AT   G_GINT64_CONSTANT (1795000000000000)

typedef struct {
  KontorStore *store;
  char        *channel;
  guint        customers;
  gint64       number;    /* of the message to come */
} Growth;

static void
must (gboolean fine, GError *error)
{
  if (fine)
    return;
  fprintf (stderr, "growth: %s\n", error != NULL ? error->message : "something is missing");
  exit (1);
}

static void
open_store (Growth *self, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "growth.db", NULL);
  g_autoptr(GBytes) key = kontor_seal_make_key ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = g_variant_ref_sink (
    g_variant_new_parsed ("{'name': <'bench'>, 'kind': <'practice'>, 'active': <true>}"));

  self->store = kontor_store_open (path, &error);
  must (self->store != NULL && kontor_store_set_key (self->store, key, &error), error);
  self->channel = kontor_records_insert (self->store, kontor_kind_find ("channel"), record, &error);
  must (self->channel != NULL, error);
}

/* Kept and settled, as after the desk. */
static void
take_one (Growth *self)
{
  guint customer = self->number % 10 == 0
                   ? 0 : 1 + (guint) (self->number * 7919 % (self->customers - 1));
  g_autoptr(KontorMessage) message = NULL;
  g_autofree char *phone = NULL;
  g_autoptr(GError) error = NULL;
  gboolean fresh;
  Webhook webhook;

  webhook_fill (&webhook, (guint64) self->number, customer);
  phone = g_strconcat ("+", webhook.phone, NULL);
  message = kontor_message_new (webhook.id, phone, webhook.name, webhook.text, SAID_AT);
  must (kontor_messages_take_in (self->store, self->channel, message, &fresh, &error) &&
        kontor_turns_settle (self->store, message->id, &error), error);
  self->number++;
}

static void
take (Growth *self, guint count)
{
  g_autoptr(GError) error = NULL;

  must (kontor_store_begin (self->store, &error), error);
  for (guint i = 0; i < count; i++)
    take_one (self);
  must (kontor_store_commit (self->store, &error), error);
}

static void
fill (Growth *self, guint count)
{
  g_autoptr(GError) error = NULL;
  gboolean more = TRUE;

  while (self->number < count)
    take (self, MIN (AT_ONCE, count - (guint) self->number));
  while (more)
    must (kontor_search_catch_up (self->store, AT_ONCE, &more, &error), error);
}

static void
list (Growth *self, guint round)
{
  const KontorConversationQuery query = { .limit = PAGE };
  g_autoptr(GError) error = NULL;
  g_autofree char *next = NULL;
  g_autoptr(GPtrArray) found = kontor_conversations_query (self->store, &query, &next, &error);

  must (found != NULL && found->len == PAGE, error);
}

static char *
read_page (Growth *self, const char *after)
{
  g_autoptr(GError) error = NULL;
  char *next = NULL;
  g_autoptr(GPtrArray) found = kontor_messages_query (self->store, 1, after, PAGE, FALSE, &next,
                                                      &error);

  must (found != NULL && found->len > 0, error);

  return next;
}

/* The newest page of the longest thread, which was looked at before. */
static void
page (Growth *self, guint round)
{
  g_free (read_page (self, NULL));
}

/* Each time further back: where the thread is long, one that was not looked at before. */
static void
back (Growth *self, guint round)
{
  static char *after;
  char *next = read_page (self, after);

  g_free (after);
  after = next;
}

static void
search (Growth *self, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *next = NULL;
  g_autoptr(GPtrArray) found = kontor_search_messages (self->store, text, NULL, PAGE, &next,
                                                       &error);

  must (found != NULL && found->len == PAGE, error);
}

static void
search_word (Growth *self, guint round)
{
  search (self, "please");
}

static void
search_prefix (Growth *self, guint round)
{
  search (self, "ca");
}

static void
take_group (Growth *self, guint round)
{
  take (self, GROUP);
}

static void
measure (Growth *self, const char *name, void (*ask) (Growth *, guint), const char *end)
{
  g_autoptr(GArray) times = figures_new ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start_us = g_get_monotonic_time ();

      ask (self, i);
      figures_add (times, g_get_monotonic_time () - start_us);
    }
  printf ("\"%s_p50_ms\": %.3f, \"%s_max_ms\": %.3f%s", name, figures_within_ms (times, 0.5), name,
          figures_within_ms (times, 1), end);
}

int
main (int argc, char *argv[])
{
  Growth self = { NULL };
  guint count = argc == 3 ? (guint) atoi (argv[2]) : 0;
  gint64 start_us = g_get_monotonic_time ();

  if (count < 1000)
    {
      fprintf (stderr, "growth FOLDER MESSAGES (1000 or more)\n");
      return 2;
    }
  self.customers = MAX (PAGE * 2, count / PAGE);
  open_store (&self, argv[1]);
  fill (&self, count);
  printf ("{\"messages\": %u, \"fill_s\": %.1f, ", count,
          (g_get_monotonic_time () - start_us) / (double) G_USEC_PER_SEC);
  measure (&self, "list", list, ", ");
  measure (&self, "page", page, ", ");
  measure (&self, "back", back, ", ");
  measure (&self, "word", search_word, ", ");
  measure (&self, "prefix", search_prefix, ", ");
  measure (&self, "group", take_group, "}\n");
  kontor_store_close (self.store);
  g_free (self.channel);

  return 0;
}
