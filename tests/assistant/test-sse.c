/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events come out the same, however the bytes were cut. */
#include "assistant/models/sse.h"

#include <string.h>

#include "model/error.h"

static gboolean
on_event (const char *bytes, gsize size, gpointer data, GError **error)
{
  GString *heard = data;

  g_string_append_c (heard, '[');
  g_string_append_len (heard, bytes, size);
  g_string_append_c (heard, ']');

  return TRUE;
}

/* (transfer full): the events of @text, fed @step bytes at a time. */
static char *
hear (const char *text, gsize step)
{
  GString *heard = g_string_new (NULL);
  g_autoptr(KontorSse) sse = kontor_sse_new (on_event, heard);

  for (gsize at = 0; at < strlen (text); at += step)
    g_assert_true (kontor_sse_feed (sse, text + at, MIN (step, strlen (text) - at), NULL));
  g_assert_true (kontor_sse_end (sse, NULL));

  return g_string_free (heard, FALSE);
}

static void
hears (const char *text, const char *events)
{
  for (gsize step = 1; step <= strlen (text) + 1; step++)
    {
      g_autofree char *heard = hear (text, step);

      g_assert_cmpstr (heard, ==, events);
    }
}

static void
test_a_blank_line_ends_an_event (void)
{
  hears ("data: one\n\ndata: two\n\n", "[one][two]");
  hears ("\n\n\ndata: one\n\n\n\n", "[one]");
}

static void
test_every_kind_of_line_end_is_one (void)
{
  hears ("data: one\r\n\r\ndata: two\r\n\r\n", "[one][two]");
  hears ("data: one\r\rdata: two\r\r", "[one][two]");
  hears ("data: one\r\n\ndata: two\n\r\n", "[one][two]");
}

static void
test_comments_and_other_fields_are_let_go (void)
{
  hears (": ping\n\ndata: one\n: ping\n\nevent: ping\nid: 7\nretry: 10\n\n", "[one]");
  hears ("datax: no\n\ndat: no\n\ndata\n\n", "[]");
  hears ("event: error\ndata: one\n\n", "[one]");
}

static void
test_one_blank_after_the_colon_is_no_data (void)
{
  hears ("data:one\n\ndata:  two\n\ndata:\n\n", "[one][ two][]");
}

static void
test_lines_of_data_are_one_text (void)
{
  hears ("data: {\ndata: }\n\n", "[{\n}]");
}

static void
test_a_mark_at_the_very_start_is_none (void)
{
  hears ("\xef\xbb\xbf" "data: one\n\n", "[one]");
  hears ("data: one\n\n\xef\xbb\xbf" "data: two\n\n", "[one]");
}

static void
test_the_last_event_needs_no_blank_line (void)
{
  hears ("data: one\n\ndata: two", "[one][two]");
  hears ("data: one\n\ndata: two\n", "[one][two]");
}

static void
test_letters_may_be_cut_in_two (void)
{
  hears ("data: Größe 👍 দাম\n\n", "[Größe 👍 দাম]");
}

static gboolean
refuse (const char *bytes, gsize size, gpointer data, GError **error)
{
  (*(int *) data)++;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "no");

  return FALSE;
}

static void
test_who_hears_may_end_it (void)
{
  int times = 0;
  g_autoptr(KontorSse) sse = kontor_sse_new (refuse, &times);
  g_autoptr(GError) error = NULL;

  g_assert_false (kontor_sse_feed (sse, "data: a\n\ndata: b\n\n", 18, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  g_assert_cmpint (times, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sse/a-blank-line-ends-an-event", test_a_blank_line_ends_an_event);
  g_test_add_func ("/sse/every-kind-of-line-end-is-one", test_every_kind_of_line_end_is_one);
  g_test_add_func ("/sse/comments-and-other-fields-are-let-go",
                   test_comments_and_other_fields_are_let_go);
  g_test_add_func ("/sse/one-blank-after-the-colon-is-no-data",
                   test_one_blank_after_the_colon_is_no_data);
  g_test_add_func ("/sse/lines-of-data-are-one-text", test_lines_of_data_are_one_text);
  g_test_add_func ("/sse/a-mark-at-the-very-start-is-none",
                   test_a_mark_at_the_very_start_is_none);
  g_test_add_func ("/sse/the-last-event-needs-no-blank-line",
                   test_the_last_event_needs_no_blank_line);
  g_test_add_func ("/sse/letters-may-be-cut-in-two", test_letters_may_be_cut_in_two);
  g_test_add_func ("/sse/who-hears-may-end-it", test_who_hears_may_end_it);

  return g_test_run ();
}
