/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accounts-strip.h — the accounts that take money, a card each: what they are called, whether they
 * work and in which mode. A card opens the account's form. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_ACCOUNTS_STRIP (kontor_accounts_strip_get_type ())
G_DECLARE_FINAL_TYPE (KontorAccountsStrip, kontor_accounts_strip, KONTOR, ACCOUNTS_STRIP, AdwBin)

void kontor_accounts_strip_set_house (KontorAccountsStrip *self, KontorRemoteHouse *house);
/* The form of a new one. */
void kontor_accounts_strip_add       (KontorAccountsStrip *self);

G_END_DECLS
