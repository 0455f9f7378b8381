/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lock/lock-dialog.h"

#include <glib/gi18n.h>

struct _KontorLockDialog
{
  AdwWindow      parent_instance;

  KontorDBusLock *lock;

  GtkEditable    *word;     /* the one until now; hidden where there is none */
  GtkEditable    *fresh;
  GtkEditable    *again;
  AdwComboRow    *idle;
  GtkWidget      *remove;
  GtkLabel       *trouble;
};

G_DEFINE_FINAL_TYPE (KontorLockDialog, kontor_lock_dialog, ADW_TYPE_WINDOW)

/* As they stand in the list of the dialog; the last is never. */
static const gint64 idles_s[] = { 60, 5 * 60, 15 * 60, 60 * 60, 0 };

static void
say (KontorLockDialog *self, const char *text)
{
  gtk_label_set_text (self->trouble, text);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), *text != '\0');
}

static void
finish (KontorLockDialog *self, const GError *error)
{
  g_autofree char *words = error != NULL ? kontor_remote_dup_words (error) : NULL;

  if (words != NULL)
    say (self, words);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorLockDialog) self = data;
  g_autoptr(GError) error = NULL;

  kontor_dbus_lock_call_change_finish (KONTOR_DBUS_LOCK (source), result, &error);
  finish (self, error);
}

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorLockDialog) self = data;
  g_autoptr(GError) error = NULL;

  kontor_dbus_lock_call_remove_finish (KONTOR_DBUS_LOCK (source), result, &error);
  finish (self, error);
}

static void
on_save (KontorLockDialog *self)
{
  const char *fresh = gtk_editable_get_text (self->fresh);

  if (!g_str_equal (fresh, gtk_editable_get_text (self->again)))
    {
      say (self, _("The two new words are not the same."));
      return;
    }
  kontor_dbus_lock_call_change (self->lock, gtk_editable_get_text (self->word), fresh,
                                idles_s[adw_combo_row_get_selected (self->idle)], NULL,
                                on_changed, g_object_ref (self));
}

static void
on_remove (KontorLockDialog *self)
{
  kontor_dbus_lock_call_remove (self->lock, gtk_editable_get_text (self->word), NULL, on_removed,
                                g_object_ref (self));
}

static void
show_state (KontorLockDialog *self)
{
  gboolean is_set = kontor_dbus_lock_get_set (self->lock);
  gint64 idle_s = is_set ? kontor_dbus_lock_get_idle (self->lock) : idles_s[1];

  gtk_widget_set_visible (GTK_WIDGET (self->word), is_set);
  gtk_widget_set_visible (self->remove, is_set);
  for (guint i = 0; i < G_N_ELEMENTS (idles_s); i++)
    if (idles_s[i] == idle_s)
      adw_combo_row_set_selected (self->idle, i);
}

static void
kontor_lock_dialog_dispose (GObject *object)
{
  g_clear_object (&KONTOR_LOCK_DIALOG (object)->lock);

  G_OBJECT_CLASS (kontor_lock_dialog_parent_class)->dispose (object);
}

static void
kontor_lock_dialog_class_init (KontorLockDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_lock_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/lock/lock-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorLockDialog, word);
  gtk_widget_class_bind_template_child (widget_class, KontorLockDialog, fresh);
  gtk_widget_class_bind_template_child (widget_class, KontorLockDialog, again);
  gtk_widget_class_bind_template_child (widget_class, KontorLockDialog, idle);
  gtk_widget_class_bind_template_child (widget_class, KontorLockDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, KontorLockDialog, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_lock_dialog_init (KontorLockDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kontor_lock_dialog_present (GtkWindow *parent, KontorRemote *remote)
{
  KontorLockDialog *self = g_object_new (KONTOR_TYPE_LOCK_DIALOG, "transient-for", parent,
                                         "modal", TRUE, NULL);

  self->lock = g_object_ref (kontor_remote_get_lock (remote));
  show_state (self);
  gtk_window_present (GTK_WINDOW (self));
}
