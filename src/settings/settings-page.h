/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings-page.h — what is set once and rarely changed: the business, its people, saved replies
 * and labels, what customers read, privacy and data. Places: the names of its sections, as
 * "team". */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_SETTINGS_PAGE (kontor_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (KontorSettingsPage, kontor_settings_page, KONTOR, SETTINGS_PAGE, AdwBin)

GtkWidget *kontor_settings_page_new (KontorRemoteHouse *house);

G_END_DECLS
