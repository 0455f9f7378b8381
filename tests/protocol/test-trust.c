/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens of those who are no strangers to each other. */
#include "protocol/trust.h"

#define WEEK ((gint64) 7 * 24 * 60 * 60)

static KontorNode *
make_notification (const char *type, const char *at, gsize size)
{
  static const char bytes[300] = { 1 };
  KontorNode *told = kontor_node_new ("notification", "type", "privacy_token", NULL);
  KontorNode *tokens = kontor_node_add (told, kontor_node_new ("tokens", NULL));
  KontorNode *token = kontor_node_add (tokens, kontor_node_new ("token", "type", type, "t", at,
                                                                NULL));
  g_autoptr(GBytes) content = g_bytes_new_static (bytes, size);

  if (size > 0)
    kontor_node_set_bytes (token, content);

  return told;
}

static void
test_a_token_is_read_and_nonsense_is_none (void)
{
  static const struct { const char *type, *at; gsize size; gboolean fine; } told[] = {
    { "trusted_contact", "1790000000", 16, TRUE }, { "other", "1790000000", 16, FALSE },
    { "trusted_contact", "soon", 16, FALSE }, { "trusted_contact", "1790000000", 0, FALSE },
    { "trusted_contact", "1790000000", 300, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr(KontorNode) node = make_notification (told[i].type, told[i].at, told[i].size);
      gint64 at_s = 0;
      g_autoptr(GBytes) token = kontor_trust_read (node, &at_s);

      g_assert_true ((token != NULL) == told[i].fine);
      g_assert_true (token == NULL || at_s == 1790000000);
    }
}

static void
test_a_token_lives_for_four_weeks_and_is_given_once_in_each (void)
{
  g_assert_true (kontor_trust_is_fresh (100 * WEEK + 5, 103 * WEEK + 6));
  g_assert_false (kontor_trust_is_fresh (100 * WEEK + 5, 104 * WEEK));
  g_assert_true (kontor_trust_is_due (0, 100 * WEEK));
  g_assert_false (kontor_trust_is_due (100 * WEEK, 100 * WEEK + 5));
  g_assert_true (kontor_trust_is_due (100 * WEEK + 5, 101 * WEEK));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust/a-token-is-read-and-nonsense-is-none",
                   test_a_token_is_read_and_nonsense_is_none);
  g_test_add_func ("/trust/a-token-lives-for-four-weeks-and-is-given-once-in-each",
                   test_a_token_lives_for_four_weeks_and_is_given_once_in_each);

  return g_test_run ();
}
