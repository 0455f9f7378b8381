/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistants/versions-view.h"

#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorVersionsView
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  KontorRemoteRecord  *prompt;     /* NULL: none */
  KontorRemoteList    *list;       /* of its versions */

  AdwPreferencesGroup *group;
  GPtrArray           *rows;
  GtkBox              *lines;      /* the difference that is shown */
};

G_DEFINE_FINAL_TYPE (KontorVersionsView, kontor_versions_view, ADW_TYPE_BIN)

static void
clear_lines (KontorVersionsView *self)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), FALSE);
}

static void
add_line (KontorVersionsView *self, const char *text)
{
  GtkWidget *line = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (line), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (line, "diff");
  if (*text == '+' || *text == '-')
    gtk_widget_add_css_class (line, *text == '+' ? "added" : "removed");
  gtk_box_append (self->lines, line);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorVersionsView) self = data;
  g_autoptr(GVariant) told = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = NULL;
  const char *difference;

  if (!kontor_dbus_actions_call_run_finish (KONTOR_DBUS_ACTIONS (source), &told, result, &error))
    {
      kontor_toast_error (GTK_WIDGET (self), error);
      return;
    }
  clear_lines (self);
  difference = kontor_record_get_text (told, "difference");
  lines = g_strsplit (difference != NULL ? difference : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add_line (self, lines[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), TRUE);
}

static gint64
get_newest (KontorVersionsView *self)
{
  return kontor_remote_record_get_int (self->prompt, "version");
}

static KontorVersionsView *
find_view (GtkWidget *widget)
{
  return KONTOR_VERSIONS_VIEW (gtk_widget_get_ancestor (widget, KONTOR_TYPE_VERSIONS_VIEW));
}

static void
run (KontorVersionsView *self, const char *action, GVariantDict *arguments,
     GAsyncReadyCallback callback)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  g_variant_dict_insert (arguments, "prompt", "s", kontor_remote_record_get_id (self->prompt));
  kontor_dbus_actions_call_run (kontor_remote_get_actions (remote), action,
                                g_variant_dict_end (arguments), kontor_remote_no_options (), NULL,
                                callback, g_object_ref (self));
}

/* With the one before it. */
static void
on_compare (GtkWidget *button, KontorRemoteRecord *version)
{
  gint64 number = kontor_remote_record_get_int (version, "number");
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "from", "x", number - 1);
  g_variant_dict_insert (&arguments, "to", "x", number);
  run (find_view (button), "compare-prompt", &arguments, on_compared);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorVersionsView) self = data;
  g_autoptr(GError) error = NULL;

  if (kontor_dbus_actions_call_run_finish (KONTOR_DBUS_ACTIONS (source), NULL, result, &error))
    kontor_toast_say (GTK_WIDGET (self), _("It is restored, as a version of its own."));
  else
    kontor_toast_error (GTK_WIDGET (self), error);
}

static void
on_restore (GtkWidget *button, KontorRemoteRecord *version)
{
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "version", "x",
                         kontor_remote_record_get_int (version, "number"));
  run (find_view (button), "restore-prompt", &arguments, on_restored);
}

static void
add_button (GtkWidget *row, const char *title, const char *label, KontorRemoteRecord *version,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s, %s", label, title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, version, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_version (KontorVersionsView *self, KontorRemoteRecord *version)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 number = kontor_remote_record_get_int (version, "number");
  g_autofree char *title = g_strdup_printf (_("Version %d"), (int) number);
  gint64 at_us = kontor_remote_record_get_int (version, "at");
  g_autofree char *day = kontor_wording_day (at_us), *clock = kontor_wording_clock (at_us);
  const char *who = kontor_remote_house_get_author (
    self->house, kontor_remote_record_get_text (version, "who"));
  g_autofree char *words = g_strdup_printf (_("%s, %s · %s"), day, clock, who);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  if (number > 1)
    add_button (row, title, _("Changes"), version, G_CALLBACK (on_compare));
  if (number != get_newest (self))
    add_button (row, title, _("Restore"), version, G_CALLBACK (on_restore));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
draw (KontorVersionsView *self)
{
  guint count = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr(KontorRemoteRecord) version = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      add_version (self, version);
    }
}

void
kontor_versions_view_show (KontorVersionsView *self, KontorRemoteRecord *prompt)
{
  GVariantDict filter;

  if (self->prompt != NULL)
    g_signal_handlers_disconnect_by_func (self->prompt, draw, self);
  g_set_object (&self->prompt, prompt);
  g_clear_object (&self->list);
  clear_lines (self);
  if (prompt != NULL)
    {
      g_variant_dict_init (&filter, NULL);
      g_variant_dict_insert (&filter, "prompt", "s", kontor_remote_record_get_id (prompt));
      self->list = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                                   "prompt-version", g_variant_dict_end (&filter),
                                                   TRUE);
      g_signal_connect_object (self->list, "items-changed", G_CALLBACK (draw), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (prompt, "notify::values", G_CALLBACK (draw), self,
                               G_CONNECT_SWAPPED);
    }
  draw (self);
}

static void
kontor_versions_view_dispose (GObject *object)
{
  KontorVersionsView *self = KONTOR_VERSIONS_VIEW (object);

  g_clear_object (&self->list);
  g_clear_object (&self->prompt);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_versions_view_parent_class)->dispose (object);
}

static void
kontor_versions_view_finalize (GObject *object)
{
  g_ptr_array_unref (KONTOR_VERSIONS_VIEW (object)->rows);

  G_OBJECT_CLASS (kontor_versions_view_parent_class)->finalize (object);
}

static void
kontor_versions_view_class_init (KontorVersionsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_versions_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_versions_view_finalize;
}

static void
kontor_versions_view_init (KontorVersionsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->rows = g_ptr_array_new ();
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->lines), "card");
  gtk_widget_set_visible (GTK_WIDGET (self->lines), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
kontor_versions_view_new (KontorRemoteHouse *house)
{
  KontorVersionsView *self = g_object_new (KONTOR_TYPE_VERSIONS_VIEW, NULL);

  self->house = g_object_ref (house);
  adw_preferences_group_set_title (self->group, _("Versions"));
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
