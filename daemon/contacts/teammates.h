/* SPDX-License-Identifier: GPL-3.0-or-later */
/* teammates.h — the people of the business: who one is, and what one may do. */
#pragma once

#include "journal/actor.h"
#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What the record's role fields say, always with a customer's rights; none when switched off. */
KontorRoles  kontor_teammate_get_roles (GVariant *teammate);

/* (transfer full) (nullable): the active teammate whose phone is a contact's, or NULL. */
GVariant    *kontor_teammates_find_phone (KontorStore *store, const char *phone, GError **error);

/* (transfer full) (nullable): the name of "teammate:TM1"; NULL for whoever is none of them. */
char        *kontor_teammates_dup_name (KontorStore *store, const char *author);

/* (transfer full): the person at this desktop: the first manager, made when there is none. */
GVariant    *kontor_teammates_ensure_owner (KontorStore *store, const char *name, GError **error);

G_END_DECLS
