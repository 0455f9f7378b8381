/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The secrets on a real gnome-keyring, open and locked, on a bus and in folders of its own. */
#include "fakes/secrets.h"

#include <string.h>

#include <glib/gstdio.h>

#define SERVICE "org.freedesktop.secrets"
#define LIMIT_MS 10000

typedef struct {
  GTestDBus *bus;
  GSubprocess *keyring;
  GMainLoop *loop;
  char *home;
  gboolean there;
} Fixture;

static void
on_appeared (GDBusConnection *connection, const char *name, const char *owner, gpointer data)
{
  Fixture *fixture = data;

  fixture->there = TRUE;
  g_main_loop_quit (fixture->loop);
}

static void
on_vanished (GDBusConnection *connection, const char *name, gpointer data)
{
  Fixture *fixture = data;

  if (fixture->there)
    g_main_loop_quit (fixture->loop);
}

static gboolean
on_too_long (gpointer data)
{
  g_assert_not_reached ();

  return G_SOURCE_REMOVE;
}

static void
run_until_moved (Fixture *fixture)
{
  guint limit = g_timeout_add (LIMIT_MS, on_too_long, NULL);

  g_main_loop_run (fixture->loop);
  g_source_remove (limit);
}

/* With a password the keyring is opened or made; without, it stays as it lies on the disk. */
static void
start_keyring (Fixture *fixture, const char *password)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;
  GOutputStream *pipe;
  guint watch;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                        G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", fixture->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", fixture->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "HOME", fixture->home, TRUE);
  fixture->keyring = g_subprocess_launcher_spawn (launcher, &error, "gnome-keyring-daemon",
                                                  "--foreground", "--components=secrets",
                                                  password != NULL ? "--unlock" : NULL, NULL);
  g_assert_no_error (error);

  pipe = g_subprocess_get_stdin_pipe (fixture->keyring);
  if (password != NULL)
    g_output_stream_write_all (pipe, password, strlen (password), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (pipe, NULL, &error);
  g_assert_no_error (error);

  fixture->there = FALSE;
  watch = g_bus_watch_name (G_BUS_TYPE_SESSION, SERVICE, G_BUS_NAME_WATCHER_FLAGS_NONE, on_appeared,
                            NULL, fixture, NULL);
  run_until_moved (fixture);
  g_bus_unwatch_name (watch);
}

static void
stop_keyring (Fixture *fixture)
{
  guint watch = g_bus_watch_name (G_BUS_TYPE_SESSION, SERVICE, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                  on_vanished, fixture, NULL);

  fixture->there = TRUE;
  g_subprocess_force_exit (fixture->keyring);
  g_subprocess_wait (fixture->keyring, NULL, NULL);
  run_until_moved (fixture);
  g_bus_unwatch_name (watch);
  g_clear_object (&fixture->keyring);
}

