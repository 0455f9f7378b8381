/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-hook.c — a webhook is told "got it" after the commit, never before: until then Meta holds
 * it and brings it again, for seven days
 * (developers.facebook.com/docs/whatsapp/cloud-api/webhooks). */
#include "channels/cloud-inside.h"

#include "model/error.h"
#include "net/signature.h"

#define SIGNATURE_PREFIX "sha256="
#define LONGEST_CHALLENGE 256

/* One request, whose parts may be for several lines. */
typedef struct {
  KontorKnock *knock;
  guint        pending;
  gboolean     all_kept;
} Delivery;

static void
answer_verification (KontorCloud *self, KontorKnock *knock)
{
  const char *mode = kontor_knock_get_query (knock, "hub.mode");
  const char *challenge = kontor_knock_get_query (knock, "hub.challenge");
  const char *token = kontor_knock_get_query (knock, "hub.verify_token");

  if (g_strcmp0 (mode, "subscribe") == 0 && challenge != NULL &&
      strlen (challenge) <= LONGEST_CHALLENGE &&
      kontor_signature_is_same (self->verify_token, token))
    kontor_knock_answer (knock, 200, challenge);
  else
    kontor_knock_answer (knock, 403, NULL);
}

static gboolean
is_signed (KontorCloud *self, KontorKnock *knock)
{
  const char *header = kontor_knock_get_header (knock, "X-Hub-Signature-256");

  return header != NULL && g_str_has_prefix (header, SIGNATURE_PREFIX) &&
         kontor_signature_is_right (self->app_secret, kontor_knock_get_body (knock),
                                    header + strlen (SIGNATURE_PREFIX));
}

static void
finish (Delivery *delivery)
{
  if (--delivery->pending > 0)
    return;
  kontor_knock_answer (delivery->knock, delivery->all_kept ? 200 : 503, NULL);
  g_free (delivery);
}

static void
on_kept (gboolean kept, gpointer data)
{
  Delivery *delivery = data;

  delivery->all_kept &= kept;
  finish (delivery);
}

/* What comes on our address and is for no line of ours stays with us rather than nowhere. */
static KontorCloud *
find_line (KontorCloud *self, const KontorCloudPart *part)
{
  KontorCloud *line = part->number != NULL ? kontor_cloud_find_number (part->number) : self;

  return line != NULL ? line : self;
}

static void
follow_quality (KontorCloud *self, JsonObject *value)
{
  const char *limit = kontor_json_get_text (value, "max_daily_conversations_per_business");

  if (limit == NULL)
    limit = kontor_json_get_text (value, "current_limit");
  if (limit != NULL)
    kontor_channel_set_fact (KONTOR_CHANNEL (self), "tier", limit);
  if (kontor_json_get_text (value, "event") != NULL)
    kontor_channel_set_fact (KONTOR_CHANNEL (self), "quality-event",
                             kontor_json_get_text (value, "event"));
}

static void
follow_account (KontorCloud *self, JsonObject *value)
{
  static const char *const barring[] = {
    "DISABLED_UPDATE", "ACCOUNT_DELETED", "ACCOUNT_RESTRICTION", "ACCOUNT_VIOLATION",
    "PHONE_NUMBER_REMOVED", NULL
  };
  const char *event = kontor_json_get_text (value, "event");
  const char *ban = kontor_json_get_text (kontor_json_get_object (value, "ban_info"),
                                          "waba_ban_state");
  g_autoptr(GError) cause = NULL;

  if (event == NULL)
    return;
  kontor_channel_set_fact (KONTOR_CHANNEL (self), "account-event", event);
  if (!g_strv_contains (barring, event) || g_strcmp0 (ban, "REINSTATE") == 0)
    return;
  g_set_error (&cause, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED,
               "Meta has limited the account (%s); see the account at Meta", event);
  kontor_cloud_suffer (self, &(KontorSetback) {
    .scope = KONTOR_SETBACK_LINE, .state = KONTOR_CHANNEL_BANNED }, cause);
}

static void
follow_notice (KontorCloud *self, const KontorNotice *notice)
{
  g_autoptr(JsonNode) root = kontor_json_parse (notice->body, strlen (notice->body), NULL);
  JsonObject *value = root != NULL
                      ? kontor_json_get_object (json_node_get_object (root), "value") : NULL;

  if (value != NULL && g_str_equal (notice->kind, "quality"))
    follow_quality (self, value);
  if (value != NULL && g_str_equal (notice->kind, "account"))
    follow_account (self, value);
}

static void
hand_over (KontorCloud *self, KontorCloudPart *part, Delivery *delivery)
{
  KontorBatch *batch = kontor_batch_new ();

  for (guint i = 0; i < part->notices->len; i++)
    follow_notice (self, part->notices->pdata[i]);
  g_ptr_array_extend_and_steal (batch->messages, g_steal_pointer (&part->messages));
  g_ptr_array_extend_and_steal (batch->receipts, g_steal_pointer (&part->receipts));
  g_ptr_array_extend_and_steal (batch->notices, g_steal_pointer (&part->notices));
  batch->kept = on_kept;
  batch->data = delivery;
  delivery->pending++;
  kontor_channel_hand_over (KONTOR_CHANNEL (self), batch);
}

static void
take (KontorCloud *self, KontorKnock *knock)
{
  gsize size;
  const char *bytes = g_bytes_get_data (kontor_knock_get_body (knock), &size);
  g_autoptr(GError) error = NULL;
  guint skipped;
  g_autoptr(GPtrArray) parts = kontor_cloud_read (bytes, size, &skipped, &error);
  Delivery *delivery;

  if (parts == NULL)
    {
      g_message ("a signed webhook was refused: %s", error->message);
      kontor_knock_answer (knock, 400, NULL);
      return;
    }
  if (skipped > 0)
    g_message ("%u parts of a webhook had no sender or are not known", skipped);
  kontor_channel_set_fact (KONTOR_CHANNEL (self), "incoming", "reached");
  delivery = g_new0 (Delivery, 1);
  delivery->knock = knock;
  delivery->all_kept = TRUE;
  delivery->pending = 1;
  for (guint i = 0; i < parts->len; i++)
    hand_over (find_line (self, parts->pdata[i]), parts->pdata[i], delivery);
  finish (delivery);
}

void
kontor_cloud_on_knock (KontorKnock *knock, gpointer data)
{
  KontorCloud *self = data;
  const char *method = kontor_knock_get_method (knock);

  if (g_str_equal (method, "GET"))
    {
      answer_verification (self, knock);
      return;
    }
  if (!g_str_equal (method, "POST"))
    {
      kontor_knock_answer (knock, 405, NULL);
      return;
    }
  if (!is_signed (self, knock))
    {
      g_message ("%s: a webhook without a valid signature was refused",
                 kontor_channel_get_id (KONTOR_CHANNEL (self)));
      kontor_knock_answer (knock, 401, NULL);
      return;
    }
  take (self, knock);
}
