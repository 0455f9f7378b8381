/* SPDX-License-Identifier: GPL-3.0-or-later */
/* try-view.h — a conversation to try an assistant with: what a model writes is shown as it comes,
 * and what would be said takes its place. Nothing is sent or kept. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_TRY_VIEW (kontor_try_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorTryView, kontor_try_view, KONTOR, TRY_VIEW, AdwBin)

GtkWidget *kontor_try_view_new      (KontorRemoteHouse *house);
/* A text that is tried in place of the saved prompt of @purpose; NULL: the saved one. */
void       kontor_try_view_set_text (KontorTryView *self, const char *purpose, const char *text);

G_END_DECLS
