/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies that are wrong in every way: refused as a whole, or kept as unsupported, and why. */
#include "channels/cloud-read.h"

#include "model/error.h"
#include "model/json.h"
#include "tests/channels/cloud-body.h"

static void
assert_refused (const char *bytes, gsize size, const char *why)
{
  g_autoptr(GError) error = NULL;
  guint skipped = G_MAXUINT;
  g_autoptr(GPtrArray) parts = kontor_cloud_read (bytes, size, &skipped, &error);

  g_assert_null (parts);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_cmpuint (skipped, ==, 0);
  if (strstr (error->message, why) == NULL)
    g_error ("“%s” does not say “%s”", error->message, why);
}

static void
test_what_is_no_webhook_is_refused (void)
{
  static const char * const wrong[] = {
    "null", "7", "\"entry\"", "[]", "[{\"entry\":[]}]", "{}", "{\"entry\":{}}", "{\"entry\":7}",
    "{\"Entry\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (wrong[i], strlen (wrong[i]), "it has no list “entry”");
  assert_refused ("", 0, "empty");
  assert_refused ("<html>", 6, "no JSON");
}

/* A body around @text, as the text of a message. */
static void
assert_text_refused (const char *text, gsize size, const char *why)
{
  g_autofree char *body = cloud_body ("messages", CLOUD_METADATA ",\"messages\":[{\"from\":"
                                      "\"971500000002\",\"id\":\"wamid.A1\",\"type\":\"text\","
                                      "\"text\":{\"body\":\"@\"}}]");
  const char *at = strchr (body, '@');
  g_autoptr(GString) whole = g_string_new_len (body, at - body);

  g_string_append_len (whole, text, size);
  g_string_append (whole, at + 1);
  assert_refused (whole->str, whole->len, why);
}

static void
test_text_that_no_c_string_holds_is_refused (void)
{
  assert_text_refused ("a\\u0000b", 8, "U+0000");
  assert_text_refused ("a\0b", 3, "not UTF-8");
  assert_text_refused ("a\\0b", 4, "escape");
}

static void
test_text_that_is_no_utf8_is_refused (void)
{
  assert_text_refused ("\xff", 1, "not UTF-8");
  assert_text_refused ("\xc3\x28", 2, "not UTF-8");
  assert_text_refused ("\xed\xa0\xbd", 3, "not UTF-8");
  assert_text_refused ("\\ud83d!", 7, "surrogate");
}

static char *
nest (guint depth)
{
  g_autofree char *opening = g_strnfill (depth, '[');
  g_autofree char *closing = g_strnfill (depth, ']');

  return g_strdup_printf ("{\"entry\":[],\"x\":%s%s}", opening, closing);
}

static void
test_nesting_of_64_is_read_and_of_65_is_not (void)
{
  g_autofree char *most = nest (63), *more = nest (64), *huge = nest (500000);
  g_autoptr(GPtrArray) parts = cloud_read (most, 0);

  g_assert_cmpuint (parts->len, ==, 0);
  assert_refused (more, strlen (more), "nested too deeply");
  assert_refused (huge, strlen (huge), "nested too deeply");
}

static void
test_a_body_cut_short_anywhere_is_refused (void)
{
  g_autofree char *body = cloud_body ("messages", CLOUD_METADATA ",\"messages\":[{\"from\":"
                                      "\"971500000002\",\"id\":\"wamid.A1\",\"type\":\"text\","
                                      "\"text\":{\"body\":\"né \\ud83d\\udc4d\"}}]");

  for (gsize size = 0; size < strlen (body); size++)
    {
      g_autofree char *cut = g_memdup2 (body, size + 1);
      g_autoptr(GError) error = NULL;
      guint skipped;
      g_autoptr(GPtrArray) parts = kontor_cloud_read (cut, size, &skipped, &error);

      g_assert_null (parts);
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }
}

static void
test_wrong_types_around_messages_are_nothing (void)
{
  static const struct { const char *body; guint n_parts, skipped; } bodies[] = {
    { "{\"entry\":[7,null,[],\"x\",{},{\"changes\":{}},{\"changes\":[7,null,[]]}]}", 0, 0 },
    { "{\"entry\":[{\"changes\":[{}]}]}", 0, 1 },
    { "{\"entry\":[{\"changes\":[{\"field\":7}]}]}", 0, 1 },
    { "{\"entry\":[{\"changes\":[{\"field\":\"messages\"}]}]}", 1, 0 },
    { "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":[]}]}]}", 1, 0 },
    { "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":7,\"messages\":{},"
      "\"statuses\":\"x\",\"contacts\":7,\"errors\":{}}}]}]}", 1, 0 },
    { "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{"
      "\"phone_number_id\":7}}}]}]}", 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(GPtrArray) parts = cloud_read (bodies[i].body, bodies[i].skipped);
      KontorCloudPart *part = parts->len > 0 ? parts->pdata[0] : NULL;

      g_assert_cmpuint (parts->len, ==, bodies[i].n_parts);
      if (part == NULL)
        continue;
      g_assert_null (part->number);
      g_assert_cmpuint (part->messages->len + part->receipts->len + part->notices->len, ==, 0);
    }
}

