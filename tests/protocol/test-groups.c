/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the server says of groups. The questions are judged by the stand-in server. */
#include "protocol/groups.h"

static KontorNode *
make_group (const char *id, const char *mode)
{
  KontorNode *group = kontor_node_new ("group", "id", id, "subject", "Team", "addressing_mode",
                                       mode, NULL);

  kontor_node_add (group, kontor_node_new ("description", "id", "1", NULL));
  kontor_node_add (group, kontor_node_new ("participant", "jid", "11@lid", "phone_number",
                                           "22@s.whatsapp.net", NULL));
  kontor_node_add (group, kontor_node_new ("participant", "type", "admin", NULL));

  return group;
}

static void
test_members_stand_with_both_names (void)
{
  g_autoptr(KontorNode) answer = kontor_node_new ("iq", "type", "result", NULL);
  g_autoptr(GPtrArray) groups = NULL;
  const KontorWireGroup *group;
  const KontorWireMember *member;

  kontor_node_add (answer, make_group ("120", "lid"));
  groups = kontor_groups_read (answer);
  g_assert_cmpuint (groups->len, ==, 1);
  group = groups->pdata[0];
  g_assert_cmpstr (group->address, ==, "120@g.us");
  g_assert_cmpstr (group->subject, ==, "Team");
  g_assert_true (group->by_lid);
  g_assert_cmpuint (group->members->len, ==, 1);
  member = group->members->pdata[0];
  g_assert_cmpstr (member->address, ==, "11@lid");
  g_assert_cmpstr (member->other, ==, "22@s.whatsapp.net");
}

static void
test_groups_stand_in_lists_and_notifications (void)
{
  g_autoptr(KontorNode) answer = kontor_node_new ("iq", "type", "result", NULL);
  g_autoptr(KontorNode) told = kontor_node_new ("notification", "from", "120@g.us", NULL);
  KontorNode *list = kontor_node_add (answer, kontor_node_new ("groups", NULL));
  KontorNode *create = kontor_node_add (told, kontor_node_new ("create", NULL));
  g_autoptr(GPtrArray) all = NULL, one = NULL;

  kontor_node_add (list, make_group ("120", "pn"));
  kontor_node_add (list, make_group (NULL, "pn"));
  kontor_node_add (list, make_group ("121@g.us", "lid"));
  kontor_node_add (create, make_group ("120", "lid"));
  all = kontor_groups_read (answer);
  one = kontor_groups_read (told);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((KontorWireGroup *) all->pdata[1])->address, ==, "121@g.us");
  g_assert_cmpuint (one->len, ==, 1);
}

static void
test_only_groups_are_groups (void)
{
  g_assert_true (kontor_groups_is_one ("120@g.us"));
  g_assert_false (kontor_groups_is_one ("120@s.whatsapp.net"));
  g_assert_false (kontor_groups_is_one ("@g.us"));
  g_assert_false (kontor_groups_is_one (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/groups/members-stand-with-both-names", test_members_stand_with_both_names);
  g_test_add_func ("/groups/groups-stand-in-lists-and-notifications",
                   test_groups_stand_in_lists_and_notifications);
  g_test_add_func ("/groups/only-groups-are-groups", test_only_groups_are_groups);

  return g_test_run ();
}
