/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A device whose keys lie in the store, written to by one whose keys lie in memory. What is kept of
 * each message stands in a table beside, in the same transaction as the step of the ratchet. */
#include "channels/linked-device-table.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fakes/store-folder.h"
#include "protocol/signal.h"

#define NOW_US G_GINT64_CONSTANT (1763712000000000)
#define MESSAGES 8

static const KontorSignalAddress anna = { "11@lid", 0 }, ben = { "22@lid", 3 };

typedef struct {
  StoreFolder         folder;
  GBytes             *key;
  KontorLinkedKeys   *keys;
  KontorSignal       *ours;
  KontorSignalMemory *memory;
  KontorSignal       *other;
} Fixture;

static void
open_keys (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (kontor_store_set_key (fixture->folder.store, fixture->key, &error));
  fixture->keys = kontor_linked_keys_new (fixture->folder.store, "CH1");
  fixture->ours = kontor_signal_new (kontor_linked_keys_get_store (fixture->keys), NOW_US, &error);
  g_assert_no_error (error);
  g_assert_true (kontor_linked_keys_flush (fixture->keys, &error));
}

static void
close_keys (Fixture *fixture)
{
  g_clear_pointer (&fixture->ours, kontor_signal_free);
  g_clear_pointer (&fixture->keys, kontor_linked_keys_free);
}

static void
reopen (Fixture *fixture)
{
  close_keys (fixture);
  store_folder_reopen (&fixture->folder);
  open_keys (fixture);
}

/* The other side has begun a session with ours, and its first message was read and kept. */
static void
begin (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  KontorPrekeyBundle bundle = { kontor_signal_get_registration_id (fixture->ours) };
  g_autoptr(GArray) keys = kontor_signal_list_prekeys (fixture->ours, 1, &error);

  memcpy (bundle.identity, kontor_signal_get_identity (fixture->ours)->public_key,
          KONTOR_KEY_SIZE);
  g_assert_true (kontor_signal_find_signed (fixture->ours, &bundle.signed_prekey, &error));
  bundle.has_prekey = TRUE;
  bundle.prekey = g_array_index (keys, KontorPrekey, 0);
  g_assert_true (kontor_linked_keys_flush (fixture->keys, &error));
  g_assert_cmpint (kontor_signal_begin (fixture->other, &ben, &bundle, &error), ==,
                   KONTOR_SIGNAL_FINE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  store_folder_make (&fixture->folder, "CREATE TABLE kept (text TEXT)");
  store_run (fixture->folder.store, "INSERT INTO channel (name, kind) VALUES ('Phone', 'linked')");
  fixture->key = kontor_seal_make_key ();
  open_keys (fixture);
  fixture->memory = kontor_signal_memory_new ();
  fixture->other = kontor_signal_new (kontor_signal_memory_get_store (fixture->memory), NOW_US,
                                      NULL);
  begin (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_keys (fixture);
  kontor_signal_free (fixture->other);
  kontor_signal_memory_free (fixture->memory);
  g_bytes_unref (fixture->key);
  store_folder_remove (&fixture->folder, NULL);
}

typedef struct {
  KontorCipher  cipher;
  GBytes       *sealed;
} Sent;

static Sent
write_message (KontorSignal *from, const KontorSignalAddress *to, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) plain = g_bytes_new (text, strlen (text));
  Sent sent = { 0 };

  g_assert_cmpint (kontor_signal_encrypt (from, to, plain, &sent.cipher, &sent.sealed, &error), ==,
                   KONTOR_SIGNAL_FINE);

  return sent;
}

static void
sent_clear (Sent *sent)
{
  g_bytes_unref (sent->sealed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sent, sent_clear)

static char *
read_message (KontorSignal *at, const KontorSignalAddress *from, const Sent *sent,
              KontorSignalOutcome wanted)
{
  g_autoptr(GBytes) plain = NULL;
  KontorSignalOutcome outcome = kontor_signal_decrypt (at, from, sent->cipher, sent->sealed,
                                                       &plain, NULL);

  g_assert_cmpstr (kontor_signal_outcome_get_name (outcome), ==,
                   kontor_signal_outcome_get_name (wanted));

  return plain != NULL ? g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain))
                       : NULL;
}

/* What receive does: message and step in one transaction. */
static gboolean
keep (KontorStore *store, const char *text, KontorLinkedChanges *changes)
{
  return kontor_store_run (store, NULL, "INSERT INTO kept (text) VALUES (?)", "s", text) &&
         kontor_linked_changes_write (changes, store, NULL);
}

static void
take_in (Fixture *fixture, const Sent *sent, const char *wanted)
{
  g_autofree char *text = read_message (fixture->ours, &anna, sent, KONTOR_SIGNAL_FINE);
  KontorLinkedChanges *changes = kontor_linked_keys_take (fixture->keys);
  KontorStore *store = fixture->folder.store;

  g_assert_cmpstr (text, ==, wanted);
  g_assert_true (kontor_store_begin (store, NULL));
  g_assert_true (keep (store, text, changes));
  g_assert_true (kontor_store_commit (store, NULL));
  kontor_linked_keys_settle (fixture->keys, changes, TRUE);
}

