/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gateway-words.h — short words for tests of a gateway: what it asks, and what it makes of answers
 * and webhooks. Settings and deeds stand in GVariant's text form. */
#pragma once

#include <string.h>

#include "model/error.h"
#include "model/record.h"
#include "payments/gateway.h"

static inline KontorDeed *
words_deed (KontorDeedKind kind, gint64 minor, const char *currency)
{
  KontorDeed *deed = kontor_deed_new (kind, "key-1");

  deed->id = g_strdup ("PM1");
  deed->title = g_strdup ("BK000001 Ride & more");
  deed->remote = g_strdup ("remote_1");
  deed->charge = g_strdup ("charge_1");
  deed->minor = minor;
  deed->expires_us = G_GINT64_CONSTANT (1700086400) * G_USEC_PER_SEC;
  deed->since_us = G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC;
  g_strlcpy (deed->currency, currency, sizeof deed->currency);

  return deed;
}

/* (transfer full): "METHOD URL\nheader: value\n…\n\nbody" */
static inline char *
words_ask (const char *gateway, const char *settings, const KontorDeed *deed, const char *token)
{
  g_autoptr(GVariant) given = g_variant_ref_sink (g_variant_new_parsed (settings));
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorQuestion) question =
    kontor_gateway_find (gateway)->write (deed, given, token, &error);
  GString *text;

  g_assert_no_error (error);
  if (question == NULL)
    return NULL;
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s %s\n", question->method, question->url);
  for (guint i = 0; i < question->headers->len; i += 2)
    g_string_append_printf (text, "%s: %s\n", (char *) question->headers->pdata[i],
                            (char *) question->headers->pdata[i + 1]);
  if (question->body != NULL)
    {
      g_string_append_printf (text, "%s\n\n", question->type);
      g_string_append_len (text, g_bytes_get_data (question->body, NULL),
                           g_bytes_get_size (question->body));
    }

  return g_string_free (text, FALSE);
}

static inline KontorPayAnswer *
words_hear (const char *gateway, const char *settings, const KontorDeed *deed, guint status,
            const char *body, GError **error)
{
  g_autoptr(GVariant) given = g_variant_ref_sink (g_variant_new_parsed (settings));
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  const KontorReply reply = { .status = status, .body = bytes };

  return kontor_gateway_find (gateway)->read (deed, given, &reply, error);
}

/* @headers: name, value, …, NULL, kept by the caller. */
static inline GPtrArray *
words_knock (const char *gateway, const char *settings, const char *const *headers,
             const char *body, gsize size, gint64 now_s, const char *certificate, GError **error)
{
  g_autoptr(GVariant) given = g_variant_ref_sink (g_variant_new_parsed (settings));
  g_autoptr(GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GBytes) bytes = g_bytes_new (body, size);
  const KontorPayHook hook = { .body = bytes, .headers = table, .now_us = now_s * G_USEC_PER_SEC,
                               .certificate = certificate };

  for (guint i = 0; headers[i] != NULL; i += 2)
    g_hash_table_insert (table, (gpointer) headers[i], (gpointer) headers[i + 1]);

  return kontor_gateway_find (gateway)->read_hook (&hook, given, error);
}

/* The events in one line each: "kind id minor currency charge link key". */
static inline void
words_assert_events (GPtrArray *events, const char *wanted)
{
  static const char *const kinds[] = { "paid", "approved", "failed", "closed", "refunded",
                                       "refund-failed", "out", "out-failed" };
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_nonnull (events);
  for (guint i = 0; i < events->len; i++)
    {
      const KontorMoneyEvent *event = events->pdata[i];

      g_string_append_printf (text, "%s%s %s %" G_GINT64_FORMAT " %s %s %s %s", i > 0 ? "\n" : "",
                              kinds[event->kind], event->id, event->minor, event->currency,
                              event->charge != NULL ? event->charge : "-",
                              event->link != NULL ? event->link : "-",
                              event->key != NULL ? event->key : "-");
    }
  g_assert_cmpstr (text->str, ==, wanted);
}
