/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accounts.c — which accounts there are. A changed record is an account put away and taken up
 * again, so that new keys count at once; what was being asked with the old ones ends by itself. */
#include "payments/accounts-inside.h"

#include <string.h>

#include "base/secrets.h"
#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

#define HOOK_LIMIT (1024 * 1024)
#define TRY_AGAIN_S 30

struct _KontorPayAccounts
{
  GObject          parent_instance;

  KontorStore     *store;
  KontorHttp      *http;
  KontorMoneyTake  take;
  gpointer         data;
  GHashTable      *known;  /* id → KontorPayAccount */
  guint            watch;
  guint            timer;  /* until the keyring or the port is tried again */
};

G_DEFINE_FINAL_TYPE (KontorPayAccounts, kontor_pay_accounts, G_TYPE_OBJECT)

static void follow_all (KontorPayAccounts *self);

static void
account_clear (gpointer data)
{
  KontorPayAccount *account = data;

  g_free (account->id);
  g_clear_pointer (&account->settings, g_variant_unref);
  kontor_secrets_wipe (account->token);
  g_free (account->certificate_url);
  g_free (account->certificate);
}

void
kontor_pay_account_unref (KontorPayAccount *account)
{
  g_rc_box_release_full (account, account_clear);
}

static void
put_away (gpointer data)
{
  KontorPayAccount *account = data;

  g_clear_pointer (&account->listening, kontor_listening_close);
  account->accounts = NULL;
  kontor_pay_account_unref (account);
}

KontorPayAccount *
kontor_pay_account_find (KontorPayAccounts *self, const char *id)
{
  return g_hash_table_lookup (self->known, id);
}

KontorHttp *
kontor_pay_accounts_get_http (KontorPayAccounts *self)
{
  return self->http;
}

gboolean
kontor_pay_accounts_take (KontorPayAccounts *self, const char *account, GPtrArray *events,
                          GError **error)
{
  return self->take (account, events, self->data, error);
}

static void
scrub_one (char **words, const char *secret)
{
  g_autoptr(GString) scrubbed = NULL;

  if (*words == NULL || secret == NULL || strlen (secret) < 4 || strstr (*words, secret) == NULL)
    return;
  scrubbed = g_string_new (*words);
  g_string_replace (scrubbed, secret, "[secret]", 0);
  g_free (*words);
  *words = g_string_free (g_steal_pointer (&scrubbed), FALSE);
}

/* As HTTP's Basic has it: "user:secret" in base64. */
static void
scrub_basic (KontorPayAccount *account, char **words, const char *secret)
{
  for (const KontorField *field = account->gateway->fields; field->name != NULL; field++)
    {
      const char *user = kontor_setting_get (account->settings, field->name);
      g_autofree char *both = g_strconcat (user != NULL ? user : "", ":", secret, NULL);
      g_autofree char *basic = g_base64_encode ((const guchar *) both, strlen (both));

      scrub_one (words, basic);
    }
}

void
kontor_pay_account_scrub (KontorPayAccount *account, char **words)
{
  for (const KontorField *field = account->gateway->fields; field->name != NULL; field++)
    {
      const char *secret = field->type == KONTOR_FIELD_SECRET
                           ? kontor_setting_get (account->settings, field->name) : NULL;

      scrub_one (words, secret);
      if (secret != NULL)
        scrub_basic (account, words, secret);
    }
  scrub_one (words, account->token);
}

static gboolean
on_timer (gpointer data)
{
  KontorPayAccounts *self = data;

  self->timer = 0;
  follow_all (self);

  return G_SOURCE_REMOVE;
}

static void
try_again (KontorPayAccounts *self, const char *id, const GError *cause)
{
  g_message ("%s: %s", id, cause->message);
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (TRY_AGAIN_S, on_timer, self);
}

static void
listen (KontorPayAccounts *self, KontorPayAccount *account)
{
  g_autofree char *path = g_strdup_printf ("/pay/%s", account->id);
  g_autoptr(GError) error = NULL;

  account->listening = kontor_listening_open (account->port, path, HOOK_LIMIT,
                                              kontor_pay_account_on_knock, account, &error);
  if (account->listening == NULL)
    try_again (self, account->id, error);
}

