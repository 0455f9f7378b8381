/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-entry.h — a day from a calendar, and an hour: "2026-11-21 09:00" on the wall of the
 * business. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "changed" (). */
#define KONTOR_TYPE_TIME_ENTRY (kontor_time_entry_get_type ())
G_DECLARE_FINAL_TYPE (KontorTimeEntry, kontor_time_entry, KONTOR, TIME_ENTRY, AdwBin)

GtkWidget *kontor_time_entry_new      (gboolean has_hour);
/* @text: "2026-11-21 09:00" or "2026-11-21"; "" for none. */
void       kontor_time_entry_set_text (KontorTimeEntry *self, const char *text);
/* (transfer full): "" while no day is chosen. */
char      *kontor_time_entry_dup_text (KontorTimeEntry *self);

G_END_DECLS
