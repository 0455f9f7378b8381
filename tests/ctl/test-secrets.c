/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed for "-": secrets only, one line each, and on a terminal nobody sees it. */
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include "ctl/command.h"
#include "ctl/secrets.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT }, { "key", KONTOR_FIELD_SECRET }, { NULL }
};

static FILE *
type_in (const char *text)
{
  FILE *file = tmpfile ();

  g_assert_nonnull (file);
  fputs (text, file);
  rewind (file);

  return file;
}

static void
check_filled (const char *given, const char *typed, const char *name, const char *key)
{
  g_autoptr(GVariant) values = g_variant_ref_sink (g_variant_new_parsed (given));
  g_autoptr(GError) error = NULL;
  FILE *input = type_in (typed);
  g_autoptr(GVariant) filled = kontor_ctl_secrets_fill (values, fields, input, &error);
  const char *text;

  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (filled, "name", "&s", &text));
  g_assert_cmpstr (text, ==, name);
  g_assert_true (g_variant_lookup (filled, "key", "&s", &text));
  g_assert_cmpstr (text, ==, key);
  fclose (input);
}

static void
test_fill (void)
{
  check_filled ("{'name': <'-'>, 'key': <'-'>}", "sk-1\nmore\n", "-", "sk-1");
  check_filled ("{'name': <'a'>, 'key': <'sk-2'>}", "sk-1\n", "a", "sk-2");
  check_filled ("{'name': <'a'>, 'key': <''>}", "sk-1\n", "a", "");
}

static void
test_nothing (void)
{
  g_autoptr(GError) error = NULL;
  FILE *input = type_in ("\n");

  g_assert_null (kontor_ctl_secret_read ("key", input, &error));
  g_assert_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE);
  fclose (input);
}

static gpointer
type_when_unseen (gpointer data)
{
  int keyboard = GPOINTER_TO_INT (data);
  struct termios state;

  do
    {
      g_thread_yield ();
      g_assert_cmpint (tcgetattr (keyboard, &state), ==, 0);
    }
  while (state.c_lflag & ECHO);
  g_assert_cmpint (write (keyboard, "sk-3\n", 5), ==, 5);

  return NULL;
}

static void
test_terminal (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *secret = NULL;
  struct termios state;
  GThread *typist;
  int keyboard, terminal;
  FILE *input;

  g_assert_cmpint (openpty (&keyboard, &terminal, NULL, NULL, NULL), ==, 0);
  input = fdopen (terminal, "r");
  typist = g_thread_new ("typist", type_when_unseen, GINT_TO_POINTER (keyboard));
  secret = kontor_ctl_secret_read ("key", input, &error);
  g_thread_join (typist);
  g_assert_no_error (error);
  g_assert_cmpstr (secret, ==, "sk-3");
  g_assert_cmpint (tcgetattr (terminal, &state), ==, 0);
  g_assert_true (state.c_lflag & ECHO);
  fclose (input);
  close (keyboard);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/secrets/only-secrets-are-read", test_fill);
  g_test_add_func ("/ctl/secrets/an-empty-line-is-no-secret", test_nothing);
  g_test_add_func ("/ctl/secrets/a-terminal-does-not-show-it", test_terminal);

  return g_test_run ();
}
