/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/field-row.h"

#include "remote/remote-list.h"
#include "widgets/known-lists.h"
#include "widgets/picker.h"
#include "widgets/plain-text.h"
#include "widgets/time-entry.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MOST_LINKED 500

struct _KontorFieldRow {
  char              *name;
  KontorFieldType    type;
  char             **choices;   /* of a choice: as the daemon calls them */
  char              *of;        /* of a link: the kind it leads to */
  char              *first;     /* what it held at first */
  char              *chosen;    /* of a link that is searched for: the id */
  KontorRemoteHouse *house;
  KontorRemoteList  *linked;    /* of a link: all there are */
  GListModel        *offered;   /* of a link: none, and what may be chosen */
  gboolean           is_optional;
  GtkWidget         *row;
  GtkWidget         *input;
  GCallback          changed;
  gpointer           data;
};

static void
tell (KontorFieldRow *self)
{
  ((void (*) (gpointer)) self->changed) (self->data);
}

/* A secret is never told: only that there is one. */
static gboolean
is_kept (const KontorField *field, GVariant *value)
{
  return field->type == KONTOR_FIELD_SECRET && value != NULL &&
         g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) &&
         *g_variant_get_string (value, NULL) != '\0';
}

static char *
dup_title (const KontorField *field, GVariant *value)
{
  const char *title = kontor_wording_title (field->title);

  if (is_kept (field, value))
    /* TRANSLATORS: a secret that is in the keyring and may be replaced by another one */
    return g_strdup_printf (_("%s (kept; write to replace)"), title);

  return (field->flags & KONTOR_FIELD_REQUIRED) != 0 ? g_strdup (title)
    /* TRANSLATORS: a field that may be left empty */
    : g_strdup_printf (_("%s (optional)"), title);
}

static void
make_entry (KontorFieldRow *self, const char *title)
{
  self->row = self->type == KONTOR_FIELD_SECRET ? adw_password_entry_row_new ()
    : adw_entry_row_new ();
  self->input = self->row;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  if (self->type == KONTOR_FIELD_PHONE)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->row), GTK_INPUT_PURPOSE_PHONE);
  gtk_editable_set_text (GTK_EDITABLE (self->input), self->first);
  g_signal_connect_swapped (self->input, "changed", G_CALLBACK (tell), self);
}

/* A text that is usually one of a list: chosen there or typed. */
static void
add_known (KontorFieldRow *self, const KontorField *field)
{
  g_auto(GStrv) known = self->type == KONTOR_FIELD_TEXT ? kontor_known_lists_dup (field->of) : NULL;
  g_autofree char *name = g_strdup_printf (_("Choose %s"), kontor_wording_title (field->title));
  GtkWidget *picker;

  if (known == NULL)
    return;
  picker = kontor_picker_new_texts (name, (const char *const *) known);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), picker);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (gtk_editable_set_text), self->input,
                           G_CONNECT_SWAPPED);
}

static void
make_long_text (KontorFieldRow *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *label = gtk_label_new (title);

  self->row = adw_preferences_row_new ();
  self->input = gtk_text_view_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "fact");
  gtk_widget_add_css_class (self->input, "long-text");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  gtk_widget_set_size_request (self->input, -1, 44);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), self->first,
                            -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->input);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), "changed",
                            G_CALLBACK (tell), self);
}

/* An action row with @input at its end. */
static void
make_with (KontorFieldRow *self, const char *title, GtkWidget *input)
{
  self->row = adw_action_row_new ();
  self->input = input;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), input);
}

static void
make_switch (KontorFieldRow *self, const char *title)
{
  make_with (self, title, gtk_switch_new ());
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), self->input);
  gtk_switch_set_active (GTK_SWITCH (self->input), g_str_equal (self->first, "yes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect_swapped (self->input, "notify::active", G_CALLBACK (tell), self);
}

static void
make_time (KontorFieldRow *self, const char *title)
{
  make_with (self, title, kontor_time_entry_new (self->type == KONTOR_FIELD_TIME));
  kontor_time_entry_set_text (KONTOR_TIME_ENTRY (self->input), self->first);
  g_signal_connect_swapped (self->input, "changed", G_CALLBACK (tell), self);
}

/* What stands there already stays to be chosen, whatever the list has by now. */
static char **
dup_choices (const KontorField *field, const char *first)
{
  g_auto(GStrv) told = g_strsplit (field->choices != NULL ? field->choices : "", "|", -1);
  g_autoptr(GStrvBuilder) choices = g_strv_builder_new ();

  g_strv_builder_addv (choices, (const char **) told);
  if (*first != '\0' && !g_strv_contains ((const char *const *) told, first))
    g_strv_builder_add (choices, first);

  return g_strv_builder_end (choices);
}

static void
make_choice (KontorFieldRow *self, const char *title, const KontorField *field)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  self->choices = dup_choices (field, self->first);
  if (self->is_optional)
    gtk_string_list_append (words, _("Not chosen"));
  for (guint i = 0; self->choices[i] != NULL; i++)
    {
      g_autofree char *word = kontor_wording_choice (self->choices[i]);

      gtk_string_list_append (words, word);
      if (g_str_equal (self->choices[i], self->first))
        selected = i + self->is_optional;
    }
  self->row = self->input = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), selected);
  g_signal_connect_swapped (self->input, "notify::selected", G_CALLBACK (tell), self);
}

