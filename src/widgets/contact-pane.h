/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact-pane.h — who this is: name, numbers, consent, conversations, bookings, and what happened.
 * Beside a conversation, or as the half of a page. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Properties: is-page (gboolean: nothing hides it), is-alone (gboolean: there is a way back).
 * Signal: "back" (). */
#define KONTOR_TYPE_CONTACT_PANE (kontor_contact_pane_get_type ())
G_DECLARE_FINAL_TYPE (KontorContactPane, kontor_contact_pane, KONTOR, CONTACT_PANE, AdwBin)

void kontor_contact_pane_set_house (KontorContactPane *self, KontorRemoteHouse *house);
/* @id: (nullable): nobody */
void kontor_contact_pane_show      (KontorContactPane *self, const char *id);

G_END_DECLS
