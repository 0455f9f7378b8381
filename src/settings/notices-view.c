/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notices-view.c — rows are made once, when the fields are known, and filled whenever the record is
 * told: what somebody is about to write in one of them stays. */
#include "settings/notices-view.h"

#include "remote/remote-record.h"
#include "widgets/toast.h"
#include "widgets/wording.h"

struct _KontorNoticesView
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  KontorRemoteRecord  *notices;
  GPtrArray           *rows;         /* of Row */
  gboolean             is_filling;

  AdwPreferencesGroup *kinds, *times, *privacy;
};

G_DEFINE_FINAL_TYPE (KontorNoticesView, kontor_notices_view, ADW_TYPE_BIN)

typedef struct {
  KontorNoticesView *view;
  const KontorField *field;
  GtkWidget         *input;  /* a switch, or an entry row */
} Row;

static void
save (Row *row, const char *text)
{
  KontorRemote *remote = kontor_remote_house_get_remote (row->view->house);
  GVariantDict values;

  g_variant_dict_init (&values, NULL);
  g_variant_dict_insert (&values, row->field->name, "s", text);
  kontor_toast_call (GTK_WIDGET (row->view), kontor_remote_get_records (remote), "Save",
                     g_variant_new ("(ss@a{sv})", "notices", "1", g_variant_dict_end (&values)));
}

static void
on_switched (GtkSwitch *input, GParamSpec *pspec, Row *row)
{
  if (!row->view->is_filling)
    save (row, gtk_switch_get_active (input) ? "yes" : "no");
}

static void
on_applied (GtkEditable *input, Row *row)
{
  save (row, gtk_editable_get_text (input));
}

static GtkWidget *
add_switch (KontorNoticesView *self, Row *row, const char *title)
{
  GtkWidget *line = adw_action_row_new ();
  gboolean is_private = g_str_equal (row->field->name, "private");

  row->input = gtk_switch_new ();
  gtk_widget_set_valign (row->input, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), row->input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), row->input);
  g_signal_connect (row->input, "notify::active", G_CALLBACK (on_switched), row);
  adw_preferences_group_add (is_private ? self->privacy : self->kinds, line);

  return line;
}

static GtkWidget *
add_entry (KontorNoticesView *self, Row *row, const char *title)
{
  row->input = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->input), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row->input), TRUE);
  g_signal_connect (row->input, "apply", G_CALLBACK (on_applied), row);
  adw_preferences_group_add (self->times, row->input);

  return row->input;
}

static void
make_rows (KontorNoticesView *self, const KontorRemoteKind *kind)
{
  for (const KontorField *field = kontor_remote_fields_get (kind->fields); field->name != NULL;
       field++)
    {
      const char *title = kontor_wording_title (field->title);
      Row *row;

      if ((field->flags & KONTOR_FIELD_READ_ONLY) != 0)
        continue;
      row = g_new0 (Row, 1);
      row->view = self;
      row->field = field;
      g_ptr_array_add (self->rows, row);
      if (field->type == KONTOR_FIELD_YES_NO)
        add_switch (self, row, title);
      else
        add_entry (self, row, title);
    }
}

static gboolean
is_written_in (GtkWidget *input)
{
  return (gtk_widget_get_state_flags (input) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
fill (KontorNoticesView *self)
{
  GVariant *values = kontor_remote_record_get_values (self->notices);

  self->is_filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];
      g_autoptr(GVariant) value = kontor_record_get (values, row->field->name);
      g_autofree char *text = value != NULL ? kontor_field_to_text (row->field, value)
                                            : g_strdup ("");

      if (GTK_IS_SWITCH (row->input))
        gtk_switch_set_active (GTK_SWITCH (row->input),
                               kontor_remote_record_get_yes (self->notices, row->field->name));
      else if (!is_written_in (row->input))
        gtk_editable_set_text (GTK_EDITABLE (row->input), text);
    }
  self->is_filling = FALSE;
}

/* Kinds and record may come in either order. */
static void
draw (KontorNoticesView *self)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, "notices");

  if (kind == NULL || g_variant_n_children (kontor_remote_record_get_values (self->notices)) == 0)
    return;
  if (self->rows->len == 0)
    make_rows (self, kind);
  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
kontor_notices_view_dispose (GObject *object)
{
  g_clear_object (&KONTOR_NOTICES_VIEW (object)->notices);
  g_clear_object (&KONTOR_NOTICES_VIEW (object)->house);

  G_OBJECT_CLASS (kontor_notices_view_parent_class)->dispose (object);
}

static void
kontor_notices_view_finalize (GObject *object)
{
  g_ptr_array_unref (KONTOR_NOTICES_VIEW (object)->rows);

  G_OBJECT_CLASS (kontor_notices_view_parent_class)->finalize (object);
}

static void
kontor_notices_view_class_init (KontorNoticesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_notices_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_notices_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/settings/notices-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorNoticesView, kinds);
  gtk_widget_class_bind_template_child (widget_class, KontorNoticesView, times);
  gtk_widget_class_bind_template_child (widget_class, KontorNoticesView, privacy);
}

static void
kontor_notices_view_init (KontorNoticesView *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_notices_view_new (KontorRemoteHouse *house)
{
  KontorNoticesView *self = g_object_new (KONTOR_TYPE_NOTICES_VIEW, "visible", FALSE, NULL);

  self->house = g_object_ref (house);
  self->notices = kontor_remote_record_follow (kontor_remote_house_get_remote (house), "notices",
                                               "1");
  g_signal_connect_object (self->notices, "notify::values", G_CALLBACK (draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  draw (self);

  return GTK_WIDGET (self);
}
