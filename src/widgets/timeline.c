/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/timeline.h"

#include "remote/remote-list.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define PAGE 20

struct _KontorTimeline
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  KontorRemoteList  *list;
  char              *subject;

  GtkListBox        *box;
  GtkWidget         *more;
};

G_DEFINE_FINAL_TYPE (KontorTimeline, kontor_timeline, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, gboolean is_dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (is_dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
    }

  return label;
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  KontorTimeline *self = data;
  gint64 at_us = kontor_remote_record_get_int (item, "at");
  const char *actor = kontor_remote_record_get_text (item, "actor");
  const char *text = kontor_remote_record_get_text (item, "text");
  g_autofree char *event = kontor_wording_choice (kontor_remote_record_get_text (item, "event"));
  g_autofree char *day = kontor_wording_day (at_us), *clock = kontor_wording_clock (at_us);
  /* TRANSLATORS: a day, a clock time and a name: "Today, 09:00 · Mona" */
  g_autofree char *under = g_strdup_printf (_("%s, %s · %s"), day, clock,
                                            kontor_remote_house_get_author (self->house, actor));
  g_autofree char *over = *text != '\0' ? g_strdup_printf ("%s: %s", event, text)
    : g_strdup (event);
  g_autofree char *summary = g_strdup_printf ("%s, %s", over, under);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "fact");
  gtk_box_append (GTK_BOX (box), make_label (over, FALSE));
  gtk_box_append (GTK_BOX (box), make_label (under, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);

  return row;
}

static void
show (KontorTimeline *self)
{
  gtk_widget_set_visible (self->more, self->list != NULL &&
                                      kontor_remote_list_has_more (self->list));
}

static void
on_more (KontorTimeline *self)
{
  if (self->list != NULL)
    kontor_remote_list_load_more (self->list);
}

void
kontor_timeline_set_subject (KontorTimeline *self, const char *kind, const char *id)
{
  GVariantDict filter;

  if (g_strcmp0 (self->subject, id) == 0)
    return;
  g_free (self->subject);
  self->subject = g_strdup (id);
  gtk_list_box_bind_model (self->box, NULL, NULL, NULL, NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, show, self);
  g_clear_object (&self->list);
  if (id == NULL)
    return;
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "subject-kind", "s", kind);
  g_variant_dict_insert (&filter, "subject", "s", id);
  self->list = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                               "timeline", g_variant_dict_end (&filter), TRUE);
  kontor_remote_list_set_page (self->list, PAGE);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->list), make_row, self, NULL);
  g_signal_connect_object (self->list, "notify::is-loading", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  show (self);
}

void
kontor_timeline_set_house (KontorTimeline *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
}

static void
kontor_timeline_dispose (GObject *object)
{
  g_clear_object (&KONTOR_TIMELINE (object)->list);
  g_clear_object (&KONTOR_TIMELINE (object)->house);

  G_OBJECT_CLASS (kontor_timeline_parent_class)->dispose (object);
}

static void
kontor_timeline_finalize (GObject *object)
{
  g_free (KONTOR_TIMELINE (object)->subject);

  G_OBJECT_CLASS (kontor_timeline_parent_class)->finalize (object);
}

static void
kontor_timeline_class_init (KontorTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_timeline_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_timeline_finalize;
}

static void
kontor_timeline_init (KontorTimeline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *nothing = gtk_label_new (_("Nothing yet"));

  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  self->more = gtk_button_new_with_label (_("Earlier"));
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (nothing, "placeholder");
  gtk_list_box_set_placeholder (self->box, nothing);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
}
