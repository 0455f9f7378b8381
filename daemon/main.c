/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c — kontord: options, one daemon for a data folder, and the business that is open. */
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/app-lock.h"
#include "base/log.h"
#include "bus/bus.h"
#include "config.h"
#include "contacts/teammates.h"
#include "desk/demo.h"
#include "desktop/desktop.h"
#include "house.h"
#include "login.h"
#include "model/error.h"
#include "model/language.h"
#include "turn-file.h"

typedef struct {
  char     *data;
  char     *demo;
  gboolean  login;
  gboolean  version;
  char    **turns;
  char     *replay;
} Options;

static const char *
find_demos (void)
{
  const char *given = g_getenv ("KONTOR_DEMO_DIR");

  return given != NULL ? given : KONTOR_DEMO_DIR;
}

static gboolean
parse (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options->data, "Keep the data in FOLDER", "FOLDER" },
    { "turn", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->turns,
      "Play a dialogue and say whether it went as written", "FILE.turn" },
    { "replay", 0, 0, G_OPTION_ARG_FILENAME, &options->replay,
      "Play a recording and print what is answered", "FILE.json" },
    { "shop", 0, 0, G_OPTION_ARG_STRING, &options->demo, "The demo business for --replay", "NAME" },
    { "login", 0, 0, G_OPTION_ARG_NONE, &options->login,
      "Have the bus start it, where a business is kept", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "Print the version", NULL },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context,
                                "Holds the WhatsApp lines of a business and answers on them.");
  g_option_context_add_main_entries (context, entries, NULL);

  return g_option_context_parse (context, argc, argv, error);
}

static int
play (Options *options)
{
  int failed = 0;

  for (guint i = 0; options->turns != NULL && options->turns[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;

      if (kontor_turn_file_play (options->turns[i], find_demos (), &error))
        continue;
      g_printerr ("%s\n", error->message);
      failed = 1;
    }
  if (options->replay != NULL)
    {
      g_autoptr(GError) error = NULL;

      if (!kontor_turn_file_replay (options->replay, find_demos (), options->demo, &error))
        {
          g_printerr ("%s\n", error->message);
          failed = 1;
        }
    }

  return failed;
}

/* Two daemons on one database would answer twice. -1 on error; who closes it unlocks, as the end of
 * the process does. */
static int
lock (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "the folder %s cannot be made: %s",
                   folder, g_strerror (errno));
      return -1;
    }
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "another Kontor works with %s already", folder);

  return -1;
}

/* The daemon at work. */
typedef struct {
  char            *root;        /* the data folder */
  char            *demo;        /* the demo that is open, or "" */
  KontorAppLock   *app_lock;
  KontorHouse     *house;
  KontorBus       *bus;
  KontorDesktop   *desktop;
  char            *owner;       /* the teammate at this desktop */
  GDBusConnection *connection;
  GMainLoop       *loop;
  gboolean         is_named;    /* the bus knows us */
  GThread         *learning;    /* (nullable) */
  int              status;
} Work;

static char *
dup_folder (Work *work)
{
  return *work->demo != '\0' ? g_build_filename (work->root, "demo", work->demo, NULL)
                              : g_strdup (work->root);
}

static void change_demo (const char *name, GDBusMethodInvocation *invocation, gpointer data);

static void
quit (gpointer data)
{
  g_main_loop_quit (((Work *) data)->loop);
}

static gboolean
open_doors (Work *work, GError **error)
{
  g_autoptr(GVariant) owner = kontor_teammates_ensure_owner (work->house->store, g_get_real_name (),
                                                             error);
  KontorBusHouse house = {
    .store = work->house->store, .lines = work->house->lines,
    .typists = work->house->typists, .choose = work->house->choose,
    .learn = work->house->learn, .lock = work->app_lock, .demo = work->demo,
    .folder = work->house->folder, .demos = find_demos (), .change_demo = change_demo,
    .quit = quit, .data = work,
  };

  if (owner == NULL)
    return FALSE;
  g_free (work->owner);
  work->owner = g_strdup (kontor_record_get_text (owner, "id"));
  house.owner = (KontorActor) { "teammate", work->owner, kontor_teammate_get_roles (owner), NULL };
  work->bus = kontor_bus_open (work->connection, &house, error);
  if (work->bus == NULL)
    return FALSE;
  work->desktop = kontor_desktop_open (&(KontorDesktopHouse) {
    .connection = work->connection, .store = work->house->store, .lines = work->house->lines,
    .agenda = work->house->agenda, .outbox = work->house->outbox, .folder = work->house->folder,
    .is_demo = *work->demo != '\0', .lock = work->app_lock, .owner = house.owner, .quit = quit,
    .data = work });

  return TRUE;
}

