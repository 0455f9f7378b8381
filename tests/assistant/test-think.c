/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A model answers with Kontor's tools; here it says what the test tells it to. */
#include "tests/assistant/thinking.h"

#define RIDE "I'd love a lift from Binary Tower over to Emirates Financial Tower tomorrow " \
  "nine-ish, Jeffrey's the name, the five series if you have it"
#define RIDE_CALL calls ("collect", "{'service':'chauffeur','pickup':'Binary Tower'," \
  "'dropoff':'Emirates Financial Tower','name':'Jeffrey','vehicle':'BMW 5 Series'," \
  "'date':'2026-11-21','time':'09:00'}")
#define SUMMARY "Pickup: Binary Tower\nDrop-off: Emirates Financial Tower\nName: Jeffrey\n" \
  "Vehicle: BMW 5 Series\nDate: Saturday 21 November 2026\nTime: 09:00 Dubai time\n" \
  "Price: 250.00 AED"

static void
test_a_wish_in_free_words_ends_in_a_booking (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) asked =
    thinking_say (self, ANA, RIDE, SCRIPT (RIDE_CALL, says ("With pleasure, Jeffrey.")));
  g_autoptr(KontorThought) booked = NULL;

  g_assert_cmpstr (asked->doubt, ==, NULL);
  thinking_assert_contains (asked->reply, "With pleasure, Jeffrey.\n\nLet me repeat:");
  thinking_assert_contains (asked->reply, SUMMARY);
  g_assert_cmpint (kept_count (self->with.store, "booking"), ==, 0);
  booked = thinking_say (self, ANA, "perfect, yes please, thanks a million!",
                         SCRIPT (calls ("confirm", "{}"), says ("Wonderful.")));
  thinking_assert_contains (booked->reply, "Your booking is BK000001");
  g_assert_cmpint (kept_count (self->with.store, "booking"), ==, 1);
  kept_assert_text (self->with.store, "booking", "BK000001", "x-pickup", "Binary Tower");
  kept_assert_text (self->with.store, "booking", "BK000001", "source", "assistant");
}

static void
test_a_plain_yes_needs_no_model (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) asked = thinking_say (self, ANA, RIDE, SCRIPT (RIDE_CALL, says ("")));
  g_autoptr(KontorThought) booked = thinking_say (self, ANA, "yes", SCRIPT (says ("Never said.")));

  g_assert_cmpuint (self->vendor->asked, ==, 0);
  g_assert_cmpuint (booked->calls->len, ==, 0);
  thinking_assert_contains (booked->reply, "BK000001");
  thinking_assert_contains (booked->why, "a yes or no to Kontor");
}

static void
test_a_plain_no_drops_it_without_a_model (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) asked = thinking_say (self, ANA, RIDE, SCRIPT (RIDE_CALL, says ("")));
  g_autoptr(KontorThought) dropped = thinking_say (self, ANA, "no", SCRIPT (says ("Never said.")));

  thinking_assert_contains (dropped->reply, "nothing is booked");
  g_assert_cmpint (kept_count (self->with.store, "booking"), ==, 0);
}

static void
test_a_model_cannot_say_yes_for_a_customer (Thinking *self, gconstpointer data)
{
  static const char *const said[] = {
    "hmm, what was the price again", "no wait", "yes, but at 10", "yes but to the airport", "maybe",
  };
  g_autoptr(KontorThought) early =
    thinking_say (self, ANA, RIDE, SCRIPT (RIDE_CALL, calls ("confirm", "{}"), says ("Booked!")));

  thinking_assert_contains (early->why, "confirm refused");
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr(KontorThought) thought =
        thinking_say (self, ANA, said[i], SCRIPT (calls ("confirm", "{}"), says ("Booked!")));

      thinking_assert_contains (thought->why, "confirm refused");
    }
  g_assert_cmpint (kept_count (self->with.store, "booking"), ==, 0);
}

/* A person threw the draft away, or wrote something else instead. */
static void
test_a_yes_to_what_was_never_read_books_nothing (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorMessage) message = thinking_hear (self, ANA, NULL, RIDE);
  g_autoptr(KontorThought) asked = NULL, booked = NULL;

  thinking_script (self, SCRIPT (RIDE_CALL, says ("")));
  asked = thinking_answer (self, message, NULL);
  kept_run (self->with.store, "UPDATE message SET state = 'discarded' WHERE direction = 'out'");
  booked = thinking_say (self, ANA, "yes", SCRIPT (says ("What may I do for you?")));
  g_assert_cmpint (kept_count (self->with.store, "booking"), ==, 0);
  g_assert_cmpstr (booked->reply, ==, "What may I do for you?");
}

