/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-users.c — one user has two names, by phone number and by LID, and a session must
 * have one: the LID, as soon as it is known. Both, and the devices of a user, are records like the
 * keys: what a message taught stands with it in one transaction. */
#include <string.h>

#include "channels/linked-device-inside.h"
#include "protocol/usync.h"

#define LID   "lid"
#define PHONE "s.whatsapp.net"

/* (transfer full) (nullable) */
static char *
load_text (KontorLinkedDevice *self, const char *kind, const char *name)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  if (!kontor_linked_keys_load (self->keys, kind, name, 0, &bytes, &error))
    g_warning ("%s", error->message);
  if (bytes == NULL)
    return NULL;
  size = g_bytes_get_size (bytes);

  return g_strndup (g_bytes_get_data (bytes, NULL), size);
}

/* @text: (nullable): NULL forgets it */
static void
save_text (KontorLinkedDevice *self, const char *kind, const char *name, const char *text)
{
  g_autoptr(GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr(GError) error = NULL;

  if (!kontor_linked_keys_save (self->keys, kind, name, 0, bytes, &error))
    g_warning ("%s", error->message);
}

/* (transfer full) (nullable): @address without its device */
static char *
dup_plain (const char *address, gboolean *is_phone)
{
  g_autoptr(KontorJid) jid = address != NULL ? kontor_jid_parse (address) : NULL;

  if (jid == NULL || *jid->user == '\0')
    return NULL;
  *is_phone = g_str_equal (jid->server, PHONE);

  return kontor_jid_make (jid->user, 0, jid->server);
}

char *
kontor_linked_dup_user (KontorLinkedDevice *self, const char *address)
{
  gboolean is_phone = FALSE;
  g_autofree char *plain = dup_plain (address, &is_phone);
  g_autofree char *lid = plain != NULL && is_phone ? load_text (self, "lid", plain) : NULL;

  return lid != NULL ? g_steal_pointer (&lid) : g_steal_pointer (&plain);
}

char *
kontor_linked_dup_other (KontorLinkedDevice *self, const char *user)
{
  gboolean is_phone = FALSE;
  g_autofree char *plain = dup_plain (user, &is_phone);

  return plain != NULL ? load_text (self, is_phone ? "lid" : "phone", plain) : NULL;
}

void
kontor_linked_learn (KontorLinkedDevice *self, const char *phone, const char *lid)
{
  gboolean is_phone = FALSE, is_other = FALSE;
  g_autofree char *number = dup_plain (phone, &is_phone), *other = dup_plain (lid, &is_other);
  g_autofree char *known = NULL;
  g_autoptr(GError) error = NULL;
  guint moved;

  if (number == NULL || other == NULL || !is_phone || !g_str_has_suffix (other, "@" LID))
    return;
  known = load_text (self, "lid", number);
  if (g_strcmp0 (known, other) == 0)
    return;
  save_text (self, "lid", number, other);
  save_text (self, "phone", other, number);
  kontor_linked_forget_devices (self, number);
  if (!kontor_signal_move (self->signal, number, other, &moved, &error))
    g_warning ("the sessions of a contact could not be moved: %s", error->message);
}

char *
kontor_linked_dup_own (KontorLinkedDevice *self)
{
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);
  gboolean is_phone = FALSE;

  return dup_plain (credentials->lid != NULL ? credentials->lid : credentials->jid, &is_phone);
}

guint
kontor_linked_get_device (KontorLinkedDevice *self)
{
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);
  g_autoptr(KontorJid) own = kontor_jid_parse (credentials->jid);

  return own->device;
}

gboolean
kontor_linked_is_own (KontorLinkedDevice *self, const char *user)
{
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);
  gboolean is_phone = FALSE;
  g_autofree char *number = dup_plain (credentials->jid, &is_phone);
  g_autofree char *lid = dup_plain (credentials->lid, &is_phone);

  return g_strcmp0 (user, number) == 0 || g_strcmp0 (user, lid) == 0;
}

GArray *
kontor_linked_find_devices (KontorLinkedDevice *self, const char *user)
{
  g_autofree char *text = load_text (self, "devices", user);
  g_auto(GStrv) parts = text != NULL ? g_strsplit (text, ",", -1) : NULL;
  GArray *devices;

  if (parts == NULL)
    return NULL;
  devices = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const guint device = (guint) g_ascii_strtoull (parts[i], NULL, 10);

      g_array_append_val (devices, device);
    }

  return devices;
}

void
kontor_linked_keep_devices (KontorLinkedDevice *self, const char *user, const GArray *devices)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < devices->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? "," : "", g_array_index (devices, guint, i));
  save_text (self, "devices", user, text->str);
}

void
kontor_linked_forget_devices (KontorLinkedDevice *self, const char *user)
{
  g_autofree char *text = load_text (self, "devices", user);

  if (text != NULL)
    save_text (self, "devices", user, NULL);
}

void
kontor_linked_take_users (KontorLinkedDevice *self, const GPtrArray *users)
{
  for (guint i = 0; i < users->len; i++)
    {
      const KontorWireUser *user = users->pdata[i];
      g_autofree char *name = NULL;

      kontor_linked_learn (self, user->phone != NULL ? user->phone : user->user,
                           user->lid != NULL ? user->lid : user->user);
      name = kontor_linked_dup_user (self, user->user);
      kontor_linked_keep_devices (self, name, user->devices);
    }
}

KontorPerson *
kontor_linked_dup_person (KontorLinkedDevice *self, const char *user, const char *name)
{
  g_autofree char *other = kontor_linked_dup_other (self, user);
  const char *const known[] = { user, other };
  KontorPerson *person = kontor_person_new (NULL, name);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr(KontorJid) jid = known[i] != NULL ? kontor_jid_parse (known[i]) : NULL;

      if (jid != NULL && g_str_equal (jid->server, LID))
        person->lid = g_strdup (known[i]);
      else if (jid != NULL && g_str_equal (jid->server, PHONE))
        {
          person->jid = g_strdup (known[i]);
          person->phone = g_strconcat ("+", jid->user, NULL);
        }
    }

  return person;
}

void
kontor_linked_meet (KontorLinkedDevice *self, const char *user)
{
  if (!kontor_linked_has_met (self, user))
    save_text (self, "met", user, "1");
}

gboolean
kontor_linked_has_met (KontorLinkedDevice *self, const char *user)
{
  g_autofree char *mark = load_text (self, "met", user);
  g_autofree char *other = mark == NULL ? kontor_linked_dup_other (self, user) : NULL;

  if (other != NULL)
    mark = load_text (self, "met", other);

  return mark != NULL;
}
