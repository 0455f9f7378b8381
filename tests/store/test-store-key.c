/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key of a database, and its sealed columns. */
#include "store/store.h"

#include <glib/gstdio.h>

#include "model/error.h"

typedef struct {
  char        *path;
  KontorStore *store;
} Fixture;

static void
reopen (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&fixture->store, kontor_store_close);
  fixture->store = kontor_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  int fd = g_file_open_tmp ("kontor-store-XXXXXX", &fixture->path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  reopen (fixture);
  kontor_store_run (fixture->store, &error,
                    "CREATE TABLE person (id INTEGER PRIMARY KEY, phone, phone_hash)", "");
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  kontor_store_close (fixture->store);
  g_unlink (fixture->path);
  g_free (fixture->path);
}

static gboolean
set_key (Fixture *fixture, guint8 byte, gsize size, GError **error)
{
  guint8 raw[KONTOR_SEAL_KEY_SIZE + 1] = { byte };
  g_autoptr(GBytes) key = g_bytes_new (raw, size);

  return kontor_store_set_key (fixture->store, key, error);
}

static void
must_set_key (Fixture *fixture, guint8 byte)
{
  g_autoptr(GError) error = NULL;

  set_key (fixture, byte, KONTOR_SEAL_KEY_SIZE, &error);
  g_assert_no_error (error);
}

static gboolean
add_person (Fixture *fixture, const char *phone, GError **error)
{
  return kontor_store_run (fixture->store, error, "INSERT INTO person (phone, phone_hash)"
                           " VALUES (?, ?)", "zh", phone, phone);
}

static char *
phone_of (Fixture *fixture, gint64 id, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (fixture->store, error,
    "SELECT phone FROM person WHERE id = ?", "x", id);

  g_assert_nonnull (rows);
  g_assert_true (kontor_rows_next (rows));

  return kontor_rows_dup_sealed (rows, 0, error);
}

static gint64
find (Fixture *fixture, const char *phone)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows = kontor_store_ask (fixture->store, &error,
    "SELECT id FROM person WHERE phone_hash = ?", "h", phone);

  g_assert_no_error (error);

  return kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : 0;
}

static void
test_sealed (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *phone = NULL, *none = NULL, *bytes = NULL;
  gsize size;

  must_set_key (fixture, 1);
  add_person (fixture, "+491701234567", &error);
  g_assert_no_error (error);
  add_person (fixture, NULL, &error);
  g_assert_no_error (error);
  reopen (fixture);
  must_set_key (fixture, 1);
  phone = phone_of (fixture, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (phone, ==, "+491701234567");
  none = phone_of (fixture, 2, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_cmpint (find (fixture, "+491701234567"), ==, 1);
  g_assert_cmpint (find (fixture, "+491701234568"), ==, 0);

  g_clear_pointer (&fixture->store, kontor_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_null (g_strstr_len (bytes, (gssize) size, "1701234567"));
}

static void
test_without_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL, reading = NULL;
  g_autofree char *phone = NULL;

  g_assert_false (add_person (fixture, "+491701234567", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  g_clear_error (&error);
  add_person (fixture, NULL, &error);
  g_assert_no_error (error);
  must_set_key (fixture, 1);
  add_person (fixture, "+491701234567", &error);
  g_assert_no_error (error);
  reopen (fixture);
  phone = phone_of (fixture, 2, &reading);
  g_assert_null (phone);
  g_assert_error (reading, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
}

static void
test_first_key_is_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL, again = NULL;

  g_assert_false (kontor_store_has_key (fixture->store));
  must_set_key (fixture, 1);
  g_assert_true (kontor_store_has_key (fixture->store));
  must_set_key (fixture, 1);
  reopen (fixture);
  g_assert_true (kontor_store_has_key (fixture->store));
  g_assert_false (set_key (fixture, 2, KONTOR_SEAL_KEY_SIZE, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_false (add_person (fixture, "+491701234567", &again));
  g_assert_error (again, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  must_set_key (fixture, 1);
}

static void
test_key_of_another_size (Fixture *fixture, gconstpointer data)
{
  const gsize sizes[] = { 0, 16, 31, 33 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (set_key (fixture, 1, sizes[i], &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }
  g_assert_false (kontor_store_has_key (fixture->store));
}

/* Whoever cannot read it must not take it for a new one. */
static void
test_key_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  kontor_store_run (fixture->store, &error, "DROP TABLE meta", "");
  g_assert_no_error (error);
  g_assert_true (kontor_store_has_key (fixture->store));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL, reading = NULL;
  g_autofree char *phone = NULL;

  must_set_key (fixture, 1);
  add_person (fixture, "+491701234567", &error);
  g_assert_no_error (error);
  kontor_store_run (fixture->store, &error,
                    "UPDATE person SET phone = substr(phone, 1, length(phone) - 1)", "");
  g_assert_no_error (error);
  phone = phone_of (fixture, 1, &reading);
  g_assert_null (phone);
  g_assert_error (reading, KONTOR_ERROR, KONTOR_ERROR_FAILED);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/key/sealed-columns-are-found-by-hash-and-unreadable-in-the-file", test_sealed);
  add ("/store/key/sealed-columns-wait-for-the-key", test_without_key);
  add ("/store/key/the-first-is-remembered-and-any-other-refused", test_first_key_is_remembered);
  add ("/store/key/one-of-another-size-is-refused", test_key_of_another_size);
  add ("/store/key/one-that-cannot-be-looked-up-counts-as-there", test_key_unreadable);
  add ("/store/key/a-damaged-value-is-told", test_damaged);

  return g_test_run ();
}
