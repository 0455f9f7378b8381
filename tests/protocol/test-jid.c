/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/jid.h"

static void
assert_reads (const char *text, const char *user, guint device, const char *server)
{
  g_autoptr(KontorJid) jid = kontor_jid_parse (text);
  g_autofree char *again = NULL;

  g_assert_nonnull (jid);
  g_assert_cmpstr (jid->user, ==, user);
  g_assert_cmpuint (jid->device, ==, device);
  g_assert_cmpstr (jid->server, ==, server);
  again = kontor_jid_make (user, device, server);
  g_assert_cmpstr (again, ==, text);
}

static void
test_every_kind_of_address_is_read_and_written_again (void)
{
  assert_reads ("491510000000@s.whatsapp.net", "491510000000", 0, "s.whatsapp.net");
  assert_reads ("491510000000:12@s.whatsapp.net", "491510000000", 12, "s.whatsapp.net");
  assert_reads ("100000000000001:99@hosted.lid", "100000000000001", 99, "hosted.lid");
  assert_reads ("120363000000000001@g.us", "120363000000000001", 0, "g.us");
  assert_reads ("49151-1600000000@g.us", "49151-1600000000", 0, "g.us");
  assert_reads ("status@broadcast", "status", 0, "broadcast");
  assert_reads ("s.whatsapp.net", "", 0, "s.whatsapp.net");
}

static void
test_what_is_no_address_is_not_taken_for_one (void)
{
  const char *wrong[] = { "", "@", "@lid", "1@", "1:@lid", "1:x@lid", "1:65536@lid", "1:2:3@lid",
                          "1@lid@lid", "1@two words", "1:999999@lid", "a:b" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (kontor_jid_parse (wrong[i]));
}

static void
test_servers_with_devices_have_numbers_both_ways (void)
{
  const char *servers[] = { "s.whatsapp.net", "lid", "hosted", "hosted.lid" };
  guint8 domain;

  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_assert_true (kontor_jid_find_domain (servers[i], &domain));
      g_assert_cmpstr (kontor_jid_get_domain (domain), ==, servers[i]);
    }
  g_assert_false (kontor_jid_find_domain ("g.us", &domain));
  g_assert_null (kontor_jid_get_domain (2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jid/every-kind-of-address-is-read-and-written-again",
                   test_every_kind_of_address_is_read_and_written_again);
  g_test_add_func ("/jid/what-is-no-address-is-not-taken-for-one",
                   test_what_is_no_address_is_not_taken_for_one);
  g_test_add_func ("/jid/servers-with-devices-have-numbers-both-ways",
                   test_servers_with_devices_have_numbers_both_ways);

  return g_test_run ();
}