static void
test_a_hundred_at_once_each_get_their_own_answer (Thinking *self, gconstpointer data)
{
  KontorMessage *messages[100];
  GAsyncResult *results[100] = { NULL };

  thinking_script (self, SCRIPT (says ("Hello.")));
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *phone = g_strdup_printf ("+97150000%04u", 1000 + i);
      g_autofree char *text = g_strdup_printf ("hello, it is me, %c%c", 'a' + i / 26, 'a' + i % 26);

      messages[i] = thinking_hear (self, phone, NULL, text);
      thinking_begin (self, messages[i], &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorThought) thought = thinking_end (self, messages[i], &results[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (thought->reply, ==, "Hello.");
      kontor_message_free (messages[i]);
    }
  g_assert_cmpuint (self->vendor->asked, ==, 100);
}

static void
test_nothing_is_done_where_nobody_takes_the_answer (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorMessage) message = thinking_hear (self, ANA, NULL, RIDE);
  g_autoptr(KontorBusiness) business = kontor_business_load (self->with.store, NULL);
  g_autoptr(GVariant) contact = kept_get (self->with.store, "contact", "CT1");
  const KontorTalk talk = { self->with.store, business, kontor_language_find ("en"), contact,
                            message->conversation, message->id, RIDE };
  g_autoptr(GAsyncResult) result = NULL;

  thinking_script (self, SCRIPT (RIDE_CALL, says ("")));
  kontor_think_async (self->with.choose, &talk, NULL, NULL, NULL, NULL, choosing_on_done,
                      &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (kontor_dialogue_load (self->with.store, message->conversation, NULL));
}

static void
test_what_is_missing_is_asked_for_by_kontor (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) asked = thinking_say (self, ANA, "a car from Binary Tower please",
    SCRIPT (calls ("collect", "{'service':'chauffeur','pickup':'Binary Tower'}"), says ("Sure!")));
  g_autoptr(KontorThought) more = NULL;

  g_assert_cmpstr (asked->reply, ==, "Sure!\n\nAnd where would you like to go?");
  more = thinking_say (self, ANA, "to the Marina Mall, I am Ana",
    SCRIPT (calls ("collect", "{'service':'chauffeur','dropoff':'Marina Mall','name':'Ana'}"),
            says ("")));
  thinking_assert_contains (more->reply, "Which car would you like?");
}

static void
test_of_several_questions_the_last_is_asked (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) asked = thinking_say (self, ANA, "a car from Binary Tower, I am Ana",
    SCRIPT (calls ("collect", "{'service':'chauffeur','pickup':'Binary Tower'}"),
            calls ("collect", "{'service':'chauffeur','name':'Ana'}"), says ("Sure!")));

  g_assert_cmpstr (asked->reply, ==, "Sure!\n\nAnd where would you like to go?");
}

static void
test_values_pass_the_checks_of_a_customers_message (Thinking *self, gconstpointer data)
{
  static const struct { const char *text, *arguments, *told; } cases[] = {
    { "a car please", "{'service':'chauffeur','pickup':'Dubai Mall'}", "has not said this" },
    { "a spaceship please", "{'service':'chauffeur','vehicle':'Spaceship'}",
      "does not answer the question" },
    { "a car yesterday", "{'service':'chauffeur','date':'2026-11-19'}", "That day is over" },
    { "a car please", "{'service':'chauffeur','flight':'please'}", "does not answer" },
    { "a car please", "{'service':'boat'}", "must be one of chauffeur" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KontorThought) thought =
        thinking_say (self, ANA, cases[i].text,
                      SCRIPT (calls ("collect", cases[i].arguments), says ("All right.")));

      thinking_assert_contains (self->vendor->last, cases[i].told);
    }
}

static void
test_a_standing_booking_is_changed_after_a_yes (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) asked = thinking_say (self, ANA, RIDE, SCRIPT (RIDE_CALL, says ("")));
  g_autoptr(KontorThought) booked = thinking_say (self, ANA, "yes", SCRIPT (says ("")));
  g_autoptr(KontorThought) change = thinking_say (self, ANA, "could we make that half past ten?",
    SCRIPT (calls ("change", "{'time':'10:30'}"), says ("Of course.")));
  g_autoptr(KontorThought) changed = NULL;

  thinking_assert_contains (change->reply, "10:30");
  changed = thinking_say (self, ANA, "yes", SCRIPT (says ("")));
  thinking_assert_contains (changed->reply, "Your booking BK000001 is now");
  thinking_assert_contains (changed->reply, "Time: 10:30");
  thinking_assert_contains (changed->reply, "Pickup: Binary Tower");
}

