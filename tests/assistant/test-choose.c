/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a question goes to, what happens when that fails, and what is kept of it. */
#include "agenda/agenda.h"
#include "assistant/models/local.h"
#include "assistant/models/provider-test.h"
#include "journal/action.h"
#include "fakes/kept.h"
#include "tests/assistant/stand-in.h"

typedef struct {
  KontorStore  *store;
  KontorChoose *choose;
  StandIn       there;
  GString      *heard;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->store = kept_open (":memory:");
  self->choose = kontor_choose_new (self->store);
  self->heard = g_string_new (NULL);
  stand_in_open (&self->there);
  kept_add (self->store, "business", "{'name': <'Shop'>, 'zone': <'UTC'>, 'currency': <'EUR'>}");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_run_dispose (G_OBJECT (self->choose));
  g_clear_object (&self->choose);
  stand_in_close (&self->there);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_string_free (self->heard, TRUE);
  kontor_store_close (self->store);
}

static StandInVendor *
vendor (Fixture *self, const char *path, const StandInSays *says, const char *more)
{
  g_autofree char *values =
    g_strdup_printf ("{'name': <'%s'>, 'family': <'openai'>, 'model': <'m'>, 'enabled': <true>,"
                     "'base': <'http://127.0.0.1:%u%s'>%s}", path, self->there.port, path, more);

  kept_add (self->store, "provider", values);

  return stand_in_add (&self->there, path, says);
}

