/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be a provider, what tokens cost to the last billionth, and what is kept of a call. */
#include "assistant/models/calls.h"

#include <string.h>

#include "fakes/kept.h"

typedef struct {
  KontorStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = kept_open (":memory:");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  kontor_store_close (fixture->store);
}

static KontorProvider *
load (KontorStore *store, const char *id)
{
  g_autoptr(GVariant) record = kept_get (store, "provider", id);
  g_autoptr(GError) error = NULL;
  KontorProvider *provider = kontor_provider_load (store, record, &error);

  g_assert_no_error (error);

  return provider;
}

static void
test_what_could_not_be_asked_is_refused (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *values, *words; } all[] = {
    { "'family': <'oracle'>", "openai, anthropic, gemini" },
    { "'family': <'openai'>, 'base': <'api.openai.com'>", "base" },
    { "'family': <'openai'>, 'base': <'ftp://x/v1'>", "base" },
    { "'family': <'openai'>, 'base': <'https://u:p@x/v1'>", "base" },
    { "'family': <'openai'>, 'base': <'https://x/v1?a=b'>", "base" },
    { "'family': <'openai'>, 'base': <'https:///v1'>", "base" },
    { "'family': <'openai'>, 'base': <'http://x/v1'>, 'key': <'k'>", "https" },
    { "'family': <'openai'>, 'max-tokens': <int64 0>", "max-tokens" },
    { "'family': <'openai'>, 'time-out': <int64 601>", "time-out" },
    { "'family': <'openai'>, 'temperature': <'2.1'>", "temperature" },
    { "'family': <'openai'>, 'price-in': <'1'>", "currency" },
    { "'family': <'openai'>, 'price-in': <'1'>, 'currency': <'XYZ'>", "currency" },
    { "'family': <'openai'>, 'price-in': <'0.123456'>, 'currency': <'USD'>", "5 decimals" },
    { "'family': <'openai'>, 'price-out': <'0.1234'>, 'currency': <'JPY'>", "3 decimals" },
    { "'family': <'openai'>, 'budget': <(int64 5, 'USD')>", "needs the prices" },
    { "'family': <'openai'>, 'budget': <(int64 5, 'EUR')>, 'price-in': <'1'>,"
      "'price-out': <'1'>, 'currency': <'USD'>", "currency of the prices" },
    { "'family': <'openai'>, 'state': <'fine'>", "state" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *values = g_strdup_printf ("{'name': <'N'>, 'model': <'m'>, %s}",
                                                 all[i].values);
      g_autoptr(GError) error = NULL;

      g_assert_null (kept_try (fixture->store, &kept_owner, "provider", NULL, values, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, all[i].words));
    }
  g_assert_cmpint (kept_count (fixture->store, "provider"), ==, 0);
}

static void
test_a_family_knows_its_own_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr(KontorProvider) provider = NULL;

  kept_add (fixture->store, "provider", "{'name': <'N'>, 'family': <'gemini'>, 'model': <'m'>}");
  provider = load (fixture->store, "PV1");
  g_assert_cmpstr (provider->base, ==, "https://generativelanguage.googleapis.com/v1beta");
  g_assert_false (provider->is_local);
  g_assert_cmpint (provider->temperature_milli, ==, -1);
  g_assert_cmpuint (provider->timeout_s, ==, 60);
  g_assert_cmpint (provider->budget_minor, ==, -1);
  g_assert_null (provider->key);
}

