/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of what was said, what Meta says of the account, and bodies that hold many things. */
#include "channels/cloud-read.h"

#include "tests/channels/cloud-body.h"

#define ERROR(code) \
  "\"errors\":[{\"code\":" code ",\"title\":\"T\",\"message\":\"M\"," \
  "\"error_data\":{\"details\":\"D\"}}]"

static const struct {
  const char *path, *members, *state, *reason, *token, *cost;
  gboolean    window_over;
} statuses[] = {
  { "/cloud-read/sent-is-sent", "\"status\":\"sent\"", "sent" },
  { "/cloud-read/delivered-is-delivered", "\"status\":\"delivered\"", "delivered" },
  { "/cloud-read/read-is-read", "\"status\":\"read\"", "read" },
  { "/cloud-read/played-is-played", "\"status\":\"played\"", "played" },
  { "/cloud-read/a-price-is-its-category-and-type",
    "\"status\":\"sent\",\"pricing\":{\"billable\":true,\"pricing_model\":\"PMP\",\"type\":"
    "\"regular\",\"category\":\"marketing\"}", "sent", NULL, NULL, "marketing, regular" },
  { "/cloud-read/a-price-without-a-type-is-its-category",
    "\"status\":\"sent\",\"pricing\":{\"category\":\"service\"}", "sent", NULL, NULL, "service" },
  { "/cloud-read/a-price-without-a-category-is-none",
    "\"status\":\"sent\",\"pricing\":{\"type\":\"regular\",\"category\":7}", "sent" },
  { "/cloud-read/our-own-id-comes-back",
    "\"status\":\"sent\",\"biz_opaque_callback_data\":\"CH2-417\"", "sent", NULL, "CH2-417" },
  { "/cloud-read/a-failure-says-why",
    "\"status\":\"failed\"," ERROR ("131026"), "failed",
    "it cannot be delivered: the number is not on WhatsApp or has not accepted the terms "
    "(D; 131026)" },
  { "/cloud-read/a-failure-without-errors-says-that",
    "\"status\":\"failed\",\"errors\":{}", "failed", "Meta gave no reason" },
  { "/cloud-read/a-failure-may-mean-that-the-window-is-over",
    "\"status\":\"failed\"," ERROR ("131047"), "failed",
    "the contact wrote more than 24 hours ago; only a template may be sent (D; 131047)", NULL,
    NULL, TRUE },
  { "/cloud-read/errors-of-what-did-not-fail-close-no-window",
    "\"status\":\"sent\"," ERROR ("131047"), "sent" },
};

static void
test_status (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *value = g_strdup_printf (
    "\"statuses\":[{\"id\":\"wamid.B1\",\"timestamp\":\"1794000000\",\"recipient_id\":"
    "\"971500000002\",%s}]", statuses[i].members);
  g_autoptr(GPtrArray) parts = cloud_read_value (value, 0);
  KontorCloudPart *part = parts->pdata[0];
  KontorReceipt *receipt;

  g_assert_cmpuint (part->messages->len, ==, 0);
  g_assert_cmpuint (part->receipts->len, ==, 1);
  receipt = part->receipts->pdata[0];
  g_assert_cmpstr (receipt->external_id, ==, "wamid.B1");
  g_assert_cmpstr (receipt->state, ==, statuses[i].state);
  g_assert_cmpstr (receipt->reason, ==, statuses[i].reason);
  g_assert_cmpstr (receipt->token, ==, statuses[i].token);
  g_assert_cmpstr (receipt->cost, ==, statuses[i].cost);
  g_assert_true (receipt->window_over == statuses[i].window_over);
}

static void
test_a_status_that_is_none_is_left_out_and_counted (void)
{
  g_autoptr(GPtrArray) parts = cloud_read_value (
    "\"statuses\":[{\"status\":\"sent\"},{\"id\":\"\",\"status\":\"sent\"},{\"id\":\"wamid.B1\"},"
    "{\"id\":\"wamid.B1\",\"status\":\"warped\"},{\"id\":7,\"status\":\"sent\"},"
    "{\"id\":\"wamid.B1\",\"status\":[\"sent\"]},[],null,"
    "{\"id\":\"wamid.B2\",\"status\":\"read\"}]", 8);
  KontorCloudPart *part = parts->pdata[0];

  g_assert_cmpuint (part->receipts->len, ==, 1);
}

