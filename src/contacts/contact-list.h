/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact-list.h — the contacts: looked for by name, e-mail address or whole number, narrowed to a
 * label or a consent, and sorted. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Property: is-alone (gboolean). Signal: "chosen" (KontorRemoteRecord). */
#define KONTOR_TYPE_CONTACT_LIST (kontor_contact_list_get_type ())
G_DECLARE_FINAL_TYPE (KontorContactList, kontor_contact_list, KONTOR, CONTACT_LIST, AdwBin)

void      kontor_contact_list_set_house  (KontorContactList *self, KontorRemoteHouse *house);
/* @id: (nullable): nobody */
void      kontor_contact_list_select     (KontorContactList *self, const char *id);
void      kontor_contact_list_search     (KontorContactList *self);
/* (transfer floating): what is shown now, as Records.Query() takes it. */
GVariant *kontor_contact_list_get_filter (KontorContactList *self);
/* Whether it is fewer than all. */
gboolean  kontor_contact_list_is_narrowed (KontorContactList *self);

G_END_DECLS
