/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wordings.h — a service in the customer's language: its name, titles, questions and labels, as the
 * records of kind "wording" have them. What has no wording keeps the shop's own words. A field's
 * name and a choice's title, which bookings keep, stay as they are.
 *
 * To add a language to a service: its wordings, as records; the demos have them in
 * data/demo/<business>/wording.<language>.csv.
 */
#pragma once

#include "operations/services.h"

G_BEGIN_DECLS

/* The shop's own words stay among the labels. @language: a code as in KontorLanguage. */
gboolean kontor_service_speak (KontorService *self, KontorStore *store, const char *language,
                               GError **error);

/* (transfer full): all services, so spoken. */
GPtrArray *kontor_services_speak (KontorStore *store, const KontorBusiness *business,
                                  const char *language, GError **error);

G_END_DECLS
