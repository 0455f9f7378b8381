/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/groups.h"

#include <string.h>

#include "protocol/jid.h"

/* WhatsApp's own limit is 1,024; announcements of communities have more. */
#define MOST_MEMBERS 20000

/* A group stands in an answer, in "groups" of one, or in what happened in a notification. */
#define DEEPEST 3

static void
member_free (gpointer data)
{
  KontorWireMember *member = data;

  g_free (member->address);
  g_free (member->other);
  g_free (member);
}

KontorWireGroup *
kontor_wire_group_new (const char *address)
{
  KontorWireGroup *group = g_new0 (KontorWireGroup, 1);

  group->address = g_strdup (address);
  group->members = g_ptr_array_new_with_free_func (member_free);

  return group;
}

void
kontor_wire_group_free (KontorWireGroup *group)
{
  g_free (group->address);
  g_free (group->subject);
  g_ptr_array_unref (group->members);
  g_free (group);
}

void
kontor_wire_group_add (KontorWireGroup *group, const char *address, const char *other)
{
  KontorWireMember *member = g_new0 (KontorWireMember, 1);

  member->address = g_strdup (address);
  member->other = g_strdup (other);
  g_ptr_array_add (group->members, member);
}

gboolean
kontor_groups_is_one (const char *address)
{
  return address != NULL && g_str_has_suffix (address, "@" KONTOR_GROUP_SERVER) &&
         *address != '@';
}

static KontorNode *
write_get (const char *to)
{
  return kontor_node_new ("iq", "to", to, "type", "get", "xmlns", "w:g2", NULL);
}

KontorNode *
kontor_groups_write_query (const char *address)
{
  KontorNode *iq = write_get (address);

  kontor_node_add (iq, kontor_node_new ("query", "request", "interactive", NULL));

  return iq;
}

KontorNode *
kontor_groups_write_all (void)
{
  KontorNode *iq = write_get ("@" KONTOR_GROUP_SERVER);
  KontorNode *all = kontor_node_add (iq, kontor_node_new ("participating", NULL));

  kontor_node_add (all, kontor_node_new ("participants", NULL));
  kontor_node_add (all, kontor_node_new ("description", NULL));

  return iq;
}

/* (nullable) */
static KontorWireGroup *
read_group (const KontorNode *node)
{
  const char *id = kontor_node_get (node, "id");
  g_autofree char *address = id == NULL ? NULL : strchr (id, '@') != NULL ? g_strdup (id)
    : g_strconcat (id, "@" KONTOR_GROUP_SERVER, NULL);
  KontorWireGroup *group;

  if (!kontor_groups_is_one (address) || kontor_node_get_length (node) > MOST_MEMBERS)
    return NULL;
  group = kontor_wire_group_new (address);
  group->subject = g_strdup (kontor_node_get (node, "subject"));
  group->by_lid = kontor_node_has (node, "addressing_mode", "lid");
  for (guint i = 0; i < kontor_node_get_length (node); i++)
    {
      const KontorNode *child = kontor_node_get_nth (node, i);
      const char *jid = kontor_node_is (child, "participant") ? kontor_node_get (child, "jid")
                                                              : NULL;

      if (jid != NULL)
        kontor_wire_group_add (group, jid, kontor_node_get (child, group->by_lid ? "phone_number"
                                                                                 : "lid"));
    }

  return group;
}

static void
read_all (const KontorNode *node, guint depth, GPtrArray *groups)
{
  for (guint i = 0; i < kontor_node_get_length (node); i++)
    {
      const KontorNode *child = kontor_node_get_nth (node, i);
      KontorWireGroup *group = kontor_node_is (child, "group") ? read_group (child) : NULL;

      if (group != NULL)
        g_ptr_array_add (groups, group);
      else if (depth < DEEPEST)
        read_all (child, depth + 1, groups);
    }
}

GPtrArray *
kontor_groups_read (const KontorNode *node)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_wire_group_free);

  read_all (node, 1, groups);

  return groups;
}
