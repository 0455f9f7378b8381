/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-test.c — one step after the other, in the order in which a person would mend them; a step
 * that cannot be tried says what it waits for. */
#include "channels/cloud-inside.h"

#include "model/error.h"

enum { CREDENTIALS, PHONE, SUBSCRIPTION, LISTENING, REACH };

const KontorChannelStep kontor_cloud_steps[] = {
  [CREDENTIALS] = {
    .title = N_("Credentials are complete"),
    .text = N_("A token that lasts is made for a system user at business.facebook.com (Settings, "
               "System users). The app secret stands at developers.facebook.com in your app (App "
               "settings, Basic)."),
    .needs = "x-token|x-app-secret", .takes = "" },
  [PHONE] = {
    .title = N_("Meta knows the phone number and accepts the token"),
    .text = N_("The id of the number stands in your app under WhatsApp, API setup. It is not the "
               "phone number itself."),
    .needs = "x-phone-number-id", .takes = "" },
  [SUBSCRIPTION] = {
    .title = N_("The app is told what customers write"),
    .text = N_("The id of the WhatsApp business account stands beside that of the number. Then "
               "subscribe the app to the field “messages” under WhatsApp, Configuration."),
    .needs = "x-account", .takes = "x-app-id" },
  [LISTENING] = {
    .title = N_("Kontor listens on this computer"),
    .text = N_("Kontor waits for messages on this computer. The port needs a change only where "
               "another program has it."),
    .needs = "", .takes = "x-port" },
  [REACH] = {
    .title = N_("The incoming address leads to Kontor"),
    .text = N_("Meta brings messages to an address on the internet: a tunnel or a proxy that leads "
               "to this computer. Enter it here, choose any word as the verify token, and enter "
               "both at Meta under WhatsApp, Configuration."),
    .needs = "x-public-url|x-verify-token", .takes = "" },
  { NULL }
};

typedef struct {
  GVariantBuilder  steps;
  char            *challenge;
} Trial;

static void try_number (GTask *task);
static void try_subscription (GTask *task);
static void try_signature (GTask *task);
static void try_reach (GTask *task);
static void finish (GTask *task);

static void
trial_free (Trial *trial)
{
  g_variant_builder_clear (&trial->steps);
  g_free (trial->challenge);
  g_free (trial);
}

static void
say (GTask *task, guint step, gboolean fine, const char *advice)
{
  Trial *trial = g_task_get_task_data (task);

  kontor_channel_add_step (&trial->steps, kontor_cloud_steps[step].title, fine, advice);
}

static void
try_credentials (GTask *task)
{
  KontorCloud *self = g_task_get_source_object (task);
  const char *advice = "";

  if (self->token == NULL)
    advice = N_("Enter the access token of a system user (Meta: Business settings, System users).");
  else if (self->app_secret == NULL)
    advice = N_("Enter the app secret (Meta: App settings, Basic): by it Kontor knows that a "
                "message comes from Meta.");
  say (task, CREDENTIALS, *advice == '\0', advice);
  try_number (task);
}

/* What the Graph does not know it answers with the words of a message that is not right. */
static char *
advise (const GError *error, const char *what)
{
  return g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED)
         ? g_strdup_printf ("Meta does not know it: check the %s, and that the token is of the "
                            "same account.", what)
         : g_strdup (error->message);
}

