/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/hit-row.h"

#include "widgets/wording.h"

#include <string.h>

struct _KontorHitRow
{
  KontorRecordRow     parent_instance;

  KontorRemoteRecord *conversation;   /* of the hit that is shown */

  GtkLabel           *name;
  GtkLabel           *when;
  GtkLabel           *text;
};

G_DEFINE_FINAL_TYPE (KontorHitRow, kontor_hit_row, KONTOR_TYPE_RECORD_ROW)

/* (transfer full): markup: what stands between ‹ and › is the hit */
static char *
dup_markup (const char *snippet)
{
  g_autofree char *line = g_strdelimit (g_strdup (snippet), "\r\n\t", ' ');
  g_autofree char *safe = g_markup_escape_text (line, -1);
  g_autoptr(GString) markup = g_string_new (safe);
  guint opened = g_string_replace (markup, "‹", "<b>", 0);
  guint closed = g_string_replace (markup, "›", "</b>", 0);

  return opened == closed ? g_string_free (g_steal_pointer (&markup), FALSE)
         : g_steal_pointer (&safe);
}

static void
show_name (KontorHitRow *self)
{
  KontorRemoteRecord *hit = kontor_record_row_get_item (KONTOR_RECORD_ROW (self));
  const char *name = self->conversation != NULL
    ? kontor_remote_record_get_text (self->conversation, "name") : "";
  g_autofree char *summary = hit == NULL ? NULL
    : g_strdup_printf ("%s, %s: %s", name, gtk_label_get_text (self->when),
                       kontor_remote_record_get_text (hit, "text"));

  gtk_label_set_text (self->name, name);
  if (summary != NULL)
    kontor_record_row_set_summary (KONTOR_RECORD_ROW (self), summary);
}

static void
follow (KontorHitRow *self, gint64 id)
{
  KontorRemoteHouse *house = kontor_record_row_get_house (KONTOR_RECORD_ROW (self));
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (self->conversation != NULL &&
      g_str_equal (kontor_remote_record_get_id (self->conversation), text))
    return;
  if (self->conversation != NULL)
    g_signal_handlers_disconnect_by_func (self->conversation, show_name, self);
  g_clear_object (&self->conversation);
  self->conversation =
    kontor_remote_record_follow_conversation (kontor_remote_house_get_remote (house), id);
  g_signal_connect_object (self->conversation, "notify::values", G_CALLBACK (show_name), self,
                           G_CONNECT_SWAPPED);
}

static void
kontor_hit_row_draw (KontorRecordRow *row, KontorRemoteRecord *hit)
{
  KontorHitRow *self = KONTOR_HIT_ROW (row);
  g_autofree char *when = kontor_wording_short (kontor_remote_record_get_int (hit, "at"));
  g_autofree char *markup = dup_markup (kontor_remote_record_get_text (hit, "snippet"));

  gtk_label_set_text (self->when, when);
  gtk_label_set_markup (self->text, markup);
  follow (self, kontor_remote_record_get_int (hit, "conversation"));
  show_name (self);
}

static void
kontor_hit_row_dispose (GObject *object)
{
  g_clear_object (&KONTOR_HIT_ROW (object)->conversation);

  G_OBJECT_CLASS (kontor_hit_row_parent_class)->dispose (object);
}

static void
kontor_hit_row_class_init (KontorHitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_hit_row_dispose;
  KONTOR_RECORD_ROW_CLASS (klass)->draw = kontor_hit_row_draw;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorHitRow, name);
  gtk_widget_class_bind_template_child (widget_class, KontorHitRow, when);
  gtk_widget_class_bind_template_child (widget_class, KontorHitRow, text);
}

static void
kontor_hit_row_init (KontorHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_hit_row_new (gpointer house)
{
  GtkWidget *self = g_object_new (KONTOR_TYPE_HIT_ROW, NULL);

  kontor_record_row_set_house (KONTOR_RECORD_ROW (self), house);

  return self;
}