static void
test_a_standing_booking_is_cancelled_after_a_yes (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) asked = thinking_say (self, ANA, RIDE, SCRIPT (RIDE_CALL, says ("")));
  g_autoptr(KontorThought) booked = thinking_say (self, ANA, "yes", SCRIPT (says ("")));
  g_autoptr(KontorThought) cancel = thinking_say (self, ANA, "something came up, can't make it",
    SCRIPT (calls ("cancel", "{}"), says ("I am sorry to hear that.")));
  g_autoptr(KontorThought) cancelled = NULL;

  thinking_assert_contains (cancel->reply, "Shall I cancel your booking BK000001");
  kept_assert_text (self->with.store, "booking", "BK000001", "state", "confirmed");
  cancelled = thinking_say (self, ANA, "yes", SCRIPT (says ("")));
  thinking_assert_contains (cancelled->reply, "is cancelled");
  kept_assert_text (self->with.store, "booking", "BK000001", "state", "cancelled");
}

static void
test_questions_are_answered_from_the_knowledge (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) thought = thinking_say (self, ANA,
    "what do you take for a transfer from the airport?",
    SCRIPT (says ("From the airport to anywhere in Dubai it is AED 220 in a BMW 5 Series.")));

  g_assert_cmpstr (thought->doubt, ==, NULL);
  thinking_assert_contains (thought->why, "\"passage\":\"KN");
  thinking_assert_contains (thought->why, "PR1 v1");
  g_assert_cmpuint (thought->calls->len, ==, 1);
  thinking_assert_contains (self->vendor->last, "Airport transfer prices");
}

static void
test_a_figure_from_nowhere_makes_a_draft (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) thought = thinking_say (self, ANA, "how much to the airport?",
    SCRIPT (says ("That is 199 AED.")));

  g_assert_cmpstr (thought->reply, ==, "That is 199 AED.");
  thinking_assert_contains (thought->doubt, "199");
  thinking_assert_contains (thought->why, "199");
}

static void
test_doubtful_words_are_left_out_beside_kontors (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) thought = thinking_say (self, ANA, RIDE,
    SCRIPT (RIDE_CALL, says ("Done, and for you only 99 AED!")));

  g_assert_cmpstr (thought->doubt, ==, NULL);
  g_assert_true (g_str_has_prefix (thought->reply, "Let me repeat:"));
  thinking_assert_contains (thought->why, "99");
}

static void
test_a_loop_on_a_tool_goes_to_people (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) thought = thinking_say (self, ANA, "hello?",
                                                   SCRIPT (calls ("services", "{}")));

  g_assert_cmpstr (thought->reply, ==, NULL);
  g_assert_cmpuint (self->vendor->asked, ==, 6 + 1); /* and for a note */
  thinking_assert_contains (thought->why, "again and again");
}

static void
test_unknown_tools_and_broken_arguments_are_told (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) unknown = thinking_say (self, ANA, "hello?",
    SCRIPT (calls ("give_discount", "{}"), says ("How can I help?")));
  g_autoptr(KontorThought) broken = NULL;

  g_assert_cmpstr (unknown->reply, ==, "How can I help?");
  thinking_assert_contains (unknown->why, "give_discount refused");
  thinking_assert_contains (self->vendor->last, "there is no tool of that name");
  broken = thinking_say (self, ANA, "hello??",
    SCRIPT (calls ("collect", "{'service':"), says ("How may I help?")));
  thinking_assert_contains (broken->why, "collect refused");
  thinking_assert_contains (self->vendor->last, "cannot be read");
}

static void
test_people_are_called_where_the_model_hands_over (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) thought = thinking_say (self, ANA, "this is outrageous",
    SCRIPT (calls ("hand_over", "{'text':'a complaint'}"), says ("She is angry at the driver.")));
  g_autoptr(GPtrArray) all = kontor_messages_query (self->with.store, 1, NULL, 9, FALSE, NULL,
                                                    NULL);
  const KontorSaid *note = all->pdata[0];

  g_assert_cmpstr (thought->reply, ==, NULL);
  g_assert_cmpstr (thought->doubt, ==, NULL);
  thinking_assert_contains (thought->why, "a complaint");
  g_assert_cmpuint (self->vendor->asked, ==, 2);
  thinking_assert_contains (self->vendor->last, "a note for the colleagues");
  g_assert_null (strstr (self->vendor->last, "You sum up"));
  g_assert_cmpstr (note->direction, ==, "note");
  g_assert_cmpstr (note->text, ==, "She is angry at the driver.");
}

