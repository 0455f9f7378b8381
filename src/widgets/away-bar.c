/* SPDX-License-Identifier: GPL-3.0-or-later */
/* away-bar.c — a start takes a moment and is no news: it is told only when it lasts. */
#include "widgets/away-bar.h"

#include <glib/gi18n.h>

#define PATIENCE_MS 800

struct _KontorAwayBar
{
  AdwBin        parent_instance;

  KontorRemote *remote;
  guint         timer;

  GtkRevealer  *revealer;
  GtkLabel     *words;
  GtkWidget    *spinner;
  GtkWidget    *again;
};

G_DEFINE_FINAL_TYPE (KontorAwayBar, kontor_away_bar, ADW_TYPE_BIN)

static void
show (KontorAwayBar *self)
{
  KontorRemoteState state = kontor_remote_get_state (self->remote);
  g_autofree char *words = NULL;

  if (state == KONTOR_REMOTE_AWAY)
    /* TRANSLATORS: %s says why, as a sentence */
    words = g_strdup_printf (_("%s What you write is kept."),
                             kontor_remote_get_cause (self->remote));
  else if (state == KONTOR_REMOTE_STARTING)
    words = g_strdup (_("Starting Kontor’s service…"));
  if (words != NULL)
    gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->spinner, state == KONTOR_REMOTE_STARTING);
  gtk_widget_set_visible (self->again, state == KONTOR_REMOTE_AWAY);
  /* What is only folded away would still be read out. */
  gtk_widget_set_visible (GTK_WIDGET (self), state != KONTOR_REMOTE_THERE);
  gtk_revealer_set_reveal_child (self->revealer, state != KONTOR_REMOTE_THERE);
}

static gboolean
on_patience_over (gpointer data)
{
  KontorAwayBar *self = data;

  self->timer = 0;
  show (self);

  return G_SOURCE_REMOVE;
}

static void
on_state_changed (KontorAwayBar *self)
{
  if (kontor_remote_get_state (self->remote) == KONTOR_REMOTE_THERE ||
      gtk_revealer_get_reveal_child (self->revealer))
    show (self);
  else if (self->timer == 0)
    self->timer = g_timeout_add (PATIENCE_MS, on_patience_over, self);
}

static void
on_again (KontorAwayBar *self)
{
  kontor_remote_try_again (self->remote);
}

void
kontor_away_bar_set_remote (KontorAwayBar *self, KontorRemote *remote)
{
  self->remote = g_object_ref (remote);
  g_signal_connect_object (remote, "notify::state", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  on_state_changed (self);
}

static void
kontor_away_bar_dispose (GObject *object)
{
  KontorAwayBar *self = KONTOR_AWAY_BAR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->remote);

  G_OBJECT_CLASS (kontor_away_bar_parent_class)->dispose (object);
}

static void
kontor_away_bar_class_init (KontorAwayBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_away_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/away-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorAwayBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, KontorAwayBar, words);
  gtk_widget_class_bind_template_child (widget_class, KontorAwayBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, KontorAwayBar, again);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
}

static void
kontor_away_bar_init (KontorAwayBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
