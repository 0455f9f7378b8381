/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a question goes to, and what happens when that fails. */
#include "tests/assistant/choosing.h"

static const StandInSays fine[4] = { { 200, WHOLE ("Forty.") } };
static const StandInSays other[4] = { { 200, WHOLE ("Fifty.") } };
static const StandInSays fails[4] = { { 500, "{}" } };
static const StandInSays silent[4] = { { 0, "" } };

static void
test_without_providers_there_is_no_answer (Choosing *self, gconstpointer data)
{
  StandInVendor *off;

  g_assert_false (kontor_choose_has_any (self->choose));
  choosing_refuses (self, KONTOR_ERROR_NOT_FOUND, "switched on");
  off = choosing_add (self, "/a", fine, "");
  g_free (kept_save (self->store, "provider", "PV1", "{'enabled': <false>}"));
  choosing_refuses (self, KONTOR_ERROR_NOT_FOUND, "switched on");
  g_assert_false (kontor_choose_has_any (self->choose));
  g_assert_cmpuint (off->asked, ==, 0);
}

static void
test_the_lowest_number_is_asked_first (Choosing *self, gconstpointer data)
{
  choosing_add (self, "/a", other, ", 'priority': <int64 2>");
  choosing_add (self, "/b", fine, ", 'priority': <int64 1>, 'temperature': <'0.5'>");
  choosing_answers (self, "Forty.");
  g_assert_cmpstr (self->heard->str, ==, "Forty.");
  choosing_recorded (self, "PV2 answered");
  g_assert_true (kontor_choose_has_any (self->choose));
}

static void
test_one_that_fails_is_followed_by_the_next (Choosing *self, gconstpointer data)
{
  StandInVendor *first = choosing_add (self, "/a", fails, "");

  choosing_add (self, "/b", fine, ", 'priority': <int64 1>");
  choosing_answers (self, "Forty.");
  choosing_answers (self, "Forty.");
  g_assert_cmpuint (first->asked, ==, 1);
  choosing_recorded (self, "PV1 failed|PV2 answered|PV2 answered");
}

static void
test_what_was_heard_of_a_broken_answer_is_taken_back (Choosing *self, gconstpointer data)
{
  static const StandInSays half[4] = { { 200, SAYS ("Four") } };
  static const StandInSays late[4] = { { 200, SAYS ("F") "data: {\"error\":{\"message\":\"x\"}}"
                                         "\n\n" } };

  choosing_add (self, "/a", half, "");
  choosing_add (self, "/b", late, ", 'priority': <int64 1>");
  choosing_add (self, "/c", fine, ", 'priority': <int64 2>");
  choosing_answers (self, "Forty.");
  g_assert_cmpstr (self->heard->str, ==, "Four<F<Forty.");
  choosing_recorded (self, "PV1 failed|PV2 failed|PV3 answered");
}

static void
test_equals_take_turns (Choosing *self, gconstpointer data)
{
  StandInVendor *one = choosing_add (self, "/a", fine, "");
  StandInVendor *two = choosing_add (self, "/b", fine, "");

  for (guint i = 0; i < 6; i++)
    choosing_answers (self, "Forty.");
  g_assert_cmpuint (one->asked, ==, 3);
  g_assert_cmpuint (two->asked, ==, 3);
}

static void
test_a_hint_to_come_back_is_followed (Choosing *self, gconstpointer data)
{
  static const StandInSays slow[4] = {
    { 429, "{\"error\":{\"code\":\"rate_limit_exceeded\"}}", "20" }, { 200, WHOLE ("Forty.") },
  };
  StandInVendor *only = choosing_add (self, "/a", slow, "");

  choosing_answers (self, "Forty.");
  g_assert_cmpuint (only->asked, ==, 2);
  choosing_recorded (self, "PV1 failed|PV1 answered");
}

static void
test_a_hint_of_minutes_is_not_waited_for (Choosing *self, gconstpointer data)
{
  static const StandInSays slow[4] = { { 429, "{}", "60000" } };
  StandInVendor *only = choosing_add (self, "/a", slow, "");

  choosing_refuses (self, KONTOR_ERROR_TRY_LATER, "busy");
  choosing_refuses (self, KONTOR_ERROR_TRY_LATER, "rest");
  g_assert_cmpuint (only->asked, ==, 1);
}

