/* SPDX-License-Identifier: GPL-3.0-or-later */
/* provider-rule.c — what may be saved as a provider: nothing that could not be asked, and no key
 * that would cross a network for all to read. */
#include "assistant/models/provider.h"
#include "journal/keep.h"

#define MAX_TOKENS 1000000
#define MAX_TIMEOUT_S 600

static gboolean
has_text (GVariant *record, const char *name)
{
  const char *text = kontor_record_get_text (record, name);

  return text != NULL && *text != '\0';
}

static gboolean
refuse (GError **error, const char *text)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, text);

  return FALSE;
}

static gboolean
check_family (GVariant *record, GError **error)
{
  const KontorModel *const *all = kontor_models_get_all ();
  g_autoptr(GString) names = g_string_new (NULL);

  if (kontor_model_find (kontor_record_get_text (record, "family")) != NULL)
    return TRUE;
  for (guint i = 0; all[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", all[i]->name);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "family: must be one of %s",
               names->str);

  return FALSE;
}

static gboolean
check_base (GVariant *record, GError **error)
{
  const char *base = kontor_record_get_text (record, "base");
  g_autoptr(GUri) uri = NULL;
  gboolean is_plain;

  if (base == NULL || *base == '\0')
    return TRUE;
  uri = g_uri_parse (base, G_URI_FLAGS_NONE, NULL);
  is_plain = uri != NULL && g_str_equal (g_uri_get_scheme (uri), "http");
  if (uri == NULL || (!is_plain && !g_str_equal (g_uri_get_scheme (uri), "https")) ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL ||
      g_uri_get_userinfo (uri) != NULL)
    return refuse (error, "base: an address as https://api.openai.com/v1 is expected");
  if (is_plain && has_text (record, "key") && !kontor_address_is_local (base))
    return refuse (error, "base: a key goes over https only, or stays on this computer");

  return TRUE;
}

static gboolean
check_numbers (GVariant *record, GError **error)
{
  gint64 tokens = kontor_record_get_int (record, "max-tokens", 1);
  gint64 seconds = kontor_record_get_int (record, "time-out", 1);

  if (tokens < 1 || tokens > MAX_TOKENS)
    return refuse (error, "max-tokens: must be from 1 to 1000000");
  if (seconds < 1 || seconds > MAX_TIMEOUT_S)
    return refuse (error, "time-out: must be from one second to ten minutes");

  return TRUE;
}

static gboolean
check_price (GVariant *record, const char *name, GError **error)
{
  const char *text = kontor_record_get_text (record, name);
  gint64 milli;

  if (text == NULL || *text == '\0' ||
      kontor_price_parse (text, kontor_record_get_text (record, "currency"), &milli, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);

  return FALSE;
}

/* What is spent can be told in the currency of the prices only. */
static gboolean
check_budget (GVariant *record, GError **error)
{
  const char *currency;
  gint64 minor;

  if (!kontor_record_get_money (record, "budget", &minor, &currency))
    return TRUE;
  if (!has_text (record, "price-in") || !has_text (record, "price-out"))
    return refuse (error, "budget: needs the prices, in and out, to tell what is spent");
  if (g_strcmp0 (currency, kontor_record_get_text (record, "currency")) != 0)
    return refuse (error, "budget: must be in the currency of the prices");
  if (minor < 0)
    return refuse (error, "budget: may not be less than nothing");

  return TRUE;
}

static gboolean
check (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  return check_family (whole, error) && check_base (whole, error) &&
         check_numbers (whole, error) && check_price (whole, "price-in", error) &&
         check_price (whole, "price-out", error) && check_budget (whole, error);
}

static const char *
get_choices (const char *field)
{
  static GString *families;

  if (!g_str_equal (field, "family"))
    return NULL;
  if (families != NULL)
    return families->str;
  families = g_string_new (NULL);
  for (const KontorModel *const *model = kontor_models_get_all (); *model != NULL; model++)
    g_string_append_printf (families, "%s%s", families->len > 0 ? "|" : "", (*model)->name);

  return families->str;
}

const KontorRule kontor_provider_rule = {
  .kind = "provider",
  .get_choices = get_choices,
  .check = check,
};
