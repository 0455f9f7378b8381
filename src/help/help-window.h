/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help-window.h — the built-in help: one text for each page of the window, written for owners.
 *
 * To add one: data/help/<page>.md, named as the page, and its line in kontor-help.gresource.xml. It
 * knows # and ## headings, paragraphs, lists by "- " and **bold**, each on one line, which is what
 * translators are given (build-aux/help-texts.py). */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_HELP_WINDOW (kontor_help_window_get_type ())
G_DECLARE_FINAL_TYPE (KontorHelpWindow, kontor_help_window, KONTOR, HELP_WINDOW, AdwWindow)

GtkWidget *kontor_help_window_new  (GtkWindow *parent);
/* In the order of the list; one without a text is left out. */
void       kontor_help_window_add  (KontorHelpWindow *self, const char *name, const char *title);
void       kontor_help_window_show (KontorHelpWindow *self, const char *name);

G_END_DECLS
