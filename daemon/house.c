/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "house.h"

#include <glib/gstdio.h>

#include "assistant/models/provider-test.h"
#include "assistant/prompts.h"
#include "base/secrets.h"
#include "contacts/teammates.h"
#include "desk/demo.h"
#include "inbox/conversation.h"
#include "inbox/later.h"
#include "inbox/own-texts.h"
#include "inbox/search.h"
#include "inbox/turns.h"
#include "inbox/typing.h"
#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

#define KEY_NAME "store-key"
/* Words are indexed when nothing came in for a moment, at the latest after a few of them. */
#define INDEX_PAUSE_MS 500
#define INDEX_MOST_PAUSES 4
#define INDEX_AT_ONCE 100

static GBytes *
decode_key (const char *text, GError **error)
{
  gsize size = 0;
  guint8 *bytes = g_base64_decode (text, &size);

  if (size == KONTOR_SEAL_KEY_SIZE)
    return g_bytes_new_take (bytes, size);
  g_free (bytes);
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                       "the key in the keyring is not one of Kontor's");

  return NULL;
}

/* A key is made once, for a database that never had one. */
static GBytes *
make_key (KontorSecrets *secrets, GError **error)
{
  g_autoptr(GBytes) key = kontor_seal_make_key ();
  g_autofree char *text = g_base64_encode (g_bytes_get_data (key, NULL), g_bytes_get_size (key));

  if (!kontor_secrets_store (secrets, KEY_NAME, text, "Kontor: the key to what is sealed", error))
    return NULL;

  return g_steal_pointer (&key);
}

static GBytes *
find_key (KontorSecrets *secrets, gboolean expected, GError **error)
{
  g_autoptr(GError) local = NULL;
  char *text;
  GBytes *key;

  if (!kontor_secrets_unlock (secrets, error))
    return NULL;
  text = kontor_secrets_lookup (secrets, KEY_NAME, expected, &local);
  if (text == NULL && !expected && g_error_matches (local, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND))
    return make_key (secrets, error);
  if (text == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  key = decode_key (text, error);
  kontor_secrets_wipe (text);

  return key;
}

KontorStore *
kontor_house_open_store (const char *folder, gboolean use_keyring, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "kontor.db", NULL);
  static GBytes *own_key;
  g_autoptr(KontorStore) store = NULL;
  g_autoptr(GBytes) key = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "the folder %s cannot be made",
                   folder);
      return NULL;
    }
  store = kontor_store_open (path, error);
  if (store == NULL)
    return NULL;
  if (!use_keyring && own_key == NULL)
    own_key = kontor_seal_make_key ();
  if (use_keyring)
    {
      KontorSecrets *secrets = kontor_secrets_open (folder, error);

      if (secrets == NULL)
        return NULL;
      kontor_store_take_secrets (store, secrets);
    }
  key = use_keyring ? find_key (kontor_store_get_secrets (store), kontor_store_has_key (store),
                                error)
                    : g_bytes_ref (own_key);
  if (key == NULL || !kontor_store_set_key (store, key, error))
    return NULL;

  return g_steal_pointer (&store);
}

/* A new business has its record, its owner and a channel to practise on. */
static gboolean
furnish (KontorStore *store, const char *demo, GError **error)
{
  gint64 channels = kontor_records_count (store, kontor_kind_find ("channel"), NULL, error);
  g_autoptr(GVariant) owner = NULL;
  g_autoptr(GVariant) practice = NULL;
  g_autofree char *id = NULL;

  if (channels != 0)
    return channels > 0;
  if (demo != NULL && !kontor_demo_load (store, demo, error))
    return FALSE;
  if (!kontor_business_ensure (store, "My business", error))
    return FALSE;
  owner = kontor_teammates_ensure_owner (store, g_get_real_name (), error);
  if (owner == NULL)
    return FALSE;
  practice =
    g_variant_ref_sink (g_variant_new_parsed ("{'name': <'Practice'>, 'kind': <'practice'>}"));
  id = kontor_keep_save (store, &kontor_actor_system, kontor_kind_find ("channel"), NULL, practice,
                         error);

  return id != NULL;
}