static void
test_a_long_conversation_is_summed_up_for_people (Thinking *self, gconstpointer data)
{
  static const char *const said[] = { "my name is Ana", "I like trains", "and boats", "and sun" };
  g_autoptr(KontorThought) thought = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr(KontorThought) before = thinking_say (self, ANA, said[i], SCRIPT (says ("I see.")));

      g_assert_cmpstr (before->reply, ==, "I see.");
    }
  thought = thinking_say (self, ANA, "a person, please",
                          SCRIPT (calls ("hand_over", "{'text':'wants a person'}"),
                                  says ("Ana likes trains.")));
  thinking_assert_contains (self->vendor->last, "You sum up");
  thinking_assert_contains (self->vendor->last, "I like trains");
}

static void
test_without_a_note_people_take_over_all_the_same (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorMessage) message = thinking_hear (self, ANA, NULL, "a person, please");
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorThought) thought = NULL;

  thinking_script (self, SCRIPT (calls ("hand_over", "{'text':'wants a person'}"), "{}"));
  self->vendor->says[1].status = 400;
  thought = thinking_answer (self, message, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (thought->reply, ==, NULL);
}

/* A small model talks and calls no tool. */
static void
test_what_a_model_forgets_to_collect_is_asked_for (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) asked = thinking_say (self, ANA,
    "hi, i need a car, Jeffrey here, binary tower is where you find me",
    SCRIPT (says ("Sure, tell me more!"),
            says ("{\"pickup\":\"binary tower\",\"name\":\"Jeffrey\",\"dropoff\":\"Mars\"}")));
  g_autoptr(KontorThought) then = NULL;

  g_assert_cmpstr (asked->reply, ==, "And where would you like to go?");
  thinking_assert_contains (asked->why, "extraction done");
  then = thinking_say (self, ANA, "oh, to the old souk",
                       SCRIPT (says ("Fine."), says ("{\"dropoff\":\"the old souk\"}")));
  thinking_assert_contains (then->reply, "Which car would you like?");
}

static void
test_a_question_is_asked_of_a_model_once (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) thought =
    thinking_say (self, ANA, "can you tell me whether your cars are clean?",
                  SCRIPT (says ("They are.")));

  g_assert_cmpstr (thought->reply, ==, "They are.");
  g_assert_cmpuint (self->vendor->asked, ==, 1);
}

static void
test_an_extraction_that_is_none_changes_nothing (Thinking *self, gconstpointer data)
{
  static const char *const forms[] = {
    "{}", "[]", "no form", "{\"pickup\":{}}", "{\"pickup\":\"Mars\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = g_strdup_printf ("I need help to book a car%*s", (int) i, "!");
      g_autoptr(KontorThought) thought = thinking_say (self, ANA, text, SCRIPT (says ("Gladly."),
                                                                                says (forms[i])));
      g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (self->with.store, 1, NULL);

      g_assert_cmpstr (thought->reply, ==, "Gladly.");
      g_assert_null (dialogue);
    }
}

static void
test_a_refusal_or_half_an_answer_is_not_sent (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) refused = thinking_say (self, ANA, "hello?", SCRIPT (
    "data: {\"choices\":[{\"delta\":{\"content\":\"I will\"},\"finish_reason\":"
    "\"content_filter\"}]}\n\n" BILLS "data: [DONE]\n\n"));
  g_autoptr(KontorThought) cut = thinking_say (self, ANA, "hello??", SCRIPT (
    "data: {\"choices\":[{\"delta\":{\"content\":\"We are open fr\"},\"finish_reason\":"
    "\"length\"}]}\n\n" BILLS "data: [DONE]\n\n"));

  g_assert_cmpstr (refused->reply, ==, NULL);
  thinking_assert_contains (cut->doubt, "cut off");
}

static void
test_without_an_answer_nothing_is_done (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorMessage) message = thinking_hear (self, ANA, NULL, "hello?");
  g_autoptr(GError) error = NULL;

  memset (self->vendor->says, 0, sizeof self->vendor->says);
  self->vendor->says[0] = (StandInSays) { 500, "{}" };
  g_assert_null (thinking_answer (self, message, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
}

static void
test_an_edit_of_the_prompt_counts_at_once (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) before = thinking_say (self, ANA, "hello?", SCRIPT (says ("Hello.")));
  g_autoptr(KontorThought) after = NULL;

  thinking_assert_contains (self->vendor->last, "who answers the customers of");
  g_free (kept_save (self->with.store, "prompt", "PR1", "{'text': <'Speak like a pirate.'>}"));
  after = thinking_say (self, ANA, "hello again?", SCRIPT (says ("Ahoy.")));
  thinking_assert_contains (self->vendor->last, "Speak like a pirate.");
  thinking_assert_contains (after->why, "PR1 v2");
}

