/* SPDX-License-Identifier: GPL-3.0-or-later */
/* consent.h — whether a contact may be written to. STOP is obeyed before anything else is read. */
#pragma once

#include "journal/actor.h"
#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Whether the contact said STOP and not START since. On error TRUE: silence is the safe side. */
gboolean kontor_consent_is_stopped (KontorStore *store, const char *contact);
/* The same of the @consent that the contact's record has. */
gboolean kontor_consent_forbids    (const char *consent);

/* Call inside a transaction. @source: where it was said, as "chat". Said again, nothing changes. */
gboolean kontor_consent_stop  (KontorStore *store, const KontorActor *actor, const char *contact,
                               const char *source, GError **error);
gboolean kontor_consent_start (KontorStore *store, const KontorActor *actor, const char *contact,
                               const char *source, GError **error);

G_END_DECLS