static gboolean
furnish_whole (KontorStore *store, const char *demo, GError **error)
{
  if (!kontor_store_begin (store, error))
    return FALSE;
  if (furnish (store, demo, error) && kontor_assistants_furnish (store, error) &&
      kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

static gboolean
on_received (KontorLines *lines, KontorChannel *channel, KontorBatch *batch, KontorHouse *self)
{
  kontor_typists_hear (self->typists, channel, batch);
  kontor_receive_take (self->receive, channel, batch);

  return TRUE;
}

/* What may be said without a person is shown being written. */
static void
on_asked (KontorDesk *desk, gint64 conversation, KontorHouse *self)
{
  g_autoptr(KontorConversation) about = kontor_conversation_get (self->store, conversation, NULL);
  g_autoptr(GError) error = NULL;

  if (about != NULL && about->mode == KONTOR_MODE_AUTOMATIC &&
      !kontor_typing_tell (self->store, self->lines, conversation, TRUE, &error))
    g_debug ("%s", error->message);
}

static gboolean
on_index_idle (gpointer data)
{
  KontorHouse *self = data;
  g_autoptr(GError) error = NULL;
  gboolean more;

  if (!kontor_search_catch_up (self->store, INDEX_AT_ONCE, &more, &error))
    {
      g_warning ("messages cannot be indexed: %s", error->message);
      more = FALSE;
    }
  if (!more)
    self->index_idle = 0;

  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
on_index_pause (gpointer data)
{
  KontorHouse *self = data;

  if (self->index_touched && ++self->index_pauses < INDEX_MOST_PAUSES)
    {
      self->index_touched = FALSE;
      return G_SOURCE_CONTINUE;
    }
  self->index_idle = g_idle_add_full (G_PRIORITY_LOW, on_index_idle, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  KontorHouse *self = data;

  if (!g_str_equal (kind, "message"))
    return;
  self->index_touched = TRUE;
  if (self->index_idle != 0)
    return;
  self->index_pauses = 0;
  self->index_idle = g_timeout_add_full (G_PRIORITY_LOW, INDEX_PAUSE_MS, on_index_pause, self,
                                         NULL);
}

/* Who does what the agenda says is due, and who hears what lines say of themselves. */
static void
listen (KontorHouse *self)
{
  kontor_agenda_on (self->agenda, "outbox", kontor_outbox_retry, self->outbox);
  kontor_agenda_on (self->agenda, "unknown", kontor_outbox_ask_people, self->store);
  kontor_agenda_on (self->agenda, "media", kontor_media_jobs_retry, self->media);
  kontor_agenda_on (self->agenda, KONTOR_TEMPLATES_LIST, kontor_templates_list, self->templates);
  kontor_agenda_on (self->agenda, KONTOR_TEMPLATES_LIST_AGAIN, kontor_templates_list,
                    self->templates);
  kontor_agenda_on (self->agenda, KONTOR_TEMPLATES_ASK, kontor_templates_ask, self->templates);
  kontor_agenda_on (self->agenda, KONTOR_PAYMENTS_PAYMENT, kontor_payments_go_payment,
                    self->payments);
  kontor_agenda_on (self->agenda, KONTOR_PAYMENTS_REFUND, kontor_payments_go_refund,
                    self->payments);
  kontor_agenda_on (self->agenda, KONTOR_PAYMENTS_PAY_OUT, kontor_payments_go_pay_out,
                    self->payments);
  kontor_agenda_on (self->agenda, KONTOR_PAYMENTS_TEST, kontor_payments_go_test, self->payments);
  kontor_agenda_on (self->agenda, KONTOR_PAYMENTS_RECONCILE, kontor_payments_go_reconcile,
                    self->payments);
  kontor_agenda_on (self->agenda, KONTOR_WELCOME_SEND, kontor_welcome_send, self->welcome);
  kontor_agenda_on (self->agenda, KONTOR_PROVIDER_TEST, kontor_provider_test, self->choose);
  kontor_receive_on (self->receive, "template", kontor_templates_follow);
  kontor_agenda_on (self->agenda, KONTOR_TURNS_ANSWER, kontor_desk_answer, self->desk);
  kontor_agenda_on (self->agenda, KONTOR_LATER, kontor_later_say, self->store);
  kontor_agenda_on (self->agenda, "unsnooze", kontor_conversation_unsnooze, self->store);
}

KontorHouse *
kontor_house_open (const char *folder, KontorStore *store, const char *demo, GError **error)
{
  g_autoptr(KontorHouse) self = g_new0 (KontorHouse, 1);

  self->folder = g_strdup (folder);
  self->store = store;
  if (!furnish_whole (store, demo, error))
    return NULL;
  self->lines = kontor_lines_new (store);
  self->receive = kontor_receive_new (store);
  self->typists = kontor_typists_new (store, self->lines);
  self->outbox = kontor_outbox_new (store, self->lines, folder);
  self->media = kontor_media_jobs_new (store, self->lines, folder);
  self->agenda = kontor_agenda_new (store);
  self->templates = kontor_templates_new (store, self->lines);
  self->payments = kontor_payments_new (store);
  self->welcome = kontor_welcome_new (store, folder);
  self->choose = kontor_choose_new (store);
  self->learn = kontor_learn_new (store);
  self->desk = kontor_desk_new (store, self->choose);
  g_signal_connect (self->lines, "received", G_CALLBACK (on_received), self);
  g_signal_connect (self->desk, "asked", G_CALLBACK (on_asked), self);
  listen (self);

  if (!kontor_own_texts_use (store, error) || !kontor_lines_open (self->lines, error) ||
      !kontor_outbox_open (self->outbox, error) ||
      !kontor_payments_open (self->payments, error))
    return NULL;
  self->index_watch = kontor_store_watch (store, on_touched, self);
  kontor_agenda_open (self->agenda);
  kontor_media_jobs_open (self->media);
  kontor_desk_open (self->desk);

  return g_steal_pointer (&self);
}

void
kontor_house_close (KontorHouse *self)
{
  if (self->lines != NULL)
    kontor_lines_close (self->lines);
  if (self->outbox != NULL)
    g_object_run_dispose (G_OBJECT (self->outbox));
  g_clear_object (&self->desk);
  g_clear_object (&self->agenda);
  if (self->choose != NULL)
    g_object_run_dispose (G_OBJECT (self->choose));
  g_clear_object (&self->choose);
  if (self->learn != NULL)
    g_object_run_dispose (G_OBJECT (self->learn));
  g_clear_object (&self->learn);
  if (self->templates != NULL)
    g_object_run_dispose (G_OBJECT (self->templates));
  g_clear_object (&self->templates);
  if (self->payments != NULL)
    g_object_run_dispose (G_OBJECT (self->payments));
  g_clear_object (&self->payments);
  if (self->welcome != NULL)
    g_object_run_dispose (G_OBJECT (self->welcome));
  g_clear_object (&self->welcome);
  if (self->media != NULL)
    g_object_run_dispose (G_OBJECT (self->media));
  g_clear_object (&self->media);
  g_clear_object (&self->outbox);
  g_clear_object (&self->receive);
  g_clear_object (&self->typists);
  g_clear_object (&self->lines);
  g_clear_handle_id (&self->index_idle, g_source_remove);
  if (self->index_watch != 0)
    kontor_store_unwatch (self->store, self->index_watch);
  kontor_own_texts_leave (self->store);
  kontor_store_close (self->store);
  g_free (self->folder);
  g_free (self);
}

static gboolean
erase_tree (const char *path, GError **error)
{
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR) &&
                       !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
  g_autoptr(GDir) dir = is_folder ? g_dir_open (path, 0, error) : NULL;
  const char *name;

  if (is_folder && dir == NULL)
    return FALSE;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (!erase_tree (inside, error))
        return FALSE;
    }
  if (g_remove (path) == 0)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s cannot be removed", path);

  return FALSE;
}

gboolean
kontor_house_erase (const char *folder, GError **error)
{
  g_autoptr(KontorSecrets) secrets = kontor_secrets_open (folder, error);

  return secrets != NULL && kontor_secrets_clear_all (secrets, error) &&
         erase_tree (folder, error);
}
