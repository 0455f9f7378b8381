/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vectors were made with another program: openssl dgst -sha256 -hmac KEY. */
#include "net/signature.h"

#include <string.h>

#define KEY "test-app-secret"
#define BODY "{\"object\":\"whatsapp_business_account\"}"
#define RIGHT "b6978b21c4467654c466607663db9b43fae44b71083568df403e0a077089208e"

static gboolean
is_right (const char *secret, const char *body, const char *hex)
{
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

  return kontor_signature_is_right (secret, bytes, hex);
}

static void
test_a_signature_made_elsewhere_is_right (void)
{
  g_assert_true (is_right (KEY, BODY, RIGHT));
  g_assert_true (is_right ("Jefe", "what do ya want for nothing?",
                           "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
}

static void
test_nothing_at_all_can_be_signed (void)
{
  g_assert_true (is_right (KEY, "",
                           "a7dfadfa864dba471c925e814eca5ee032a7ded01574b16ac33dd477b5d6d0f7"));
}

static void
test_upper_case_is_the_same_signature (void)
{
  g_autofree char *upper = g_ascii_strup (RIGHT, -1);

  g_assert_true (is_right (KEY, BODY, upper));
}

static void
test_every_changed_digit_is_wrong (void)
{
  for (gsize i = 0; i < strlen (RIGHT); i++)
    {
      g_autofree char *hex = g_strdup (RIGHT);

      hex[i] = hex[i] == '0' ? '1' : '0';
      g_assert_false (is_right (KEY, BODY, hex));
    }
}

static void
test_every_changed_bit_of_the_body_is_wrong (void)
{
  for (gsize i = 0; i < 8 * strlen (BODY); i++)
    {
      g_autofree char *body = g_strdup (BODY);
      g_autoptr(GBytes) bytes = NULL;

      body[i / 8] ^= 1 << i % 8;
      bytes = g_bytes_new (body, strlen (BODY));
      g_assert_false (kontor_signature_is_right (KEY, bytes, RIGHT));
    }
  g_assert_false (is_right (KEY, "{\"object\": \"whatsapp_business_account\"}", RIGHT));
  g_assert_false (is_right (KEY, BODY "\n", RIGHT));
}

static void
test_what_is_no_64_digits_is_wrong (void)
{
  static const char * const wrong[] = {
    "", "sha256=" RIGHT, RIGHT "0", RIGHT " ", " " RIGHT, "sha256=", "0x" RIGHT,
    "b6978b21c4467654c466607663db9b43fae44b71083568df403e0a077089208",
    "g6978b21c4467654c466607663db9b43fae44b71083568df403e0a077089208e",
    "b6978b21c4467654c466607663db9b43fae44b71083568df403e0a077089208é",
    "b6978b21c4467654c466607663db9b43fae44b71083568df403e0a07708920 e",
    "-6978b21c4467654c466607663db9b43fae44b71083568df403e0a077089208e",
  };

  g_assert_false (is_right (KEY, BODY, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (is_right (KEY, BODY, wrong[i]));
}

static void
test_another_secret_or_none_is_wrong (void)
{
  static const char * const secrets[] = { NULL, "", "test-app-secre", "test-app-secret ", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_false (is_right (secrets[i], BODY, RIGHT));
}

static void
test_only_the_same_secret_is_the_same (void)
{
  g_assert_true (kontor_signature_is_same ("abc", "abc"));
  g_assert_false (kontor_signature_is_same ("abc", "abd"));
  g_assert_false (kontor_signature_is_same ("abc", "ab"));
  g_assert_false (kontor_signature_is_same ("abc", "abcd"));
  g_assert_false (kontor_signature_is_same ("abc", NULL));
  g_assert_false (kontor_signature_is_same (NULL, "abc"));
  g_assert_false (kontor_signature_is_same (NULL, NULL));
  g_assert_false (kontor_signature_is_same ("", ""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signature/one-made-elsewhere-is-right",
                   test_a_signature_made_elsewhere_is_right);
  g_test_add_func ("/signature/nothing-at-all-can-be-signed", test_nothing_at_all_can_be_signed);
  g_test_add_func ("/signature/upper-case-is-the-same", test_upper_case_is_the_same_signature);
  g_test_add_func ("/signature/every-changed-digit-is-wrong", test_every_changed_digit_is_wrong);
  g_test_add_func ("/signature/every-changed-bit-of-the-body-is-wrong",
                   test_every_changed_bit_of_the_body_is_wrong);
  g_test_add_func ("/signature/what-is-no-64-digits-is-wrong", test_what_is_no_64_digits_is_wrong);
  g_test_add_func ("/signature/another-secret-or-none-is-wrong",
                   test_another_secret_or_none_is_wrong);
  g_test_add_func ("/signature/only-the-same-secret-is-the-same",
                   test_only_the_same_secret_is_the_same);

  return g_test_run ();
}