static void
lock_keyring (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) alias = NULL;
  g_autoptr (GVariant) locked = NULL;
  g_autoptr (GError) error = NULL;
  const char *paths[2] = { NULL };

  alias = g_dbus_connection_call_sync (bus, SERVICE, "/org/freedesktop/secrets",
                                       "org.freedesktop.Secret.Service", "ReadAlias",
                                       g_variant_new ("(s)", "default"), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, LIMIT_MS, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (alias, "(&o)", &paths[0]);
  locked = g_dbus_connection_call_sync (bus, SERVICE, "/org/freedesktop/secrets",
                                        "org.freedesktop.Secret.Service", "Lock",
                                        g_variant_new ("(^ao)", paths), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, LIMIT_MS, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->home = g_dir_make_tmp ("kontor-keyring-XXXXXX", &error);
  g_assert_no_error (error);
  start_keyring (fixture, data);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stop_keyring (fixture);
  /* Going down, GTestDBus waits for the last reference to the connection, which libsecret keeps. */
  g_test_dbus_stop (fixture->bus);
  g_main_loop_unref (fixture->loop);
  remove_folder (fixture->home);
  g_free (fixture->home);
}

static KontorSecrets *
open_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  KontorSecrets *secrets = kontor_secrets_open_within (folder, LIMIT_MS, &error);

  g_assert_no_error (error);

  return secrets;
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) one = open_folder ("one");
  g_autoptr (KontorSecrets) two = open_folder ("two");
  g_autoptr (GError) error = NULL;

  g_assert_true (kontor_secrets_unlock (one, &error));
  g_assert_no_error (error);

  secrets_refuses (one, "store-key", FALSE, KONTOR_ERROR_NOT_FOUND);
  secrets_refuses (one, "store-key", TRUE, KONTOR_ERROR_TRY_LATER);
  secrets_keeps (one, "store-key", "first");
  secrets_keeps (one, "store-key", "second — ü");
  secrets_gives (one, "store-key", "second — ü");
  secrets_refuses (two, "store-key", FALSE, KONTOR_ERROR_NOT_FOUND);

  g_assert_true (kontor_secrets_clear (one, "store-key", &error));
  g_assert_no_error (error);
  g_assert_true (kontor_secrets_clear (one, "store-key", &error));
  g_assert_no_error (error);
  secrets_refuses (one, "store-key", FALSE, KONTOR_ERROR_NOT_FOUND);
}

static void
assert_locked (KontorSecrets *secrets)
{
  g_autoptr (GError) error = NULL;

  secrets_refuses (secrets, "store-key", TRUE, KONTOR_ERROR_TRY_LATER);
  secrets_refuses (secrets, "store-key", FALSE, KONTOR_ERROR_TRY_LATER);
  secrets_refuses (secrets, "never-stored", FALSE, KONTOR_ERROR_TRY_LATER);

  g_assert_false (kontor_secrets_store (secrets, "store-key", "another", "Kontor test", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  g_clear_error (&error);

  g_assert_false (kontor_secrets_clear (secrets, "store-key", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) secrets = open_folder ("one");

  secrets_keeps (secrets, "store-key", "kept");
  lock_keyring ();
  assert_locked (secrets);
}

static void
test_unlock_unanswered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) secrets = open_folder ("one");
  g_autoptr (GError) error = NULL;

  lock_keyring ();
  g_assert_false (kontor_secrets_unlock (secrets, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
}

/* Also: a handle lives through a new keyring daemon. */
static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) secrets = open_folder ("one");

  secrets_keeps (secrets, "store-key", "kept");
  stop_keyring (fixture);
  start_keyring (fixture, NULL);
  assert_locked (secrets);

  stop_keyring (fixture);
  start_keyring (fixture, data);
  secrets_gives (secrets, "store-key", "kept");
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KontorSecrets) secrets = open_folder ("one");
  g_autoptr (GError) error = NULL;

  secrets_refuses (secrets, "store-key", FALSE, KONTOR_ERROR_TRY_LATER);
  g_assert_false (kontor_secrets_store (secrets, "store-key", "1", "Kontor test", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  g_clear_error (&error);

  g_assert_false (kontor_secrets_unlock (secrets, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
}

#define KEYRING_TEST(path, password, func) \
  g_test_add (path, Fixture, password, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *keyring = g_find_program_in_path ("gnome-keyring-daemon");

  g_setenv ("SECRET_BACKEND", "service", TRUE);
  g_test_init (&argc, &argv, NULL);

  if (keyring == NULL)
    {
      g_print ("1..0 # SKIP gnome-keyring-daemon is not installed\n");
      return 0;
    }

  KEYRING_TEST ("/keyring/an-open-one-keeps-and-gives", "secret", test_open);
  KEYRING_TEST ("/keyring/a-locked-one-is-try-later-for-everything", "secret", test_locked);
  KEYRING_TEST ("/keyring/unlocking-ends-when-nobody-answers", "secret", test_unlock_unanswered);
  KEYRING_TEST ("/keyring/a-new-daemon-is-locked-until-opened", "secret", test_restart);
  KEYRING_TEST ("/keyring/a-missing-one-is-try-later", NULL, test_missing);

  return g_test_run ();
}
