/* SPDX-License-Identifier: GPL-3.0-or-later */
/* failure-bar.h — why a message did not go, or may not have gone, and a button to send it again. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_FAILURE_BAR (kontor_failure_bar_get_type ())
G_DECLARE_FINAL_TYPE (KontorFailureBar, kontor_failure_bar, KONTOR, FAILURE_BAR, GtkBox)

/* @id: of the message. */
void kontor_failure_bar_set (KontorFailureBar *self, const char *id, const char *reason);

G_END_DECLS
