/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/asks.h"

#include "base/clock.h"

#define LIMIT_US (10 * G_USEC_PER_SEC)
#define NO_ERROR (-1)

typedef struct {
  guint    n;
  int      code;
  gboolean answered;
} Told;

static void
on_answered (const KontorNode *answer, const GError *error, gpointer data)
{
  Told *told = data;

  told->n++;
  told->code = error != NULL ? error->code : NO_ERROR;
  told->answered = answer != NULL;
}

static char *
ask (KontorAsks *asks, const char *type, Told *told)
{
  g_autoptr(KontorNode) iq = kontor_node_new ("iq", "type", type, NULL);

  *told = (Told) { 0 };
  kontor_asks_add (asks, iq, LIMIT_US, on_answered, told);

  return g_strdup (kontor_node_get (iq, "id"));
}

static gboolean
answer (KontorAsks *asks, const char *id, const char *type, const char *code)
{
  g_autoptr(KontorNode) iq = kontor_node_new ("iq", "id", id, "type", type, NULL);

  if (code != NULL)
    kontor_node_add (iq, kontor_node_new ("error", "code", code, NULL));

  return kontor_asks_answer (asks, iq);
}

static void
test_answers_find_who_asked (void)
{
  g_autoptr(KontorAsks) asks = kontor_asks_new ();
  Told first, second;
  g_autofree char *one = ask (asks, "get", &first), *two = ask (asks, "set", &second);

  g_assert_cmpstr (one, !=, two);
  g_assert_false (answer (asks, "nobody", "result", NULL));
  g_assert_false (answer (asks, two, "get", NULL));
  g_assert_true (answer (asks, two, "result", NULL));
  g_assert_cmpuint (first.n, ==, 0);
  g_assert_cmpuint (second.n, ==, 1);
  g_assert_cmpint (second.code, ==, NO_ERROR);
  g_assert_false (answer (asks, two, "result", NULL));
}

static void
test_errors_say_what_can_be_done (void)
{
  g_autoptr(KontorAsks) asks = kontor_asks_new ();
  const struct {
    const char *code;
    int         meaning;
  } cases[] = {
    { "401", KONTOR_ERROR_NOT_ALLOWED }, { "404", KONTOR_ERROR_NOT_FOUND },
    { "429", KONTOR_ERROR_TRY_LATER },   { "503", KONTOR_ERROR_TRY_LATER },
    { "400", KONTOR_ERROR_BAD_INPUT },   { NULL, KONTOR_ERROR_BAD_INPUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Told told;
      g_autofree char *id = ask (asks, "get", &told);

      g_assert_true (answer (asks, id, "error", cases[i].code));
      g_assert_cmpint (told.code, ==, cases[i].meaning);
      g_assert_true (told.answered);
    }
}

static void
test_no_answer_in_time_is_told_once (void)
{
  g_autoptr(KontorAsks) asks = kontor_asks_new ();
  Told got, set;
  g_autofree char *one = NULL, *two = NULL;

  kontor_clock_set_us (G_USEC_PER_SEC);
  one = ask (asks, "get", &got);
  two = ask (asks, "set", &set);
  kontor_clock_advance_us (LIMIT_US - 1);
  g_assert_cmpuint (got.n + set.n, ==, 0);
  kontor_clock_advance_us (1);
  g_assert_cmpint (got.code, ==, KONTOR_ERROR_TRY_LATER);
  g_assert_cmpint (set.code, ==, KONTOR_ERROR_UNKNOWN);
  g_assert_false (answer (asks, one, "result", NULL));
  kontor_clock_advance_us (LIMIT_US);
  g_assert_cmpuint (got.n + set.n, ==, 2);
  kontor_clock_reset ();
}

static void
test_a_lost_connection_tells_everybody (void)
{
  g_autoptr(KontorAsks) asks = kontor_asks_new ();
  Told got, set;
  g_autofree char *one = ask (asks, "get", &got), *two = ask (asks, "set", &set);

  kontor_asks_give_up (asks);
  g_assert_cmpint (got.code, ==, KONTOR_ERROR_TRY_LATER);
  g_assert_cmpint (set.code, ==, KONTOR_ERROR_UNKNOWN);
  g_assert_cmpuint (got.n + set.n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/asks/answers-find-who-asked", test_answers_find_who_asked);
  g_test_add_func ("/asks/errors-say-what-can-be-done", test_errors_say_what_can_be_done);
  g_test_add_func ("/asks/no-answer-in-time-is-told-once", test_no_answer_in_time_is_told_once);
  g_test_add_func ("/asks/a-lost-connection-tells-everybody",
                   test_a_lost_connection_tells_everybody);

  return g_test_run ();
}
