/* SPDX-License-Identifier: GPL-3.0-or-later */
/* home-page.h — the day at a glance: what waits, what is booked, what was said, how the lines are;
 * for a new business the three ways to begin. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_HOME_PAGE (kontor_home_page_get_type ())
G_DECLARE_FINAL_TYPE (KontorHomePage, kontor_home_page, KONTOR, HOME_PAGE, AdwBin)

GtkWidget *kontor_home_page_new (KontorRemoteHouse *house);

G_END_DECLS
