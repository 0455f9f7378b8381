/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c — kontord: options, one daemon for a data folder, and the business that is open. */
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/log.h"
#include "config.h"
#include "house.h"
#include "model/error.h"
#include "turn-file.h"

typedef struct {
  char     *data;
  char     *demo;
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
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "Print the version", NULL },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, "Holds the WhatsApp lines of a business and answers on them.");
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

/* Two daemons on one database would answer twice. The lock goes with the process. */
static gboolean
lock (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "lock", NULL);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "the folder %s cannot be made: %s",
                   folder, g_strerror (errno));
      return FALSE;
    }
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "another Kontor works with %s already", folder);

  return FALSE;
}

int
main (int argc, char *argv[])
{
  Options options = { NULL };
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "");
  kontor_log_install ();
  if (!parse (&options, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (options.version)
    {
      g_print ("kontord %s\n", KONTOR_VERSION);
      return 0;
    }
  if (options.turns != NULL || options.replay != NULL)
    return play (&options);
  if (lock (options.data, &error))
    return 0;

  return 1;
}
