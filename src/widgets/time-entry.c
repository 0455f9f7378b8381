/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/time-entry.h"

#include <stdio.h>

#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorTimeEntry
{
  AdwBin         parent_instance;

  gboolean       has_hour;
  gboolean       has_day;

  GtkMenuButton *day;
  GtkCalendar   *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorTimeEntry, kontor_time_entry, ADW_TYPE_BIN)

static void
show (KontorTimeEntry *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = !self->has_day ? g_strdup (_("Choose a Day"))
    : kontor_wording_day (g_date_time_to_unix (date) * G_USEC_PER_SEC);

  gtk_menu_button_set_label (self->day, day);
}

static void
on_day_selected (KontorTimeEntry *self)
{
  self->has_day = TRUE;
  show (self);
  gtk_menu_button_popdown (self->day);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_hour_changed (KontorTimeEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_output (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

static GtkSpinButton *
make_spin (KontorTimeEntry *self, int most, int step, const char *name)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, most, step);

  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (spin), GTK_ORIENTATION_VERTICAL);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  gtk_widget_add_css_class (spin, "numeric");
  gtk_widget_set_tooltip_text (spin, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (spin, "output", G_CALLBACK (on_output), NULL);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_hour_changed), self,
                           G_CONNECT_SWAPPED);

  return GTK_SPIN_BUTTON (spin);
}

static GtkWidget *
make_clock (KontorTimeEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  /* A clock reads 09:00 from right to left, too. */
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hour));
  gtk_box_append (GTK_BOX (box), gtk_label_new (":"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->minute));

  return box;
}

void
kontor_time_entry_set_text (KontorTimeEntry *self, const char *text)
{
  int year, month, day, hour = 9, minute = 0;
  int read = sscanf (text, "%d-%d-%d%*[T ]%d:%d", &year, &month, &day, &hour, &minute);
  g_autoptr(GDateTime) date = read >= 3 ? g_date_time_new_local (year, month, day, 12, 0, 0) : NULL;

  self->has_day = date != NULL;
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
  gtk_spin_button_set_value (self->hour, hour);
  gtk_spin_button_set_value (self->minute, minute);
  show (self);
}

char *
kontor_time_entry_dup_text (KontorTimeEntry *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  if (!self->has_day)
    return g_strdup ("");
  if (!self->has_hour)
    return g_steal_pointer (&day);

  return g_strdup_printf ("%s %02d:%02d", day, gtk_spin_button_get_value_as_int (self->hour),
                          gtk_spin_button_get_value_as_int (self->minute));
}

static void
kontor_time_entry_class_init (KontorTimeEntryClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", KONTOR_TYPE_TIME_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_time_entry_init (KontorTimeEntry *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->day = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->hour = make_spin (self, 23, 1, _("Hour"));
  self->minute = make_spin (self, 59, 5, _("Minute"));
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (self->day, popover);
  gtk_widget_set_valign (GTK_WIDGET (self->day), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Day"), -1);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
kontor_time_entry_new (gboolean has_hour)
{
  KontorTimeEntry *self = g_object_new (KONTOR_TYPE_TIME_ENTRY, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->has_hour = has_hour;
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (box), make_clock (self));
  gtk_widget_set_visible (gtk_widget_get_last_child (box), has_hour);
  adw_bin_set_child (ADW_BIN (self), box);
  show (self);

  return GTK_WIDGET (self);
}