static const struct { const char *path, *field, *value, *kind; } notices[] = {
  { "/cloud-read/a-template-that-was-approved-is-a-notice", "message_template_status_update",
    "\"event\":\"APPROVED\",\"message_template_id\":9007199254740993,\"reason\":\"NONE\"",
    "template" },
  { "/cloud-read/a-template-that-was-deleted-has-no-reason", "message_template_status_update",
    "\"event\":\"PENDING_DELETION\",\"message_template_id\":1689556908129832,\"reason\":null",
    "template" },
  { "/cloud-read/the-quality-of-a-template-is-a-notice", "message_template_quality_update",
    "\"previous_quality_score\":\"GREEN\",\"new_quality_score\":\"YELLOW\"", "template" },
  { "/cloud-read/the-category-of-a-template-is-a-notice", "template_category_update",
    "\"new_category\":\"MARKETING\"", "template" },
  { "/cloud-read/the-quality-of-a-number-is-a-notice", "phone_number_quality_update",
    "\"event\":\"DOWNGRADE\",\"current_limit\":\"TIER_1K\"", "quality" },
  { "/cloud-read/the-name-of-a-number-is-a-notice", "phone_number_name_update",
    "\"decision\":\"APPROVED\"", "quality" },
  { "/cloud-read/what-a-business-may-is-a-notice", "business_capability_update",
    "\"max_daily_conversation_per_phone\":10000", "quality" },
  { "/cloud-read/a-restricted-account-is-a-notice", "account_update",
    "\"event\":\"ACCOUNT_RESTRICTION\",\"restriction_info\":[{\"expiration\":\"1748540794\"}]",
    "account" },
  { "/cloud-read/a-reviewed-account-is-a-notice", "account_review_update",
    "\"decision\":\"APPROVED\"", "account" },
  { "/cloud-read/an-alert-is-a-notice", "account_alerts",
    "\"entity_type\":\"WABA\",\"alert_info\":{\"alert_severity\":\"CRITICAL\"}", "alert" },
};

static void
test_notice (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *body = cloud_body (notices[i].field, notices[i].value);
  g_autofree char *kept = g_strdup_printf ("{\"field\":\"%s\",\"value\":{%s}}", notices[i].field,
                                           notices[i].value);
  g_autoptr(GPtrArray) parts = cloud_read (body, 0);
  KontorCloudPart *part = parts->pdata[0];
  KontorNotice *notice;

  g_assert_null (part->number);
  g_assert_cmpuint (part->messages->len + part->receipts->len, ==, 0);
  g_assert_cmpuint (part->notices->len, ==, 1);
  notice = part->notices->pdata[0];
  g_assert_cmpstr (notice->kind, ==, notices[i].kind);
  g_assert_cmpstr (notice->body, ==, kept);
}

static void
test_errors_beside_messages_are_an_alert (void)
{
  g_autoptr(GPtrArray) parts = cloud_read_value (ERROR ("130429"), 0);
  KontorCloudPart *part = parts->pdata[0];
  KontorNotice *notice;

  g_assert_cmpuint (part->notices->len, ==, 1);
  notice = part->notices->pdata[0];
  g_assert_cmpstr (notice->kind, ==, "alert");
  g_assert_cmpstr (notice->body, ==, "{\"field\":\"messages\",\"value\":{" ERROR ("130429") "}}");
}

static void
test_a_field_of_tomorrow_is_left_out_and_counted (void)
{
  g_autofree char *body = cloud_body ("flows", "\"event\":\"X\"");
  g_autoptr(GPtrArray) parts = cloud_read (body, 1);

  g_assert_cmpuint (parts->len, ==, 0);
}

#define TEXT(id) \
  "{\"from\":\"971500000002\",\"id\":\"" id "\",\"timestamp\":\"1794000000\",\"type\":\"text\"," \
  "\"text\":{\"body\":\"" id "\"}}"
#define OF(number) "\"metadata\":{\"phone_number_id\":\"" number "\"}"

