/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a question may cost, where it may go, what is kept of it; and providers that are tested or
 * found. */
#include "agenda/agenda.h"
#include "assistant/models/local.h"
#include "assistant/models/provider-test.h"
#include "base/clock.h"
#include "journal/action.h"
#include "tests/assistant/choosing.h"

static const StandInSays fine[4] = { { 200, WHOLE ("Forty.") } };

static void
test_the_budget_of_a_month_is_a_stop (Choosing *self, gconstpointer data)
{
  StandInVendor *only =
    choosing_add (self, "/a", fine, ", 'currency': <'USD'>, 'price-in': <'10'>,"
                  "'price-out': <'10'>, 'max-tokens': <int64 10>, 'budget': <(int64 2, 'USD')>");

  choosing_answers (self, "Forty.");
  choosing_answers (self, "Forty.");
  choosing_refuses (self, KONTOR_ERROR_NOT_ALLOWED, "budget");
  g_assert_cmpuint (only->asked, ==, 2);
  g_free (kept_save (self->store, "provider", "PV1", "{'budget': <(int64 3, 'USD')>}"));
  choosing_answers (self, "Forty.");
}

static void
test_a_new_month_has_a_new_budget (Choosing *self, gconstpointer data)
{
  const gint64 late_us = G_GINT64_CONSTANT (1796083199) * G_USEC_PER_SEC; /* 30 November 2026 */

  choosing_add (self, "/a", fine, ", 'currency': <'USD'>, 'price-in': <'10'>,"
                "'price-out': <'10'>, 'max-tokens': <int64 10>, 'budget': <(int64 1, 'USD')>");
  kontor_clock_set_us (late_us);
  choosing_answers (self, "Forty.");
  choosing_refuses (self, KONTOR_ERROR_NOT_ALLOWED, "budget");
  kontor_clock_advance_us (G_USEC_PER_SEC);
  choosing_answers (self, "Forty.");
  kontor_clock_reset ();
}

static void
test_what_is_known_is_not_asked_again (Choosing *self, gconstpointer data)
{
  StandInVendor *only = choosing_add (self, "/a", fine, "");
  const Asking same = { .temperature_milli = 100 };
  const Asking warmer = { .temperature_milli = 200 };
  const Asking fresh = { .temperature_milli = 100, .why = { .is_fresh = TRUE } };
  const Asking *const all[] = { &same, &same, &warmer, &fresh, &same };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(KontorModelAnswer) answer = choosing_ask (self, all[i], NULL);

      g_assert_cmpstr (answer->text, ==, "Forty.");
      g_assert_cmpstr (self->heard->str, ==, "Forty.");
    }
  g_assert_cmpuint (only->asked, ==, 3);
  choosing_recorded (self, "PV1 answered|PV1 known|PV1 answered|PV1 answered|PV1 known");
}

static void
test_nothing_leaves_this_computer_where_it_may_not (Choosing *self, gconstpointer data)
{
  const char *away = "{'name': <'Away'>, 'family': <'openai'>, 'model': <'m'>, 'enabled': <true>,"
                     "'base': <'https://192.0.2.1/v1'>, 'time-out': <int64 1>}";
  g_autoptr(GVariant) left = kept_make ("{'left': <true>}");

  kept_add (self->store, "provider", away);
  g_free (kept_save (self->store, "business", "1", "{'local-only': <true>}"));
  choosing_refuses (self, KONTOR_ERROR_NOT_ALLOWED, "this computer");
  choosing_recorded (self, "");
  choosing_add (self, "/a", fine, ", 'priority': <int64 5>");
  choosing_answers (self, "Forty.");
  choosing_recorded (self, "PV2 answered");
  g_assert_cmpint (kontor_records_count (self->store, kontor_kind_find ("ai-call"), left, NULL),
                   ==, 0);
}

static void
test_tokens_that_are_not_said_are_estimated (Choosing *self, gconstpointer data)
{
  static const StandInSays mute[4] = { { 200, SAYS ("Forty euros.") ENDS } };
  StandInVendor *only = choosing_add (self, "/a", mute, "");
  g_autoptr(GVariant) call = NULL;

  choosing_answers (self, "Forty euros.");
  call = kept_get (self->store, "ai-call", "AI1");
  g_assert_true (kontor_record_get_yes (call, "estimated"));
  g_assert_cmpint (kontor_record_get_int (call, "tokens-in", 0), ==, strlen (only->last) / 4);
  g_assert_cmpint (kontor_record_get_int (call, "tokens-out", 0), ==, 3);
}

