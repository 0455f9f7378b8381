/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notices-view.h — what the desktop tells the owner while the window is closed: a switch for each
 * kind of notice, drawn from the daemon's field list, quiet hours, and what is shown of it. What is
 * switched counts at once. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_NOTICES_VIEW (kontor_notices_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorNoticesView, kontor_notices_view, KONTOR, NOTICES_VIEW, AdwBin)

GtkWidget *kontor_notices_view_new (KontorRemoteHouse *house);

G_END_DECLS