/* Two entries, of one and two changes, for three numbers. */
static void
test_every_entry_change_and_message_is_read_in_order (void)
{
  g_autoptr(GPtrArray) parts = cloud_read (
    "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\","
    "\"value\":{" OF ("1") ",\"messages\":[" TEXT ("m1") "," TEXT ("m2") "," TEXT ("m1") "]}}]},"
    "{\"changes\":[{\"field\":\"messages\",\"value\":{" OF ("2") ",\"messages\":[" TEXT ("m3") "],"
    "\"statuses\":[{\"id\":\"s1\",\"status\":\"sent\"},{\"id\":\"s1\",\"status\":\"read\"}]}},"
    "{\"field\":\"messages\",\"value\":{" OF ("3") "}}]},{\"changes\":[]}]}", 0);
  static const struct { const char *number; guint n_messages, n_receipts; } found[] = {
    { "1", 3, 0 }, { "2", 1, 2 }, { "3", 0, 0 },
  };
  static const char * const ids[] = { "m1", "m2", "m1" };

  g_assert_cmpuint (parts->len, ==, G_N_ELEMENTS (found));
  for (guint i = 0; i < parts->len; i++)
    {
      KontorCloudPart *part = parts->pdata[i];

      g_assert_cmpstr (part->number, ==, found[i].number);
      g_assert_cmpuint (part->messages->len, ==, found[i].n_messages);
      g_assert_cmpuint (part->receipts->len, ==, found[i].n_receipts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      KontorMessage *message = ((KontorCloudPart *) parts->pdata[0])->messages->pdata[i];

      g_assert_cmpstr (message->external_id, ==, ids[i]);
      g_assert_cmpstr (message->text, ==, ids[i]);
    }
}

static void
test_a_thousand_messages_of_one_body_are_a_thousand (void)
{
  g_autoptr(GString) value = g_string_new (OF ("1") ",\"messages\":[" TEXT ("m"));
  g_autofree char *body = NULL;
  g_autoptr(GPtrArray) parts = NULL;

  for (guint i = 1; i < 1000; i++)
    g_string_append (value, "," TEXT ("m"));
  g_string_append_c (value, ']');
  body = cloud_body ("messages", value->str);
  parts = cloud_read (body, 0);
  g_assert_cmpuint (((KontorCloudPart *) parts->pdata[0])->messages->len, ==, 1000);
}

static void
test_meta_s_own_samples_are_read (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "shared", "vendor",
                                              "payloads", "meta", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *body = NULL;
      g_autoptr(GPtrArray) parts = NULL;
      KontorCloudPart *part;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_test_message ("%s", name);
      g_assert_true (g_file_get_contents (path, &body, NULL, NULL));
      parts = cloud_read (body, 0);
      g_assert_cmpuint (parts->len, ==, 1);
      part = parts->pdata[0];
      g_assert_cmpuint (part->messages->len + part->receipts->len + part->notices->len, ==, 1);
      if (part->messages->len > 0)
        g_assert_cmpstr (((KontorMessage *) part->messages->pdata[0])->kind, !=, "unsupported");
      n++;
    }
  if (n == 0)
    g_test_skip ("the samples are not beside the project");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    g_test_add_data_func (statuses[i].path, GUINT_TO_POINTER (i), test_status);
  g_test_add_func ("/cloud-read/a-status-that-is-none-is-left-out-and-counted",
                   test_a_status_that_is_none_is_left_out_and_counted);
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    g_test_add_data_func (notices[i].path, GUINT_TO_POINTER (i), test_notice);
  g_test_add_func ("/cloud-read/errors-beside-messages-are-an-alert",
                   test_errors_beside_messages_are_an_alert);
  g_test_add_func ("/cloud-read/a-field-of-tomorrow-is-left-out-and-counted",
                   test_a_field_of_tomorrow_is_left_out_and_counted);
  g_test_add_func ("/cloud-read/every-entry-change-and-message-is-read-in-order",
                   test_every_entry_change_and_message_is_read_in_order);
  g_test_add_func ("/cloud-read/a-thousand-messages-of-one-body-are-a-thousand",
                   test_a_thousand_messages_of_one_body_are_a_thousand);
  g_test_add_func ("/cloud-read/meta-s-own-samples-are-read", test_meta_s_own_samples_are_read);

  return g_test_run ();
}
