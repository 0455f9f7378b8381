/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/kind-dialog.h"

#include "widgets/channel-badge.h"
#include "widgets/wording.h"

struct _KontorKindDialog
{
  AdwWindow             parent_instance;

  KontorRemoteChannels *channels;

  GtkListBox           *list;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorKindDialog, kontor_kind_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
make_row (const KontorRemoteKind *kind)
{
  GtkWidget *row = adw_action_row_new (), *badge = g_object_new (KONTOR_TYPE_CHANNEL_BADGE, NULL);
  const char *title = kontor_wording_title (kind->title);

  kontor_channel_badge_set (KONTOR_CHANNEL_BADGE (badge), kind->name, title);
  gtk_widget_set_name (row, kind->name);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kontor_wording_title (kind->text));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  kontor_wording_title (kind->text), -1);

  return row;
}

/* What real customers write on comes first. */
static void
draw (KontorKindDialog *self)
{
  GPtrArray *kinds = kontor_remote_channels_get_kinds (self->channels);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < kinds->len; i++)
    {
      const KontorRemoteKind *kind = kinds->pdata[i];

      if (g_str_equal (kind->name, "practice"))
        gtk_list_box_append (self->list, make_row (kind));
      else
        gtk_list_box_insert (self->list, make_row (kind), 0);
    }
}

static void
on_activated (KontorKindDialog *self, GtkListBoxRow *row)
{
  g_autofree char *kind = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, kind);
  g_object_unref (self);
}

static void
kontor_kind_dialog_dispose (GObject *object)
{
  g_clear_object (&KONTOR_KIND_DIALOG (object)->channels);

  G_OBJECT_CLASS (kontor_kind_dialog_parent_class)->dispose (object);
}

static void
kontor_kind_dialog_class_init (KontorKindDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_kind_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_KIND_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/channels/kind-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorKindDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_kind_dialog_init (KontorKindDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

KontorKindDialog *
kontor_kind_dialog_open (GtkWidget *widget, KontorRemoteChannels *channels)
{
  KontorKindDialog *self = g_object_new (KONTOR_TYPE_KIND_DIALOG, "transient-for",
                                         gtk_widget_get_root (widget), NULL);

  self->channels = g_object_ref (channels);
  g_signal_connect_object (channels, "kinds-told", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  draw (self);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
