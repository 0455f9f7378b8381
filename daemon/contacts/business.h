/* SPDX-License-Identifier: GPL-3.0-or-later */
/* business.h — the shop itself: zone, currency, country and language everything else leans on. */
#pragma once

#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  char      *name;
  char      *zone_name;
  GTimeZone *zone;
  char      *currency;
  char      *country;     /* (nullable) */
  char      *language;    /* "en" where nothing is said */
  char      *hours;       /* (nullable): always open */
  gboolean   month_first;
  gboolean   greets;      /* who writes for the first time */
  gint64     greet_again_s; /* and who did not for so long; 0: never */
  char      *greeting;    /* (nullable): the shop's own words */
  char      *away;        /* (nullable): the same for when it is closed */
  gint64     paused_until_us; /* nobody is answered automatically before */
  gint64     automatic_most; /* automatic messages to a contact in an hour; 0: no limit */
} KontorBusiness;

/* (transfer full). Until the owner has said otherwise: the zone of this computer, and its
 * currency where the locale tells it. */
KontorBusiness *kontor_business_load (KontorStore *store, GError **error);
void            kontor_business_free (KontorBusiness *self);
/* Lent by @self. */
KontorLocale    kontor_business_get_locale (KontorBusiness *self);

/* Makes the record on the first start, named @name. */
gboolean        kontor_business_ensure (KontorStore *store, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorBusiness, kontor_business_free)

G_END_DECLS
