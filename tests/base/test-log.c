/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "base"

#include "base/log.h"

#include <string.h>

typedef struct {
  const char *in;
  const char *out;
} Row;

static const Row numbers[] = {
  { "from +49 170 1234567", "from [number]" },
  { "from +4917012", "from [number]" },
  { "call 0170/1234567 now", "call [number] now" },
  { "call (0170) 123-45-67.", "call [number]." },
  { "call 01.23.45.67.89", "call [number]" },
  { "tel:491701234567", "tel:[number]" },
  { "wa491701234567", "wa[number]" },
  { "00491701234567,00491701234568", "[number],[number]" },
  { "+971-50-123-4567 at 09:00", "[number] at 09:00" },
  { "491701234567 2026-11-21 09:00", "[number] 2026-11-21 09:00" },
  { "06.12.34 56 78", "[number]" },
  { "+ 49 170 1234567", "[number]" },
  { "٠١٧٠١٢٣٤٥٦٧", "[number]" },
  { "०१७० १२३ ४५६७", "[number]" },
  { "＋４９１７０１２３４５６７", "[number]" },
  { "0170\xe2\x80\x91" "1234\xc2\xa0" "567", "[number]" },
  { "4\xe2\x80\x8b" "9170\xe2\x80\x8b" "12345\xe2\x80\x8b" "67", "[number]" },
  { "card 4242 4242 4242 4242", "card [number]" },
};

static const Row addresses[] = {
  { "491701234567@s.whatsapp.net said", "[jid] said" },
  { "491701234567:12@s.whatsapp.net", "[jid]" },
  { "(123456789012345@lid)", "([jid])" },
  { "120363012345678901@g.us.", "[jid]." },
  { "status@broadcast", "[jid]" },
  { "to=491701234567%40s.whatsapp.net&x", "to=[jid]&x" },
  { "write to jane.doe+kontor@example.org, please", "write to [email], please" },
  { "<jörg@exämple.de>", "<[email]>" },
  { "https://anna:pass@example.org/x", "https://[email]/x" },
  { "a @ b", "a @ b" },
  { "@kontor and @491701234567", "@kontor and @[number]" },
};

static const Row secrets[] = {
  { "Bearer abcdefgh", "Bearer [secret]" },
  { "Authorization: Basic YTpi cg==", "Authorization: [secret]" },
  { "?access_token=short&x=1", "?access_token=[secret]&x=1" },
  { "{\"token\": \"abc\", \"n\": 1}", "{\"token\": \"[secret]\", \"n\": 1}" },
  { "password='hunter2'", "password='[secret]'" },
  { "key 9f86d081884c7d659a2feaa0c55ad015", "key [secret]" },
  { "sig=9F86D081884C7D659A2FEAA0C55AD015", "[secret]" },
  { "sk_live_51HcT2eKZvAbCdEf", "[secret]" },
  { "q/1mX+bFzV3rK/Pq8wYt0g==", "[secret]" },
};

static const Row readable[] = {
  { "BK000001 is confirmed, BK000040 2 not", "BK000001 is confirmed, BK000040 2 not" },
  { "2026-11-20 09:00 Europe/Berlin", "2026-11-20 09:00 Europe/Berlin" },
  { "2026-11-20T09:00:15.123456Z", "2026-11-20T09:00:15.123456Z" },
  { "21/11/2026, 21.11.2026 and 21.11.26 9:30", "21/11/2026, 21.11.2026 and 21.11.26 9:30" },
  { "EUR 12500.50, 1,250,000.00 BDT", "EUR 12500.50, 1,250,000.00 BDT" },
  { "JPY 1250000 or ¥1250000 or 1250000 JPY", "JPY 1250000 or ¥1250000 or 1250000 JPY" },
  { "took 1500 ms for 20 rows of 123456", "took 1500 ms for 20 rows of 123456" },
  { "SQLite 3.40.1, error 14", "SQLite 3.40.1, error 14" },
  { "/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0", "/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0" },
  { "org.freedesktop.Secret.Collection", "org.freedesktop.Secret.Collection" },
  { "kontor_secrets_lookup_and_something_else", "kontor_secrets_lookup_and_something_else" },
  { "The bearer of news", "The bearer of news" },
  { "no secret: the keyring is locked", "no secret: the keyring is locked" },
  { "", "" },
};

