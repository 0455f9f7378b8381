/* SPDX-License-Identifier: GPL-3.0-or-later */
/* toast.h — a word at the foot of the window, from wherever something was done. Where there is no
 * toast overlay above the widget, nothing is said. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kontor_toast_say   (GtkWidget *widget, const char *text);
/* What failed, in words for an owner; nothing for what was only cancelled. */
void kontor_toast_error (GtkWidget *widget, const GError *error);
/* Calls @method of @proxy with @arguments, a floating tuple, and says what failed. */
void kontor_toast_call  (GtkWidget *widget, gpointer proxy, const char *method,
                         GVariant *arguments);
/* With a button that takes it back: @action is a detailed action name. */
void kontor_toast_undo  (GtkWidget *widget, const char *text, const char *action);

G_END_DECLS