/* The name of a linked record; who has none is called by the number. */
static char *
dup_label (GObject *item, gpointer data)
{
  KontorFieldRow *self = data;
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, self->of);
  const char *label = kind != NULL && *kind->label != '\0' ? kind->label : "name";
  const char *text;

  if (!KONTOR_IS_REMOTE_RECORD (item))
    return g_strdup (_("Not chosen"));
  text = kontor_remote_record_get_text (KONTOR_REMOTE_RECORD (item), label);
  if (*text == '\0')
    text = kontor_remote_record_get_text (KONTOR_REMOTE_RECORD (item), "phone");

  return g_strdup (*text != '\0' ? text
                   : kontor_remote_record_get_id (KONTOR_REMOTE_RECORD (item)));
}

/* What was removed stays for its history: it is chosen no more, but may stay chosen. */
static gboolean
may_choose (gpointer item, gpointer data)
{
  KontorFieldRow *self = data;

  return !kontor_record_get_yes (kontor_remote_record_get_values (item), "removed") ||
         g_str_equal (kontor_remote_record_get_id (item), self->first);
}

/* What was chosen before is among what may be chosen only when that has been read. Where there must
 * be one and there is but one, it is that. */
static void
on_offered (KontorFieldRow *self)
{
  AdwComboRow *row = ADW_COMBO_ROW (self->row);
  guint count = g_list_model_get_n_items (self->offered);

  if (!self->is_optional && *self->first == '\0' && count == 2)
    adw_combo_row_set_selected (row, 1);
  for (guint i = 1; adw_combo_row_get_selected (row) == 0 && i < count; i++)
    {
      g_autoptr(KontorRemoteRecord) record = g_list_model_get_item (self->offered, i);

      if (g_str_equal (kontor_remote_record_get_id (record), self->first))
        adw_combo_row_set_selected (row, i);
    }
}

static void
make_link (KontorFieldRow *self, const char *title, const KontorField *field)
{
  g_autoptr(GtkStringList) none = gtk_string_list_new ((const char *[]) { "", NULL });
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFilterListModel *fitting;
  g_autoptr(GtkExpression) label = gtk_cclosure_expression_new (
    G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_label), self, NULL);

  self->of = g_strdup (field->of);
  self->linked = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                                 self->of, NULL, FALSE);
  kontor_remote_list_set_page (self->linked, MOST_LINKED);
  g_list_store_append (models, none);
  fitting = gtk_filter_list_model_new (
    g_object_ref (G_LIST_MODEL (self->linked)),
    GTK_FILTER (gtk_custom_filter_new (may_choose, self, NULL)));
  g_list_store_append (models, fitting);
  g_object_unref (fitting);
  self->offered = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
  self->row = self->input = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self->row), label);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), self->offered);
  g_signal_connect_swapped (self->offered, "items-changed", G_CALLBACK (on_offered), self);
  g_signal_connect_swapped (self->input, "notify::selected", G_CALLBACK (tell), self);
}

/* Its name may be known only later. */
static void
show_chosen (KontorFieldRow *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), *self->chosen == '\0' ? _("Not chosen")
                               : kontor_remote_house_get_label (self->house, self->of,
                                                                self->chosen));
}

static void
on_chosen (KontorFieldRow *self, const char *id)
{
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  show_chosen (self);
  tell (self);
}

static void
on_cleared (KontorFieldRow *self)
{
  on_chosen (self, "");
}

