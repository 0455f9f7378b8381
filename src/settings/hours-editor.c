/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings/hours-editor.h"

#include "model/hours.h"
#include "widgets/time-entry.h"

#include <glib/gi18n.h>

#define DAYS 7

struct _KontorHoursEditor
{
  AdwBin               parent_instance;

  GPtrArray           *closed;     /* of days as "2026-12-25", in order */
  GPtrArray           *rows;       /* of @closed */
  gboolean             is_filling; /* nobody changed anything */

  GtkSwitch           *always;
  AdwPreferencesGroup *week;
  GtkEditable         *days[DAYS];
  GtkEditable         *other;
  AdwPreferencesGroup *days_off;
  KontorTimeEntry     *day;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What it is called, and what the text calls it. */
static const struct { const char *title; const char *code; } weekdays[DAYS] = {
  { N_("Monday"), "Mo" }, { N_("Tuesday"), "Tu" }, { N_("Wednesday"), "We" },
  { N_("Thursday"), "Th" }, { N_("Friday"), "Fr" }, { N_("Saturday"), "Sa" },
  { N_("Sunday"), "Su" },
};

G_DEFINE_FINAL_TYPE (KontorHoursEditor, kontor_hours_editor, ADW_TYPE_BIN)

static void
tell (KontorHoursEditor *self)
{
  gboolean is_always = gtk_switch_get_active (self->always);

  for (guint i = 0; i < DAYS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->days[i]), !is_always);
  gtk_widget_set_visible (GTK_WIDGET (self->other), !is_always);
  gtk_widget_set_visible (GTK_WIDGET (self->days_off), !is_always);
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_day_off (const char *rule)
{
  return g_regex_match_simple ("^\\d{4}-\\d{2}-\\d{2} off$", rule, 0, 0);
}

/* A rule for certain days of the year, and not for weekdays alone. */
static gboolean
is_dated (const char *rule)
{
  return g_regex_match_simple ("\\d{4}-|\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
                               rule, G_REGEX_CASELESS, 0);
}

static void on_forget (GtkWidget *button, KontorHoursEditor *self);

static void
show_days_off (KontorHoursEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->days_off, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->closed->len; i++)
    {
      const char *day = self->closed->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      g_autofree char *label = g_strdup_printf (_("Open on %s again"), day);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, label);
      gtk_widget_set_name (button, day);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label, -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_forget), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (self->days_off, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
on_forget (GtkWidget *button, KontorHoursEditor *self)
{
  for (guint i = 0; i < self->closed->len; i++)
    if (g_str_equal (self->closed->pdata[i], gtk_widget_get_name (button)))
      {
        g_ptr_array_remove_index (self->closed, i);
        break;
      }
  show_days_off (self);
  tell (self);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
on_add (KontorHoursEditor *self)
{
  g_autofree char *day = kontor_time_entry_dup_text (self->day);

  if (*day == '\0' || g_ptr_array_find_with_equal_func (self->closed, day, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->closed, g_steal_pointer (&day));
  g_ptr_array_sort (self->closed, compare_days);
  kontor_time_entry_set_text (self->day, "");
  show_days_off (self);
  tell (self);
}

/* By asking about a week in which no dated rule can hold: 1 January 2001 was a Monday. */
static void
show_week (KontorHoursEditor *self, const char *weekly)
{
  g_autoptr(KontorHours) hours = *weekly != '\0' ? kontor_hours_parse (weekly, NULL) : NULL;

  for (int i = 0; i < DAYS; i++)
    {
      KontorWallTime day = { .year = 2001, .month = 1, .day = 1 + i };
      g_autofree char *told = hours != NULL && !kontor_hours_is_closed_on (hours, &day)
        ? kontor_hours_describe (hours, &day) : g_strdup ("");
      g_auto(GStrv) parts = g_strsplit (told, "–", -1);
      g_autofree char *text = g_strjoinv ("-", parts);

      gtk_editable_set_text (self->days[i], text);
    }
}

void
kontor_hours_editor_set_text (KontorHoursEditor *self, const char *text)
{
  g_auto(GStrv) rules = g_strsplit (text, ";", -1);
  g_autoptr(GString) weekly = g_string_new (NULL), other = g_string_new (NULL);

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->closed, 0);
  for (guint i = 0; rules[i] != NULL; i++)
    {
      const char *rule = g_strstrip (rules[i]);
      GString *to = is_dated (rule) ? other : weekly;

      if (is_day_off (rule))
        g_ptr_array_add (self->closed, g_strndup (rule, 10));
      else if (*rule != '\0')
        g_string_append_printf (to, "%s%s", to->len > 0 ? "; " : "", rule);
    }
  gtk_switch_set_active (self->always, *text == '\0' || g_str_equal (text, "24/7"));
  show_week (self, weekly->str);
  gtk_editable_set_text (self->other, other->str);
  show_days_off (self);
  tell (self);
  self->is_filling = FALSE;
}

char *
kontor_hours_editor_dup_text (KontorHoursEditor *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *other = gtk_editable_get_text (self->other);

  if (gtk_switch_get_active (self->always))
    return g_strdup ("24/7");
  for (guint i = 0; i < DAYS; i++)
    {
      g_autofree char *hours = g_strstrip (g_strdup (gtk_editable_get_text (self->days[i])));

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", weekdays[i].code,
                              *hours != '\0' ? hours : "off");
    }
  for (guint i = 0; i < self->closed->len; i++)
    g_string_append_printf (text, "; %s off", (const char *) self->closed->pdata[i]);
  if (*other != '\0')
    g_string_append_printf (text, "; %s", other);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
kontor_hours_editor_finalize (GObject *object)
{
  g_ptr_array_unref (KONTOR_HOURS_EDITOR (object)->closed);
  g_ptr_array_unref (KONTOR_HOURS_EDITOR (object)->rows);

  G_OBJECT_CLASS (kontor_hours_editor_parent_class)->finalize (object);
}

static void
kontor_hours_editor_class_init (KontorHoursEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_hours_editor_finalize;
  signals[CHANGED] = g_signal_new ("changed", KONTOR_TYPE_HOURS_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkEditable *
add_entry (KontorHoursEditor *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->week, row);

  return GTK_EDITABLE (row);
}

static void
add_switch (KontorHoursEditor *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->always = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->always), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->always), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Always open"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Always open"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->always));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->always));
  adw_preferences_group_add (self->week, row);
  g_signal_connect_object (self->always, "notify::active", G_CALLBACK (tell), self,
                           G_CONNECT_SWAPPED);
}

static void
add_days_off (KontorHoursEditor *self)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_mnemonic (_("_Add"));

  self->days_off = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->day = KONTOR_TIME_ENTRY (kontor_time_entry_new (FALSE));
  gtk_widget_set_valign (GTK_WIDGET (self->day), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add the Closed Day"), -1);
  adw_preferences_group_set_title (self->days_off, _("Closed Days"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Closed on"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->day));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->days_off, row);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
}

static void
kontor_hours_editor_init (KontorHoursEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->closed = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  self->week = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->week, _("Opening Hours"));
  adw_preferences_group_set_description (self->week,
                                         _("As 09:00-18:00, or 09:00-12:00,14:00-18:00; empty is "
                                           "closed. By the clock of the business."));
  add_switch (self);
  for (guint i = 0; i < DAYS; i++)
    self->days[i] = add_entry (self, _(weekdays[i].title));
  self->other = add_entry (self, _("Other rules, as Jul-Aug Mo 10:00-12:00"));
  add_days_off (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->week));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->days_off));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
kontor_hours_editor_new (void)
{
  return g_object_new (KONTOR_TYPE_HOURS_EDITOR, NULL);
}
