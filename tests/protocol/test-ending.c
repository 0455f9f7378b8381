/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/ending.h"

#include <string.h>

static void
assert_ends (KontorNode *node, KontorCure cure, int code)
{
  g_autoptr(KontorNode) given = node;
  g_auto(KontorEnding) ending = { 0 };

  g_assert_true (kontor_ending_read (given, &ending));
  g_assert_cmpint (ending.cure, ==, cure);
  g_assert_error (ending.error, KONTOR_ERROR, code);
}

static void
test_every_failure_has_a_cure (void)
{
  const struct {
    const char *reason;
    KontorCure  cure;
    int         code;
  } cases[] = {
    { "400", KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED },
    { "401", KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED },
    { "402", KONTOR_CURE_LATER, KONTOR_ERROR_NOT_ALLOWED },
    { "403", KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED },
    { "405", KONTOR_CURE_REFRESH, KONTOR_ERROR_TRY_LATER },
    { "406", KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED },
    { "409", KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED },
    { "415", KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED },
    { "418", KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED },
    { "500", KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER },
    { "503", KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER },
    { "777", KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED },
    { NULL, KONTOR_CURE_PERSON, KONTOR_ERROR_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_ends (kontor_node_new ("failure", "reason", cases[i].reason, NULL), cases[i].cure,
                 cases[i].code);
}

static KontorNode *
stream_error (const char *code, const char *child, const char *type)
{
  KontorNode *node = kontor_node_new ("stream:error", "code", code, NULL);

  if (child != NULL)
    kontor_node_add (node, kontor_node_new (child, "type", type, NULL));

  return node;
}

static void
test_every_end_of_a_stream_has_a_cure (void)
{
  assert_ends (stream_error ("515", NULL, NULL), KONTOR_CURE_AT_ONCE, KONTOR_ERROR_TRY_LATER);
  assert_ends (stream_error ("516", NULL, NULL), KONTOR_CURE_LINK, KONTOR_ERROR_NOT_LINKED);
  assert_ends (stream_error ("401", "conflict", "device_removed"), KONTOR_CURE_LINK,
               KONTOR_ERROR_NOT_LINKED);
  assert_ends (stream_error (NULL, "conflict", "replaced"), KONTOR_CURE_PERSON,
               KONTOR_ERROR_NOT_ALLOWED);
  assert_ends (stream_error ("503", NULL, NULL), KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER);
  assert_ends (stream_error ("500", NULL, NULL), KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER);
  assert_ends (stream_error (NULL, "xml-not-well-formed", NULL), KONTOR_CURE_AGAIN,
               KONTOR_ERROR_TRY_LATER);
  assert_ends (stream_error (NULL, NULL, NULL), KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER);
  assert_ends (kontor_node_new ("xmlstreamend", NULL), KONTOR_CURE_AGAIN, KONTOR_ERROR_TRY_LATER);
}

static void
test_a_ban_says_why_and_how_long (void)
{
  g_autoptr(KontorNode) node = kontor_node_new ("failure", "reason", "402", "code", "104", "expire",
                                                "3600", NULL);
  g_autoptr(KontorNode) bare = kontor_node_new ("failure", "reason", "402", NULL);
  g_auto(KontorEnding) ending = { 0 }, other = { 0 };

  g_assert_true (kontor_ending_read (node, &ending));
  g_assert_cmpint (ending.wait_us, ==, (gint64) 3600 * G_USEC_PER_SEC);
  g_assert_nonnull (strstr (ending.error->message, "the same to too many"));
  g_assert_true (kontor_ending_read (bare, &other));
  g_assert_cmpint (other.wait_us, ==, (gint64) 86400 * G_USEC_PER_SEC);
}

static void
test_only_two_failures_are_bans (void)
{
  static const char *const reasons[] = { "400", "401", "402", "403", "405", "406", "409", "503" };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr(KontorNode) node = kontor_node_new ("failure", "reason", reasons[i], NULL);
      g_auto(KontorEnding) ending = { 0 };

      g_assert_true (kontor_ending_read (node, &ending));
      g_assert_cmpint (ending.is_ban, ==, g_str_equal (reasons[i], "402") ||
                                          g_str_equal (reasons[i], "406"));
    }
}

static void
test_other_nodes_end_nothing (void)
{
  g_autoptr(KontorNode) node = kontor_node_new ("message", "code", "515", NULL);
  g_auto(KontorEnding) ending = { 0 };

  g_assert_false (kontor_ending_read (node, &ending));
  g_assert_null (ending.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ending/every-failure-has-a-cure", test_every_failure_has_a_cure);
  g_test_add_func ("/ending/every-end-of-a-stream-has-a-cure",
                   test_every_end_of_a_stream_has_a_cure);
  g_test_add_func ("/ending/a-ban-says-why-and-how-long", test_a_ban_says_why_and_how_long);
  g_test_add_func ("/ending/only-two-failures-are-bans", test_only_two_failures_are_bans);
  g_test_add_func ("/ending/other-nodes-end-nothing", test_other_nodes_end_nothing);

  return g_test_run ();
}