/* The record with its secrets, without what a test of them writes. */
static GVariant *
fill_settings (KontorPayAccounts *self, GVariant *record, GError **error)
{
  static const char *const told[] = { "mode", "state", "reason", "checked" };
  g_autoptr(GVariant) whole =
    kontor_keep_fill_secrets (self->store, kontor_kind_find ("payment-account"), record, error);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (whole);

  if (whole == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_variant_dict_remove (&dict, told[i]);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/* GVariantDict keeps no order. */
static gboolean
is_same (GVariant *a, GVariant *b)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (g_variant_n_children (a) != g_variant_n_children (b))
    return FALSE;
  g_variant_iter_init (&iter, a);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      g_autoptr(GVariant) other = kontor_record_get (b, name);

      if (other == NULL || !g_variant_equal (value, other))
        {
          g_variant_unref (value);
          return FALSE;
        }
    }

  return TRUE;
}

static void
take_up (KontorPayAccounts *self, GVariant *record)
{
  const char *id = kontor_record_get_text (record, "id");
  const KontorGateway *gateway =
    kontor_gateway_find (kontor_record_get_text (record, "gateway"));
  KontorPayAccount *before = kontor_pay_account_find (self, id), *account;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) settings = NULL;

  if (gateway == NULL || !kontor_record_get_yes (record, "active"))
    {
      g_hash_table_remove (self->known, id);
      return;
    }
  settings = fill_settings (self, record, &error);
  if (settings == NULL)
    {
      g_hash_table_remove (self->known, id);
      try_again (self, id, error);
      return;
    }
  if (before != NULL && is_same (before->settings, settings))
    return;
  g_hash_table_remove (self->known, id);
  account = g_rc_box_new0 (KontorPayAccount);
  account->accounts = self;
  account->id = g_strdup (id);
  account->gateway = gateway;
  account->settings = g_steal_pointer (&settings);
  account->port = kontor_record_get_int (record, "port", KONTOR_PAY_DEFAULT_PORT);
  g_hash_table_insert (self->known, account->id, account);
  listen (self, account);
}

/* What is not up yet is taken up. */
static void
follow_all (KontorPayAccounts *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records =
    kontor_records_query (self->store, kontor_kind_find ("payment-account"),
                          &(KontorQuery) { 0 }, NULL, &error);

  if (records == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const char *id = kontor_record_get_text (records->pdata[i], "id");
      KontorPayAccount *account = kontor_pay_account_find (self, id);

      if (account == NULL)
        take_up (self, records->pdata[i]);
      else if (account->listening == NULL)
        listen (self, account);
    }
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  KontorPayAccounts *self = data;
  g_autoptr(GVariant) record = NULL;

  if (!g_str_equal (kind, "payment-account"))
    return;
  record = kontor_records_get (self->store, kontor_kind_find (kind), id, NULL);
  if (record != NULL)
    take_up (self, record);
  else
    g_hash_table_remove (self->known, id);
}

KontorPayAccounts *
kontor_pay_accounts_new (KontorStore *store, KontorMoneyTake take, gpointer data)
{
  KontorPayAccounts *self = g_object_new (KONTOR_TYPE_PAY_ACCOUNTS, NULL);

  self->store = store;
  self->take = take;
  self->data = data;

  return self;
}

gboolean
kontor_pay_accounts_open (KontorPayAccounts *self, GError **error)
{
  follow_all (self);
  self->watch = kontor_store_watch (self->store, on_touched, self);

  return TRUE;
}

void
kontor_pay_accounts_close (KontorPayAccounts *self)
{
  if (self->watch != 0)
    kontor_store_unwatch (self->store, self->watch);
  self->watch = 0;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_hash_table_remove_all (self->known);
}

static void
kontor_pay_accounts_finalize (GObject *object)
{
  KontorPayAccounts *self = KONTOR_PAY_ACCOUNTS (object);

  kontor_pay_accounts_close (self);
  g_hash_table_unref (self->known);
  g_object_unref (self->http);

  G_OBJECT_CLASS (kontor_pay_accounts_parent_class)->finalize (object);
}

static void
kontor_pay_accounts_class_init (KontorPayAccountsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_pay_accounts_finalize;
}

static void
kontor_pay_accounts_init (KontorPayAccounts *self)
{
  self->http = kontor_http_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, put_away);
}
