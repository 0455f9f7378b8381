/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud.c — the life of a Cloud API line.
 *
 *   connecting → connected    Meta answered; that a webhook came only proves that Meta finds us
 *              → degraded     no answer: again, with growing waits
 *              → logged-out   the token or a permission: until the settings change
 *              → banned       the account, its payment or its number: looked at again later
 */
#include "channels/cloud-inside.h"

#include "base/clock.h"
#include "base/secrets.h"
#include "model/error.h"
#include "model/record.h"

#define FIRST_WAIT_S 5
#define LONGEST_WAIT_S 900
#define LOOK_AGAIN_S 1800
#define NUMBER_FIELDS "verified_name,display_phone_number,quality_rating,status," \
                      "messaging_limit_tier,throughput,name_status"

G_DEFINE_FINAL_TYPE (KontorCloud, kontor_cloud, KONTOR_TYPE_CHANNEL)

static const KontorField settings[] = {
  { "x-phone-number-id", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Phone number id") },
  { "x-token", KONTOR_FIELD_SECRET, KONTOR_FIELD_PLAIN, N_("Access token") },
  { "x-account", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("WhatsApp business account id") },
  { "x-app-id", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("App id") },
  { "x-app-secret", KONTOR_FIELD_SECRET, KONTOR_FIELD_PLAIN, N_("App secret") },
  { "x-verify-token", KONTOR_FIELD_SECRET, KONTOR_FIELD_PLAIN, N_("Verify token") },
  { "x-public-url", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Incoming address") },
  { "x-port", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Port") },
  { "x-base-url", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Address of the Graph API") },
  { "x-version", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Version of the Graph API") },
  { NULL }
};

static GPtrArray *live; /* of KontorCloud, lent */

static void probe (KontorCloud *self);

KontorCloud *
kontor_cloud_find_number (const char *number)
{
  for (guint i = 0; live != NULL && i < live->len; i++)
    if (g_strcmp0 (((KontorCloud *) live->pdata[i])->number, number) == 0)
      return live->pdata[i];

  return NULL;
}

char *
kontor_cloud_dup_url (KontorCloud *self, const char *path)
{
  return g_strdup_printf ("%s/%s/%s", self->base, self->version, path);
}

static void
set_state (KontorCloud *self, KontorChannelState state, const char *cause, gint64 wait_s)
{
  gint64 retry_at_us = wait_s > 0 ? kontor_clock_now_us () + wait_s * G_USEC_PER_SEC : 0;

  kontor_channel_set_health (KONTOR_CHANNEL (self), state, cause, self->attempt, retry_at_us);
}

static gboolean
on_timer (gpointer data)
{
  KontorCloud *self = data;

  self->timer = 0;
  probe (self);

  return G_SOURCE_REMOVE;
}

static void
look_again (KontorCloud *self, guint wait_s)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (wait_s, on_timer, self);
}

/* 5 s, 10 s, 20 s … a quarter of an hour; a fifth more or less, so that lines do not march. */
static guint
next_wait_s (KontorCloud *self)
{
  guint wait_s = MIN (FIRST_WAIT_S << MIN (self->attempt, 16), LONGEST_WAIT_S);

  self->attempt++;

  return wait_s + g_random_int_range (0, wait_s / 5 + 1);
}

void
kontor_cloud_prove (KontorCloud *self)
{
  KontorChannelState state = kontor_channel_get_health (KONTOR_CHANNEL (self))->state;

  if (g_cancellable_is_cancelled (self->cancellable) || self->listening == NULL ||
      (state != KONTOR_CHANNEL_CONNECTING && state != KONTOR_CHANNEL_DEGRADED))
    return;
  self->attempt = 0;
  set_state (self, KONTOR_CHANNEL_CONNECTED, NULL, 0);
  look_again (self, LOOK_AGAIN_S);
}

/* Many messages that find nobody are one trouble, and less than one that is known already. */
static gboolean
is_in_trouble (KontorCloud *self)
{
  KontorChannelState state = kontor_channel_get_health (KONTOR_CHANNEL (self))->state;

  return state == KONTOR_CHANNEL_LOGGED_OUT ||
         (self->timer != 0 && state != KONTOR_CHANNEL_CONNECTED &&
          state != KONTOR_CHANNEL_CONNECTING);
}

void
kontor_cloud_suffer (KontorCloud *self, const KontorSetback *setback, const GError *error)
{
  guint wait_s;

  if (setback->state == KONTOR_CHANNEL_OFF || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (setback->state == KONTOR_CHANNEL_DEGRADED && is_in_trouble (self))
    return;
  if (setback->state == KONTOR_CHANNEL_LOGGED_OUT)
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      set_state (self, setback->state, error->message, 0);
      return;
    }
  wait_s = next_wait_s (self);
  set_state (self, setback->state, error->message, wait_s);
  look_again (self, wait_s);
}

void
kontor_cloud_read_facts (KontorCloud *self, JsonObject *number)
{
  static const char *const facts[][2] = {
    { "verified_name", "name" }, { "display_phone_number", "number" },
    { "quality_rating", "quality" }, { "messaging_limit_tier", "tier" }, { "status", "status" },
    { "name_status", "name-status" },
  };
  const char *level = kontor_json_get_text (kontor_json_get_object (number, "throughput"), "level");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (kontor_json_get_text (number, facts[i][0]) != NULL)
      kontor_channel_set_fact (KONTOR_CHANNEL (self), facts[i][1],
                               kontor_json_get_text (number, facts[i][0]));
  if (level != NULL)
    kontor_channel_set_fact (KONTOR_CHANNEL (self), "throughput", level);
}

static gboolean
is_barred (JsonObject *number)
{
  static const char *const barred[] = { "BANNED", "RESTRICTED", "DISCONNECTED", "FLAGGED", NULL };
  const char *status = kontor_json_get_text (number, "status");

  return status != NULL && g_strv_contains (barred, status);
}

/* NULL: webhooks can come; else why not. (transfer full) */
static char *
open_hook (KontorCloud *self)
{
  g_autofree char *path = g_strdup_printf ("/cloud/%s",
                                           kontor_channel_get_id (KONTOR_CHANNEL (self)));
  g_autoptr(GError) error = NULL;

  if (self->listening == NULL)
    self->listening = kontor_listening_open (self->port, path, KONTOR_CLOUD_HOOK_LIMIT,
                                             kontor_cloud_on_knock, self, &error);

  return self->listening == NULL ? g_strdup (error->message) : NULL;
}

static void
take_number (KontorCloud *self, JsonObject *number)
{
  g_autofree char *cause = open_hook (self);
  guint wait_s = cause != NULL ? next_wait_s (self) : LOOK_AGAIN_S;
  KontorChannelState state = cause != NULL ? KONTOR_CHANNEL_DEGRADED : KONTOR_CHANNEL_CONNECTED;

  kontor_cloud_read_facts (self, number);
  if (cause == NULL)
    self->attempt = 0;
  if (is_barred (number))
    {
      g_free (cause);
      cause = g_strdup_printf ("Meta says the number is %s; see the account at Meta",
                               kontor_json_get_text (number, "status"));
      state = KONTOR_CHANNEL_BANNED;
    }
  set_state (self, state, cause, state != KONTOR_CHANNEL_CONNECTED ? wait_s : 0);
  look_again (self, wait_s);
}

static void
on_probed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorCloud) self = KONTOR_CLOUD (source);
  g_autoptr(GError) error = NULL;
  KontorSetback setback = { 0 };
  g_autoptr(JsonNode) root = kontor_cloud_ask_finish (self, result, &setback, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (root != NULL)
    {
      take_number (self, json_node_get_object (root));
      return;
    }
  if (setback.state == KONTOR_CHANNEL_OFF)
    setback.state = KONTOR_CHANNEL_DEGRADED;
  kontor_cloud_suffer (self, &setback, error);
}

static void
probe (KontorCloud *self)
{
  g_autofree char *path = g_strdup_printf ("%s?fields=" NUMBER_FIELDS, self->number);

  if (self->token == NULL || *self->number == '\0')
    {
      set_state (self, KONTOR_CHANNEL_LOGGED_OUT,
                 self->token == NULL ? "there is no access token yet; go on setting it up"
                 : "there is no phone number id yet; go on setting it up", 0);
      return;
    }
  kontor_cloud_ask_async (g_object_ref (self), "GET", path, NULL, self->cancellable, on_probed,
                          NULL);
}

static char *
dup_setting (GVariant *record, const char *name, const char *otherwise)
{
  const char *text = kontor_record_get_text (record, name);

  return g_strdup (text != NULL && *text != '\0' ? text : otherwise);
}

static void
read_settings (KontorCloud *self, GVariant *record)
{
  self->base = dup_setting (record, "x-base-url", KONTOR_CLOUD_DEFAULT_BASE);
  self->version = dup_setting (record, "x-version", KONTOR_CLOUD_DEFAULT_VERSION);
  self->number = dup_setting (record, "x-phone-number-id", "");
  self->account = dup_setting (record, "x-account", NULL);
  self->app = dup_setting (record, "x-app-id", NULL);
  self->public_url = dup_setting (record, "x-public-url", NULL);
  self->token = dup_setting (record, "x-token", NULL);
  self->app_secret = dup_setting (record, "x-app-secret", NULL);
  self->verify_token = dup_setting (record, "x-verify-token", NULL);
  self->port = kontor_record_get_int (record, "x-port", KONTOR_CLOUD_DEFAULT_PORT);
  kontor_channel_set_fact (KONTOR_CHANNEL (self), "address", self->public_url);
}

static void
cloud_start (KontorChannel *channel, GVariant *record)
{
  KontorCloud *self = KONTOR_CLOUD (channel);
  g_autofree char *cause = NULL;

  read_settings (self, record);
  if (live == NULL)
    live = g_ptr_array_new ();
  g_ptr_array_add (live, self);
  cause = open_hook (self);
  set_state (self, KONTOR_CHANNEL_CONNECTING, cause, 0);
  probe (self);
}

static void
cloud_stop (KontorChannel *channel)
{
  KontorCloud *self = KONTOR_CLOUD (channel);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->listening, kontor_listening_close);
  if (live != NULL)
    g_ptr_array_remove (live, self);
}

/* Without a timer a probe is under way, or nothing but a person helps. */
static void
cloud_wake (KontorChannel *channel)
{
  KontorCloud *self = KONTOR_CLOUD (channel);

  if (self->timer == 0)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->attempt = 0;
  probe (self);
}

static void
kontor_cloud_finalize (GObject *object)
{
  KontorCloud *self = KONTOR_CLOUD (object);

  g_free (self->base);
  g_free (self->version);
  g_free (self->number);
  g_free (self->account);
  g_free (self->app);
  g_free (self->public_url);
  kontor_secrets_wipe (self->token);
  kontor_secrets_wipe (self->app_secret);
  kontor_secrets_wipe (self->verify_token);
  g_object_unref (self->http);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->uploads);

  G_OBJECT_CLASS (kontor_cloud_parent_class)->finalize (object);
}

static void
kontor_cloud_class_init (KontorCloudClass *klass)
{
  KontorChannelClass *channel_class = KONTOR_CHANNEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kontor_cloud_finalize;

  channel_class->name = "cloud";
  channel_class->title = N_("WhatsApp Cloud API");
  channel_class->text = N_("For a number of a WhatsApp Business API account. Meta brings the "
                           "messages and bills for templates.");
  channel_class->steps = kontor_cloud_steps;
  channel_class->fields = settings;
  channel_class->confirms = TRUE;
  /* developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput: 80 a second until Meta
   * raises it; to one contact one in 6 seconds, after 45 at once. */
  channel_class->pacing = (KontorPacing) {
    .per_second = 80, .contact_every_us = 6 * G_USEC_PER_SEC, .contact_burst = 45,
    .window_us = G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC, .at_once = 8,
  };
  channel_class->start = cloud_start;
  channel_class->wake = cloud_wake;
  channel_class->stop = cloud_stop;
  channel_class->check = kontor_cloud_check;
  channel_class->send_async = kontor_cloud_send_async;
  channel_class->send_finish = kontor_cloud_send_finish;
  channel_class->mark_read = kontor_cloud_mark_read;
  channel_class->fetch_async = kontor_cloud_fetch_async;
  channel_class->fetch_finish = kontor_cloud_fetch_finish;
  channel_class->ask_async = kontor_cloud_templates_async;
  channel_class->ask_finish = kontor_cloud_templates_finish;
  channel_class->test_async = kontor_cloud_test_async;
  channel_class->test_finish = kontor_cloud_test_finish;
}

static void
kontor_cloud_init (KontorCloud *self)
{
  self->http = kontor_http_new ();
  self->cancellable = g_cancellable_new ();
  self->uploads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