static gboolean
open_business (Work *work, GError **error)
{
  g_autofree char *folder = dup_folder (work);
  g_autofree char *shipped = *work->demo != '\0'
                             ? g_build_filename (find_demos (), work->demo, NULL) : NULL;
  KontorStore *store = kontor_house_open_store (folder, TRUE, error);

  work->house = store != NULL ? kontor_house_open (folder, store, shipped, error) : NULL;

  return work->house != NULL && open_doors (work, error);
}

static void
close_business (Work *work)
{
  g_clear_pointer (&work->desktop, kontor_desktop_close);
  g_clear_pointer (&work->bus, kontor_bus_close);
  g_clear_pointer (&work->house, kontor_house_close);
}

/* Which demo is open stands in a file beside the owner's database. */
static gboolean
remember_demo (Work *work, GError **error)
{
  g_autofree char *path = g_build_filename (work->root, "demo-open", NULL);

  if (*work->demo != '\0')
    return g_file_set_contents (path, work->demo, -1, error);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s cannot be removed", path);

  return FALSE;
}

static void
recall_demo (Work *work)
{
  g_autofree char *path = g_build_filename (work->root, "demo-open", NULL);

  if (!g_file_get_contents (path, &work->demo, NULL, NULL))
    work->demo = g_strdup ("");
  g_strstrip (work->demo);
}

/* Every trace: the files, the folder, the key in the keyring. */
static gboolean
erase_demo (Work *work, GError **error)
{
  g_autofree char *folder = dup_folder (work);
  g_autofree char *above = g_path_get_dirname (folder);
  gboolean fine = kontor_house_erase (folder, error);

  g_rmdir (above);

  return fine;
}

static gboolean
check_demo (const char *name, GError **error)
{
  g_auto(GStrv) names = kontor_demo_list (find_demos ());
  g_autofree char *known = g_strjoinv (", ", names);

  if (g_strv_contains ((const char *const *) names, name))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
               "there is no demo “%s”; there are: %s", name, known);

  return FALSE;
}

/* FALSE with error: the business that was open before is open again. */
static gboolean
switch_to (Work *work, const char *name, GError **error)
{
  g_autoptr(GError) again = NULL;
  gboolean fine = TRUE;

  if (name != NULL && !check_demo (name, error))
    return FALSE;
  if (name != NULL && g_str_equal (name, work->demo))
    return TRUE;
  close_business (work);
  if (*work->demo != '\0')
    fine = erase_demo (work, error);
  g_free (work->demo);
  work->demo = g_strdup (name != NULL ? name : "");
  if (fine && remember_demo (work, error) && open_business (work, error))
    return TRUE;

  close_business (work);
  g_free (work->demo);
  work->demo = g_strdup ("");
  if (!remember_demo (work, &again) || !open_business (work, &again))
    {
      g_warning ("%s", again->message);
      work->status = 1;
      g_main_loop_quit (work->loop);
    }

  return FALSE;
}

typedef struct {
  Work                  *work;
  GDBusMethodInvocation *invocation;
  char                  *name;
} Switch;

/* From the main loop, not from within a door: the doors themselves are closed here. */
static gboolean
on_switch (gpointer data)
{
  Switch *request = data;
  g_autoptr(GError) error = NULL;

  if (switch_to (request->work, request->name, &error))
    g_dbus_method_invocation_return_value (request->invocation, NULL);
  else
    g_dbus_method_invocation_return_gerror (request->invocation, error);
  if (request->work->bus != NULL)
    kontor_bus_tell_all (request->work->bus);
  g_free (request->name);
  g_free (request);

  return G_SOURCE_REMOVE;
}

