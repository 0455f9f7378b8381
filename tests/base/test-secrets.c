/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The secrets on libsecret's file, and on buses where no keyring answers. */
#include "fakes/secrets.h"

#include <glib/gstdio.h>

typedef struct {
  char *folder;
  char *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("kontor-secrets-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->file = g_build_filename (fixture->folder, "keyring", NULL);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", fixture->file, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "a good password", TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (fixture->file, "~", NULL);

  g_unlink (fixture->file);
  g_unlink (backup);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->file);
  g_free (fixture->folder);
}

static KontorSecrets *
open_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  KontorSecrets *secrets = kontor_secrets_open (folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (secrets);

  return secrets;
}

static void
test_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) secrets = open_folder ("one");

  secrets_keeps (secrets, "store-key", "first");
  secrets_gives (secrets, "store-key", "first");
  secrets_keeps (secrets, "store-key", "second — ü");
  secrets_gives (secrets, "store-key", "second — ü");
}

static void
test_survives (Fixture *fixture, gconstpointer data)
{
  KontorSecrets *secrets = open_folder ("one");

  secrets_keeps (secrets, "store-key", "kept");
  kontor_secrets_free (secrets);

  secrets = open_folder ("one");
  secrets_gives (secrets, "store-key", "kept");
  kontor_secrets_free (secrets);
}

static void
test_folders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) one = open_folder ("one");
  g_autoptr (KontorSecrets) two = open_folder ("two");
  g_autoptr (GError) error = NULL;

  secrets_keeps (one, "store-key", "of one");
  secrets_refuses (two, "store-key", FALSE, KONTOR_ERROR_NOT_FOUND);
  secrets_keeps (two, "store-key", "of two");
  secrets_gives (one, "store-key", "of one");

  kontor_secrets_clear (two, "store-key", &error);
  g_assert_no_error (error);
  secrets_gives (one, "store-key", "of one");
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) secrets = open_folder ("one");
  g_autoptr (GError) error = NULL;

  secrets_keeps (secrets, "a", "1");
  secrets_keeps (secrets, "b", "2");
  g_assert_true (kontor_secrets_clear (secrets, "a", &error));
  g_assert_no_error (error);
  g_assert_true (kontor_secrets_clear (secrets, "a", &error));
  g_assert_no_error (error);

  secrets_refuses (secrets, "a", FALSE, KONTOR_ERROR_NOT_FOUND);
  secrets_gives (secrets, "b", "2");
}

static void
test_never_stored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) secrets = open_folder ("one");

  secrets_refuses (secrets, "store-key", FALSE, KONTOR_ERROR_NOT_FOUND);
  secrets_refuses (secrets, "store-key", TRUE, KONTOR_ERROR_TRY_LATER);
}

static void
test_wrong_password (Fixture *fixture, gconstpointer data)
{
  KontorSecrets *secrets = open_folder ("one");

  secrets_keeps (secrets, "store-key", "kept");
  kontor_secrets_free (secrets);

  g_setenv ("SECRET_FILE_TEST_PASSWORD", "a wrong password", TRUE);
  secrets = open_folder ("one");
  secrets_refuses (secrets, "store-key", TRUE, KONTOR_ERROR_TRY_LATER);
  kontor_secrets_free (secrets);

  g_setenv ("SECRET_FILE_TEST_PASSWORD", "a good password", TRUE);
  secrets = open_folder ("one");
  secrets_gives (secrets, "store-key", "kept");
  kontor_secrets_free (secrets);
}

static void
test_garbage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->file, "this is no keyring at all", -1, &error);
  g_assert_no_error (error);
  g_assert_null (kontor_secrets_open ("one", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
}

static void
test_unlock_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) secrets = open_folder ("one");
  g_autoptr (GError) error = NULL;

  g_assert_true (kontor_secrets_unlock (secrets, &error));
  g_assert_no_error (error);
}

static void
test_no_service (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GError) error = NULL;

  g_setenv ("SECRET_BACKEND", "service", TRUE);
  g_test_dbus_up (bus);
  g_assert_null (kontor_secrets_open ("one", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "gnome-keyring"));
  g_assert_nonnull (strstr (error->message, "KWallet"));
  g_test_dbus_down (bus);
}

static void
test_no_bus (void)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("SECRET_BACKEND", "service", TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all", TRUE);
  g_assert_null (kontor_secrets_open ("one", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "session bus"));
}

static GDBusMessage *
drop_calls (GDBusConnection *connection, GDBusMessage *message, gboolean incoming, gpointer data)
{
  if (incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    {
      g_object_unref (message);
      return NULL;
    }

  return message;
}

/* The limit is the test's subject: the only wait there is is for it to end. */
static void
test_hung_service (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) deaf = NULL;
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("SECRET_BACKEND", "service", TRUE);
  g_test_dbus_up (bus);
  deaf = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_add_filter (deaf, drop_calls, NULL, NULL);
  owned = g_dbus_connection_call_sync (deaf, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.secrets", 4), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  g_assert_null (kontor_secrets_open_within ("one", 200, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);

  g_dbus_connection_close_sync (deaf, NULL, NULL);
  g_test_dbus_down (bus);
}

#define FILE_TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* The buses come first: GTestDBus forks, which wants a process without threads. */
  g_test_add_func ("/secrets/without-a-keyring-it-says-what-to-install", test_no_service);
  g_test_add_func ("/secrets/without-a-bus-it-says-so", test_no_bus);
  g_test_add_func ("/secrets/a-keyring-that-never-answers-is-try-later", test_hung_service);
  FILE_TEST ("/secrets/what-is-stored-is-given-and-replaced", test_store);
  FILE_TEST ("/secrets/what-is-stored-is-there-the-next-time", test_survives);
  FILE_TEST ("/secrets/two-folders-never-share-a-secret", test_folders);
  FILE_TEST ("/secrets/clearing-takes-one-and-may-be-repeated", test_clear);
  FILE_TEST ("/secrets/only-what-was-never-stored-is-not-found", test_never_stored);
  FILE_TEST ("/secrets/a-wrong-password-is-try-later-and-loses-nothing", test_wrong_password);
  FILE_TEST ("/secrets/a-file-of-garbage-does-not-open", test_garbage);
  FILE_TEST ("/secrets/a-file-needs-no-unlocking", test_unlock_file);

  return g_test_run ();
}
