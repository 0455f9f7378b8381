/* SPDX-License-Identifier: GPL-3.0-or-later */
/* providers.c — a locked keyring is asked again only after a while: each look may block. */
#include "assistant/models/providers.h"

#include "assistant/models/calls.h"
#include "base/clock.h"
#include "contacts/business.h"
#include "store/records.h"

#define LOOK_AGAIN_US (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

struct _KontorProviders
{
  KontorStore *store;
  GHashTable  *seats;       /* id → KontorSeat */
  guint        watch;
  gboolean     is_stale;
  gint64       look_at_us;  /* one could not be read: when to look again, 0: all could */
  gint64       turns;
};

static void
seat_clear (KontorSeat *seat)
{
  kontor_provider_free (seat->provider);
}

void
kontor_seat_unref (KontorSeat *seat)
{
  g_rc_box_release_full (seat, (GDestroyNotify) seat_clear);
}

gint64
kontor_seat_begin (KontorSeat *seat, gsize size, int most_tokens)
{
  const KontorModelUsage usage = {
    (gint64) size / KONTOR_BYTES_PER_TOKEN,
    most_tokens > 0 ? most_tokens : KONTOR_MODEL_DEFAULT_TOKENS, 0, FALSE,
  };
  gint64 reserved_nano = kontor_provider_count_cost (seat->provider, &usage);

  if (__builtin_add_overflow (seat->reserved_nano, reserved_nano, &seat->reserved_nano))
    seat->reserved_nano = G_MAXINT64;
  seat->under_way++;
  kontor_breaker_begin (&seat->breaker);

  return reserved_nano;
}

void
kontor_seat_leave (KontorSeat *seat, gint64 reserved_nano)
{
  seat->under_way--;
  seat->reserved_nano = MAX (seat->reserved_nano - reserved_nano, 0);
}

void
kontor_seat_spend (KontorSeat *seat, gint64 nano)
{
  if (__builtin_add_overflow (seat->spent_nano, nano, &seat->spent_nano))
    seat->spent_nano = G_MAXINT64;
}

void
kontor_seat_learn (KontorSeat *seat, const GError *error, gint64 wait_ms)
{
  gint64 now_us = kontor_breaker_now_us ();

  if (error->domain != KONTOR_ERROR)
    {
      kontor_breaker_leave (&seat->breaker);
      return;
    }
  switch ((KontorError) error->code)
    {
    case KONTOR_ERROR_NOT_ALLOWED:
    case KONTOR_ERROR_NOT_LINKED:
    case KONTOR_ERROR_NOT_FOUND:
      kontor_breaker_stop (&seat->breaker, now_us);
      return;
    case KONTOR_ERROR_BAD_INPUT:
      kontor_breaker_leave (&seat->breaker);
      return;
    case KONTOR_ERROR_FAILED:
    case KONTOR_ERROR_TRY_LATER:
    case KONTOR_ERROR_UNKNOWN:
      kontor_breaker_fail (&seat->breaker, now_us, wait_ms);
    }
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  KontorProviders *self = data;

  if (!g_str_equal (kind, "provider"))
    return;
  g_hash_table_remove (self->seats, id);
  self->is_stale = TRUE;
}

KontorProviders *
kontor_providers_new (KontorStore *store)
{
  KontorProviders *self = g_new0 (KontorProviders, 1);

  self->store = store;
  self->seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) kontor_seat_unref);
  self->watch = kontor_store_watch (store, on_touched, self);
  self->is_stale = TRUE;

  return self;
}

void
kontor_providers_free (KontorProviders *self)
{
  kontor_store_unwatch (self->store, self->watch);
  g_hash_table_unref (self->seats);
  g_free (self);
}

static void
seat_one (KontorProviders *self, GVariant *record)
{
  const char *id = kontor_record_get_text (record, "id");
  g_autoptr(GError) error = NULL;
  KontorProvider *provider;
  KontorSeat *seat;

  if (g_hash_table_contains (self->seats, id))
    return;
  provider = kontor_provider_load (self->store, record, &error);
  if (provider == NULL)
    {
      g_warning ("the provider %s cannot be used: %s", id, error->message);
      self->look_at_us = kontor_breaker_now_us () + LOOK_AGAIN_US;
      return;
    }
  seat = g_rc_box_new0 (KontorSeat);
  seat->provider = provider;
  seat->is_enabled = kontor_record_get_yes (record, "enabled");
  g_hash_table_insert (self->seats, g_strdup (id), seat);
}

static gboolean
look (KontorProviders *self, GError **error)
{
  g_autoptr(GPtrArray) records = NULL;
  gboolean again = self->look_at_us != 0 && kontor_breaker_now_us () >= self->look_at_us;

  if (!self->is_stale && !again)
    return TRUE;
  records = kontor_records_query (self->store, kontor_kind_find ("provider"),
                                  &(KontorQuery) { 0 }, NULL, error);
  if (records == NULL)
    return FALSE;
  self->is_stale = FALSE;
  self->look_at_us = 0;
  for (guint i = 0; i < records->len; i++)
    seat_one (self, records->pdata[i]);

  return TRUE;
}

