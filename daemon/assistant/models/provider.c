/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/models/provider.h"

#include <string.h>

#include "base/secrets.h"
#include "journal/keep.h"
#include "model/money.h"

gboolean
kontor_address_is_local (const char *base)
{
  g_autoptr(GUri) uri = g_uri_parse (base, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autoptr(GInetAddress) address = host != NULL ? g_inet_address_new_from_string (host) : NULL;

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  /* GLib resolves this name by itself, whatever a name server says (RFC 6761). */
  return host != NULL && g_ascii_strcasecmp (host, "localhost") == 0;
}

gboolean
kontor_price_parse (const char *text, const char *currency, gint64 *milli, GError **error)
{
  int decimals = currency != NULL ? kontor_money_exponent (currency) : -1;
  const char *point = strchr (text, '.');
  int given = point != NULL ? (int) strlen (point + 1) : 0;
  gint64 number = 0;

  if (decimals < 0)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "currency: say what the prices are in, as USD");
      return FALSE;
    }
  decimals += 3;
  if (given > decimals)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "a price in %s has at the most %d decimals", currency, decimals);
      return FALSE;
    }
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      number = number * 10 + g_ascii_digit_value (*at);
  for (int i = given; i < decimals; i++)
    number *= 10;
  *milli = number;

  return TRUE;
}

/* "0.7" is 700; the field's own check has seen to the form. */
static int
read_temperature (const char *text)
{
  return text != NULL && *text != '\0' ? (int) (g_ascii_strtod (text, NULL) * 1000 + 0.5) : -1;
}

static gboolean
read_prices (KontorProvider *self, GVariant *record, GError **error)
{
  const char *in = kontor_record_get_text (record, "price-in");
  const char *out = kontor_record_get_text (record, "price-out");
  const char *currency = kontor_record_get_text (record, "currency");
  gboolean has_any = (in != NULL && *in != '\0') || (out != NULL && *out != '\0');

  if (!kontor_record_get_money (record, "budget", &self->budget_minor, NULL))
    self->budget_minor = -1;
  if (!has_any)
    return TRUE;
  if (!kontor_price_parse (in != NULL ? in : "", currency, &self->price_in_milli, error) ||
      !kontor_price_parse (out != NULL ? out : "", currency, &self->price_out_milli, error))
    return FALSE;
  g_strlcpy (self->currency, currency, sizeof self->currency);

  return TRUE;
}

static char *
dup_base (GVariant *record, const KontorModel *family)
{
  const char *given = kontor_record_get_text (record, "base");
  char *base = g_strdup (given != NULL && *given != '\0' ? given : family->base);

  for (gsize size = strlen (base); size > 0 && base[size - 1] == '/'; size--)
    base[size - 1] = '\0';

  return base;
}

/* The variants that the key came in are the store's; ours is one copy that is wiped. */
static gboolean
read_key (KontorProvider *self, KontorStore *store, GVariant *record, GError **error)
{
  const char *said = kontor_record_get_text (record, "key");
  g_autoptr(GVariant) filled = NULL;

  if (said == NULL || *said == '\0')
    return TRUE;
  filled = kontor_keep_fill_secrets (store, kontor_kind_find ("provider"), record, error);
  if (filled != NULL)
    self->key = g_strdup (kontor_record_get_text (filled, "key"));

  return filled != NULL;
}

KontorProvider *
kontor_provider_load (KontorStore *store, GVariant *record, GError **error)
{
  const char *name = kontor_record_get_text (record, "family");
  const KontorModel *family = kontor_model_find (name);
  g_autoptr(KontorProvider) self = NULL;

  if (family == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "there is no family “%s”", name);
      return NULL;
    }
  self = g_new0 (KontorProvider, 1);
  self->family = family;
  self->id = g_strdup (kontor_record_get_text (record, "id"));
  self->name = g_strdup (kontor_record_get_text (record, "name"));
  self->model = g_strdup (kontor_record_get_text (record, "model"));
  self->base = dup_base (record, family);
  self->is_local = kontor_address_is_local (self->base);
  self->priority = kontor_record_get_int (record, "priority", 0);
  self->temperature_milli = read_temperature (kontor_record_get_text (record, "temperature"));
  self->max_tokens = (int) kontor_record_get_int (record, "max-tokens", 0);
  self->timeout_s = (guint) kontor_record_get_int (record, "time-out", KONTOR_PROVIDER_TIMEOUT_S);
  if (!read_prices (self, record, error) || !read_key (self, store, record, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
kontor_provider_free (KontorProvider *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->base);
  g_free (self->model);
  kontor_secrets_wipe (self->key);
  g_free (self);
}

/* What does not fit is more than anybody has. */
static gint64
multiply (gint64 tokens, gint64 milli)
{
  gint64 product;

  return __builtin_mul_overflow (MAX (tokens, 0), milli, &product) ? G_MAXINT64 : product;
}

gint64
kontor_provider_count_cost (const KontorProvider *self, const KontorModelUsage *usage)
{
  gint64 sum;

  if (__builtin_add_overflow (multiply (usage->in, self->price_in_milli),
                              multiply (usage->out, self->price_out_milli), &sum))
    return G_MAXINT64;

  return sum;
}

gint64
kontor_nano_round (gint64 nano)
{
  return nano / KONTOR_NANO_PER_MINOR +
         (nano % KONTOR_NANO_PER_MINOR >= KONTOR_NANO_PER_MINOR / 2 ? 1 : 0);
}
