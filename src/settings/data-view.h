/* SPDX-License-Identifier: GPL-3.0-or-later */
/* data-view.h — the switch by which nothing leaves this computer, with what did leave as the proof;
 * where the data lies, and whether it is whole. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_DATA_VIEW (kontor_data_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorDataView, kontor_data_view, KONTOR, DATA_VIEW, AdwBin)

GtkWidget *kontor_data_view_new (KontorRemoteHouse *house);

G_END_DECLS
