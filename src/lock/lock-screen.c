/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lock-screen.c — that somebody is there is told at most every twenty seconds, and only where there
 * is a lock: without one the window wakes nobody. */
#include "lock/lock-screen.h"

#include <glib/gi18n.h>

#define TOUCH_US (20 * G_USEC_PER_SEC)

struct _KontorLockScreen
{
  AdwBin        parent_instance;

  KontorRemote *remote;
  gint64        touched_us;

  GtkWidget    *word;
  GtkLabel     *trouble;
  GtkWidget    *open;
};

G_DEFINE_FINAL_TYPE (KontorLockScreen, kontor_lock_screen, ADW_TYPE_BIN)

static void
say (KontorLockScreen *self, const char *text)
{
  gtk_label_set_text (self->trouble, text);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), *text != '\0');
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorLockScreen) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_sensitive (self->open, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->word), "");
  if (!kontor_dbus_lock_call_open_finish (KONTOR_DBUS_LOCK (source), result, &error))
    words = kontor_remote_dup_words (error);
  say (self, words != NULL ? words : "");
  gtk_widget_grab_focus (self->word);
}

static void
on_open (KontorLockScreen *self)
{
  const char *word = gtk_editable_get_text (GTK_EDITABLE (self->word));

  if (*word == '\0' || !gtk_widget_get_sensitive (self->open))
    return;
  gtk_widget_set_sensitive (self->open, FALSE);
  kontor_dbus_lock_call_open (kontor_remote_get_lock (self->remote), word, NULL, on_opened,
                              g_object_ref (self));
}

static gboolean
on_event (GtkEventController *controller, GdkEvent *event, KontorLockScreen *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  KontorDBusLock *lock = kontor_remote_get_lock (self->remote);
  gint64 now_us = g_get_monotonic_time ();

  if ((type != GDK_KEY_PRESS && type != GDK_BUTTON_PRESS && type != GDK_MOTION_NOTIFY &&
       type != GDK_SCROLL && type != GDK_TOUCH_BEGIN) ||
      now_us - self->touched_us < TOUCH_US || !kontor_dbus_lock_get_set (lock) ||
      kontor_remote_is_closed (self->remote))
    return GDK_EVENT_PROPAGATE;
  self->touched_us = now_us;
  kontor_dbus_lock_call_touch (lock, NULL, NULL, NULL);

  return GDK_EVENT_PROPAGATE;
}

void
kontor_lock_screen_watch (KontorLockScreen *self, GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_event), self, 0);
  gtk_widget_add_controller (window, controller);
}

void
kontor_lock_screen_set_remote (KontorLockScreen *self, KontorRemote *remote)
{
  self->remote = g_object_ref (remote);
}

static gboolean
kontor_lock_screen_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KONTOR_LOCK_SCREEN (widget)->word);
}

static void
kontor_lock_screen_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kontor_lock_screen_parent_class)->map (widget);
  gtk_widget_grab_focus (widget);
}

static void
kontor_lock_screen_dispose (GObject *object)
{
  g_clear_object (&KONTOR_LOCK_SCREEN (object)->remote);

  G_OBJECT_CLASS (kontor_lock_screen_parent_class)->dispose (object);
}

static void
kontor_lock_screen_class_init (KontorLockScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_lock_screen_dispose;
  widget_class->grab_focus = kontor_lock_screen_grab_focus;
  widget_class->map = kontor_lock_screen_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/lock/lock-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorLockScreen, word);
  gtk_widget_class_bind_template_child (widget_class, KontorLockScreen, trouble);
  gtk_widget_class_bind_template_child (widget_class, KontorLockScreen, open);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
}

static void
kontor_lock_screen_init (KontorLockScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
