/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meta's error codes and what each makes us do, as a table of its own. */
#include "channels/cloud-codes.h"

#include <string.h>

#include "model/error.h"

#define MINUTE_US (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
#define DAY_US (24 * 60 * MINUTE_US)

/* What a code comes to in the end. */
typedef enum { AGAIN, MINUTES, SLOWER, CONTACT, TOMORROW, WINDOW, NEVER, TEMPLATE, SIGN_IN,
               BARRED } Doing;

static const struct { gint64 from, to; Doing doing; } codes[] = {
  { 0, 0, SIGN_IN }, { 190, 190, SIGN_IN },
  { 3, 3, SIGN_IN }, { 10, 10, SIGN_IN }, { 200, 299, SIGN_IN }, { 131005, 131005, SIGN_IN },
  { 1, 2, AGAIN }, { 131000, 131000, AGAIN }, { 131016, 131016, AGAIN }, { 131057, 131057, AGAIN },
  { 133004, 133004, AGAIN },
  { 4, 4, MINUTES }, { 80007, 80007, MINUTES },
  { 130429, 130429, SLOWER }, { 131056, 131056, CONTACT },
  { 131049, 131049, TOMORROW }, { 131047, 131047, WINDOW },
  { 33, 33, NEVER }, { 100, 100, NEVER }, { 131008, 131009, NEVER }, { 131021, 131021, NEVER },
  { 131051, 131051, NEVER }, { 135000, 135000, NEVER }, { 131050, 131050, NEVER },
  { 130403, 130403, NEVER }, { 130472, 130472, NEVER }, { 131026, 131026, NEVER },
  { 131052, 131053, NEVER },
  { 132000, 132001, TEMPLATE }, { 132005, 132005, TEMPLATE }, { 132007, 132007, TEMPLATE },
  { 132012, 132012, TEMPLATE }, { 132015, 132016, TEMPLATE }, { 132068, 132069, TEMPLATE },
  { 2388000, 2388999, TEMPLATE },
  { 131048, 131048, BARRED }, { 131064, 131064, BARRED }, { 131031, 131031, BARRED },
  { 368, 368, BARRED }, { 130497, 130497, BARRED }, { 131042, 131042, BARRED },
  { 131045, 131045, BARRED }, { 133005, 133006, BARRED }, { 133008, 133008, BARRED },
  { 133010, 133010, BARRED }, { 133015, 133016, BARRED },
};

static const struct {
  KontorError         error;
  KontorSetbackScope  scope;
  gint64              wait_us;
  KontorChannelState  state;
  const char         *words;   /* that the owner reads */
} doings[] = {
  [AGAIN] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_MESSAGE, 0, KONTOR_CHANNEL_OFF, "Busy (" },
  [MINUTES] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_LINE, 5 * MINUTE_US, KONTOR_CHANNEL_OFF,
                "Busy (" },
  [SLOWER] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_LINE, 0, KONTOR_CHANNEL_OFF, "Busy (" },
  [CONTACT] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_CONTACT, 0, KONTOR_CHANNEL_OFF, "Busy (" },
  [TOMORROW] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_MESSAGE, DAY_US, KONTOR_CHANNEL_OFF,
                 "(Busy; " },
  [WINDOW] = { KONTOR_ERROR_NOT_ALLOWED, KONTOR_SETBACK_WINDOW, 0, KONTOR_CHANNEL_OFF,
               "template may be sent (Busy; " },
  [NEVER] = { KONTOR_ERROR_NOT_ALLOWED, KONTOR_SETBACK_MESSAGE, 0, KONTOR_CHANNEL_OFF, "(Busy; " },
  [TEMPLATE] = { KONTOR_ERROR_NOT_ALLOWED, KONTOR_SETBACK_TEMPLATE, 0, KONTOR_CHANNEL_OFF,
                 "template" },
  [SIGN_IN] = { KONTOR_ERROR_NOT_LINKED, KONTOR_SETBACK_LINE, 0, KONTOR_CHANNEL_LOGGED_OUT,
                "(Busy; " },
  [BARRED] = { KONTOR_ERROR_NOT_LINKED, KONTOR_SETBACK_LINE, 0, KONTOR_CHANNEL_BANNED, "(Busy; " },
};

static void
assert_does (gint64 code, guint http, Doing doing)
{
  g_autofree char *body = g_strdup_printf (
    "{\"error\":{\"message\":\"(#%" G_GINT64_FORMAT ") x\",\"type\":\"OAuthException\",\"code\":%"
    G_GINT64_FORMAT ",\"error_data\":{\"messaging_product\":\"whatsapp\",\"details\":\"Busy\"},"
    "\"fbtrace_id\":\"A\"}}", code, code);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT ")", code);
  g_autoptr(GError) error = NULL;
  KontorSetback setback;

  kontor_cloud_code_fail (body, strlen (body), http, 0, &setback, &error);
  g_assert_error (error, KONTOR_ERROR, (int) doings[doing].error);
  g_assert_cmpint (setback.scope, ==, doings[doing].scope);
  g_assert_cmpint (setback.wait_us, ==, doings[doing].wait_us);
  g_assert_cmpint (setback.state, ==, doings[doing].state);
  g_assert_nonnull (strstr (error->message, doings[doing].words));
  g_assert_true (g_str_has_suffix (error->message, number));
}

/* Statuses are said to be unstable: the code decides. */
static void
test_every_code_does_what_the_table_says (void)
{
  static const guint statuses[] = { 400, 401, 403, 429, 500, 503 };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (gint64 code = codes[i].from; code <= codes[i].to; code++)
      for (guint j = 0; j < G_N_ELEMENTS (statuses); j++)
        assert_does (code, statuses[j], codes[i].doing);
}

