/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trial is an answer as a real one comes about, of which nothing stays but the calls. */
#include "assistant/rehearsal.h"
#include "tests/assistant/thinking.h"

#define RIDE "I'd love a lift from Binary Tower over to Emirates Financial Tower tomorrow " \
  "nine-ish, Jeffrey's the name, the five series if you have it"
#define RIDE_CALL calls ("collect", "{'service':'chauffeur','pickup':'Binary Tower'," \
  "'dropoff':'Emirates Financial Tower','name':'Jeffrey','vehicle':'BMW 5 Series'," \
  "'date':'2026-11-21','time':'09:00'}")

/* How many rows each table has, but for the calls. */
static char *
count_all (Thinking *self)
{
  g_autoptr(KontorRows) tables = kontor_store_ask (self->with.store, NULL,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    " AND name NOT LIKE '%_fts%' AND name <> 'ai_call'", "");
  GString *told = g_string_new (NULL);

  while (kontor_rows_next (tables))
    {
      g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM \"%s\"",
                                              kontor_rows_text (tables, 0));
      g_autoptr(KontorRows) rows = kontor_store_ask (self->with.store, NULL, sql, "");

      if (rows != NULL && kontor_rows_next (rows))
        g_string_append_printf (told, "%s %" G_GINT64_FORMAT "\n", kontor_rows_text (tables, 0),
                                kontor_rows_int (rows, 0));
    }

  return g_string_free (told, FALSE);
}

static GPtrArray *
lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_line_free);
}

static KontorStage *
make_stage (Thinking *self, GPtrArray *lines)
{
  const KontorSide side = { NULL };

  return kontor_stage_new (self->with.store, NULL,
                           kontor_side_load (&side, self->with.store, NULL), lines);
}

/* What is said after @lines, which learn it. (transfer full) (nullable) */
static KontorRehearsed *
rehearse (Thinking *self, GPtrArray *lines, const char *text, const char *const *bodies,
          GError **error)
{
  g_autoptr(KontorStage) stage = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  KontorRehearsed *end;

  g_ptr_array_add (lines, kontor_line_new (KONTOR_LINE_CUSTOMER, text, NULL));
  stage = make_stage (self, lines);
  thinking_script (self, bodies);
  g_string_truncate (self->with.heard, 0);
  kontor_rehearse_async (self->with.choose, stage, FALSE, choosing_on_text, self->with.heard, NULL,
                         choosing_on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  end = kontor_rehearse_finish (result, error);
  if (end != NULL && end->reply != NULL)
    g_ptr_array_add (lines, kontor_line_new (KONTOR_LINE_ASSISTANT, end->reply, end->memory));

  return end;
}

static void
test_a_ride_is_tried_and_nothing_is_left_of_it (Thinking *self, gconstpointer data)
{
  g_autoptr(GPtrArray) lines = lines_new ();
  g_autofree char *before = count_all (self), *after = NULL;
  g_autoptr(KontorRehearsed) asked =
    rehearse (self, lines, RIDE, SCRIPT (RIDE_CALL, says ("With pleasure.")), NULL);
  g_autoptr(KontorRehearsed) booked = NULL, standing = NULL;

  g_assert_cmpstr (asked->outcome, ==, "answered");
  g_assert_cmpstr (self->with.heard->str, ==, "<With pleasure.");
  thinking_assert_contains (asked->reply, "Shall I book it?");
  g_assert_cmpuint (asked->done->len, ==, 0);
  booked = rehearse (self, lines, "yes", SCRIPT (says ("Never said.")), NULL);
  thinking_assert_contains (booked->reply, "Your booking is BK000001");
  g_assert_cmpstr (booked->by, ==, "built-in");
  g_assert_cmpuint (booked->done->len, ==, 1);
  standing = rehearse (self, lines, "so how does it stand?",
                       SCRIPT (calls ("standing", "{}"), says ("It stands.")), NULL);
  g_assert_cmpstr (standing->reply, ==, "It stands.");
  thinking_assert_contains (self->vendor->last, "BK000001");
  after = count_all (self);
  g_assert_cmpstr (before, ==, after);
}

/* What is given a number meanwhile is real, and the trial goes on beside it. */
static void
test_customers_may_write_while_it_is_under_way (Thinking *self, gconstpointer data)
{
  g_autoptr(GPtrArray) lines = lines_new ();
  g_autoptr(KontorStage) stage = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KontorMessage) message = NULL;
  g_autoptr(KontorRehearsed) end = NULL;

  g_ptr_array_add (lines, kontor_line_new (KONTOR_LINE_CUSTOMER, RIDE, NULL));
  stage = make_stage (self, lines);
  thinking_script (self, SCRIPT (RIDE_CALL, says ("With pleasure.")));
  kontor_rehearse_async (self->with.choose, stage, FALSE, NULL, NULL, NULL, choosing_on_done,
                         &result);
  message = thinking_hear (self, ANA, "Ana", "Hello");
  g_assert_cmpint (message->conversation, ==, 1);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  end = kontor_rehearse_finish (result, NULL);
  thinking_assert_contains (end->reply, "Pickup: Binary Tower");
  g_assert_null (kontor_dialogue_load (self->with.store, 1, NULL));
  g_assert_cmpint (kept_count (self->with.store, "contact"), ==, 1);
}