static void
test_after_three_failures_it_is_left_alone (Choosing *self, gconstpointer data)
{
  static const StandInSays down[4] = { { 503, "{}", "1" } };
  StandInVendor *only = choosing_add (self, "/a", down, "");

  choosing_refuses (self, KONTOR_ERROR_TRY_LATER, "busy");
  g_assert_cmpuint (only->asked, ==, 3);
  choosing_refuses (self, KONTOR_ERROR_TRY_LATER, "rest");
  g_assert_cmpuint (only->asked, ==, 3);
}

static void
test_where_the_vendor_says_stop_it_stops (Choosing *self, gconstpointer data)
{
  static const StandInSays broke[4] = {
    { 429, "{\"error\":{\"type\":\"insufficient_quota\"}}", "1" }, { 200, WHOLE ("Forty.") },
  };
  StandInVendor *only = choosing_add (self, "/a", broke, "");

  choosing_refuses (self, KONTOR_ERROR_NOT_ALLOWED, "billing");
  choosing_refuses (self, KONTOR_ERROR_TRY_LATER, "rest");
  g_assert_cmpuint (only->asked, ==, 1);
  g_free (kept_save (self->store, "provider", "PV1", "{'name': <'paid'>}"));
  choosing_answers (self, "Forty.");
}

static void
test_a_hundred_at_once_are_all_answered (Choosing *self, gconstpointer data)
{
  const KontorChooseWhy why = { .is_fresh = TRUE };
  GAsyncResult *results[100] = { NULL };
  StandInVendor *one = choosing_add (self, "/a", fine, "");
  StandInVendor *two = choosing_add (self, "/b", fine, "");
  guint left = G_N_ELEMENTS (results);

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      KontorModelRequest *request = kontor_model_request_new ();

      kontor_model_request_say (request, KONTOR_MODEL_USER, "How much is it?");
      kontor_choose_ask_async (self->choose, request, &why, NULL, NULL, NULL, choosing_on_done,
                               &results[i]);
    }
  while (left > 0)
    {
      g_main_context_iteration (NULL, TRUE);
      for (guint i = left = 0; i < G_N_ELEMENTS (results); i++)
        left += results[i] == NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GAsyncResult) result = results[i];
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorModelAnswer) answer =
        kontor_choose_ask_finish (self->choose, result, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (answer->text, ==, "Forty.");
    }
  g_assert_cmpuint (one->asked, ==, 50);
  g_assert_cmpuint (two->asked, ==, 50);
  g_assert_cmpint (kept_count (self->store, "ai-call"), ==, 100);
}

