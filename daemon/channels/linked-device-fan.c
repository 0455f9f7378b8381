/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-fan.c — who reads what is said in a chat, and the stanza with a ciphertext for each
 * of them. In a group one ciphertext is for all, and who does not have its key yet gets the key. */
#define G_LOG_DOMAIN "channels"

#include "channels/linked-device-inside.h"
#include "protocol/padding.h"

static void
reader_free (gpointer data)
{
  KontorLinkedReader *reader = data;

  g_free (reader->user);
  g_free (reader->address);
  g_free (reader);
}

static void
add_reader (KontorLinkedDevice *self, GPtrArray *readers, const char *address)
{
  KontorLinkedReader *reader = g_new0 (KontorLinkedReader, 1);

  reader->user = kontor_linked_dup_user (self, address);
  reader->address = g_strdup (address);
  if (reader->user != NULL)
    g_ptr_array_add (readers, reader);
  else
    reader_free (reader);
}

GPtrArray *
kontor_linked_list_readers (KontorLinkedDevice *self, const char *chat)
{
  g_autoptr(GPtrArray) readers = g_ptr_array_new_with_free_func (reader_free);
  g_autoptr(KontorWireGroup) group = kontor_groups_is_one (chat)
    ? kontor_linked_find_group (self, chat) : NULL;
  g_autofree char *own = kontor_linked_dup_own (self);

  for (guint i = 0; group != NULL && i < group->members->len; i++)
    add_reader (self, readers, ((KontorWireMember *) group->members->pdata[i])->address);
  if (kontor_groups_is_one (chat))
    return readers->len > 0 ? g_steal_pointer (&readers) : NULL;
  add_reader (self, readers, chat);
  if (!kontor_linked_is_own (self, chat))
    add_reader (self, readers, own);

  return g_steal_pointer (&readers);
}

static gboolean
is_here (KontorLinkedDevice *self, const char *user, guint device)
{
  return device == kontor_linked_get_device (self) && kontor_linked_is_own (self, user);
}

static char *
name_device (const char *user, guint device)
{
  return g_strdup_printf ("%s %u", user, device);
}

static gboolean
knows (GPtrArray *knowing, const char *user, guint device)
{
  g_autofree char *name = name_device (user, device);

  return knowing != NULL &&
         g_ptr_array_find_with_equal_func (knowing, name, g_str_equal, NULL);
}

char *
kontor_linked_make_address (const KontorLinkedReader *reader, guint device)
{
  g_autoptr(KontorJid) jid = kontor_jid_parse (reader->address);

  return kontor_jid_make (jid->user, device, jid->server);
}

GArray *
kontor_linked_list_devices (KontorLinkedDevice *self, const char *user, GPtrArray *but)
{
  g_autoptr(GArray) known = kontor_linked_find_devices (self, user);
  GArray *devices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      guint device = g_array_index (known, guint, i);

      if (!is_here (self, user, device) && !knows (but, user, device))
        g_array_append_val (devices, device);
    }

  return devices;
}

/* Their keys are asked for as Signal names them. */
static void
find_missing_of (KontorLinkedDevice *self, const char *user, GPtrArray *knowing,
                 GPtrArray *missing)
{
  g_autoptr(GArray) devices = kontor_linked_list_devices (self, user, knowing);
  g_autoptr(KontorJid) jid = kontor_jid_parse (user);

  for (guint i = 0; i < devices->len; i++)
    {
      const KontorSignalAddress whom = { user, g_array_index (devices, guint, i) };
      gboolean has = FALSE;

      if (kontor_signal_has_session (self->signal, &whom, &has, NULL) && !has)
        g_ptr_array_add (missing, kontor_jid_make (jid->user, whom.device, jid->server));
    }
}

GPtrArray *
kontor_linked_find_missing (KontorLinkedDevice *self, const char *chat, const GPtrArray *readers)
{
  g_autoptr(GPtrArray) knowing = kontor_groups_is_one (chat)
    ? kontor_linked_list_knowing (self, chat) : NULL;
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < readers->len; i++)
    find_missing_of (self, ((KontorLinkedReader *) readers->pdata[i])->user, knowing, missing);

  return missing;
}

typedef struct {
  KontorLinkedDevice     *self;
  const KontorLinkedKept *kept;
  KontorNode             *participants;
  GPtrArray              *knowing;    /* (nullable): in a group: who has our sender key */
  GBytes                 *key;        /* (nullable): in a group: what they need to have it */
  GPtrArray              *addresses;  /* of all devices that read it, ours among them */
  GPtrArray              *reached;    /* "USER DEVICE": those that can, but for this one */
  gboolean                begins;
} Fan;

static gboolean
add_enc (Fan *fan, const KontorSignalAddress *to, const char *address)
{
  g_autoptr(GBytes) plain = fan->key != NULL ? g_bytes_ref (fan->key)
    : kontor_linked_write_plain (fan->self, to->user, fan->kept);
  KontorNode *enc = kontor_linked_seal (fan->self, to, plain, fan->key != NULL ? NULL : fan->kept,
                                        &fan->begins);

  if (enc == NULL)
    return FALSE;
  kontor_node_add (kontor_node_add (fan->participants, kontor_node_new ("to", "jid", address,
                                                                       NULL)), enc);

  return TRUE;
}