static void
test_a_code_of_tomorrow_is_judged_by_the_status (void)
{
  static const struct { guint http; KontorCloudOutcome outcome; } statuses[] = {
    { 400, KONTOR_CLOUD_NEVER }, { 401, KONTOR_CLOUD_SIGNED_OUT }, { 403, KONTOR_CLOUD_REFUSED },
    { 404, KONTOR_CLOUD_NEVER }, { 429, KONTOR_CLOUD_CALL_LIMIT }, { 500, KONTOR_CLOUD_TRANSIENT },
    { 503, KONTOR_CLOUD_TRANSIENT }, { 0, KONTOR_CLOUD_TRANSIENT },
  };
  static const gint64 unknown[] = { -1, 5, 130999, 131001, 133999, G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    for (guint j = 0; j < G_N_ELEMENTS (unknown); j++)
      g_assert_cmpint (kontor_cloud_code_outcome (unknown[j], statuses[i].http), ==,
                       statuses[i].outcome);
}

static void
test_the_status_decides_where_there_is_no_code (void)
{
  static const struct { guint http; KontorError error; KontorChannelState state; } answers[] = {
    { 400, KONTOR_ERROR_NOT_ALLOWED }, { 404, KONTOR_ERROR_NOT_ALLOWED },
    { 401, KONTOR_ERROR_NOT_LINKED, KONTOR_CHANNEL_LOGGED_OUT },
    { 403, KONTOR_ERROR_NOT_LINKED, KONTOR_CHANNEL_LOGGED_OUT },
    { 429, KONTOR_ERROR_TRY_LATER }, { 302, KONTOR_ERROR_TRY_LATER },
    { 500, KONTOR_ERROR_UNKNOWN }, { 502, KONTOR_ERROR_UNKNOWN }, { 504, KONTOR_ERROR_UNKNOWN },
  };
  static const char * const bodies[] = { "", "<html>", "{}", "[]", "{\"error\":\"x\"}", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    for (guint j = 0; j < G_N_ELEMENTS (bodies); j++)
      {
        g_autoptr(GError) error = NULL;
        KontorSetback setback;

        kontor_cloud_code_fail (bodies[j], strlen (bodies[j]), answers[i].http, 0, &setback,
                                &error);
        g_assert_error (error, KONTOR_ERROR, (int) answers[i].error);
        g_assert_cmpint (setback.state, ==, answers[i].state);
        g_assert_nonnull (strstr (error->message, "HTTP status"));
      }
}

static void
test_the_server_may_ask_for_a_longer_wait_but_no_shorter (void)
{
  static const char slow[] = "{\"error\":{\"code\":130429}}", called[] = "{\"error\":{\"code\":4}}";
  static const struct { const char *body; gint64 said_s, wait_us; } waits[] = {
    { slow, 0, 0 }, { slow, 7, 7 * G_USEC_PER_SEC }, { called, 7, 5 * MINUTE_US },
    { called, 3600, 60 * MINUTE_US }, { slow, -1, 0 }, { slow, G_MAXINT64, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_autoptr(GError) error = NULL;
      KontorSetback setback;

      kontor_cloud_code_fail (waits[i].body, strlen (waits[i].body), 400, waits[i].said_s, &setback,
                              &error);
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
      g_assert_cmpint (setback.wait_us, ==, waits[i].wait_us);
    }
}

static void
test_reasons_are_our_advice_and_metas_words (void)
{
  static const struct { const char *errors, *words; } reasons[] = {
    { "[{\"code\":131047,\"title\":\"Re-engagement message\"}]",
      "the contact wrote more than 24 hours ago; only a template may be sent "
      "(Re-engagement message; 131047)" },
    { "[{\"code\":\"131026\",\"title\":\"t\",\"message\":\"m\"}]",
      "it cannot be delivered: the number is not on WhatsApp or has not accepted the terms "
      "(m; 131026)" },
    { "[{\"code\":1,\"title\":\"t\",\"error_data\":{\"details\":\"d\"}}]", "d (1)" },
    { "[{\"code\":424242}]", "Meta gave no reason (424242)" },
    { "[{}]", "Meta gave no reason" }, { "[]", "Meta gave no reason" },
    { "[7]", "Meta gave no reason" }, { "null", "Meta gave no reason" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"errors\":%s}", reasons[i].errors);
      g_autoptr(KontorTree) root = kontor_tree_parse (text, strlen (text), NULL);
      g_autofree char *words = kontor_cloud_code_describe (kontor_tree_get_array (root, "errors"));

      g_assert_cmpstr (words, ==, reasons[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cloud-codes/every-code-does-what-the-table-says",
                   test_every_code_does_what_the_table_says);
  g_test_add_func ("/cloud-codes/a-code-of-tomorrow-is-judged-by-the-status",
                   test_a_code_of_tomorrow_is_judged_by_the_status);
  g_test_add_func ("/cloud-codes/the-status-decides-where-there-is-no-code",
                   test_the_status_decides_where_there_is_no_code);
  g_test_add_func ("/cloud-codes/the-server-may-ask-for-a-longer-wait-but-no-shorter",
                   test_the_server_may_ask_for_a_longer_wait_but_no_shorter);
  g_test_add_func ("/cloud-codes/reasons-are-our-advice-and-metas-words",
                   test_reasons_are_our_advice_and_metas_words);

  return g_test_run ();
}