static void
test_a_question_may_be_cancelled (Choosing *self, gconstpointer data)
{
  g_autoptr(GCancellable) cancel = g_cancellable_new ();
  const Asking asking = { .cancel = cancel, .vendor = choosing_add (self, "/a", silent, "") };
  g_autoptr(GError) error = NULL;

  g_assert_null (choosing_ask (self, &asking, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  choosing_recorded (self, "PV1 cancelled");
}

static void
test_the_house_may_close_while_one_is_under_way (Choosing *self, gconstpointer data)
{
  const Asking asking = { .closes = TRUE, .vendor = choosing_add (self, "/a", silent, "") };
  g_autoptr(GError) error = NULL;

  g_assert_null (choosing_ask (self, &asking, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  choosing_recorded (self, "");
}

static void
test_one_that_is_switched_off_meanwhile_is_followed_by_the_next (Choosing *self,
                                                                  gconstpointer data)
{
  const Asking asking = { .off = "PV1", .vendor = choosing_add (self, "/a", silent, "") };
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorModelAnswer) answer = NULL;

  choosing_add (self, "/b", fine, ", 'priority': <int64 1>");
  answer = choosing_ask (self, &asking, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer->text, ==, "Forty.");
  choosing_recorded (self, "PV1 failed|PV2 answered");
}

static void
count_silence (const char *kind, const char *id, gpointer data)
{
  if (g_str_equal (kind, "models"))
    (*(guint *) data)++;
}

static void
test_the_last_that_is_switched_off_is_named_and_nobody_is_alarmed (Choosing *self,
                                                                    gconstpointer data)
{
  const Asking asking = { .off = "PV1", .vendor = choosing_add (self, "/a", silent, "") };
  g_autoptr(GError) error = NULL;
  guint silences = 0, watch = kontor_store_watch (self->store, count_silence, &silences);

  g_assert_null (choosing_ask (self, &asking, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_cmpstr (error->message, ==, "/a was switched off while it answered");
  g_assert_cmpuint (silences, ==, 0);
  choosing_refuses (self, KONTOR_ERROR_NOT_FOUND, "switched on");
  kontor_store_unwatch (self->store, watch);
}

static void
test_another_that_is_switched_off_breaks_nothing_off (Choosing *self, gconstpointer data)
{
  static const StandInSays slow[4] = {
    { 429, "{\"error\":{\"code\":\"rate_limit_exceeded\"}}", "20" }, { 200, WHOLE ("Forty.") },
  };
  const Asking asking = { .off = "PV2", .vendor = choosing_add (self, "/a", slow, "") };
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorModelAnswer) answer = NULL;

  choosing_add (self, "/b", fails, ", 'priority': <int64 1>");
  answer = choosing_ask (self, &asking, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer->text, ==, "Forty.");
}

static void
test_all_calls_are_told_and_those_that_failed (Choosing *self, gconstpointer data)
{
  choosing_add (self, "/a", fails, "");
  choosing_refuses (self, KONTOR_ERROR_TRY_LATER, "");
  g_assert_cmpuint (self->calls->len, >, 0);
  g_ptr_array_set_size (self->calls, 0);
  g_free (kept_save (self->store, "provider", "PV1", "{'name': <'again'>}"));
  choosing_add (self, "/b", fine, ", 'priority': <int64 1>");
  choosing_answers (self, "Forty.");
  g_assert_cmpuint (self->calls->len, ==, 2);
}

static void
test_half_an_answer_is_paid_once (Choosing *self, gconstpointer data)
{
  static const StandInSays half[4] = { { 200, SAYS ("Four") } };
  StandInVendor *only = choosing_add (self, "/a", half, "");

  choosing_refuses (self, KONTOR_ERROR_UNKNOWN, "half-way");
  g_assert_cmpuint (only->asked, ==, 1);
}

static void
test_a_test_asks_one_that_is_off (Choosing *self, gconstpointer data)
{
  StandInVendor *off = choosing_add (self, "/a", fails, "");
  const Asking asking = { .why = { .only = "PV1", .purpose = "test" } };
  g_autoptr(GError) error = NULL;

  choosing_add (self, "/b", fine, "");
  g_free (kept_save (self->store, "provider", "PV1", "{'enabled': <false>}"));
  g_assert_null (choosing_ask (self, &asking, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  g_assert_cmpuint (off->asked, ==, 1);
}

#define ADD(name, test) \
  g_test_add ("/choose/" name, Choosing, NULL, choosing_set_up, test, choosing_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("without-providers-there-is-no-answer", test_without_providers_there_is_no_answer);
  ADD ("the-lowest-number-is-asked-first", test_the_lowest_number_is_asked_first);
  ADD ("one-that-fails-is-followed-by-the-next", test_one_that_fails_is_followed_by_the_next);
  ADD ("what-was-heard-of-a-broken-answer-is-taken-back",
       test_what_was_heard_of_a_broken_answer_is_taken_back);
  ADD ("equals-take-turns", test_equals_take_turns);
  ADD ("a-hint-to-come-back-is-followed", test_a_hint_to_come_back_is_followed);
  ADD ("a-hint-of-minutes-is-not-waited-for", test_a_hint_of_minutes_is_not_waited_for);
  ADD ("after-three-failures-it-is-left-alone", test_after_three_failures_it_is_left_alone);
  ADD ("where-the-vendor-says-stop-it-stops", test_where_the_vendor_says_stop_it_stops);
  ADD ("a-hundred-at-once-are-all-answered", test_a_hundred_at_once_are_all_answered);
  ADD ("a-question-may-be-cancelled", test_a_question_may_be_cancelled);
  ADD ("the-house-may-close-while-one-is-under-way",
       test_the_house_may_close_while_one_is_under_way);
  ADD ("one-that-is-switched-off-meanwhile-is-followed-by-the-next",
       test_one_that_is_switched_off_meanwhile_is_followed_by_the_next);
  ADD ("the-last-that-is-switched-off-is-named-and-nobody-is-alarmed",
       test_the_last_that_is_switched_off_is_named_and_nobody_is_alarmed);
  ADD ("another-that-is-switched-off-breaks-nothing-off",
       test_another_that_is_switched_off_breaks_nothing_off);
  ADD ("all-calls-are-told-and-those-that-failed", test_all_calls_are_told_and_those_that_failed);
  ADD ("half-an-answer-is-paid-once", test_half_an_answer_is_paid_once);
  ADD ("a-test-asks-one-that-is-off", test_a_test_asks_one_that_is_off);

  return g_test_run ();
}