static void
change_demo (const char *name, GDBusMethodInvocation *invocation, gpointer data)
{
  Switch *request = g_new0 (Switch, 1);

  request->work = data;
  request->invocation = invocation;
  request->name = g_strdup (name);
  g_idle_add (on_switch, request);
}

static gpointer
learn (gpointer data)
{
  kontor_language_learn ();

  return NULL;
}

static void
on_name_acquired (GDBusConnection *connection, const char *name, gpointer data)
{
  Work *work = data;

  work->is_named = TRUE;
  if (work->learning == NULL)
    work->learning = g_thread_new ("languages", learn, NULL);
}

static void
on_name_lost (GDBusConnection *connection, const char *name, gpointer data)
{
  Work *work = data;

  g_printerr ("kontord: %s\n", connection == NULL ? "the session bus went away"
                                                  : "another Kontor is running");
  work->status = connection == NULL || !work->is_named ? 1 : work->status;
  g_main_loop_quit (work->loop);
}

static gboolean
on_signal (gpointer data)
{
  quit (data);

  return G_SOURCE_CONTINUE;
}

static char *
dup_root (Options *options)
{
  return options->data != NULL ? g_strdup (options->data)
                               : g_build_filename (g_get_user_data_dir (), "kontor", NULL);
}

static int
start_at_login (Options *options)
{
  g_autofree char *root = dup_root (options);
  g_autoptr(GError) error = NULL;

  if (kontor_login_start (root, &error))
    return 0;
  g_printerr ("kontord: %s\n", error->message);

  return 1;
}

/* The name is taken once everything behind it is there. 0 with error: it is not. */
static guint
take_name (Work *work, GError **error)
{
  work->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (work->connection == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
        "there is no session bus; start it with “dbus-run-session -- kontord”");
      return 0;
    }
  if (!open_business (work, error))
    return 0;

  return g_bus_own_name_on_connection (work->connection, KONTOR_BUS_NAME,
                                       G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE, on_name_acquired,
                                       on_name_lost, work, NULL);
}

static int
serve (Options *options)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Work work = { .loop = loop };
  g_autoptr(GError) error = NULL;
  guint name;
  int locked;

  work.root = dup_root (options);
  if ((locked = lock (work.root, &error)) < 0 ||
      (work.app_lock = kontor_app_lock_new (work.root, &error)) == NULL)
    {
      g_printerr ("kontord: %s\n", error->message);
      g_free (work.root);
      return 1;
    }
  recall_demo (&work);
  g_unix_signal_add (SIGTERM, on_signal, &work);
  g_unix_signal_add (SIGINT, on_signal, &work);
  name = take_name (&work, &error);
  if (name != 0)
    g_main_loop_run (loop);
  else
    {
      g_printerr ("kontord: %s\n", error->message);
      work.status = 1;
    }

  close_business (&work);
  g_clear_pointer (&work.learning, g_thread_join);
  if (work.connection != NULL)
    g_dbus_connection_flush_sync (work.connection, NULL, NULL);
  /* Whoever is started because the name is free finds the folder free as well. */
  close (locked);
  if (name != 0)
    g_bus_unown_name (name);
  g_clear_object (&work.connection);
  g_clear_object (&work.app_lock);
  g_free (work.root);
  g_free (work.demo);
  g_free (work.owner);

  return work.status;
}

static int
run (Options *options)
{
  if (options->version)
    {
      g_print ("kontord %s\n", KONTOR_VERSION);
      return 0;
    }
  if (options->login)
    return start_at_login (options);

  return options->turns != NULL || options->replay != NULL ? play (options) : serve (options);
}

int
main (int argc, char *argv[])
{
  Options options = { NULL };
  g_autoptr(GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, KONTOR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  kontor_log_install ();
  if (!parse (&options, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  status = run (&options);
  g_free (options.data);
  g_free (options.demo);
  g_free (options.replay);
  g_strfreev (options.turns);

  return status;
}
