/* SPDX-License-Identifier: GPL-3.0-or-later */
/* watch.c — preloaded into a GTK 4 program that knows nothing of it: writes down, into the file
 * named by WATCH_FILE, when its first window is mapped, how long each frame and each turn of the
 * main loop takes, and when what can be read in it changes. Times are CLOCK_MONOTONIC in µs.
 *
 *   mapped AT CPU      the first window is mapped; what the main thread took of a processor so far
 *   frame FROM TO      a frame, from its beginning to when it was handed to the screen
 *   shown AT CPU ROWS  the end of a frame with other words than the one before, and how many rows
 *                      of lists are in sight
 *   turn FROM TO       between two looks of the main loop at what there is, where it took a
 *                      millisecond or more
 *   key AT             a key was pressed, by the screen's clock
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <time.h>

static FILE *told;
static gint64 frame_us, turn_us;
static guint words;
static gboolean is_mapped;

typedef struct {
  guint words;
  guint rows;
} Screen;

static gint64
get_cpu_us (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);

  return spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static gboolean
is_row (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX_ROW (widget) ||
         g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget");
}

/* A list keeps rows beyond its edges. */
static gboolean
is_in_sight (GtkWidget *row)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (row));
  graphene_rect_t place;

  return gtk_widget_compute_bounds (row, window, &place) && place.origin.y >= 0 &&
         place.origin.y < gtk_widget_get_height (window);
}

static void
read_screen (GtkWidget *widget, Screen *screen)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  screen->rows += is_row (widget) && is_in_sight (widget);
  if (GTK_IS_LABEL (widget))
    screen->words = screen->words * 33 + g_str_hash (gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_screen (child, screen);
}

static void
on_before_paint (GdkFrameClock *clock, gpointer window)
{
  frame_us = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock, gpointer window)
{
  gint64 now_us = g_get_monotonic_time (), cpu_us = get_cpu_us ();
  Screen screen = { 0, 0 };

  fprintf (told, "frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", frame_us, now_us);
  read_screen (window, &screen);
  if (screen.words != words)
    fprintf (told, "shown %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u\n", now_us, cpu_us,
             screen.rows);
  words = screen.words;
  fflush (told);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        gpointer window)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  fprintf (told, "key %" G_GINT64_FORMAT "\n", (gint64) gdk_event_get_time (event) * 1000);

  return GDK_EVENT_PROPAGATE;
}

static void
on_mapped (GtkWidget *window)
{
  if (!is_mapped)
    fprintf (told, "mapped %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
             g_get_monotonic_time (), get_cpu_us ());
  is_mapped = TRUE;
}

static void
on_realized (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), window);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (on_after_paint), window);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), window);
  gtk_widget_add_controller (window, keys);
  g_signal_connect_after (window, "map", G_CALLBACK (on_mapped), NULL);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    on_realized (GTK_WIDGET (window));
  else
    g_signal_connect (window, "realize", G_CALLBACK (on_realized), NULL);
}

/* What the loop does between two waits is a turn. */
static int
wait_and_tell (GPollFD *fds, guint count, int limit_ms)
{
  gint64 now_us = g_get_monotonic_time ();
  int ready;

  if (turn_us != 0 && now_us - turn_us >= 1000)
    fprintf (told, "turn %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", turn_us, now_us);
  if (limit_ms != 0)
    fflush (told);
  ready = g_poll (fds, count, limit_ms);
  turn_us = g_get_monotonic_time ();

  return ready;
}

int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **) = dlsym (RTLD_NEXT, "g_application_run");
  const char *path = g_getenv ("WATCH_FILE");

  told = path != NULL ? fopen (path, "w") : NULL;
  if (told != NULL && GTK_IS_APPLICATION (application))
    {
      g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
      g_main_context_set_poll_func (NULL, wait_and_tell);
    }

  return run (application, argc, argv);
}
