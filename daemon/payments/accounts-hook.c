/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accounts-hook.c — a webhook is told "got it" after the commit, never before: until then the
 * gateway holds it and brings it again. */
#include "payments/accounts-inside.h"

#include "base/clock.h"
#include "model/error.h"

#define CERTIFICATE_LIMIT (64 * 1024)

typedef struct {
  KontorPayAccount *account;
  KontorKnock      *knock;
  char             *url;     /* (nullable): of the certificate that is fetched */
} Visit;

static void
visit_free (Visit *visit)
{
  kontor_pay_account_unref (visit->account);
  g_free (visit->url);
  g_free (visit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)

static GHashTable *
gather_headers (KontorPayAccount *account, KontorKnock *knock)
{
  GHashTable *headers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; account->gateway->headers[i] != NULL; i++)
    {
      const char *name = account->gateway->headers[i];
      const char *value = kontor_knock_get_header (knock, name);

      if (value != NULL)
        g_hash_table_insert (headers, (gpointer) name, (gpointer) value);
    }

  return headers;
}

static void
refuse (Visit *visit, GError *error)
{
  gboolean unsigned_one = g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);

  kontor_pay_account_scrub (visit->account, &error->message);
  g_message ("%s: a webhook was refused: %s", visit->account->id, error->message);
  kontor_knock_answer (visit->knock, unsigned_one ? 401 : 400, NULL);
}

static void
take (Visit *visit, const KontorPayHook *hook)
{
  KontorPayAccount *account = visit->account;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = account->gateway->read_hook (hook, account->settings, &error);

  if (events == NULL)
    {
      refuse (visit, error);
      return;
    }
  if (kontor_pay_accounts_take (account->accounts, account->id, events, &error))
    {
      kontor_knock_answer (visit->knock, 200, NULL);
      return;
    }
  g_warning ("%s: a webhook could not be kept: %s", account->id, error->message);
  kontor_knock_answer (visit->knock, 503, NULL);
}

static void visit_now (Visit *taken);

static void
on_certificate (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Visit) visit = data;
  KontorPayAccount *account = visit->account;
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorReply) reply = kontor_http_ask_finish (KONTOR_HTTP (source), result, &error);

  if (reply == NULL || !kontor_reply_is_fine (reply) || account->accounts == NULL)
    {
      kontor_knock_answer (visit->knock, 503, NULL);
      return;
    }
  g_free (account->certificate_url);
  g_free (account->certificate);
  account->certificate_url = g_steal_pointer (&visit->url);
  account->certificate = g_strndup (g_bytes_get_data (reply->body, NULL),
                                    g_bytes_get_size (reply->body));
  visit_now (g_steal_pointer (&visit));
}

static void
visit_now (Visit *taken)
{
  g_autoptr(Visit) visit = taken;
  KontorPayAccount *account = visit->account;
  g_autoptr(GHashTable) headers = gather_headers (account, visit->knock);
  KontorPayHook hook = {
    .body = kontor_knock_get_body (visit->knock), .headers = headers,
    .now_us = kontor_clock_now_us (),
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *url = account->gateway->dup_certificate_url != NULL
    ? account->gateway->dup_certificate_url (&hook, account->settings, &error) : NULL;

  if (error != NULL)
    {
      refuse (visit, error);
      return;
    }
  if (url == NULL || g_strcmp0 (url, account->certificate_url) == 0)
    {
      hook.certificate = account->certificate;
      take (visit, &hook);
      return;
    }
  visit->url = g_strdup (url);
  kontor_http_ask_async (kontor_pay_accounts_get_http (account->accounts), "GET", url, NULL, NULL,
                         NULL, CERTIFICATE_LIMIT, NULL, on_certificate, g_steal_pointer (&visit));
}

void
kontor_pay_account_on_knock (KontorKnock *knock, gpointer data)
{
  KontorPayAccount *account = data;
  Visit *visit;

  if (!g_str_equal (kontor_knock_get_method (knock), "POST"))
    {
      kontor_knock_answer (knock, 405, NULL);
      return;
    }
  visit = g_new0 (Visit, 1);
  visit->account = g_rc_box_acquire (account);
  visit->knock = knock;
  visit_now (visit);
}
