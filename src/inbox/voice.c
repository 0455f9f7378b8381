/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/voice.h"

#include "widgets/toast.h"

#include <glib/gi18n.h>

struct _KontorVoice
{
  AdwBin          parent_instance;

  char           *path;
  GtkMediaStream *stream;   /* NULL until it is played */

  GtkButton      *play;
  GtkProgressBar *progress;
  GtkLabel       *time;
};

G_DEFINE_FINAL_TYPE (KontorVoice, kontor_voice, ADW_TYPE_BIN)

static void
show (KontorVoice *self)
{
  gboolean is_playing = self->stream != NULL && gtk_media_stream_get_playing (self->stream);
  gint64 at_us = self->stream != NULL ? gtk_media_stream_get_timestamp (self->stream) : 0;
  gint64 length_us = self->stream != NULL ? gtk_media_stream_get_duration (self->stream) : 0;
  int seconds = (is_playing || at_us > 0 ? at_us : length_us) / G_USEC_PER_SEC;
  const char *name = is_playing ? _("Pause") : _("Play");
  g_autofree char *time = g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);

  gtk_button_set_icon_name (self->play, is_playing ? "media-playback-pause-symbolic"
                            : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_progress_bar_set_fraction (self->progress,
                                 length_us > 0 ? CLAMP ((double) at_us / length_us, 0, 1) : 0);
  gtk_label_set_text (self->time, self->stream != NULL ? time : "");
}

static void
on_error (KontorVoice *self)
{
  const GError *error = gtk_media_stream_get_error (self->stream);

  if (error != NULL)
    kontor_toast_say (GTK_WIDGET (self), _("This sound cannot be played here: a GStreamer plugin "
                                           "for it is missing."));
}

static void
on_clicked (KontorVoice *self)
{
  if (self->stream == NULL)
    {
      self->stream = gtk_media_file_new_for_filename (self->path);
      g_signal_connect_object (self->stream, "notify::error", G_CALLBACK (on_error), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->stream, "notify::playing", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->stream, "notify::timestamp", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
      on_error (self);
    }
  gtk_media_stream_set_playing (self->stream, !gtk_media_stream_get_playing (self->stream));
}

static void
stop (KontorVoice *self)
{
  if (self->stream != NULL)
    gtk_media_stream_set_playing (self->stream, FALSE);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->path, g_free);
}

void
kontor_voice_set_path (KontorVoice *self, const char *path)
{
  stop (self);
  self->path = g_strdup (path);
  show (self);
}

static void
kontor_voice_dispose (GObject *object)
{
  stop (KONTOR_VOICE (object));

  G_OBJECT_CLASS (kontor_voice_parent_class)->dispose (object);
}

static void
kontor_voice_class_init (KontorVoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_voice_dispose;
}

static void
kontor_voice_init (KontorVoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->play = GTK_BUTTON (gtk_button_new ());
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->time = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->play), "circular");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->time), "caption");
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 120, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->play));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->time));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->play, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  show (self);
}
