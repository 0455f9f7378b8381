/* SPDX-License-Identifier: GPL-3.0-or-later */
/* versions-view.h — the versions of a prompt, the latest first; what one changed, line by line, and
 * the way back to it. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_VERSIONS_VIEW (kontor_versions_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorVersionsView, kontor_versions_view, KONTOR, VERSIONS_VIEW, AdwBin)

GtkWidget *kontor_versions_view_new  (KontorRemoteHouse *house);
/* @prompt: (nullable) */
void       kontor_versions_view_show (KontorVersionsView *self, KontorRemoteRecord *prompt);

G_END_DECLS