static gint64
count_kept (Fixture *fixture)
{
  return store_number (fixture->folder.store, "SELECT COUNT(*) FROM kept");
}

static void
test_a_device_is_the_same_after_a_restart (Fixture *fixture, gconstpointer data)
{
  const KontorKeyPair pair = *kontor_signal_get_identity (fixture->ours);
  guint32 id = kontor_signal_get_registration_id (fixture->ours);
  g_auto(Sent) first = write_message (fixture->other, &ben, "hello");
  g_auto(Sent) second = { 0 };

  take_in (fixture, &first, "hello");
  reopen (fixture);
  g_assert_cmpuint (kontor_signal_get_registration_id (fixture->ours), ==, id);
  g_assert_cmpmem (kontor_signal_get_identity (fixture->ours), sizeof pair, &pair, sizeof pair);
  second = write_message (fixture->other, &ben, "again");
  take_in (fixture, &second, "again");
}

static gboolean
holds (GBytes *file, const guint8 *bytes, gsize size)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);

  for (gsize at = 0; at + size <= length; at++)
    if (memcmp (data + at, bytes, size) == 0)
      return TRUE;

  return FALSE;
}

static void
test_no_key_lies_open_in_the_file (Fixture *fixture, gconstpointer data)
{
  const KontorKeyPair pair = *kontor_signal_get_identity (fixture->ours);
  char *contents = NULL;
  gsize size;
  g_autoptr(GBytes) file = NULL;

  close_keys (fixture);
  kontor_store_close (g_steal_pointer (&fixture->folder.store));
  g_assert_true (g_file_get_contents (fixture->folder.path, &contents, &size, NULL));
  file = g_bytes_new_take (contents, size);
  g_assert_true (holds (file, (const guint8 *) "linked_record", 13));
  g_assert_false (holds (file, pair.private_key, 16));
  g_assert_false (holds (file, (const guint8 *) anna.user, strlen (anna.user)));
}

static void
test_a_transaction_taken_back_loses_neither_message_nor_step (Fixture *fixture,
                                                              gconstpointer data)
{
  KontorStore *store = fixture->folder.store;
  g_auto(Sent) sent = write_message (fixture->other, &ben, "hello");
  g_autofree char *text = read_message (fixture->ours, &anna, &sent, KONTOR_SIGNAL_FINE);
  KontorLinkedChanges *changes = kontor_linked_keys_take (fixture->keys);

  g_assert_true (kontor_store_begin (store, NULL));
  g_assert_true (keep (store, text, changes));
  kontor_store_undo (store);
  kontor_linked_keys_settle (fixture->keys, changes, FALSE);
  g_assert_cmpint (count_kept (fixture), ==, 0);
  take_in (fixture, &sent, "hello");
  g_assert_cmpint (count_kept (fixture), ==, 1);
  g_free (read_message (fixture->ours, &anna, &sent, KONTOR_SIGNAL_DUPLICATE));
}

/* Ends in the middle of the transaction, as a process does that is killed. */
static void
crash_in_between (Fixture *fixture, const Sent *sent)
{
  g_autofree char *text = NULL;
  KontorLinkedChanges *changes;

  fixture->folder.store = store_open (fixture->folder.path);
  open_keys (fixture);
  text = read_message (fixture->ours, &anna, sent, KONTOR_SIGNAL_FINE);
  changes = kontor_linked_keys_take (fixture->keys);
  if (!kontor_store_begin (fixture->folder.store, NULL) ||
      !keep (fixture->folder.store, text, changes))
    _exit (1);
  _exit (0);
}

static void
test_a_crash_in_between_loses_neither_message_nor_step (Fixture *fixture, gconstpointer data)
{
  g_auto(Sent) sent = write_message (fixture->other, &ben, "hello");
  int status;
  pid_t child;

  close_keys (fixture);
  kontor_store_close (g_steal_pointer (&fixture->folder.store));
  child = fork ();
  if (child == 0)
    crash_in_between (fixture, &sent);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  fixture->folder.store = store_open (fixture->folder.path);
  open_keys (fixture);
  g_assert_cmpint (count_kept (fixture), ==, 0);
  take_in (fixture, &sent, "hello");
}

static void
test_what_stands_upon_a_lost_step_is_refused (Fixture *fixture, gconstpointer data)
{
  KontorStore *store = fixture->folder.store;
  g_auto(Sent) first = write_message (fixture->other, &ben, "first");
  g_auto(Sent) second = write_message (fixture->other, &ben, "second");
  g_autofree char *one = read_message (fixture->ours, &anna, &first, KONTOR_SIGNAL_FINE);
  KontorLinkedChanges *lost = kontor_linked_keys_take (fixture->keys);
  g_autofree char *two = read_message (fixture->ours, &anna, &second, KONTOR_SIGNAL_FINE);
  KontorLinkedChanges *upon = kontor_linked_keys_take (fixture->keys);

  kontor_linked_keys_settle (fixture->keys, lost, FALSE);
  g_assert_true (kontor_store_begin (store, NULL));
  g_assert_false (keep (store, two, upon));
  kontor_store_undo (store);
  kontor_linked_keys_settle (fixture->keys, upon, FALSE);
  take_in (fixture, &first, "first");
  take_in (fixture, &second, "second");
  g_assert_cmpint (count_kept (fixture), ==, 2);
}