/* The action, and what the agenda does then, until the record tells. */
static void
tests_as (Choosing *self, const char *id, const char *state)
{
  g_autofree char *arguments = g_strdup_printf ("{'provider': <'%s'>}", id);
  g_autoptr(GVariant) given = kept_make (arguments), record = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorAgenda) agenda = kontor_agenda_new (self->store);

  record = kontor_action_run (self->store, &kept_owner, "test-provider", given, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kontor_record_get_text (record, "state"), ==, "testing");
  kontor_agenda_on (agenda, KONTOR_PROVIDER_TEST, kontor_provider_test, self->choose);
  kontor_agenda_open (agenda);
  while (g_strcmp0 (kontor_record_get_text (record, "state"), "testing") == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_variant_unref (record);
      record = kept_get (self->store, "provider", id);
    }
  g_assert_cmpstr (kontor_record_get_text (record, "state"), ==, state);
  g_assert_cmpint (kontor_record_get_int (record, "tested", 0), >, 0);
}

static void
test_the_record_tells_how_a_test_went (Choosing *self, gconstpointer data)
{
  static const StandInSays locked[4] = { { 401, "{\"error\":{\"message\":\"Incorrect\"}}" } };
  g_autoptr(GVariant) record = NULL;

  choosing_add (self, "/a", fine, "");
  choosing_add (self, "/b", locked, "");
  tests_as (self, "PV1", "fine");
  tests_as (self, "PV2", "failed");
  record = kept_get (self->store, "provider", "PV2");
  g_assert_nonnull (strstr (kontor_record_get_text (record, "advice"), "key is refused"));
  choosing_recorded (self, "PV1 answered|PV2 failed");
}

static void
test_a_server_on_this_computer_is_found (Choosing *self, gconstpointer data)
{
  static const StandInSays lists[4] = { { 200, "{\"data\":[{\"id\":\"llama\"},{},{\"id\":"
                                          "\"qwen\"}]}" } };
  const KontorLocalServer servers[] = { { "Nobody", 1 }, { "Here", self->there.port }, { NULL } };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autofree char *base = g_strdup_printf ("http://127.0.0.1:%u/v1", self->there.port);
  const KontorLocalFound *found;

  stand_in_add (&self->there, "/v1/models", lists);
  kontor_local_find_async (servers, NULL, choosing_on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  all = kontor_local_find_finish (result, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  found = all->pdata[0];
  g_assert_cmpstr (found->title, ==, "Here");
  g_assert_cmpstr (found->base, ==, base);
  g_assert_cmpstr (found->models[0], ==, "llama");
  g_assert_cmpstr (found->models[1], ==, "qwen");
  g_assert_cmpuint (g_strv_length (found->models), ==, 2);
}

static void
test_another_program_on_the_port_is_no_server_of_models (Choosing *self, gconstpointer data)
{
  static const StandInSays page[4] = { { 200, "<html>" } };
  const KontorLocalServer servers[] = { { "Here", self->there.port }, { NULL } };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) all = NULL;

  stand_in_add (&self->there, "/v1/models", page);
  kontor_local_find_async (servers, NULL, choosing_on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  all = kontor_local_find_finish (result, NULL);
  g_assert_cmpuint (all->len, ==, 0);
}

#define ADD(name, test) \
  g_test_add ("/choose-limits/" name, Choosing, NULL, choosing_set_up, test, choosing_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("the-budget-of-a-month-is-a-stop", test_the_budget_of_a_month_is_a_stop);
  ADD ("a-new-month-has-a-new-budget", test_a_new_month_has_a_new_budget);
  ADD ("what-is-known-is-not-asked-again", test_what_is_known_is_not_asked_again);
  ADD ("nothing-leaves-this-computer-where-it-may-not",
       test_nothing_leaves_this_computer_where_it_may_not);
  ADD ("tokens-that-are-not-said-are-estimated", test_tokens_that_are_not_said_are_estimated);
  ADD ("the-record-tells-how-a-test-went", test_the_record_tells_how_a_test_went);
  ADD ("a-server-on-this-computer-is-found", test_a_server_on_this_computer_is_found);
  ADD ("another-program-on-the-port-is-no-server-of-models",
       test_another_program_on_the_port_is_no_server_of_models);

  return g_test_run ();
}
