/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact-pane.h — who this is: name, numbers, consent, bookings, and what happened. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CONTACT_PANE (kontor_contact_pane_get_type ())
G_DECLARE_FINAL_TYPE (KontorContactPane, kontor_contact_pane, KONTOR, CONTACT_PANE, AdwBin)

void kontor_contact_pane_set_house (KontorContactPane *self, KontorRemoteHouse *house);
/* @id: (nullable) */
void kontor_contact_pane_show      (KontorContactPane *self, const char *id);

G_END_DECLS