static void
test_the_model_reads_what_was_said_before (Thinking *self, gconstpointer data)
{
  g_autoptr(KontorThought) first = thinking_say (self, ANA, "my dog is called Rex",
                                                 SCRIPT (says ("A fine name.")));
  g_autoptr(KontorThought) then = NULL;

  kontor_messages_add (self->with.store, 1, "note", "teammate:TM1", FALSE,
                       &(KontorDraft) { .text = "a difficult customer" }, NULL);
  then = thinking_say (self, ANA, "what is my dog called?", SCRIPT (says ("Rex.")));
  thinking_assert_contains (self->vendor->last, "my dog is called Rex");
  thinking_assert_contains (self->vendor->last, "A fine name.");
  g_assert_null (strstr (self->vendor->last, "difficult customer"));
  g_assert_null (strstr (self->vendor->last, "971500000001"));
}

#define CASE(name, test) \
  g_test_add ("/think/" name, Thinking, NULL, thinking_set_up, test, thinking_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("a-wish-in-free-words-ends-in-a-booking", test_a_wish_in_free_words_ends_in_a_booking);
  CASE ("a-plain-yes-needs-no-model", test_a_plain_yes_needs_no_model);
  CASE ("a-plain-no-drops-it-without-a-model", test_a_plain_no_drops_it_without_a_model);
  CASE ("a-model-cannot-say-yes-for-a-customer", test_a_model_cannot_say_yes_for_a_customer);
  CASE ("a-yes-to-what-was-never-read-books-nothing",
        test_a_yes_to_what_was_never_read_books_nothing);
  CASE ("nothing-is-done-where-nobody-takes-the-answer",
        test_nothing_is_done_where_nobody_takes_the_answer);
  CASE ("a-hundred-at-once-each-get-their-own-answer",
        test_a_hundred_at_once_each_get_their_own_answer);
  CASE ("what-is-missing-is-asked-for-by-kontor", test_what_is_missing_is_asked_for_by_kontor);
  CASE ("of-several-questions-the-last-is-asked", test_of_several_questions_the_last_is_asked);
  CASE ("values-pass-the-checks-of-a-customers-message",
        test_values_pass_the_checks_of_a_customers_message);
  CASE ("a-standing-booking-is-changed-after-a-yes",
        test_a_standing_booking_is_changed_after_a_yes);
  CASE ("a-standing-booking-is-cancelled-after-a-yes",
        test_a_standing_booking_is_cancelled_after_a_yes);
  CASE ("questions-are-answered-from-the-knowledge",
        test_questions_are_answered_from_the_knowledge);
  CASE ("a-figure-from-nowhere-makes-a-draft", test_a_figure_from_nowhere_makes_a_draft);
  CASE ("doubtful-words-are-left-out-beside-kontors",
        test_doubtful_words_are_left_out_beside_kontors);
  CASE ("a-loop-on-a-tool-goes-to-people", test_a_loop_on_a_tool_goes_to_people);
  CASE ("unknown-tools-and-broken-arguments-are-told",
        test_unknown_tools_and_broken_arguments_are_told);
  CASE ("people-are-called-where-the-model-hands-over",
        test_people_are_called_where_the_model_hands_over);
  CASE ("a-long-conversation-is-summed-up-for-people",
        test_a_long_conversation_is_summed_up_for_people);
  CASE ("without-a-note-people-take-over-all-the-same",
        test_without_a_note_people_take_over_all_the_same);
  CASE ("what-a-model-forgets-to-collect-is-asked-for",
        test_what_a_model_forgets_to_collect_is_asked_for);
  CASE ("a-question-is-asked-of-a-model-once", test_a_question_is_asked_of_a_model_once);
  CASE ("an-extraction-that-is-none-changes-nothing",
        test_an_extraction_that_is_none_changes_nothing);
  CASE ("a-refusal-or-half-an-answer-is-not-sent", test_a_refusal_or_half_an_answer_is_not_sent);
  CASE ("without-an-answer-nothing-is-done", test_without_an_answer_nothing_is_done);
  CASE ("an-edit-of-the-prompt-counts-at-once", test_an_edit_of_the_prompt_counts_at_once);
  CASE ("the-model-reads-what-was-said-before", test_the_model_reads_what_was_said_before);

  return g_test_run ();
}