static void
test_many_messages_go_into_one_transaction (Fixture *fixture, gconstpointer data)
{
  KontorStore *store = fixture->folder.store;
  KontorLinkedChanges *changes[MESSAGES];

  for (guint i = 0; i < MESSAGES; i++)
    {
      g_auto(Sent) sent = write_message (fixture->other, &ben, "many");

      g_free (read_message (fixture->ours, &anna, &sent, KONTOR_SIGNAL_FINE));
      changes[i] = kontor_linked_keys_take (fixture->keys);
    }
  g_assert_true (kontor_store_begin (store, NULL));
  for (guint i = 0; i < MESSAGES; i++)
    g_assert_true (keep (store, "many", changes[i]));
  g_assert_true (kontor_store_commit (store, NULL));
  for (guint i = 0; i < MESSAGES; i++)
    kontor_linked_keys_settle (fixture->keys, changes[i], TRUE);
  reopen (fixture);
  {
    g_auto(Sent) next = write_message (fixture->other, &ben, "next");

    take_in (fixture, &next, "next");
  }
}

/* The step is kept before the message leaves, so no key seals two messages. */
static void
test_no_key_serves_twice_after_a_crash (Fixture *fixture, gconstpointer data)
{
  g_auto(Sent) hello = write_message (fixture->other, &ben, "hello");
  g_auto(Sent) one = { 0 }, two = { 0 };
  g_autofree char *first = NULL, *second = NULL;

  take_in (fixture, &hello, "hello");
  one = write_message (fixture->ours, &anna, "one");
  g_assert_true (kontor_linked_keys_flush (fixture->keys, NULL));
  reopen (fixture);
  two = write_message (fixture->ours, &anna, "two");
  first = read_message (fixture->other, &ben, &one, KONTOR_SIGNAL_FINE);
  second = read_message (fixture->other, &ben, &two, KONTOR_SIGNAL_FINE);
  g_assert_cmpstr (first, ==, "one");
  g_assert_cmpstr (second, ==, "two");
}

static void
assert_numbers (Fixture *fixture, guint length, guint32 last)
{
  g_autoptr(GArray) numbers = kontor_linked_keys_list (fixture->keys, "device", "11", NULL);

  g_assert_cmpuint (numbers->len, ==, length);
  if (length > 0)
    g_assert_cmpuint (g_array_index (numbers, guint32, length - 1), ==, last);
}

static void
test_records_of_the_channels_own_are_kept_as_well (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) record = g_bytes_new_static ("x\0y", 3), empty = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) found = NULL, nothing = NULL, gone = NULL;
  KontorLinkedKeys *keys = fixture->keys;

  g_assert_true (kontor_linked_keys_save (keys, "device", "11", 7, record, NULL));
  g_assert_true (kontor_linked_keys_save (keys, "device", "11", 3, empty, NULL));
  assert_numbers (fixture, 2, 7);
  g_assert_true (kontor_linked_keys_flush (keys, NULL));
  g_assert_true (kontor_linked_keys_save (keys, "device", "11", 7, NULL, NULL));
  assert_numbers (fixture, 1, 3);
  g_assert_true (kontor_linked_keys_load (keys, "device", "11", 7, &gone, NULL));
  g_assert_null (gone);
  kontor_linked_keys_settle (keys, kontor_linked_keys_take (keys), FALSE);
  assert_numbers (fixture, 2, 7);
  g_assert_true (kontor_linked_keys_load (keys, "device", "11", 7, &found, NULL));
  g_assert_true (g_bytes_equal (found, record));
  g_assert_true (kontor_linked_keys_load (keys, "device", "11", 3, &nothing, NULL));
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_true (kontor_linked_keys_wipe (keys, NULL));
  assert_numbers (fixture, 0, 0);
}

#define ADD(name, test)                                                       \
  g_test_add ("/linked-device-table/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-device-is-the-same-after-a-restart", test_a_device_is_the_same_after_a_restart);
  ADD ("no-key-lies-open-in-the-file", test_no_key_lies_open_in_the_file);
  ADD ("a-transaction-taken-back-loses-neither-message-nor-step",
       test_a_transaction_taken_back_loses_neither_message_nor_step);
  ADD ("a-crash-in-between-loses-neither-message-nor-step",
       test_a_crash_in_between_loses_neither_message_nor_step);
  ADD ("what-stands-upon-a-lost-step-is-refused", test_what_stands_upon_a_lost_step_is_refused);
  ADD ("many-messages-go-into-one-transaction", test_many_messages_go_into_one_transaction);
  ADD ("no-key-serves-twice-after-a-crash", test_no_key_serves_twice_after_a_crash);
  ADD ("records-of-the-channels-own-are-kept-as-well",
       test_records_of_the_channels_own_are_kept_as_well);

  return g_test_run ();
}