/* A ciphertext for each device of @reader but this one. */
static void
add_reader_devices (Fan *fan, const KontorLinkedReader *reader)
{
  g_autoptr(GArray) devices = kontor_linked_find_devices (fan->self, reader->user);

  for (guint i = 0; devices != NULL && i < devices->len; i++)
    {
      const KontorSignalAddress to = { reader->user, g_array_index (devices, guint, i) };
      g_autofree char *address = kontor_linked_make_address (reader, to.device);
      gboolean is_known = knows (fan->knowing, to.user, to.device);

      g_ptr_array_add (fan->addresses, g_strdup (address));
      if (is_here (fan->self, to.user, to.device) ||
          (!is_known && !add_enc (fan, &to, address)))
        continue;
      if (fan->knowing != NULL && !is_known)
        g_ptr_array_add (fan->knowing, name_device (to.user, to.device));
      g_ptr_array_add (fan->reached, name_device (to.user, to.device));
    }
}

/* FALSE with error. */
static gboolean
add_group_parts (Fan *fan, KontorNode *message, gboolean by_lid, GError **error)
{
  KontorLinkedDevice *self = fan->self;
  g_autofree char *own = kontor_linked_dup_own (self), *hash = NULL;
  const KontorSignalAddress address = { own, kontor_linked_get_device (self) };
  g_autoptr(GBytes) padded = kontor_padding_add (fan->kept->plain), sealed = NULL;
  KontorNode *enc;

  if (kontor_signal_encrypt_group (self->signal, fan->kept->user, &address, padded, &sealed,
                                   error) != KONTOR_SIGNAL_FINE)
    return FALSE;
  enc = kontor_linked_new_enc (KONTOR_CIPHER_SKMSG, fan->kept);
  kontor_node_set_bytes (kontor_node_add (message, enc), sealed);
  g_ptr_array_add (fan->addresses, NULL);
  hash = kontor_phash_make ((const char *const *) fan->addresses->pdata);
  kontor_node_set (message, "phash", hash);
  kontor_node_set (message, "addressing_mode", by_lid ? "lid" : "pn");
  kontor_linked_keep_knowing (self, fan->kept->user, fan->knowing);

  return TRUE;
}

GBytes *
kontor_linked_distribute (KontorLinkedDevice *self, const char *group, GBytes *plain,
                          GError **error)
{
  g_autofree char *own = kontor_linked_dup_own (self);
  const KontorSignalAddress address = { own, kontor_linked_get_device (self) };
  g_autoptr(GBytes) key = NULL;

  if (kontor_signal_distribute (self->signal, group, &address, &key, error) != KONTOR_SIGNAL_FINE)
    return NULL;

  return kontor_content_write_key (plain, group, key);
}

/* FALSE with error. */
static gboolean
fill_group (Fan *fan, KontorNode *message, const GPtrArray *readers, GError **error)
{
  const char *chat = fan->kept->user;
  g_autoptr(KontorWireGroup) group = kontor_linked_find_group (fan->self, chat);
  g_autoptr(GPtrArray) knowing = kontor_linked_list_knowing (fan->self, chat);
  g_autoptr(GBytes) key = kontor_linked_distribute (fan->self, chat, NULL, error);

  if (key == NULL)
    return FALSE;
  fan->knowing = knowing;
  fan->key = key;
  for (guint i = 0; i < readers->len; i++)
    add_reader_devices (fan, readers->pdata[i]);

  return add_group_parts (fan, message, group->by_lid, error);
}

KontorNode *
kontor_linked_make_message (KontorLinkedDevice *self, const char *id, const KontorLinkedKept *kept,
                            const GPtrArray *readers, GPtrArray *reached, GError **error)
{
  g_autoptr(KontorNode) message = kontor_node_new ("message", "id", id, "to", kept->user,
                                                   "type", kept->type, "edit", kept->edit, NULL);
  g_autoptr(KontorNode) participants = kontor_node_new ("participants", NULL);
  g_autoptr(GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);
  Fan fan = { .self = self, .kept = kept, .participants = participants, .addresses = addresses,
              .reached = reached };

  if (!kontor_groups_is_one (kept->user))
    for (guint i = 0; i < readers->len; i++)
      add_reader_devices (&fan, readers->pdata[i]);
  else if (!fill_group (&fan, message, readers, error))
    return NULL;
  if (kontor_node_get_length (participants) > 0)
    kontor_node_add (message, g_steal_pointer (&participants));
  if (fan.begins)
    kontor_linked_add_proof (self, message);
  if (!kontor_groups_is_one (kept->user))
    kontor_linked_add_token (self, kept->user, message);

  return g_steal_pointer (&message);
}
