/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assistants-page.h — who answers by itself, and from what: prompts with a conversation to try
 * them, knowledge, models, and where which assistant may do what. Places: the names of its
 * views. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_ASSISTANTS_PAGE (kontor_assistants_page_get_type ())
G_DECLARE_FINAL_TYPE (KontorAssistantsPage, kontor_assistants_page, KONTOR, ASSISTANTS_PAGE,
                      AdwBin)

GtkWidget *kontor_assistants_page_new (KontorRemoteHouse *house);

G_END_DECLS
