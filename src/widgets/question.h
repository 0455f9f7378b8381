/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question.h — asks once more before something that cannot be taken back. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @button: what is done, as "_Delete". @yes: called with @object, which is kept until then, when
 * that was chosen. */
void kontor_question_ask (GtkWidget *widget, const char *heading, const char *body,
                          const char *button, void (*yes) (gpointer object), gpointer object);

G_END_DECLS
