/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has which devices. The question itself is judged by the stand-in server in tests/interop. */
#include "protocol/usync.h"

#include "model/error.h"

static KontorNode *
make_answer (void)
{
  KontorNode *iq = kontor_node_new ("iq", "type", "result", NULL);
  KontorNode *usync = kontor_node_add (iq, kontor_node_new ("usync", NULL));
  KontorNode *list = kontor_node_add (usync, kontor_node_new ("list", NULL));
  KontorNode *user = kontor_node_add (list, kontor_node_new ("user", "jid", "22@s.whatsapp.net",
                                                             NULL));
  KontorNode *devices = kontor_node_add (user, kontor_node_new ("devices", NULL));
  KontorNode *all = kontor_node_add (devices, kontor_node_new ("device-list", NULL));

  kontor_node_add (user, kontor_node_new ("lid", "val", "33@lid", NULL));
  kontor_node_add (all, kontor_node_new ("device", "id", "0", NULL));
  kontor_node_add (all, kontor_node_new ("device", "id", "70000", NULL));
  kontor_node_add (all, kontor_node_new ("device", "id", "4", "key-index", "2", NULL));
  kontor_node_add (list, kontor_node_new ("user", "jid", "44@s.whatsapp.net", NULL));

  return iq;
}

static void
test_devices_and_lid_are_read_and_nonsense_is_left_out (void)
{
  g_autoptr(KontorNode) answer = make_answer ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) users = kontor_usync_read (answer, &error);
  const KontorWireUser *user;

  g_assert_no_error (error);
  g_assert_cmpuint (users->len, ==, 2);
  user = users->pdata[0];
  g_assert_cmpstr (user->user, ==, "22@s.whatsapp.net");
  g_assert_cmpstr (user->lid, ==, "33@lid");
  g_assert_cmpuint (user->devices->len, ==, 2);
  g_assert_cmpuint (g_array_index (user->devices, guint, 1), ==, 4);
}

static void
test_who_has_no_device_is_no_user (void)
{
  g_autoptr(KontorNode) answer = make_answer ();
  g_autoptr(GPtrArray) users = kontor_usync_read (answer, NULL);
  const KontorWireUser *user = users->pdata[1];

  g_assert_cmpuint (user->devices->len, ==, 0);
  g_assert_null (user->lid);
}

static void
test_what_is_no_answer_is_refused (void)
{
  g_autoptr(KontorNode) answer = kontor_node_new ("iq", "type", "result", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (kontor_usync_read (answer, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protocol/usync/devices-and-lid-are-read-and-nonsense-is-left-out",
                   test_devices_and_lid_are_read_and_nonsense_is_left_out);
  g_test_add_func ("/protocol/usync/who-has-no-device-is-no-user",
                   test_who_has_no_device_is_no_user);
  g_test_add_func ("/protocol/usync/what-is-no-answer-is-refused",
                   test_what_is_no_answer_is_refused);

  return g_test_run ();
}
