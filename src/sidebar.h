/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sidebar.h — the pages, each with a count where something waits. The one that is marked is the one
 * that is shown. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signal: "page-chosen" (s, b): its name; FALSE: the keyboard is on its way through the pages. */
#define KONTOR_TYPE_SIDEBAR (kontor_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (KontorSidebar, kontor_sidebar, KONTOR, SIDEBAR, AdwBin)

void kontor_sidebar_set_house (KontorSidebar *self, KontorRemoteHouse *house);
/* @count: (nullable): the name of the count in the status that waits there. */
void kontor_sidebar_add       (KontorSidebar *self, const char *name, const char *title,
                               const char *icon, const char *count);
/* @name: of the page that is shown now. */
void kontor_sidebar_select    (KontorSidebar *self, const char *name);

G_END_DECLS
