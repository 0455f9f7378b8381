/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contacts.h — who is on the other side. A person is known by a set of identifiers; the phone is
 * one of them and may be missing. Identifiers lie sealed and are found by their keyed hash. */
#pragma once

#include "model/message.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The contact any identifier of @person leads to, or a new one; identifiers that were not known
 * yet are learned. Call inside the transaction of what came in.
 * *others: (out) (transfer full): the ids of other contacts that the line's word proves to be the
 * same person: for the caller to merge. (transfer full): its id, as "CT1". */
char     *kontor_contacts_find_or_add (KontorStore *store, const KontorPerson *person,
                                       GPtrArray **others, GError **error);

/* (transfer full) (nullable): the contact that any identifier of @person leads to; NULL without
 * error when there is none. */
char     *kontor_contacts_find        (KontorStore *store, const KontorPerson *person,
                                       GError **error);

/* By the line's word @person is called so now, and was as in its `was` (nullable) before. A contact
 * that people gave another name keeps it. Call inside the transaction of what came in. */
gboolean  kontor_contacts_rename      (KontorStore *store, const KontorPerson *person,
                                       GError **error);

/* (transfer full): how a line reaches the contact. */
KontorPerson *kontor_contacts_dup_person (KontorStore *store, const char *contact, GError **error);

/* All that is known of @from belongs to @into from now on, and @from is removed; who of the two
 * said STOP is believed. Call inside a transaction, once nothing else holds on to @from. */
gboolean  kontor_contacts_absorb (KontorStore *store, const char *from, const char *into,
                                  GError **error);

/* (transfer full) (nullable): the id of the contact with this number in any of its national
 * forms; NULL without error when there is none. */
char     *kontor_contacts_find_phone  (KontorStore *store, const char *phone, GError **error);

/* What stands with the contact in lists of conversations is another. */
gboolean  kontor_contacts_tell_threads (KontorStore *store, gint64 contact, GError **error);

G_END_DECLS
