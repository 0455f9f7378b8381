/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-groups.c — how a group is called and who is in it: records like the keys. All are
 * asked for once, before the line goes active; from then on notifications tell, and who is in it
 * is asked for anew before the next message where that changed. Who left does not have the next
 * sender key; who has the current one is remembered. */
#define G_LOG_DOMAIN "channels"

#include <string.h>

#include "channels/linked-device-inside.h"

#define FORM "(sba(ss))"

static void
save (KontorLinkedDevice *self, const char *kind, const char *name, GBytes *bytes)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_linked_keys_save (self->keys, kind, name, 0, bytes, &error))
    g_warning ("%s", error->message);
}

static GBytes *
load (KontorLinkedDevice *self, const char *kind, const char *name)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = NULL;

  if (!kontor_linked_keys_load (self->keys, kind, name, 0, &bytes, &error))
    g_warning ("%s", error->message);

  return bytes;
}

static void
keep_group (KontorLinkedDevice *self, const KontorWireGroup *group)
{
  GVariantBuilder members;
  g_autoptr(GVariant) value = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_variant_builder_init (&members, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < group->members->len; i++)
    {
      const KontorWireMember *member = group->members->pdata[i];

      g_variant_builder_add (&members, "(ss)", member->address,
                             member->other != NULL ? member->other : "");
    }
  value = g_variant_ref_sink (g_variant_new ("(sb@a(ss))", group->subject != NULL ? group->subject
                                             : "", group->by_lid,
                                             g_variant_builder_end (&members)));
  bytes = g_variant_get_data_as_bytes (value);
  save (self, "group", group->address, bytes);
}

KontorWireGroup *
kontor_linked_find_group (KontorLinkedDevice *self, const char *address)
{
  g_autoptr(GBytes) bytes = load (self, "group", address);
  g_autoptr(GVariant) value = NULL;
  g_autoptr(GVariantIter) members = NULL;
  const char *subject, *member, *other;
  KontorWireGroup *group;

  if (bytes == NULL)
    return NULL;
  value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORM), bytes, FALSE));
  group = kontor_wire_group_new (address);
  g_variant_get (value, "(&sba(ss))", &subject, &group->by_lid, &members);
  group->subject = *subject != '\0' ? g_strdup (subject) : NULL;
  while (g_variant_iter_next (members, "(&s&s)", &member, &other))
    kontor_wire_group_add (group, member, *other != '\0' ? other : NULL);

  return group;
}

static void
learn_members (KontorLinkedDevice *self, const KontorWireGroup *group)
{
  for (guint i = 0; i < group->members->len; i++)
    {
      const KontorWireMember *member = group->members->pdata[i];

      if (member->other != NULL)
        kontor_linked_learn (self, group->by_lid ? member->other : member->address,
                             group->by_lid ? member->address : member->other);
    }
}

void
kontor_linked_keep_groups (KontorLinkedDevice *self, const KontorNode *node)
{
  g_autoptr(GPtrArray) groups = kontor_groups_read (node);

  for (guint i = 0; i < groups->len; i++)
    {
      keep_group (self, groups->pdata[i]);
      learn_members (self, groups->pdata[i]);
    }
}

GPtrArray *
kontor_linked_list_knowing (KontorLinkedDevice *self, const char *group)
{
  g_autoptr(GBytes) bytes = load (self, "group-knows", group);
  GPtrArray *knowing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_auto(GStrv) names = NULL;

  if (bytes == NULL)
    return knowing;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  names = g_strsplit (text, "\n", -1);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (knowing, g_strdup (names[i]));

  return knowing;
}

void
kontor_linked_keep_knowing (KontorLinkedDevice *self, const char *group, GPtrArray *knowing)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < knowing->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) knowing->pdata[i]);
  bytes = g_bytes_new (text->str, text->len);
  save (self, "group-knows", group, bytes);
}

static void
forget_key (KontorLinkedDevice *self, const char *group)
{
  g_autofree char *own = kontor_linked_dup_own (self);
  const KontorSignalAddress address = { own, kontor_linked_get_device (self) };
  g_autoptr(GError) error = NULL;

  save (self, "group-knows", group, NULL);
  if (!kontor_signal_forget_sender_key (self->signal, group, &address, &error))
    g_warning ("%s", error->message);
}

void
kontor_linked_forget_members (KontorLinkedDevice *self, const char *group)
{
  g_autoptr(KontorWireGroup) known = kontor_linked_find_group (self, group);

  if (known == NULL || known->members->len == 0)
    return;
  g_ptr_array_set_size (known->members, 0);
  keep_group (self, known);
}

static void
rename_group (KontorLinkedDevice *self, const char *group, const char *subject,
              KontorBatch *batch)
{
  g_autoptr(KontorWireGroup) known = kontor_linked_find_group (self, group);
  KontorPerson *person;

  if (subject == NULL || *subject == '\0')
    return;
  person = kontor_person_new (NULL, subject);
  person->jid = g_strdup (group);
  person->was = kontor_person_new (NULL, known != NULL ? known->subject : NULL);
  g_ptr_array_add (batch->renamed, person);
  if (known == NULL)
    return;
  g_free (known->subject);
  known->subject = g_strdup (subject);
  keep_group (self, known);
}

/* What becomes of the members is asked for; "modify" is a member that changed its number. */
void
kontor_linked_hear_group (KontorLinkedDevice *self, const KontorNode *notification,
                          KontorBatch *batch)
{
  const char *group = kontor_node_get (notification, "from");

  if (!kontor_groups_is_one (group))
    return;
  for (guint i = 0; i < kontor_node_get_length (notification); i++)
    {
      const KontorNode *what = kontor_node_get_nth (notification, i);
      gboolean leaves = kontor_node_is (what, "remove") || kontor_node_is (what, "modify");

      if (kontor_node_is (what, "subject"))
        rename_group (self, group, kontor_node_get (what, "subject"), batch);
      else if (leaves || kontor_node_is (what, "add"))
        kontor_linked_forget_members (self, group);
      if (leaves)
        forget_key (self, group);
    }
  kontor_linked_keep_groups (self, notification);
}

static void
on_groups (const KontorNode *answer, const GError *error, gpointer data)
{
  KontorLinkedDevice *self = data;
  g_autoptr(GBytes) mark = g_bytes_new_static ("1", 1);

  if (kontor_session_get_state (self->session) != KONTOR_SESSION_ONLINE)
    return;
  if (error == NULL)
    {
      kontor_linked_keep_groups (self, answer);
      save (self, "groups", "", mark);
      kontor_linked_flush (self, NULL);
    }
  else
    g_message ("WhatsApp does not say which groups there are: %s", error->message);
}

void
kontor_linked_ask_groups (KontorLinkedDevice *self)
{
  g_autoptr(GBytes) mark = load (self, "groups", "");
  g_autoptr(KontorNode) question = NULL;

  if (mark != NULL)
    return;
  question = kontor_groups_write_all ();
  kontor_session_ask (self->session, question, on_groups, self);
}

KontorPerson *
kontor_linked_dup_group_person (KontorLinkedDevice *self, const char *group)
{
  g_autoptr(KontorWireGroup) known = kontor_linked_find_group (self, group);
  KontorPerson *person = kontor_person_new (NULL, known != NULL ? known->subject : NULL);

  person->jid = g_strdup (group);

  return person;
}
