/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hours-editor.h — opening hours by weekday, and the days on which it is closed. What else the text
 * of the hours says (model/hours.h) is kept as it is, and can be edited as text. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "changed" (). */
#define KONTOR_TYPE_HOURS_EDITOR (kontor_hours_editor_get_type ())
G_DECLARE_FINAL_TYPE (KontorHoursEditor, kontor_hours_editor, KONTOR, HOURS_EDITOR, AdwBin)

GtkWidget *kontor_hours_editor_new      (void);
/* As model/hours.h reads it; "" for always open. */
void       kontor_hours_editor_set_text (KontorHoursEditor *self, const char *text);
/* (transfer full) */
char      *kontor_hours_editor_dup_text (KontorHoursEditor *self);

G_END_DECLS