/* It came from somebody: a person must see that something did. */
static void
test_what_a_type_lacks_makes_it_unsupported (void)
{
  static const char * const wrong[] = {
    "\"type\":\"text\"", "\"type\":\"text\",\"text\":\"hi\"", "\"type\":\"text\",\"text\":{}",
    "\"type\":\"text\",\"text\":{\"body\":7}", "\"type\":\"text\",\"text\":{\"body\":null}",
    "\"type\":7,\"text\":{\"body\":\"hi\"}", "\"text\":{\"body\":\"hi\"}", "\"type\":null",
    "\"type\":\"image\",\"image\":{}",
    "\"type\":\"image\",\"image\":{\"id\":\"\",\"caption\":\"x\"}",
    "\"type\":\"audio\",\"audio\":{\"voice\":true,\"id\":[]}", "\"type\":\"video\",\"video\":[]",
    "\"type\":\"location\",\"location\":{\"name\":\"x\"}",
    "\"type\":\"location\",\"location\":{\"latitude\":\"25\",\"longitude\":55}",
    "\"type\":\"location\",\"location\":{\"latitude\":90.5,\"longitude\":55}",
    "\"type\":\"location\",\"location\":{\"latitude\":25,\"longitude\":-1e300}",
    "\"type\":\"contacts\",\"contacts\":{}", "\"type\":\"contacts\",\"contacts\":[]",
    "\"type\":\"contacts\"", "\"type\":\"reaction\",\"reaction\":{\"emoji\":\"x\"}",
    "\"type\":\"reaction\",\"reaction\":{\"emoji\":\"x\",\"message_id\":7}",
    "\"type\":\"button\",\"button\":{\"payload\":\"x\"}", "\"type\":\"interactive\"",
    "\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\"}",
    "\"type\":\"interactive\",\"interactive\":{\"type\":7,\"7\":{\"title\":\"x\"}}",
    "\"type\":\"interactive\",\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":"
    "\"x\"}}",
    "\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{}}",
    "\"type\":\"order\",\"order\":{\"text\":\"x\",\"product_items\":[]}",
    "\"type\":\"system\",\"system\":\"x\"", "\"type\":\"\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      KontorMessage *message;
      g_autoptr(GPtrArray) parts = cloud_read_message (wrong[i], &message);
      g_autoptr(JsonNode) body = kontor_json_parse (message->body, strlen (message->body), NULL);
      JsonObject *raw = kontor_json_get_object (json_node_get_object (body), "message");

      g_test_message ("%s", wrong[i]);
      g_assert_cmpstr (message->kind, ==, "unsupported");
      g_assert_null (message->text);
      g_assert_null (message->media);
      g_assert_cmpstr (kontor_json_get_text (raw, "id"), ==, "wamid.A1");
    }
}

static void
test_unknown_fields_stay_out (void)
{
  KontorMessage *message;
  g_autoptr(GPtrArray) parts = cloud_read_message (
    "\"type\":\"text\",\"text\":{\"body\":\"hi\",\"colour\":\"red\"},\"mood\":{\"a\":[1]},"
    "\"image\":{\"id\":\"1\"},\"context\":{\"x\":1}", &message);

  g_assert_cmpstr (message->kind, ==, "text");
  g_assert_null (message->body);
  g_assert_null (message->media);
}

static void
test_a_message_without_an_id_has_one_of_what_it_says (void)
{
  g_autoptr(GPtrArray) parts = cloud_read_value (
    "\"messages\":[{\"from\":\"971500000002\",\"type\":\"text\",\"text\":{\"body\":\"a\"}},"
    "{\"from\":\"971500000002\",\"type\":\"text\",\"text\":{\"body\":\"a\"}},"
    "{\"from\":\"971500000002\",\"type\":\"text\",\"text\":{\"body\":\"b\"}},"
    "{\"from\":\"971500000002\",\"id\":\"\",\"type\":\"text\",\"text\":{\"body\":\"b\"}},"
    "{\"from\":\"971500000002\",\"id\":7,\"type\":\"text\",\"text\":{\"body\":\"b\"}}]", 0);
  GPtrArray *messages = ((KontorCloudPart *) parts->pdata[0])->messages;
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < messages->len; i++)
    {
      KontorMessage *message = messages->pdata[i];

      g_assert_true (g_str_has_prefix (message->external_id, "sha256:"));
      g_hash_table_add (ids, message->external_id);
    }
  g_assert_cmpuint (messages->len, ==, 5);
  g_assert_cmpuint (g_hash_table_size (ids), ==, 4);
}

