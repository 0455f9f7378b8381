/* SPDX-License-Identifier: GPL-3.0-or-later */
/* provider.h — a provider's record as choose.c uses it: with its key, its prices in numbers, and
 * whether it is on this computer. A plain value; the key is wiped when it is freed.
 *
 * Prices are per million tokens and often less than a cent, so they are counted in thousandths of
 * a minor unit, and what a call costs in billionths: exact, whatever is multiplied and added.
 */
#pragma once

#include "assistant/models/model.h"
#include "store/store.h"

G_BEGIN_DECLS

#define KONTOR_PROVIDER_TIMEOUT_S 60
#define KONTOR_NANO_PER_MINOR G_GINT64_CONSTANT (1000000000)

/* @key: (nullable). @budget_minor: −1: none. Without prices @currency is "". */
typedef struct {
  char              *id, *name, *base, *model, *key;
  const KontorModel *family;
  gboolean           is_local;
  gint64             priority;
  int                temperature_milli;
  int                max_tokens;
  guint              timeout_s;
  char               currency[4];
  gint64             price_in_milli, price_out_milli;
  gint64             budget_minor;
} KontorProvider;

/* (transfer full): @record is a provider's. TRY_LATER while the keyring is locked. */
KontorProvider *kontor_provider_load (KontorStore *store, GVariant *record, GError **error);
void            kontor_provider_free (KontorProvider *self);

/* What tokens cost, in billionths of a minor unit; never less than nothing. */
gint64          kontor_provider_count_cost (const KontorProvider *self,
                                            const KontorModelUsage *usage);

/* To whole minor units, half up, as invoices do it. */
gint64          kontor_nano_round    (gint64 nano);

/* "0.075" in USD is 7500. BAD_INPUT for an unknown currency and for more decimals than thousandths
 * of a minor unit have. */
gboolean        kontor_price_parse   (const char *text, const char *currency, gint64 *milli,
                                      GError **error);

/* Whether @base is an address that never leaves this computer: a loopback address or localhost. */
gboolean        kontor_address_is_local (const char *base);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorProvider, kontor_provider_free)

G_END_DECLS
