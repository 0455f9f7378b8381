/* SPDX-License-Identifier: GPL-3.0-or-later */
/* providers.h — all providers as they are doing just now, and whose turn it is.
 *
 * Read from the store when they are first needed and again when a record was changed: then that
 * provider starts afresh, whatever it had done. Keys are fetched from the keyring at that time.
 * For choose.c alone.
 */
#pragma once

#include "assistant/models/breaker.h"
#include "assistant/models/provider.h"

G_BEGIN_DECLS

/* Of English; where a vendor does not say how many tokens it were. */
#define KONTOR_BYTES_PER_TOKEN 4

/* A provider at work; counted references, as questions under way outlive a change of it. */
typedef struct {
  KontorProvider *provider;
  gboolean        is_enabled;
  KontorBreaker   breaker;
  guint           under_way;
  gint64          reserved_nano;   /* what those may cost */
  gint64          turn;            /* when it was last taken, as a count */
  gint64          month_us;        /* since when @spent_nano counts; 0: it is not known */
  gint64          spent_nano;
} KontorSeat;

typedef struct _KontorProviders KontorProviders;

KontorProviders *kontor_providers_new  (KontorStore *store);
void             kontor_providers_free (KontorProviders *self);
/* Whether any is switched on. */
gboolean         kontor_providers_has_any (KontorProviders *self);

/* The next in order that may be asked: the lowest priority number, among equals who has least to
 * do, among those who waited longest. @tried: of ids that had their turn. @only: (nullable): this
 * one or none, switched on or not. (transfer full); NULL with error says why there is none, and
 * *ready_us (out) when one will be that only rests, 0 for never. */
KontorSeat      *kontor_providers_pick (KontorProviders *self, GHashTable *tried,
                                        const char *only, gint64 *ready_us, GError **error);
void             kontor_seat_unref     (KontorSeat *seat);

/* A question of that many bytes is asked: what it may cost is set aside until kontor_seat_leave(),
 * in billionths of a minor unit. @most_tokens: of the answer, 0: not limited. */
gint64           kontor_seat_begin     (KontorSeat *seat, gsize size, int most_tokens);
void             kontor_seat_leave     (KontorSeat *seat, gint64 reserved_nano);
/* A call was recorded with that cost. */
void             kontor_seat_spend     (KontorSeat *seat, gint64 nano);
/* What a failure says about the provider, if anything, and not about the question. */
void             kontor_seat_learn     (KontorSeat *seat, const GError *error, gint64 wait_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorProviders, kontor_providers_free)

G_END_DECLS
