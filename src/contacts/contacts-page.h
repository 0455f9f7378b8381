/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contacts-page.h — who the customers are: a list, one of them beside it, and files in and out.
 *
 * Places: an id; "new"; "bring-in". */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CONTACTS_PAGE (kontor_contacts_page_get_type ())
G_DECLARE_FINAL_TYPE (KontorContactsPage, kontor_contacts_page, KONTOR, CONTACTS_PAGE, AdwBin)

GtkWidget *kontor_contacts_page_new (KontorRemoteHouse *house);

G_END_DECLS
