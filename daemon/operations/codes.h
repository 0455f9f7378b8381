/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codes.h — what a new service, field, choice or wording is called and where it stands among the
 * others, where nobody says so: owners give titles, codes are made of them. Each is the `fill` of
 * its kind's rule: (transfer full): @values with what was missing. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

GVariant *kontor_codes_fill_service (KontorStore *store, GVariant *values);
GVariant *kontor_codes_fill_field   (KontorStore *store, GVariant *values);
GVariant *kontor_codes_fill_choice  (KontorStore *store, GVariant *values);
/* One that is there already in that language keeps its code, and so is changed. */
GVariant *kontor_codes_fill_wording (KontorStore *store, GVariant *values);

G_END_DECLS