static void
test_a_time_that_is_none_is_not_known (void)
{
  static const struct { const char *timestamp; gint64 seconds; } times[] = {
    { "\"1794000000\"", 1794000000 }, { "1794000000", 1794000000 }, { "\"\"", 0 },
    { "\"soon\"", 0 }, { "-1", 0 }, { "\"-1794000000\"", 0 }, { "1.5", 0 }, { "null", 0 },
    { "[]", 0 },
    { "253402300800", 0 }, { "9223372036854775807", 0 }, { "\"99999999999999999999\"", 0 },
    { "253402300799", G_GINT64_CONSTANT (253402300799) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *value = g_strdup_printf (
        "\"messages\":[{\"from\":\"971500000002\",\"id\":\"wamid.A1\",\"timestamp\":%s,\"type\":"
        "\"text\",\"text\":{\"body\":\"hi\"}}]", times[i].timestamp);
      g_autoptr(GPtrArray) parts = cloud_read_value (value, 0);
      KontorMessage *message = ((KontorCloudPart *) parts->pdata[0])->messages->pdata[0];

      g_assert_cmpint (message->said_at_us, ==, times[i].seconds * G_USEC_PER_SEC);
    }
}

static void
test_numbers_keep_every_digit_or_are_refused (void)
{
  static const char large[] = "\"type\":\"new\",\"new\":[9007199254740993,-9223372036854775808,"
                              "1e22,9223372036854775807]";
  g_autofree char *body = cloud_body ("messages", "\"x\":9223372036854775808");
  KontorMessage *message;
  g_autoptr(GPtrArray) parts = cloud_read_message (large, &message);

  g_assert_nonnull (strstr (message->body, "[9007199254740993,-9223372036854775808,1e+22,"
                            "9223372036854775807]"));
  assert_refused (body, strlen (body), "too large");
}

static void
test_65536_characters_are_one_message (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *members = NULL;
  KontorMessage *message;
  g_autoptr(GPtrArray) parts = NULL;

  for (guint i = 0; i < 65536; i++)
    g_string_append (text, "ن");
  members = g_strdup_printf ("\"type\":\"text\",\"text\":{\"body\":\"%s\"}", text->str);
  parts = cloud_read_message (members, &message);
  g_assert_cmpint (g_utf8_strlen (message->text, -1), ==, 65536);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cloud-read/what-is-no-webhook-is-refused",
                   test_what_is_no_webhook_is_refused);
  g_test_add_func ("/cloud-read/text-that-no-c-string-holds-is-refused",
                   test_text_that_no_c_string_holds_is_refused);
  g_test_add_func ("/cloud-read/text-that-is-no-utf8-is-refused",
                   test_text_that_is_no_utf8_is_refused);
  g_test_add_func ("/cloud-read/nesting-of-64-is-read-and-of-65-is-not",
                   test_nesting_of_64_is_read_and_of_65_is_not);
  g_test_add_func ("/cloud-read/a-body-cut-short-anywhere-is-refused",
                   test_a_body_cut_short_anywhere_is_refused);
  g_test_add_func ("/cloud-read/wrong-types-around-messages-are-nothing",
                   test_wrong_types_around_messages_are_nothing);
  g_test_add_func ("/cloud-read/what-a-type-lacks-makes-it-unsupported",
                   test_what_a_type_lacks_makes_it_unsupported);
  g_test_add_func ("/cloud-read/unknown-fields-stay-out", test_unknown_fields_stay_out);
  g_test_add_func ("/cloud-read/a-message-without-an-id-has-one-of-what-it-says",
                   test_a_message_without_an_id_has_one_of_what_it_says);
  g_test_add_func ("/cloud-read/a-time-that-is-none-is-not-known",
                   test_a_time_that_is_none_is_not_known);
  g_test_add_func ("/cloud-read/numbers-keep-every-digit-or-are-refused",
                   test_numbers_keep_every_digit_or_are_refused);
  g_test_add_func ("/cloud-read/65536-characters-are-one-message",
                   test_65536_characters_are_one_message);

  return g_test_run ();
}
