/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/hit-row.h"

#include "widgets/wording.h"

struct _KontorHitRow
{
  KontorRecordRow parent_instance;

  GtkLabel       *name;
  GtkLabel       *when;
  GtkLabel       *text;
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
kontor_hit_row_draw (KontorRecordRow *row, KontorRemoteRecord *hit)
{
  KontorHitRow *self = KONTOR_HIT_ROW (row);
  const char *name = kontor_remote_record_get_text (hit, "name");
  g_autofree char *when = kontor_wording_short (kontor_remote_record_get_int (hit, "at"));
  g_autofree char *markup = dup_markup (kontor_remote_record_get_text (hit, "snippet"));
  g_autofree char *summary = g_strdup_printf ("%s, %s: %s", name, when,
                                              kontor_remote_record_get_text (hit, "text"));

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->when, when);
  gtk_label_set_markup (self->text, markup);
  kontor_record_row_set_summary (row, summary);
}

static void
kontor_hit_row_class_init (KontorHitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