static void
on_text (const char *text, gpointer data)
{
  g_string_append (data, text != NULL ? text : "<");
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

typedef struct {
  KontorChooseWhy  why;
  int              temperature_milli;
  GCancellable    *cancel;       /* once the vendor has been asked */
  StandInVendor   *vendor;
  gboolean         closes;       /* the house, instead */
} Asking;

static KontorModelAnswer *
ask_as (Fixture *self, const Asking *asking, GError **error)
{
  KontorModelRequest *request = kontor_model_request_new ();
  g_autoptr(GAsyncResult) result = NULL;

  kontor_model_request_say (request, KONTOR_MODEL_USER, "How much is it?");
  request->temperature_milli = asking->temperature_milli;
  g_string_truncate (self->heard, 0);
  kontor_choose_ask_async (self->choose, request, &asking->why, on_text, self->heard,
                           asking->cancel, on_done, &result);
  while (result == NULL)
    {
      if (asking->vendor != NULL && asking->vendor->asked > 0 && asking->cancel != NULL)
        g_cancellable_cancel (asking->cancel);
      if (asking->vendor != NULL && asking->vendor->asked > 0 && asking->closes)
        g_object_run_dispose (G_OBJECT (self->choose));
      g_main_context_iteration (NULL, TRUE);
    }

  return kontor_choose_ask_finish (self->choose, result, NULL, error);
}

static void
answers (Fixture *self, const char *text)
{
  const Asking plain = { .why = { .purpose = "reply", .is_fresh = TRUE } };
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorModelAnswer) answer = ask_as (self, &plain, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (answer->text, ==, text);
}

static void
refuses (Fixture *self, int code, const char *words)
{
  const Asking plain = { .why = { .purpose = "reply", .is_fresh = TRUE } };
  g_autoptr(GError) error = NULL;

  g_assert_null (ask_as (self, &plain, &error));
  g_assert_error (error, KONTOR_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

/* The outcomes of all calls, in order. */
static void
recorded (Fixture *self, const char *outcomes)
{
  g_autoptr(GPtrArray) calls = kontor_records_query (self->store, kontor_kind_find ("ai-call"),
                                                     &(KontorQuery) { 0 }, NULL, NULL);
  g_autoptr(GString) told = g_string_new (NULL);

  for (guint i = 0; i < calls->len; i++)
    g_string_append_printf (told, "%s%s %s", i > 0 ? "|" : "",
                            kontor_record_get_text (calls->pdata[i], "provider"),
                            kontor_record_get_text (calls->pdata[i], "outcome"));
  g_assert_cmpstr (told->str, ==, outcomes);
}

static const StandInSays fine[4] = { { 200, WHOLE ("Forty.") } };
static const StandInSays other[4] = { { 200, WHOLE ("Fifty.") } };
static const StandInSays fails[4] = { { 500, "{}" } };
static const StandInSays silent[4] = { { 0, "" } };

static void
test_without_providers_there_is_no_answer (Fixture *self, gconstpointer data)
{
  StandInVendor *off;

  g_assert_false (kontor_choose_has_any (self->choose));
  refuses (self, KONTOR_ERROR_NOT_FOUND, "switched on");
  off = vendor (self, "/a", fine, "");
  g_free (kept_save (self->store, "provider", "PV1", "{'enabled': <false>}"));
  refuses (self, KONTOR_ERROR_NOT_FOUND, "switched on");
  g_assert_false (kontor_choose_has_any (self->choose));
  g_assert_cmpuint (off->asked, ==, 0);
}

static void
test_the_lowest_number_is_asked_first (Fixture *self, gconstpointer data)
{
  vendor (self, "/a", other, ", 'priority': <int64 2>");
  vendor (self, "/b", fine, ", 'priority': <int64 1>, 'temperature': <'0.5'>");
  answers (self, "Forty.");
  g_assert_cmpstr (self->heard->str, ==, "Forty.");
  recorded (self, "PV2 answered");
  g_assert_true (kontor_choose_has_any (self->choose));
}

static void
test_one_that_fails_is_followed_by_the_next (Fixture *self, gconstpointer data)
{
  StandInVendor *first = vendor (self, "/a", fails, "");

  vendor (self, "/b", fine, ", 'priority': <int64 1>");
  answers (self, "Forty.");
  answers (self, "Forty.");
  g_assert_cmpuint (first->asked, ==, 1);
  recorded (self, "PV1 failed|PV2 answered|PV2 answered");
}

static void
test_what_was_heard_of_a_broken_answer_is_taken_back (Fixture *self, gconstpointer data)
{
  static const StandInSays half[4] = { { 200, SAYS ("Four") } };
  static const StandInSays late[4] = { { 200, SAYS ("F") "data: {\"error\":{\"message\":\"x\"}}"
                                         "\n\n" } };

  vendor (self, "/a", half, "");
  vendor (self, "/b", late, ", 'priority': <int64 1>");
  vendor (self, "/c", fine, ", 'priority': <int64 2>");
  answers (self, "Forty.");
  g_assert_cmpstr (self->heard->str, ==, "Four<F<Forty.");
  recorded (self, "PV1 failed|PV2 failed|PV3 answered");
}

static void
test_equals_take_turns (Fixture *self, gconstpointer data)
{
  StandInVendor *one = vendor (self, "/a", fine, "");
  StandInVendor *two = vendor (self, "/b", fine, "");

  for (guint i = 0; i < 6; i++)
    answers (self, "Forty.");
  g_assert_cmpuint (one->asked, ==, 3);
  g_assert_cmpuint (two->asked, ==, 3);
}

static void
test_a_hint_to_come_back_is_followed (Fixture *self, gconstpointer data)
{
  static const StandInSays slow[4] = {
    { 429, "{\"error\":{\"code\":\"rate_limit_exceeded\"}}", "20" }, { 200, WHOLE ("Forty.") },
  };
  StandInVendor *only = vendor (self, "/a", slow, "");

  answers (self, "Forty.");
  g_assert_cmpuint (only->asked, ==, 2);
  recorded (self, "PV1 failed|PV1 answered");
}

static void
test_a_hint_of_minutes_is_not_waited_for (Fixture *self, gconstpointer data)
{
  static const StandInSays slow[4] = { { 429, "{}", "60000" } };
  StandInVendor *only = vendor (self, "/a", slow, "");

  refuses (self, KONTOR_ERROR_TRY_LATER, "busy");
  refuses (self, KONTOR_ERROR_TRY_LATER, "rest");
  g_assert_cmpuint (only->asked, ==, 1);
}

static void
test_after_three_failures_it_is_left_alone (Fixture *self, gconstpointer data)
{
  static const StandInSays down[4] = { { 503, "{}", "1" } };
  StandInVendor *only = vendor (self, "/a", down, "");

  refuses (self, KONTOR_ERROR_TRY_LATER, "busy");
  g_assert_cmpuint (only->asked, ==, 3);
  refuses (self, KONTOR_ERROR_TRY_LATER, "rest");
  g_assert_cmpuint (only->asked, ==, 3);
}

static void
test_where_the_vendor_says_stop_it_stops (Fixture *self, gconstpointer data)
{
  static const StandInSays broke[4] = {
    { 429, "{\"error\":{\"type\":\"insufficient_quota\"}}", "1" }, { 200, WHOLE ("Forty.") },
  };
  StandInVendor *only = vendor (self, "/a", broke, "");

  refuses (self, KONTOR_ERROR_NOT_ALLOWED, "billing");
  refuses (self, KONTOR_ERROR_TRY_LATER, "rest");
  g_assert_cmpuint (only->asked, ==, 1);
  g_free (kept_save (self->store, "provider", "PV1", "{'name': <'paid'>}"));
  answers (self, "Forty.");
}

static void
test_the_budget_of_a_month_is_a_stop (Fixture *self, gconstpointer data)
{
  StandInVendor *only =
    vendor (self, "/a", fine, ", 'currency': <'USD'>, 'price-in': <'10'>, 'price-out': <'10'>,"
            "'max-tokens': <int64 10>, 'budget': <(int64 2, 'USD')>");

  answers (self, "Forty.");
  answers (self, "Forty.");
  refuses (self, KONTOR_ERROR_NOT_ALLOWED, "budget");
  g_assert_cmpuint (only->asked, ==, 2);
  g_free (kept_save (self->store, "provider", "PV1", "{'budget': <(int64 3, 'USD')>}"));
  answers (self, "Forty.");
}

static void
test_what_is_known_is_not_asked_again (Fixture *self, gconstpointer data)
{
  StandInVendor *only = vendor (self, "/a", fine, "");
  const Asking same = { .temperature_milli = 100 };
  const Asking warmer = { .temperature_milli = 200 };
  const Asking fresh = { .temperature_milli = 100, .why = { .is_fresh = TRUE } };
  const Asking *const all[] = { &same, &same, &warmer, &fresh, &same };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(KontorModelAnswer) answer = ask_as (self, all[i], NULL);

      g_assert_cmpstr (answer->text, ==, "Forty.");
      g_assert_cmpstr (self->heard->str, ==, "Forty.");
    }
  g_assert_cmpuint (only->asked, ==, 3);
  recorded (self, "PV1 answered|PV1 known|PV1 answered|PV1 answered|PV1 known");
}

static void
test_nothing_leaves_this_computer_where_it_may_not (Fixture *self, gconstpointer data)
{
  const char *away = "{'name': <'Away'>, 'family': <'openai'>, 'model': <'m'>, 'enabled': <true>,"
                     "'base': <'https://192.0.2.1/v1'>, 'time-out': <int64 1>}";
  g_autoptr(GVariant) left = kept_make ("{'left': <true>}");

  kept_add (self->store, "provider", away);
  g_free (kept_save (self->store, "business", "1", "{'local-only': <true>}"));
  refuses (self, KONTOR_ERROR_NOT_ALLOWED, "this computer");
  recorded (self, "");
  vendor (self, "/a", fine, ", 'priority': <int64 5>");
  answers (self, "Forty.");
  recorded (self, "PV2 answered");
  g_assert_cmpint (kontor_records_count (self->store, kontor_kind_find ("ai-call"), left, NULL),
                   ==, 0);
}

static void
test_a_question_may_be_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr(GCancellable) cancel = g_cancellable_new ();
  const Asking asking = { .cancel = cancel, .vendor = vendor (self, "/a", silent, "") };
  g_autoptr(GError) error = NULL;

  g_assert_null (ask_as (self, &asking, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  recorded (self, "PV1 cancelled");
}

static void
test_the_house_may_close_while_one_is_under_way (Fixture *self, gconstpointer data)
{
  const Asking asking = { .closes = TRUE, .vendor = vendor (self, "/a", silent, "") };
  g_autoptr(GError) error = NULL;

  g_assert_null (ask_as (self, &asking, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  recorded (self, "");
}

static void
test_half_an_answer_is_paid_once (Fixture *self, gconstpointer data)
{
  static const StandInSays half[4] = { { 200, SAYS ("Four") } };
  StandInVendor *only = vendor (self, "/a", half, "");

  refuses (self, KONTOR_ERROR_UNKNOWN, "half-way");
  g_assert_cmpuint (only->asked, ==, 1);
}

static void
test_a_test_asks_one_that_is_off (Fixture *self, gconstpointer data)
{
  StandInVendor *off = vendor (self, "/a", fails, "");
  const Asking asking = { .why = { .only = "PV1", .purpose = "test" } };
  g_autoptr(GError) error = NULL;

  vendor (self, "/b", fine, "");
  g_free (kept_save (self->store, "provider", "PV1", "{'enabled': <false>}"));
  g_assert_null (ask_as (self, &asking, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  g_assert_cmpuint (off->asked, ==, 1);
}

static void
test_tokens_that_are_not_said_are_estimated (Fixture *self, gconstpointer data)
{
  static const StandInSays mute[4] = { { 200, SAYS ("Forty euros.") ENDS } };
  StandInVendor *only = vendor (self, "/a", mute, "");
  g_autoptr(GVariant) call = NULL;

  answers (self, "Forty euros.");
  call = kept_get (self->store, "ai-call", "AI1");
  g_assert_true (kontor_record_get_yes (call, "estimated"));
  g_assert_cmpint (kontor_record_get_int (call, "tokens-in", 0), ==, strlen (only->last) / 4);
  g_assert_cmpint (kontor_record_get_int (call, "tokens-out", 0), ==, 3);
}

/* The action, and what the agenda does then, until the record tells. */
static void
tests_as (Fixture *self, const char *id, const char *state)
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
test_the_record_tells_how_a_test_went (Fixture *self, gconstpointer data)
{
  static const StandInSays locked[4] = { { 401, "{\"error\":{\"message\":\"Incorrect\"}}" } };
  g_autoptr(GVariant) record = NULL;

  vendor (self, "/a", fine, "");
  vendor (self, "/b", locked, "");
  tests_as (self, "PV1", "fine");
  tests_as (self, "PV2", "failed");
  record = kept_get (self->store, "provider", "PV2");
  g_assert_nonnull (strstr (kontor_record_get_text (record, "advice"), "key is refused"));
  recorded (self, "PV1 answered|PV2 failed");
}

static void
test_a_server_on_this_computer_is_found (Fixture *self, gconstpointer data)
{
  static const StandInSays lists[4] = { { 200, "{\"data\":[{\"id\":\"llama\"},{},{\"id\":\"qwen\"}"
                                          "]}" } };
  const KontorLocalServer servers[] = { { "Nobody", 1 }, { "Here", self->there.port }, { NULL } };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autofree char *base = g_strdup_printf ("http://127.0.0.1:%u/v1", self->there.port);
  const KontorLocalFound *found;

  stand_in_add (&self->there, "/v1/models", lists);
  kontor_local_find_async (servers, NULL, on_done, &result);
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
test_another_program_on_the_port_is_no_server_of_models (Fixture *self, gconstpointer data)
{
  static const StandInSays page[4] = { { 200, "<html>" } };
  const KontorLocalServer servers[] = { { "Here", self->there.port }, { NULL } };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) all = NULL;

  stand_in_add (&self->there, "/v1/models", page);
  kontor_local_find_async (servers, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  all = kontor_local_find_finish (result, NULL);
  g_assert_cmpuint (all->len, ==, 0);
}

#define ADD(name, test) g_test_add ("/choose/" name, Fixture, NULL, set_up, test, tear_down)

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
  ADD ("the-budget-of-a-month-is-a-stop", test_the_budget_of_a_month_is_a_stop);
  ADD ("what-is-known-is-not-asked-again", test_what_is_known_is_not_asked_again);
  ADD ("nothing-leaves-this-computer-where-it-may-not",
       test_nothing_leaves_this_computer_where_it_may_not);
  ADD ("a-question-may-be-cancelled", test_a_question_may_be_cancelled);
  ADD ("the-house-may-close-while-one-is-under-way",
       test_the_house_may_close_while_one_is_under_way);
  ADD ("half-an-answer-is-paid-once", test_half_an_answer_is_paid_once);
  ADD ("a-test-asks-one-that-is-off", test_a_test_asks_one_that_is_off);
  ADD ("tokens-that-are-not-said-are-estimated", test_tokens_that_are_not_said_are_estimated);

  ADD ("the-record-tells-how-a-test-went", test_the_record_tells_how_a_test_went);
  ADD ("a-server-on-this-computer-is-found", test_a_server_on_this_computer_is_found);
  ADD ("another-program-on-the-port-is-no-server-of-models",
       test_another_program_on_the_port_is_no_server_of_models);

  return g_test_run ();
}