gboolean
kontor_providers_has_any (KontorProviders *self)
{
  GHashTableIter iter;
  KontorSeat *seat;

  if (!look (self, NULL))
    return FALSE;
  g_hash_table_iter_init (&iter, self->seats);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &seat))
    if (seat->is_enabled)
      return TRUE;

  return FALSE;
}

/* The first moment of this month where the business is. */
static gboolean
find_month (KontorStore *store, gint64 *since_us, GError **error)
{
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (kontor_clock_now_us () /
                                                            G_USEC_PER_SEC);
  g_autoptr(GDateTime) now = business != NULL ? g_date_time_to_timezone (utc, business->zone)
                                              : NULL;
  g_autoptr(GDateTime) first = now != NULL
    ? g_date_time_new (business->zone, g_date_time_get_year (now), g_date_time_get_month (now),
                       1, 0, 0, 0) : NULL;

  if (first == NULL)
    return FALSE;
  *since_us = g_date_time_to_unix (first) * G_USEC_PER_SEC;

  return TRUE;
}

/* The calls of a month may be many: they are added up once. */
static gboolean
count_spent (KontorProviders *self, KontorSeat *seat, GError **error)
{
  gint64 since_us, spent;

  if (!find_month (self->store, &since_us, error))
    return FALSE;
  if (seat->month_us == since_us)
    return TRUE;
  spent = kontor_calls_count_spent (self->store, seat->provider->id, since_us, error);
  if (spent < 0)
    return FALSE;
  seat->month_us = since_us;
  seat->spent_nano = spent;

  return TRUE;
}

/* What is spent and what is under way must be less than the budget. */
static gboolean
is_within_budget (KontorProviders *self, KontorSeat *seat, GError **error)
{
  const KontorProvider *provider = seat->provider;
  gint64 budget;

  if (provider->budget_minor < 0)
    return TRUE;
  if (!count_spent (self, seat, error))
    return FALSE;
  if (__builtin_mul_overflow (provider->budget_minor, KONTOR_NANO_PER_MINOR, &budget))
    budget = G_MAXINT64;
  if (seat->spent_nano < budget && seat->reserved_nano < budget - seat->spent_nano)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "%s: the budget of this month is used up; raise it, or wait for the next month",
               provider->name);

  return FALSE;
}

static gboolean
may_leave (KontorStore *store)
{
  g_autoptr(GVariant) business = kontor_records_get (store, kontor_kind_find ("business"), "1",
                                                     NULL);

  return business == NULL || !kontor_record_get_yes (business, "local-only");
}

static gboolean
is_better (const KontorSeat *one, const KontorSeat *other)
{
  if (other == NULL || one->provider->priority != other->provider->priority)
    return other == NULL || one->provider->priority < other->provider->priority;
  if (one->under_way != other->under_way)
    return one->under_way < other->under_way;

  return one->turn < other->turn;
}

typedef struct {
  GHashTable *tried;
  const char *only;
  gboolean    may_leave;
  gint64      now_us;
  gint64     *ready_us;
} Wish;

/* Why not, as an error that replaces the one before. */
static gboolean
may_sit (KontorProviders *self, KontorSeat *seat, const Wish *wish, GError **error)
{
  const KontorProvider *provider = seat->provider;

  if (wish->only != NULL ? !g_str_equal (wish->only, provider->id) : !seat->is_enabled)
    return FALSE;
  if (g_hash_table_contains (wish->tried, provider->id))
    return FALSE;
  g_clear_error (error);
  if (!wish->may_leave && !provider->is_local)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                           "nothing may leave this computer, and no provider that may be asked "
                           "is on it");
      return FALSE;
    }
  if (!is_within_budget (self, seat, error))
    return FALSE;
  if (wish->only != NULL || kontor_breaker_may_try (&seat->breaker, wish->now_us))
    return TRUE;
  if (!seat->breaker.is_tried && (*wish->ready_us == 0 ||
                                  seat->breaker.rests_until_us < *wish->ready_us))
    *wish->ready_us = seat->breaker.rests_until_us;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                       "the providers of models rest after failures");

  return FALSE;
}

static KontorSeat *
find_best (KontorProviders *self, const Wish *wish, GError **error)
{
  KontorSeat *best = NULL, *seat;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, self->seats);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &seat))
    {
      g_autoptr(GError) local = NULL;

      if (may_sit (self, seat, wish, &local))
        best = is_better (seat, best) ? seat : best;
      if (local == NULL || g_error_matches (*error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER))
        continue;
      g_clear_error (error);
      g_propagate_error (error, g_steal_pointer (&local));
    }

  return best;
}

KontorSeat *
kontor_providers_pick (KontorProviders *self, GHashTable *tried, const char *only,
                       gint64 *ready_us, GError **error)
{
  g_autoptr(GError) local = NULL;
  KontorSeat *best;
  Wish wish = { tried, only, FALSE, kontor_breaker_now_us (), ready_us };

  *ready_us = 0;
  if (!look (self, error))
    return NULL;
  wish.may_leave = may_leave (self->store);
  best = find_best (self, &wish, &local);
  if (best != NULL)
    {
      best->turn = ++self->turns;
      return g_rc_box_acquire (best);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (only != NULL && g_hash_table_size (tried) == 0)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                 "%s cannot be used: it is not there, or its key cannot be read", only);
  else
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                         "no provider of models is switched on");

  return NULL;
}
