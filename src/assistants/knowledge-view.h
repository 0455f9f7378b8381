/* SPDX-License-Identifier: GPL-3.0-or-later */
/* knowledge-view.h — what the assistant may say: files are dropped or chosen, passages are seen and
 * edited, and a question shows what would be said and why. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_KNOWLEDGE_VIEW (kontor_knowledge_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorKnowledgeView, kontor_knowledge_view, KONTOR, KNOWLEDGE_VIEW, AdwBin)

GtkWidget *kontor_knowledge_view_new (KontorRemoteHouse *house);

G_END_DECLS
