/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/usync.h"

#include "model/error.h"
#include "protocol/jid.h"
#include "protocol/padding.h"

/* More than WhatsApp links to one account by far. */
#define MOST_DEVICES 256

void
kontor_wire_user_free (KontorWireUser *user)
{
  g_free (user->user);
  g_free (user->lid);
  g_free (user->phone);
  g_array_unref (user->devices);
  g_free (user);
}

KontorNode *
kontor_usync_write (const char *const *users)
{
  KontorNode *iq = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "get", "xmlns", "usync",
                                    NULL);
  g_autofree char *sid = kontor_message_id_make ();
  KontorNode *usync = kontor_node_add (iq, kontor_node_new ("usync", "sid", sid, "index", "0",
                                                            "last", "true", "mode", "query",
                                                            "context", "message", NULL));
  KontorNode *query = kontor_node_add (usync, kontor_node_new ("query", NULL));
  KontorNode *list = kontor_node_add (usync, kontor_node_new ("list", NULL));

  kontor_node_add (query, kontor_node_new ("devices", "version", "2", NULL));
  kontor_node_add (query, kontor_node_new ("lid", NULL));
  for (; *users != NULL; users++)
    kontor_node_add (list, kontor_node_new ("user", "jid", *users, NULL));

  return iq;
}

static void
read_devices (const KontorNode *list, GArray *devices)
{
  for (guint i = 0; list != NULL && i < kontor_node_get_length (list); i++)
    {
      const KontorNode *device = kontor_node_get_nth (list, i);
      gint64 id = kontor_node_is (device, "device") ? kontor_node_get_number (device, "id") : -1;
      const guint number = (guint) id;

      if (id >= 0 && id <= G_MAXUINT16 && devices->len < MOST_DEVICES)
        g_array_append_val (devices, number);
    }
}

static KontorWireUser *
read_user (const KontorNode *node)
{
  KontorWireUser *user = g_new0 (KontorWireUser, 1);
  const KontorNode *lid = kontor_node_find (node, "lid");
  const KontorNode *devices = kontor_node_find (node, "devices");

  user->user = g_strdup (kontor_node_get (node, "jid"));
  user->lid = g_strdup (lid != NULL ? kontor_node_get (lid, "val") : NULL);
  user->phone = g_strdup (kontor_node_get (node, "pn_jid"));
  user->devices = g_array_new (FALSE, FALSE, sizeof (guint));
  if (devices != NULL)
    read_devices (kontor_node_find (devices, "device-list"), user->devices);

  return user;
}

GPtrArray *
kontor_usync_read (const KontorNode *answer, GError **error)
{
  const KontorNode *usync = kontor_node_find (answer, "usync");
  const KontorNode *list = usync != NULL ? kontor_node_find (usync, "list") : NULL;
  g_autoptr(GPtrArray) users = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                               kontor_wire_user_free);

  if (list == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "WhatsApp did not say which devices somebody has");
      return NULL;
    }
  for (guint i = 0; i < kontor_node_get_length (list); i++)
    if (kontor_node_get (kontor_node_get_nth (list, i), "jid") != NULL)
      g_ptr_array_add (users, read_user (kontor_node_get_nth (list, i)));

  return g_steal_pointer (&users);
}
