/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calls-table.c — a vendor may quote the key in an error: reasons are redacted as logs are. */
#include "assistant/models/calls.h"

#include "base/log.h"
#include "store/records.h"

static char *
dup_address (const char *base)
{
  g_autoptr(GUri) uri = g_uri_parse (base, G_URI_FLAGS_NONE, NULL);
  int port = uri != NULL ? g_uri_get_port (uri) : -1;

  if (uri == NULL)
    return g_strdup (base);

  return g_uri_join (G_URI_FLAGS_NONE, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), port,
                     "", NULL, NULL);
}

static void
set_text (GVariantDict *record, const char *name, const char *text)
{
  if (text != NULL)
    g_variant_dict_insert (record, name, "s", text);
}

static void
set_cost (GVariantDict *record, const KontorProvider *provider, const KontorCallFacts *facts)
{
  gint64 nano = g_str_equal (facts->outcome, "known")
                ? 0 : kontor_provider_count_cost (provider, &facts->usage);

  g_variant_dict_insert (record, "tokens-in", "x", facts->usage.in);
  g_variant_dict_insert (record, "tokens-out", "x", facts->usage.out);
  g_variant_dict_insert (record, "tokens-cached", "x", facts->usage.cached);
  g_variant_dict_insert (record, "estimated", "b", facts->is_estimated);
  g_variant_dict_insert (record, "cost-nano", "x", nano);
  if (*provider->currency != '\0')
    g_variant_dict_insert (record, "cost", "(xs)", kontor_nano_round (nano), provider->currency);
}

static GVariant *
describe (const KontorProvider *provider, const KontorCallFacts *facts)
{
  g_auto(GVariantDict) record = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *address = dup_address (provider->base);
  g_autofree char *reason = facts->reason != NULL ? kontor_log_redact (facts->reason) : NULL;

  g_variant_dict_insert (&record, "at", "x", facts->at_us);
  g_variant_dict_insert (&record, "model", "s", provider->model);
  g_variant_dict_insert (&record, "address", "s", address);
  g_variant_dict_insert (&record, "left", "b",
                         !provider->is_local && !g_str_equal (facts->outcome, "known"));
  g_variant_dict_insert (&record, "latency-ms", "x", facts->latency_ms);
  g_variant_dict_insert (&record, "outcome", "s", facts->outcome);
  set_text (&record, "reason", reason);
  set_text (&record, "purpose", facts->purpose);
  set_text (&record, "prompt", facts->prompt);
  set_cost (&record, provider, facts);

  return g_variant_ref_sink (g_variant_dict_end (&record));
}

static GVariant *
with_links (GVariant *bare, const KontorProvider *provider, const KontorCallFacts *facts)
{
  g_auto(GVariantDict) record = G_VARIANT_DICT_INIT (bare);

  set_text (&record, "provider", provider->id);
  if (facts->conversation != 0)
    g_variant_dict_insert (&record, "conversation", "x", facts->conversation);

  return g_variant_ref_sink (g_variant_dict_end (&record));
}

/* Provider and conversation may be gone since it was asked: the call was made all the same. */
char *
kontor_calls_record (KontorStore *store, const KontorProvider *provider,
                     const KontorCallFacts *facts, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("ai-call");
  g_autoptr(GVariant) bare = describe (provider, facts);
  g_autoptr(GVariant) linked = with_links (bare, provider, facts);
  g_autoptr(GError) local = NULL;
  char *id = kontor_records_insert (store, kind, linked, &local);

  if (id != NULL)
    return id;
  if (g_error_matches (local, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    return kontor_records_insert (store, kind, bare, error);
  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

gboolean
kontor_calls_link (KontorStore *store, const char *id, gint64 message, GError **error)
{
  g_autoptr(GVariant) values =
    g_variant_ref_sink (g_variant_new_parsed ("{'message': <%x>}", message));

  return kontor_records_update (store, kontor_kind_find ("ai-call"), id, values, error);
}

gint64
kontor_calls_count_spent (KontorStore *store, const char *provider, gint64 since_us,
                          GError **error)
{
  g_autoptr(KontorRows) rows = NULL;
  gint64 number, spent = 0;

  if (!kontor_kind_parse_id (kontor_kind_find ("provider"), provider, &number))
    number = 0;
  rows = kontor_store_ask (store, error, "SELECT cost_nano FROM ai_call"
                           " WHERE provider = ? AND at >= ? AND cost_nano > 0", "xx", number,
                           since_us);
  if (rows == NULL)
    return -1;
  while (kontor_rows_next (rows))
    if (__builtin_add_overflow (spent, kontor_rows_int (rows, 0), &spent))
      spent = G_MAXINT64;

  return kontor_rows_done (rows, error) ? spent : -1;
}
