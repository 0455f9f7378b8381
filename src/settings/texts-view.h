/* SPDX-License-Identifier: GPL-3.0-or-later */
/* texts-view.h — what customers read, in each language: found, changed, and put back as it was. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_TEXTS_VIEW (kontor_texts_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorTextsView, kontor_texts_view, KONTOR, TEXTS_VIEW, AdwBin)

GtkWidget *kontor_texts_view_new (KontorRemoteHouse *house);

G_END_DECLS
