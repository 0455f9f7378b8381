/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prompts-view.h — a prompt to be edited beside a conversation that tries it, and its versions:
 * what is different between them, and the way back to one. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_PROMPTS_VIEW (kontor_prompts_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorPromptsView, kontor_prompts_view, KONTOR, PROMPTS_VIEW, AdwBin)

GtkWidget *kontor_prompts_view_new (KontorRemoteHouse *house);

G_END_DECLS
