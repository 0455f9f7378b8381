/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view-box.h — saved views of the inbox, for a popover: those of everybody and those of who sits
 * here. It keeps what the inbox shows under a name, and leads to where views are changed. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Signals:
 *   "chosen" (string)   the id of the view that is wanted
 *   "wanted" ()         what is shown is to be kept: kontor_view_box_keep() */
#define KONTOR_TYPE_VIEW_BOX (kontor_view_box_get_type ())
G_DECLARE_FINAL_TYPE (KontorViewBox, kontor_view_box, KONTOR, VIEW_BOX, AdwBin)

void kontor_view_box_set_house (KontorViewBox *self, KontorRemoteHouse *house);
/* Asks for a name. @given: a{sv} as the record has it, may be floating. */
void kontor_view_box_keep      (KontorViewBox *self, GVariant *given);

G_END_DECLS
