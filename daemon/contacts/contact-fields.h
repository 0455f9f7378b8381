/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact-fields.h — what a business wants to know of its customers: records of the kind
 * contact-field, each of which is the field x-NAME of contacts. Where one is taken away, what was
 * put in stays with the contacts. */
#pragma once

#include "journal/keep.h"

G_BEGIN_DECLS

/* (transfer full): for the rule of contacts. */
KontorField *kontor_contact_fields_dup (KontorStore *store, GVariant *contact);

G_END_DECLS