static const Row hostile[] = {
  { "0170\xff" "1234567", "[number]" },
  { "one\ntwo", "one⏎two" },
  { "\x1b[31mred\r", "\xef\xbf\xbd[31mred\xef\xbf\xbd" },
  { "a\xe2\x80\xae" "b", "a\xef\xbf\xbd" "b" },
  { "\xc3", "\xef\xbf\xbd" },
  { "@@@@", "@@@@" },
  { "%40%40", "%40%40" },
  { "+", "+" },
  { "++", "++" },
  { "password=", "password=" },
  { "Bearer ", "Bearer " },
};

static void
check (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *out = kontor_log_redact (rows[i].in);

      g_assert_cmpstr (out, ==, rows[i].out);
    }
}

static void
test_numbers (void)
{
  check (numbers, G_N_ELEMENTS (numbers));
}

static void
test_addresses (void)
{
  check (addresses, G_N_ELEMENTS (addresses));
}

static void
test_secrets (void)
{
  check (secrets, G_N_ELEMENTS (secrets));
}

static void
test_readable (void)
{
  check (readable, G_N_ELEMENTS (readable));
}

static void
test_hostile (void)
{
  check (hostile, G_N_ELEMENTS (hostile));
}

static void
assert_clean (const char *text)
{
  g_autofree char *out = kontor_log_redact (text);
  guint run = 0;

  g_assert_true (g_utf8_validate (out, -1, NULL));
  for (const char *p = out; *p != '\0'; p++)
    {
      g_assert_false (g_ascii_iscntrl (*p));
      run = g_ascii_isdigit (*p) ? run + 1 : 0;
      g_assert_cmpuint (run, <, 10);
    }
}

static void
test_random (void)
{
  static const char alphabet[] = "0123456789+-. ()/:@%4=\"aZ\n\x1b\xc3\xa9\xff\xe2\x80\x8b$";

  for (guint i = 0; i < 20000; i++)
    {
      char text[64];
      const guint length = (guint) g_test_rand_int_range (0, sizeof text);

      for (guint j = 0; j < length; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      text[length] = '\0';
      assert_clean (text);
    }
}

static void
test_long (void)
{
  static const char *const parts[] = { "1", "a", "@", "%40", "+", "=", "1 ", "\xff", "-", "key=" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *out = NULL;

      while (text->len < 1000000)
        g_string_append (text, parts[i]);
      out = kontor_log_redact (text->str);
      g_assert_cmpuint (strlen (out), <, 40000);
      g_assert_true (g_str_has_suffix (out, "…") || g_str_has_suffix (out, "]"));
    }
}

static void
test_installed (void)
{
  if (g_test_subprocess ())
    {
      kontor_log_install ();
      kontor_log_install ();
      g_message ("old style to %s", "+49 170 1234567");
      g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "TO", "x@example.org", "MESSAGE",
                        "structured to %s", "491701234567@s.whatsapp.net");
      g_log ("GLib-Net", G_LOG_LEVEL_MESSAGE, "library to jane@example.org");
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*old style to ?number?*");
  g_test_trap_assert_stderr ("*structured to ?jid?*");
  g_test_trap_assert_stderr ("*library to ?email?*");
  g_test_trap_assert_stderr_unmatched ("*1234567*");
  g_test_trap_assert_stderr_unmatched ("*@*");
  g_test_trap_assert_stdout_unmatched ("*1234567*");
}

static void
test_fatal (void)
{
  if (g_test_subprocess ())
    {
      kontor_log_install ();
      g_error ("dying with +49 170 1234567");
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*dying with ?number?*");
  g_test_trap_assert_stderr_unmatched ("*1234567*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log/phone-numbers-are-taken-out", test_numbers);
  g_test_add_func ("/log/addresses-are-taken-out", test_addresses);
  g_test_add_func ("/log/secrets-are-taken-out", test_secrets);
  g_test_add_func ("/log/dates-amounts-and-ids-stay", test_readable);
  g_test_add_func ("/log/hostile-bytes-come-out-as-one-clean-line", test_hostile);
  g_test_add_func ("/log/no-bytes-bring-a-number-through", test_random);
  g_test_add_func ("/log/endless-text-is-cut", test_long);
  g_test_add_func ("/log/what-is-logged-is-redacted-whoever-logs-it", test_installed);
  g_test_add_func ("/log/last-words-are-redacted-too", test_fatal);

  return g_test_run ();
}