static void
test_settings_are_read_as_they_were_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr(KontorProvider) provider = NULL;

  kept_add (fixture->store, "provider", "{'name': <'N'>, 'family': <'openai'>, 'model': <'m'>,"
            "'base': <'http://localhost:11434/v1//'>, 'temperature': <'0.29'>,"
            "'max-tokens': <int64 300>, 'time-out': <int64 90>, 'currency': <'USD'>,"
            "'price-in': <'0.075'>, 'price-out': <'0.3'>, 'budget': <(int64 500, 'USD')>,"
            "'priority': <int64 3>}");
  provider = load (fixture->store, "PV1");
  g_assert_cmpstr (provider->base, ==, "http://localhost:11434/v1");
  g_assert_true (provider->is_local);
  g_assert_cmpint (provider->temperature_milli, ==, 290);
  g_assert_cmpint (provider->max_tokens, ==, 300);
  g_assert_cmpuint (provider->timeout_s, ==, 90);
  g_assert_cmpint (provider->price_in_milli, ==, 7500);
  g_assert_cmpint (provider->price_out_milli, ==, 30000);
  g_assert_cmpint (provider->budget_minor, ==, 500);
  g_assert_cmpint (provider->priority, ==, 3);
}

static void
test_only_loopback_is_this_computer (void)
{
  static const struct { const char *base; gboolean is_local; } all[] = {
    { "http://127.0.0.1:8080/v1", TRUE },   { "http://127.1.2.3/v1", TRUE },
    { "http://[::1]:1234/v1", TRUE },       { "https://LOCALHOST/v1", TRUE },
    { "http://0.0.0.0/v1", FALSE },         { "http://192.168.1.2/v1", FALSE },
    { "http://localhost.example.com/", FALSE }, { "http://127.0.0.1.example.com/", FALSE },
    { "http://localhost@example.com/", FALSE }, { "http://127.1/v1", FALSE },
    { "localhost", FALSE },                 { "http://example.com#@localhost/", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_true (kontor_address_is_local (all[i].base) == all[i].is_local);
}

static void
test_costs_are_exact (void)
{
  static const struct { const char *currency, *in, *out; gint64 tokens_in, tokens_out, nano; }
  all[] = {
    { "USD", "2.50", "10", 1000000, 0, G_GINT64_CONSTANT (250000000000) },
    { "USD", "2.50", "10", 1, 1, 1250000 },
    { "USD", "0.075", "0.3", 1, 0, 7500 },
    { "USD", "0.00001", "0", 1, 0, 1 },
    { "JPY", "375.5", "1", 2, 0, 751000 },
    { "KWD", "0.000001", "0", 7, 0, 7 },
    { "USD", "9999999", "0", G_MAXINT64, 0, G_MAXINT64 },
    { "USD", "1", "1", -4, -4, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      const KontorModelUsage usage = { all[i].tokens_in, all[i].tokens_out, 0, TRUE };
      KontorProvider provider = { 0 };
      g_autoptr(GError) error = NULL;

      kontor_price_parse (all[i].in, all[i].currency, &provider.price_in_milli, &error);
      g_assert_no_error (error);
      kontor_price_parse (all[i].out, all[i].currency, &provider.price_out_milli, &error);
      g_assert_no_error (error);
      g_assert_cmpint (kontor_provider_count_cost (&provider, &usage), ==, all[i].nano);
    }
}

static void
add_priced (KontorStore *store)
{
  kept_add (store, "provider", "{'name': <'N'>, 'family': <'openai'>, 'model': <'m'>,"
            "'currency': <'USD'>, 'price-in': <'2.5'>, 'price-out': <'10'>}");
}

static char *
record (KontorStore *store, const KontorProvider *provider, const char *outcome, gint64 at_us,
        gint64 tokens)
{
  const KontorCallFacts facts = { .outcome = outcome, .reason = "key sk-4fXk29GhT7Lq0ZbN8mVs3RwY",
                                  .purpose = "reply", .prompt = "PR1/2", .at_us = at_us,
                                  .latency_ms = 12, .usage = { tokens, tokens, 1, TRUE } };
  g_autoptr(GError) error = NULL;
  char *id = kontor_calls_record (store, provider, &facts, &error);

  g_assert_no_error (error);

  return id;
}

static void
test_a_call_is_kept_with_what_it_cost (Fixture *fixture, gconstpointer data)
{
  g_autoptr(KontorProvider) provider = NULL;
  g_autoptr(GVariant) call = NULL;
  g_autofree char *id = NULL;
  const char *currency;
  gint64 minor;

  add_priced (fixture->store);
  provider = load (fixture->store, "PV1");
  id = record (fixture->store, provider, "answered", 5, 1200);
  call = kept_get (fixture->store, "ai-call", id);
  g_assert_cmpstr (id, ==, "AI1");
  g_assert_cmpstr (kontor_record_get_text (call, "provider"), ==, "PV1");
  g_assert_cmpstr (kontor_record_get_text (call, "address"), ==, "https://api.openai.com");
  g_assert_true (kontor_record_get_yes (call, "left"));
  g_assert_cmpint (kontor_record_get_int (call, "tokens-in", 0), ==, 1200);
  g_assert_cmpint (kontor_record_get_int (call, "cost-nano", 0), ==, 1500000000);
  g_assert_true (kontor_record_get_money (call, "cost", &minor, &currency));
  g_assert_cmpint (minor, ==, 2);
  g_assert_cmpstr (currency, ==, "USD");
  g_assert_null (strstr (kontor_record_get_text (call, "reason"), "4fXk29"));
}

static void
test_what_was_spent_is_told_by_month_and_provider (Fixture *fixture, gconstpointer data)
{
  g_autoptr(KontorProvider) provider = NULL, other = NULL;
  g_autoptr(GError) error = NULL;

  add_priced (fixture->store);
  add_priced (fixture->store);
  provider = load (fixture->store, "PV1");
  other = load (fixture->store, "PV2");
  g_free (record (fixture->store, provider, "answered", 10, 100));
  g_free (record (fixture->store, provider, "failed", 20, 100));
  g_free (record (fixture->store, provider, "known", 30, 100));
  g_free (record (fixture->store, other, "answered", 30, 100));
  g_assert_cmpint (kontor_calls_count_spent (fixture->store, "PV1", 0, &error), ==, 250000000);
  g_assert_cmpint (kontor_calls_count_spent (fixture->store, "PV1", 20, &error), ==, 125000000);
  g_assert_cmpint (kontor_calls_count_spent (fixture->store, "PV1", 21, &error), ==, 0);
  g_assert_no_error (error);
}

static void
test_calls_outlive_their_provider (Fixture *fixture, gconstpointer data)
{
  g_autoptr(KontorProvider) provider = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  add_priced (fixture->store);
  provider = load (fixture->store, "PV1");
  id = record (fixture->store, provider, "answered", 10, 100);
  kontor_keep_remove (fixture->store, &kept_owner, kontor_kind_find ("provider"), "PV1", &error);
  g_assert_no_error (error);
  kept_assert_text (fixture->store, "ai-call", id, "model", "m");
  kept_assert_text (fixture->store, "ai-call", id, "provider", NULL);
  g_free (id);
  id = record (fixture->store, provider, "answered", 20, 100);
  kept_assert_text (fixture->store, "ai-call", id, "model", "m");
}

static void
test_nobody_writes_calls_but_the_daemon (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (kept_try (fixture->store, &kept_owner, "ai-call", NULL, "{'model': <'m'>}",
                           &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
}

#define ADD(name, test) g_test_add ("/provider/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what-could-not-be-asked-is-refused", test_what_could_not_be_asked_is_refused);
  ADD ("a-family-knows-its-own-address", test_a_family_knows_its_own_address);
  ADD ("settings-are-read-as-they-were-written", test_settings_are_read_as_they_were_written);
  g_test_add_func ("/provider/only-loopback-is-this-computer",
                   test_only_loopback_is_this_computer);
  g_test_add_func ("/provider/costs-are-exact", test_costs_are_exact);
  ADD ("a-call-is-kept-with-what-it-cost", test_a_call_is_kept_with_what_it_cost);
  ADD ("what-was-spent-is-told-by-month-and-provider",
       test_what_was_spent_is_told_by_month_and_provider);
  ADD ("calls-outlive-their-provider", test_calls_outlive_their_provider);
  ADD ("nobody-writes-calls-but-the-daemon", test_nobody_writes_calls_but_the_daemon);

  return g_test_run ();
}
