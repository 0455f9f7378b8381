/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-mend.c — the server's word on a message names another list of devices than ours:
 * who was not told of it before reads it now, under the same id, each by a stanza of its own. What
 * fails here is mended by whoever asks for the message once more. */
#define G_LOG_DOMAIN "channels"

#include "channels/linked-device-inside.h"
#include "protocol/usync.h"

typedef struct {
  KontorLinkedDevice *self;     /* a reference */
  KontorLinkedKept   *kept;
  char               *id;
  GPtrArray          *reached;  /* of char *: "USER DEVICE" */
} Mend;

static void
mend_free (Mend *mend)
{
  g_object_unref (mend->self);
  kontor_linked_kept_free (mend->kept);
  g_free (mend->id);
  g_ptr_array_unref (mend->reached);
  g_free (mend);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mend, mend_free)

static gboolean
is_online (const Mend *mend)
{
  return mend->self->session != NULL &&
         kontor_session_get_state (mend->self->session) == KONTOR_SESSION_ONLINE;
}

/* Into @forgotten: addresses of devices of @reader that did not get it. */
static void
find_forgotten (const Mend *mend, const KontorLinkedReader *reader, GPtrArray *forgotten)
{
  g_autoptr(GArray) devices = kontor_linked_list_devices (mend->self, reader->user, mend->reached);

  for (guint i = 0; i < devices->len; i++)
    g_ptr_array_add (forgotten,
                     kontor_linked_make_address (reader, g_array_index (devices, guint, i)));
}

static GPtrArray *
list_forgotten (const Mend *mend)
{
  g_autoptr(GPtrArray) readers = kontor_linked_list_readers (mend->self, mend->kept->user);
  GPtrArray *forgotten = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; readers != NULL && i < readers->len; i++)
    find_forgotten (mend, readers->pdata[i], forgotten);

  return forgotten;
}

static void
on_keys (const KontorNode *answer, const GError *error, gpointer data)
{
  g_autoptr(Mend) mend = data;
  g_autoptr(GPtrArray) forgotten = NULL;

  if (error != NULL || !is_online (mend))
    return;
  kontor_linked_begin_all (mend->self, answer);
  forgotten = list_forgotten (mend);
  for (guint i = 0; i < forgotten->len; i++)
    kontor_linked_say_to (mend->self, mend->id, forgotten->pdata[i], mend->kept, 0);
}

static void
on_users (const KontorNode *answer, const GError *error, gpointer data)
{
  g_autoptr(Mend) mend = data;
  g_autoptr(GPtrArray) users = error == NULL ? kontor_usync_read (answer, NULL) : NULL;
  g_autoptr(GPtrArray) forgotten = NULL;
  g_autoptr(KontorNode) fetch = NULL;
  KontorSession *session = mend->self->session;

  if (users == NULL || !is_online (mend))
    return;
  kontor_linked_take_users (mend->self, users);
  forgotten = list_forgotten (mend);
  if (forgotten->len == 0)
    return;
  g_ptr_array_add (forgotten, NULL);
  fetch = kontor_keys_write_fetch ((const char *const *) forgotten->pdata, FALSE);
  kontor_session_ask (session, fetch, on_keys, g_steal_pointer (&mend));
}

static void
ask_users (Mend *mend)
{
  g_autoptr(GPtrArray) readers = kontor_linked_list_readers (mend->self, mend->kept->user);
  g_autoptr(GPtrArray) users = g_ptr_array_new ();
  g_autoptr(KontorNode) question = NULL;

  if (readers == NULL)
    {
      mend_free (mend);
      return;
    }
  for (guint i = 0; i < readers->len; i++)
    g_ptr_array_add (users, ((KontorLinkedReader *) readers->pdata[i])->user);
  g_ptr_array_add (users, NULL);
  question = kontor_usync_write ((const char *const *) users->pdata);
  kontor_session_ask (mend->self->session, question, on_users, mend);
}

static void
on_group (const KontorNode *answer, const GError *error, gpointer data)
{
  g_autoptr(Mend) mend = data;

  if (error != NULL || !is_online (mend))
    return;
  kontor_linked_keep_groups (mend->self, answer);
  ask_users (g_steal_pointer (&mend));
}

void
kontor_linked_mend (KontorLinkedDevice *self, const char *id, GPtrArray *reached)
{
  g_autoptr(KontorLinkedKept) kept = kontor_linked_find_sent (self, id);
  g_autoptr(KontorNode) question = NULL;
  Mend *mend;

  if (kept == NULL)
    return;
  mend = g_new0 (Mend, 1);
  *mend = (Mend) { g_object_ref (self), g_steal_pointer (&kept), g_strdup (id),
                   g_ptr_array_ref (reached) };
  if (!kontor_groups_is_one (mend->kept->user))
    {
      ask_users (mend);
      return;
    }
  question = kontor_groups_write_query (mend->kept->user);
  kontor_session_ask (self->session, question, on_group, mend);
}
