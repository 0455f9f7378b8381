/* SPDX-License-Identifier: GPL-3.0-or-later */
/* models-view.h — who lends models, in the order in which they are asked, and what that cost. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_MODELS_VIEW (kontor_models_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorModelsView, kontor_models_view, KONTOR, MODELS_VIEW, AdwBin)

GtkWidget *kontor_models_view_new (KontorRemoteHouse *house);

G_END_DECLS
