/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picker.h — a button that opens a list too long to be looked through: it is searched. It keeps
 * nothing: who hears what was chosen does. */
#pragma once

#include <gtk/gtk.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signal: "chosen" (string): the text, or the id of the record. */
#define KONTOR_TYPE_PICKER (kontor_picker_get_type ())
G_DECLARE_FINAL_TYPE (KontorPicker, kontor_picker, KONTOR, PICKER, GtkWidget)

/* @name: what the button is called. @texts: what may be chosen: "AED · Dh", of which what stands
 * before the dot is told. */
GtkWidget *kontor_picker_new_texts   (const char *name, const char *const *texts);
/* All contacts are searched by the daemon; 50 are shown. */
GtkWidget *kontor_picker_new_records (const char *name, KontorRemoteHouse *house, const char *kind);

G_END_DECLS
