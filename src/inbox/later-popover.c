/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/later-popover.h"

#include <stdio.h>

#include "widgets/time-entry.h"

#include <glib/gi18n.h>

struct _KontorLaterPopover
{
  GtkPopover       parent_instance;

  KontorTimeEntry *time;
  GtkWidget       *then;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorLaterPopover, kontor_later_popover, GTK_TYPE_POPOVER)

gint64
kontor_later_reckon (int days, int hour)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) day = g_date_time_add_days (now, days);
  g_autoptr(GDateTime) at = g_date_time_new_local (g_date_time_get_year (day),
    g_date_time_get_month (day), g_date_time_get_day_of_month (day), hour, 0, 0);

  return at != NULL ? g_date_time_to_unix (at) * G_USEC_PER_SEC : 0;
}

int
kontor_later_days_to_monday (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return 8 - g_date_time_get_day_of_week (now);
}

static void
choose (KontorLaterPopover *self, gint64 at_us)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  if (at_us > 0)
    g_signal_emit (self, signals[CHOSEN], 0, at_us);
}

static void
on_hour (KontorLaterPopover *self)
{
  choose (self, g_get_real_time () + G_TIME_SPAN_HOUR);
}

static void
on_tomorrow (KontorLaterPopover *self)
{
  choose (self, kontor_later_reckon (1, 9));
}

static void
on_monday (KontorLaterPopover *self)
{
  choose (self, kontor_later_reckon (kontor_later_days_to_monday (), 9));
}

/* 0: no day is chosen, or it has passed. */
static gint64
read_time (KontorLaterPopover *self)
{
  g_autofree char *text = kontor_time_entry_dup_text (self->time);
  int year, month, day, hour, minute;
  g_autoptr(GDateTime) at =
    sscanf (text, "%d-%d-%d %d:%d", &year, &month, &day, &hour, &minute) == 5
    ? g_date_time_new_local (year, month, day, hour, minute, 0) : NULL;
  gint64 at_us = at != NULL ? g_date_time_to_unix (at) * G_USEC_PER_SEC : 0;

  return at_us > g_get_real_time () ? at_us : 0;
}

static void
on_time_changed (KontorLaterPopover *self)
{
  gtk_widget_set_sensitive (self->then, read_time (self) > 0);
}

static void
on_then (KontorLaterPopover *self)
{
  choose (self, read_time (self));
}

static GtkWidget *
add_button (KontorLaterPopover *self, GtkBox *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_box_append (box, button);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_preset (KontorLaterPopover *self, GtkBox *box, const char *label, GCallback clicked)
{
  GtkWidget *button = add_button (self, box, label, clicked);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
}

static void
kontor_later_popover_class_init (KontorLaterPopoverClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_LATER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
kontor_later_popover_init (KontorLaterPopover *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  GtkWidget *heading = gtk_label_new (_("Send Later"));

  self->time = KONTOR_TIME_ENTRY (kontor_time_entry_new (TRUE));
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (box, heading);
  add_preset (self, box, _("In an _Hour"), G_CALLBACK (on_hour));
  add_preset (self, box, _("_Tomorrow, 09:00"), G_CALLBACK (on_tomorrow));
  add_preset (self, box, _("_Monday, 09:00"), G_CALLBACK (on_monday));
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (box, GTK_WIDGET (self->time));
  self->then = add_button (self, box, _("_Send Then"), G_CALLBACK (on_then));
  gtk_widget_set_sensitive (self->then, FALSE);
  kontor_time_entry_set_text (self->time, "");
  g_signal_connect_object (self->time, "changed", G_CALLBACK (on_time_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (box), "later");
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Send Later"), -1);
}