static void
test_a_contact_is_known_by_name_and_bookings (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) asked = thinking_say (self, ANA, RIDE, SCRIPT (RIDE_CALL, says ("")));
  g_autoptr(KontorThought) booked = thinking_say (self, ANA, "yes", SCRIPT (says ("")));
  g_autoptr(GPtrArray) lines = lines_new ();
  const KontorSide side = { NULL };
  g_autoptr(KontorStage) stage = NULL;
  KontorTalk talk;

  g_ptr_array_add (lines, kontor_line_new (KONTOR_LINE_CUSTOMER, "cancel my booking", NULL));
  stage = kontor_stage_new (self->with.store, "CT1",
                            kontor_side_load (&side, self->with.store, NULL), lines);
  g_assert_true (kontor_stage_set (stage, &talk, NULL));
  g_assert_cmpstr (kontor_record_get_text (talk.contact, "id"), ==, "CT1");
  g_assert_cmpint (talk.conversation, !=, 1);
  kontor_stage_strike (stage);
  thinking_assert_contains (booked->reply, "BK000001");
}

static void
test_a_stream_that_breaks_off_is_told_in_words (Thinking *self, gconstpointer data)
{
  g_autoptr(GPtrArray) lines = lines_new ();
  g_autoptr(KontorRehearsed) end = rehearse (self, lines, "do you have child seats?",
                                             SCRIPT (SAYS ("Half an")), NULL);

  g_assert_cmpstr (self->with.heard->str, ==, "Half an<");
  g_assert_cmpstr (end->by, ==, "built-in");
  g_assert_cmpstr (end->outcome, ==, "answered");
  thinking_assert_contains (end->failure, "half-way");
}

static void
test_what_is_wrong_is_refused (Thinking *self, gconstpointer data)
{
  static const char *const memories[] = { "[]", "no", "{\"deeds\":7,\"x\":1}",
    "{\"deeds\":[{\"tool\":\"rob\",\"arguments\":{}}]}",
    "{\"deeds\":[{\"tool\":\"services\",\"arguments\":{}}]}", "{\"deeds\":[1]}" };

  for (guint i = 0; i < G_N_ELEMENTS (memories); i++)
    {
      g_autoptr(GPtrArray) lines = lines_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorRehearsed) end = NULL;

      g_ptr_array_add (lines, kontor_line_new (KONTOR_LINE_CUSTOMER, "Hello", NULL));
      g_ptr_array_add (lines, kontor_line_new (KONTOR_LINE_ASSISTANT, "Hi", memories[i]));
      end = rehearse (self, lines, "and?", SCRIPT (says ("Well.")), &error);
      if (i == 2)
        g_assert_no_error (error); /* no list is an empty one */
      else
        g_assert_null (end);
      if (i != 2)
        g_assert_cmpint (error->domain, ==, KONTOR_ERROR);
    }
}

static void
test_a_trial_may_be_cancelled (Thinking *self, gconstpointer data)
{
  g_autoptr(GPtrArray) lines = lines_new ();
  g_autoptr(KontorStage) stage = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GCancellable) cancel = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (lines, kontor_line_new (KONTOR_LINE_CUSTOMER, "Hello", NULL));
  stage = make_stage (self, lines);
  self->vendor->says[0] = (StandInSays) { 0, NULL };
  self->vendor->asked = 0;
  kontor_rehearse_async (self->with.choose, stage, FALSE, NULL, NULL, cancel, choosing_on_done,
                         &result);
  while (self->vendor->asked == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancel);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (kontor_rehearse_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define CASE(name, test) \
  g_test_add ("/rehearsal/" name, Thinking, NULL, thinking_set_up, test, thinking_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("a-ride-is-tried-and-nothing-is-left-of-it",
        test_a_ride_is_tried_and_nothing_is_left_of_it);
  CASE ("customers-may-write-while-it-is-under-way",
        test_customers_may_write_while_it_is_under_way);
  CASE ("a-contact-is-known-by-name-and-bookings", test_a_contact_is_known_by_name_and_bookings);
  CASE ("a-stream-that-breaks-off-is-told-in-words",
        test_a_stream_that_breaks_off_is_told_in_words);
  CASE ("what-is-wrong-is-refused", test_what_is_wrong_is_refused);
  CASE ("a-trial-may-be-cancelled", test_a_trial_may_be_cancelled);

  return g_test_run ();
}