static void
on_number (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  KontorCloud *self = KONTOR_CLOUD (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = kontor_cloud_ask_finish (self, result, NULL, &error);
  g_autofree char *advice = root != NULL ? g_strdup ("") : advise (error, "phone number id");

  if (root != NULL)
    kontor_cloud_read_facts (self, json_node_get_object (root));
  say (task, PHONE, root != NULL, advice);
  try_subscription (task);
}

static void
try_number (GTask *task)
{
  KontorCloud *self = g_task_get_source_object (task);
  g_autofree char *path = g_strdup_printf ("%s?fields=verified_name,display_phone_number,"
                                           "quality_rating,status", self->number);

  if (self->token != NULL && *self->number != '\0')
    {
      kontor_cloud_ask_async (self, "GET", path, NULL, g_task_get_cancellable (task), on_number,
                              g_object_ref (task));
      return;
    }
  say (task, PHONE, FALSE, self->token == NULL ? N_("This waits for the access token.")
       : N_("Enter the id of the phone number (Meta: WhatsApp, API setup)."));
  try_subscription (task);
}

/* Any app that gets the account's webhooks will do where ours is not named. */
static gboolean
is_subscribed (KontorCloud *self, JsonArray *apps)
{
  for (guint i = 0; i < kontor_json_get_length (apps); i++)
    {
      JsonObject *app = kontor_json_get_object (kontor_json_get_nth (apps, i),
                                                "whatsapp_business_api_data");
      g_autofree char *id = kontor_json_dup_id (app, "id");

      if (self->app == NULL || g_strcmp0 (id, self->app) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
on_subscription (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  KontorCloud *self = KONTOR_CLOUD (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = kontor_cloud_ask_finish (self, result, NULL, &error);
  gboolean fine = root != NULL &&
    is_subscribed (self, kontor_json_get_array (json_node_get_object (root), "data"));
  g_autofree char *advice = fine ? g_strdup ("")
    : root == NULL ? advise (error, "WhatsApp business account id")
    : g_strdup ("Subscribe the app to the account's webhooks at Meta (WhatsApp, Configuration, "
                "Webhook fields: messages).");

  say (task, SUBSCRIPTION, fine, advice);
  try_signature (task);
}

static void
try_subscription (GTask *task)
{
  KontorCloud *self = g_task_get_source_object (task);
  g_autofree char *path = g_strdup_printf ("%s/subscribed_apps", self->account);

  if (self->token != NULL && self->account != NULL)
    {
      kontor_cloud_ask_async (self, "GET", path, NULL, g_task_get_cancellable (task),
                              on_subscription, g_object_ref (task));
      return;
    }
  say (task, SUBSCRIPTION, FALSE,
       N_("This waits for the access token and the WhatsApp business account id."));
  try_signature (task);
}

static void
try_signature (GTask *task)
{
  KontorCloud *self = g_task_get_source_object (task);
  g_autofree char *advice = g_strdup_printf ("Port %u is used by another program; choose another "
                                             "one in the settings.", self->port);

  say (task, LISTENING, self->listening != NULL,
       self->listening != NULL ? "" : advice);
  try_reach (task);
}

static void
on_reached (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Trial *trial = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorReply) reply = kontor_http_ask_finish (KONTOR_HTTP (source), result, &error);
  gboolean fine = reply != NULL && reply->status == 200 &&
                  g_bytes_get_size (reply->body) == strlen (trial->challenge) &&
                  memcmp (g_bytes_get_data (reply->body, NULL), trial->challenge,
                          strlen (trial->challenge)) == 0;
  g_autofree char *advice = fine ? g_strdup ("")
    : reply == NULL ? g_strdup (error->message)
    : g_strdup_printf ("The address answered with HTTP status %u and not with Kontor's "
                       "answer: see that the tunnel or proxy leads to this port.", reply->status);

  kontor_channel_set_fact (g_task_get_source_object (task), "incoming",
                           fine ? "reached" : "failed");
  say (task, REACH, fine, advice);
  finish (task);
}

/* The same question that Meta asks when the webhook is entered there. */
static void
try_reach (GTask *task)
{
  KontorCloud *self = g_task_get_source_object (task);
  Trial *trial = g_task_get_task_data (task);
  g_autofree char *token = NULL, *url = NULL, *advice = NULL;

  if (self->public_url == NULL || self->verify_token == NULL)
    {
      advice = g_strdup_printf ("Enter the address (https://…/cloud/%s) that leads to port %u of "
                                "this computer, and the verify token.",
                                kontor_channel_get_id (KONTOR_CHANNEL (self)), self->port);
      say (task, REACH, FALSE, advice);
      finish (task);
      return;
    }
  token = g_uri_escape_string (self->verify_token, NULL, FALSE);
  trial->challenge = g_strdup_printf ("%u", g_random_int ());
  url = g_strdup_printf ("%s?hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s",
                         self->public_url, trial->challenge, token);
  kontor_http_ask_async (self->http, "GET", url, NULL, NULL, NULL, KONTOR_CLOUD_ANSWER_LIMIT,
                         g_task_get_cancellable (task), on_reached, g_object_ref (task));
}

static void
finish (GTask *task)
{
  Trial *trial = g_task_get_task_data (task);

  g_task_return_pointer (task, g_variant_ref_sink (g_variant_builder_end (&trial->steps)),
                         (GDestroyNotify) g_variant_unref);
}

void
kontor_cloud_test_async (KontorChannel *channel, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);
  Trial *trial = g_new0 (Trial, 1);

  g_task_set_source_tag (task, kontor_cloud_test_async);
  g_task_set_task_data (task, trial, (GDestroyNotify) trial_free);
  g_variant_builder_init (&trial->steps, G_VARIANT_TYPE ("aa{sv}"));
  try_credentials (task);
}

GVariant *
kontor_cloud_test_finish (KontorChannel *channel, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
