/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-answers DEMO [CONVERSATIONS [ROUNDS]]: so many customers write at once, each is asked about
 * of a model that calls a tool and then writes for half a second. Prints, for each round, how long
 * the main loop was busy without a look at what else there is (by the clock, and by the processor
 * alone: a loaded machine and its disk add to the first), and what memory is held when all are
 * answered. Nothing is asserted. DEMO: such as data/demo/chauffeur. */
#include <glib/gstdio.h>
#include <malloc.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "channels/practice.h"
#include "fakes/kept.h"
#include "house.h"
#include "lender.h"
#include "model/language.h"

/* Between two looks, in µs; of one round. */
static GArray *busy, *worked;
static gint64 woke_us, woke_cpu_us;

static gint64
cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
poll_and_measure (GPollFD *fds, guint n, int timeout)
{
  gint64 busy_us = g_get_monotonic_time () - woke_us, worked_us = cpu_us () - woke_cpu_us;
  int ready;

  if (woke_us != 0)
    {
      g_array_append_val (busy, busy_us);
      g_array_append_val (worked, worked_us);
    }
  ready = g_poll (fds, n, timeout);
  woke_us = g_get_monotonic_time ();
  woke_cpu_us = cpu_us ();

  return ready;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static double
part_ms (GArray *all, double part)
{
  g_array_sort (all, compare);

  return all->len > 0 ? g_array_index (all, gint64, (guint) (part * (all->len - 1))) / 1000.0 : 0;
}

static gint64
count (KontorStore *store, const char *sql)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, NULL, sql, "");

  return rows != NULL && kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : -1;
}

static double
held_mib (void)
{
  malloc_trim (0);

  return (double) mallinfo2 ().uordblks / 1024 / 1024;
}

static double
resident_mib (void)
{
  g_autofree char *text = NULL;
  long pages = 0, resident = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) &&
      sscanf (text, "%ld %ld", &pages, &resident) != 2)
    return 0;

  return (double) resident * sysconf (_SC_PAGESIZE) / 1024 / 1024;
}

static void
on_kept (gboolean kept, gpointer data)
{
}

/* So that whoever waits for the end looks for it. */
static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
run_round (KontorHouse *house, guint round, guint conversations)
{
  KontorChannel *line = kontor_lines_find_kind (house->lines, "practice");
  gint64 begun_us = g_get_monotonic_time ();
  double most_mib = 0;

  for (guint i = 0; i < conversations; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u-%u", round, i);
      g_autofree char *phone = g_strdup_printf ("+97150%07u", 1000000 + i);
      g_autofree char *text = g_strdup_printf ("Do you drive for weddings, party of %u, %u times?",
                                               i, round);

      kontor_practice_say (KONTOR_PRACTICE (line),
                           kontor_message_new (id, phone, NULL, text, kontor_clock_now_us ()),
                           on_kept, NULL);
    }
  g_array_set_size (busy, 0);
  g_array_set_size (worked, 0);
  do
    {
      gint64 until_us = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

      while (g_get_monotonic_time () < until_us)
        g_main_context_iteration (NULL, TRUE);
      most_mib = MAX (most_mib, (double) mallinfo2 ().uordblks / 1024 / 1024);
      woke_us = 0;
    }
  while (count (house->store, "SELECT (SELECT COUNT(*) FROM turn) + (SELECT COUNT(*) FROM outbox)")
         != 0);
  g_print ("%5u %9.1f s %8.1f %8.1f %8.1f %11.1f %8.1f %8.1f %8.1f %8.1f\n", round,
           (double) (g_get_monotonic_time () - begun_us) / G_USEC_PER_SEC, part_ms (busy, 0.5),
           part_ms (busy, 0.99), part_ms (busy, 1), part_ms (worked, 0.99), part_ms (worked, 1),
           most_mib, held_mib (), resident_mib ());
}

static KontorHouse *
open_house (const char *folder, const char *demo, guint port)
{
  g_autoptr(GError) error = NULL;
  KontorStore *store = kontor_house_open_store (folder, FALSE, &error);
  KontorHouse *house = store != NULL ? kontor_house_open (folder, store, demo, &error) : NULL;
  g_autofree char *provider = g_strdup_printf (
    "{'name': <'Lent'>, 'family': <'openai'>, 'model': <'m'>, 'enabled': <true>,"
    " 'currency': <'USD'>, 'price-in': <'2.50'>, 'price-out': <'10'>,"
    " 'base': <'http://127.0.0.1:%u/v1'>}", port);

  if (house == NULL)
    g_error ("%s", error->message);
  kept_add (house->store, "provider", provider);
  kept_run (house->store, "UPDATE business SET automatic_most = 0");
  kontor_language_learn ();   /* as the daemon does in a thread */

  return house;
}

int
main (int argc, char **argv)
{
  guint port, conversations = argc > 2 ? (guint) atoi (argv[2]) : 100;
  guint rounds = argc > 3 ? (guint) atoi (argv[3]) : 5;
  g_autofree char *folder = NULL;
  g_autoptr(GSubprocess) lender = NULL;
  KontorHouse *house;

  if (argc > 1 && g_str_equal (argv[1], "--lend"))
    return lender_serve ();
  if (argc < 2)
    g_error ("which demo? such as data/demo/chauffeur");
  lender = lender_start (argv[0], &port);
  folder = g_dir_make_tmp ("kontor-bench-XXXXXX", NULL);
  house = open_house (folder, argv[1], port);
  busy = g_array_new (FALSE, FALSE, sizeof (gint64));
  worked = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_print ("%u conversations at once; before: %.1f MiB held, %.1f resident\n", conversations,
           held_mib (), resident_mib ());
  g_print ("round  all in     busy ms: p50      p99  longest   cpu ms: p99  longest MiB: most"
           "     held resident\n");
  g_timeout_add (100, on_tick, NULL);
  g_main_context_set_poll_func (NULL, poll_and_measure);
  for (guint i = 1; i <= rounds; i++)
    run_round (house, i, conversations);
  g_print ("%" G_GINT64_FORMAT " answers, %" G_GINT64_FORMAT " calls of the model\n",
           count (house->store, "SELECT COUNT(*) FROM message WHERE direction = 'out'"),
           count (house->store, "SELECT COUNT(*) FROM ai_call WHERE outcome = 'answered'"));
  kontor_house_close (house);
  g_subprocess_force_exit (lender);

  return 0;
}
