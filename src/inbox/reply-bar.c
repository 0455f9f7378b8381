/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/reply-bar.h"

#include "inbox/body.h"

#include <glib/gi18n.h>

struct _KontorReplyBar
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *message;  /* NULL: none */
  gboolean            edits;
  gboolean            is_draft;  /* as it was when it was set */

  GtkLabel           *author;
  GtkLabel           *text;
};

enum { DROPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorReplyBar, kontor_reply_bar, ADW_TYPE_BIN)

void
kontor_reply_bar_set (KontorReplyBar *self, KontorRemoteRecord *message, gboolean edits)
{
  g_autofree char *line = message != NULL ? kontor_body_dup_line (message) : NULL;

  g_set_object (&self->message, message);
  self->edits = message != NULL && edits;
  self->is_draft = self->edits &&
                   g_str_equal (kontor_remote_record_get_text (message, "state"), "draft");
  if (message == NULL)
    return;
  gtk_label_set_text (self->author, self->is_draft ? _("Instead of the draft")
                      : edits ? _("Instead of what was sent")
                      : kontor_remote_house_get_author (
                          self->house, kontor_remote_record_get_text (message, "author")));
  gtk_label_set_text (self->text, self->is_draft
                      ? _("What you send here is yours; the draft is thrown away.") : line);
}

gboolean
kontor_reply_bar_is_set (KontorReplyBar *self)
{
  return self->message != NULL;
}

gboolean
kontor_reply_bar_edits (KontorReplyBar *self)
{
  return self->edits;
}

gint64
kontor_reply_bar_get_draft (KontorReplyBar *self)
{
  return self->is_draft ? kontor_remote_record_get_int (self->message, "id") : 0;
}

void
kontor_reply_bar_put (KontorReplyBar *self, GVariantDict *options)
{
  if (self->message == NULL || self->is_draft)
    return;
  g_variant_dict_insert (options, "about", "x",
                         kontor_remote_record_get_int (self->message, "id"));
  if (self->edits)
    g_variant_dict_insert (options, "body", "s", "{\"edited\":true}");
}

void
kontor_reply_bar_set_house (KontorReplyBar *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
}

static void
on_dropped (KontorReplyBar *self)
{
  g_signal_emit (self, signals[DROPPED], 0);
}

static void
kontor_reply_bar_dispose (GObject *object)
{
  g_clear_object (&KONTOR_REPLY_BAR (object)->message);
  g_clear_object (&KONTOR_REPLY_BAR (object)->house);

  G_OBJECT_CLASS (kontor_reply_bar_parent_class)->dispose (object);
}

static void
kontor_reply_bar_class_init (KontorReplyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_reply_bar_dispose;
  signals[DROPPED] = g_signal_new ("dropped", KONTOR_TYPE_REPLY_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/reply-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorReplyBar, author);
  gtk_widget_class_bind_template_child (widget_class, KontorReplyBar, text);
  gtk_widget_class_bind_template_callback (widget_class, on_dropped);
}

static void
kontor_reply_bar_init (KontorReplyBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
