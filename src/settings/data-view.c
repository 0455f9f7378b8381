/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings/data-view.h"

#include "remote/remote-list.h"
#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

/* A whole check of a large store takes minutes. */
#define CHECK_LIMIT_MS (60 * 60 * 1000)
#define MOST_SHOWN 20

struct _KontorDataView
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  KontorRemoteRecord  *business;
  KontorRemoteList    *left;      /* questions that left this computer, the latest first */

  GtkSwitch           *local;
  gboolean             is_filling;
  AdwPreferencesGroup *outside;
  GPtrArray           *rows;      /* of @outside */
  AdwActionRow        *folder;
  AdwActionRow        *check;
  GtkWidget           *start;
  GtkWidget           *stop;
  GtkProgressBar      *progress;
};

G_DEFINE_FINAL_TYPE (KontorDataView, kontor_data_view, ADW_TYPE_BIN)

static void
show_switch (KontorDataView *self)
{
  self->is_filling = TRUE;
  gtk_switch_set_active (self->local, kontor_remote_record_get_yes (self->business, "local-only"));
  self->is_filling = FALSE;
}

static void
on_switched (KontorDataView *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict values;

  if (self->is_filling)
    return;
  g_variant_dict_init (&values, NULL);
  g_variant_dict_insert (&values, "local-only", "b", gtk_switch_get_active (self->local));
  kontor_toast_call (GTK_WIDGET (self), kontor_remote_get_records (remote), "Save",
                     g_variant_new ("(ss@a{sv})", "business", "1", g_variant_dict_end (&values)));
}

static void
add_question (KontorDataView *self, KontorRemoteRecord *call)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 at_us = kontor_remote_record_get_int (call, "at");
  g_autofree char *day = kontor_wording_day (at_us), *clock = kontor_wording_clock (at_us);
  g_autofree char *words = g_strdup_printf (_("%s, %s · %s"), day, clock,
                                            kontor_remote_record_get_text (call, "address"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 kontor_remote_record_get_text (call, "model"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_preferences_group_add (self->outside, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_left (KontorDataView *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->left));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->outside, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (count, MOST_SHOWN); i++)
    {
      g_autoptr(KontorRemoteRecord) call = g_list_model_get_item (G_LIST_MODEL (self->left), i);

      add_question (self, call);
    }
  adw_preferences_group_set_description (self->outside, count == 0
    ? _("No question was ever put to a model outside of this computer.")
    : _("Questions that were put to models elsewhere, the latest first; what was said is not "
        "kept with them."));
}

static void
show_folder (KontorDataView *self)
{
  const char *folder = kontor_remote_house_get_text (self->house, "folder");

  adw_action_row_set_subtitle (self->folder, folder);
}

static void
on_open_folder (KontorDataView *self)
{
  g_autofree char *uri =
    g_filename_to_uri (kontor_remote_house_get_text (self->house, "folder"), NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
on_checking (KontorDataView *self, double share)
{
  gtk_progress_bar_set_fraction (self->progress, share);
}

static void
show_checking (KontorDataView *self, gboolean is_checking, const char *words)
{
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_checking);
  gtk_widget_set_visible (self->start, !is_checking);
  gtk_widget_set_visible (self->stop, is_checking);
  adw_action_row_set_subtitle (self->check, words);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorDataView) self = data;
  g_autoptr(GVariant) answer = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) faults = NULL;
  g_autofree char *words = NULL;

  answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);
  if (answer == NULL)
    words = kontor_remote_is_cancelled (error) ? g_strdup (_("Stopped before all was read."))
      : kontor_remote_dup_words (error);
  else
    {
      g_variant_get (answer, "(^as)", &faults);
      words = *faults == NULL ? g_strdup (_("All is well: nothing is broken or lost."))
        : g_strjoinv ("\n", faults);
    }
  show_checking (self, FALSE, words);
}

static void
on_check (KontorDataView *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  show_checking (self, TRUE, _("It is read from end to end. You can go on meanwhile."));
  g_dbus_proxy_call (G_DBUS_PROXY (kontor_remote_get_daemon (remote)), "CheckStore", NULL,
                     G_DBUS_CALL_FLAGS_NONE, CHECK_LIMIT_MS, NULL, on_checked,
                     g_object_ref (self));
}

static void
on_stop (KontorDataView *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  kontor_dbus_daemon_call_stop_check (kontor_remote_get_daemon (remote), NULL, NULL, NULL);
}

static void
kontor_data_view_dispose (GObject *object)
{
  KontorDataView *self = KONTOR_DATA_VIEW (object);

  g_clear_object (&self->left);
  g_clear_object (&self->business);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_data_view_parent_class)->dispose (object);
}

static void
kontor_data_view_finalize (GObject *object)
{
  g_ptr_array_unref (KONTOR_DATA_VIEW (object)->rows);

  G_OBJECT_CLASS (kontor_data_view_parent_class)->finalize (object);
}

static void
kontor_data_view_class_init (KontorDataViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_data_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_data_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/settings/data-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorDataView, local);
  gtk_widget_class_bind_template_child (widget_class, KontorDataView, outside);
  gtk_widget_class_bind_template_child (widget_class, KontorDataView, folder);
  gtk_widget_class_bind_template_child (widget_class, KontorDataView, check);
  gtk_widget_class_bind_template_child (widget_class, KontorDataView, start);
  gtk_widget_class_bind_template_child (widget_class, KontorDataView, stop);
  gtk_widget_class_bind_template_child (widget_class, KontorDataView, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_open_folder);
  gtk_widget_class_bind_template_callback (widget_class, on_check);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
kontor_data_view_init (KontorDataView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_data_view_new (KontorRemoteHouse *house)
{
  KontorDataView *self = g_object_new (KONTOR_TYPE_DATA_VIEW, NULL);
  KontorRemote *remote = kontor_remote_house_get_remote (house);

  self->house = g_object_ref (house);
  self->business = kontor_remote_record_follow (remote, "business", "1");
  self->left = kontor_remote_list_new_records (remote, "ai-call",
                                               g_variant_new_parsed ("{'left': <true>}"), TRUE);
  g_signal_connect_object (self->business, "notify::values", G_CALLBACK (show_switch), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->left, "items-changed", G_CALLBACK (show_left), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kontor_remote_get_daemon (remote), "checking", G_CALLBACK (on_checking),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "notify::status", G_CALLBACK (show_folder), self,
                           G_CONNECT_SWAPPED);
  show_left (self);
  show_folder (self);

  return GTK_WIDGET (self);
}
