/* SPDX-License-Identifier: GPL-3.0-or-later */
/* service-pane.h — one service: what it is, what it asks customers for, what it is called in other
 * languages, and the conversation that comes of it. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Property: is-alone (gboolean): no list beside it. Signal: "back" (). */
#define KONTOR_TYPE_SERVICE_PANE (kontor_service_pane_get_type ())
G_DECLARE_FINAL_TYPE (KontorServicePane, kontor_service_pane, KONTOR, SERVICE_PANE, AdwBin)

void kontor_service_pane_set_house (KontorServicePane *self, KontorRemoteHouse *house);
/* @code: (nullable): none */
void kontor_service_pane_show      (KontorServicePane *self, const char *code);

G_END_DECLS
