/* SPDX-License-Identifier: GPL-3.0-or-later */
/* business-view.h — the business itself: its name, clock, money, language, hours and greetings.
 * What is written stays until it is saved or the daemon refuses it with a reason. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_BUSINESS_VIEW (kontor_business_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorBusinessView, kontor_business_view, KONTOR, BUSINESS_VIEW, AdwBin)

GtkWidget *kontor_business_view_new (KontorRemoteHouse *house);

G_END_DECLS