static void
add_clear (KontorFieldRow *self)
{
  GtkWidget *none = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_widget_set_valign (none, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (none, "flat");
  gtk_widget_set_tooltip_text (none, _("Choose None"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (none), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose None"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), none);
  g_signal_connect_swapped (none, "clicked", G_CALLBACK (on_cleared), self);
}

/* There may be a hundred thousand: the daemon looks for them. */
static void
make_search (KontorFieldRow *self, const char *title, const KontorField *field)
{
  g_autofree char *name = g_strdup_printf (_("Choose %s"), kontor_wording_title (field->title));

  self->of = g_strdup (field->of);
  self->chosen = g_strdup (self->first);
  make_with (self, title, kontor_picker_new_records (name, self->house, self->of));
  if (self->is_optional)
    add_clear (self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  g_signal_connect_swapped (self->input, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->house, "label-found", G_CALLBACK (show_chosen), self);
  show_chosen (self);
}

KontorFieldRow *
kontor_field_row_new (KontorRemoteHouse *house, const KontorField *field, GVariant *value,
                      GCallback changed, gpointer data)
{
  KontorFieldRow *self = g_new0 (KontorFieldRow, 1);
  g_autofree char *title = dup_title (field, value);

  self->house = g_object_ref (house);
  self->name = g_strdup (field->name);
  self->type = field->type;
  self->is_optional = (field->flags & KONTOR_FIELD_REQUIRED) == 0;
  self->changed = changed;
  self->data = data;
  self->first = value == NULL || is_kept (field, value) ? g_strdup ("")
    : g_variant_is_of_type (value, kontor_field_get_variant_type (field))
    ? kontor_field_to_text (field, value)
    : g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (value, NULL)
    : g_strdup ("");
  if (field->type == KONTOR_FIELD_LONG_TEXT)
    make_long_text (self, title);
  else if (field->type == KONTOR_FIELD_YES_NO)
    make_switch (self, kontor_wording_title (field->title));
  else if (field->type == KONTOR_FIELD_TIME || field->type == KONTOR_FIELD_DATE)
    make_time (self, title);
  else if (field->type == KONTOR_FIELD_CHOICE)
    make_choice (self, title, field);
  else if (field->type == KONTOR_FIELD_LINK && g_strcmp0 (field->of, "contact") == 0)
    make_search (self, title, field);
  else if (field->type == KONTOR_FIELD_LINK && field->of != NULL)
    make_link (self, title, field);
  else
    make_entry (self, title);
  if (ADW_IS_ENTRY_ROW (self->row))
    add_known (self, field);
  g_object_ref_sink (self->row);

  return self;
}

void
kontor_field_row_free (KontorFieldRow *self)
{
  g_signal_handlers_disconnect_by_data (self->input, self);
  g_signal_handlers_disconnect_by_data (self->house, self);
  if (GTK_IS_TEXT_VIEW (self->input))
    g_signal_handlers_disconnect_by_data (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), self);
  if (self->linked != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->offered, self);
      adw_combo_row_set_model (ADW_COMBO_ROW (self->row), NULL);
      adw_combo_row_set_expression (ADW_COMBO_ROW (self->row), NULL);
    }
  g_clear_object (&self->offered);
  g_clear_object (&self->linked);
  g_object_unref (self->row);
  g_object_unref (self->house);
  g_strfreev (self->choices);
  g_free (self->name);
  g_free (self->of);
  g_free (self->first);
  g_free (self->chosen);
  g_free (self);
}

GtkWidget *
kontor_field_row_get_widget (KontorFieldRow *self)
{
  return self->row;
}

const char *
kontor_field_row_get_name (KontorFieldRow *self)
{
  return self->name;
}

static char *
dup_selected (KontorFieldRow *self)
{
  guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));

  if (self->linked != NULL)
    {
      GObject *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self->row));

      if (at == 0 && !kontor_remote_list_is_loaded (self->linked))
        return g_strdup (self->first);
      return g_strdup (KONTOR_IS_REMOTE_RECORD (item)
                       ? kontor_remote_record_get_id (KONTOR_REMOTE_RECORD (item)) : "");
    }
  if (at == GTK_INVALID_LIST_POSITION || (self->is_optional && at == 0))
    return g_strdup ("");

  return g_strdup (self->choices[at - self->is_optional]);
}

char *
kontor_field_row_dup_text (KontorFieldRow *self)
{
  if (self->chosen != NULL)
    return g_strdup (self->chosen);
  if (ADW_IS_COMBO_ROW (self->input))
    return dup_selected (self);
  if (GTK_IS_SWITCH (self->input))
    return g_strdup (gtk_switch_get_active (GTK_SWITCH (self->input)) ? "yes" : "no");
  if (KONTOR_IS_TIME_ENTRY (self->input))
    return kontor_time_entry_dup_text (KONTOR_TIME_ENTRY (self->input));
  if (!GTK_IS_TEXT_VIEW (self->input))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input))));

  return kontor_plain_text_dup (GTK_TEXT_VIEW (self->input));
}

gboolean
kontor_field_row_is_changed (KontorFieldRow *self)
{
  g_autofree char *text = kontor_field_row_dup_text (self);
  gboolean was_no = GTK_IS_SWITCH (self->input) && *self->first == '\0';

  if (KONTOR_IS_TIME_ENTRY (self->input))
    return *text == '\0' ? *self->first != '\0' : !g_str_has_prefix (self->first, text);

  return !g_str_equal (text, was_no ? "no" : self->first);
}

void
kontor_field_row_show_fault (KontorFieldRow *self, const char *message)
{
  g_auto(GStrv) lines = g_strsplit (message != NULL ? message : "", "\n", -1);
  g_autofree char *start = g_strconcat (self->name, ":", NULL);
  gboolean is_wrong = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    is_wrong |= g_str_has_prefix (lines[i], start);
  if (is_wrong)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
}
