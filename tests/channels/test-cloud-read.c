/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every type of message that Meta documents, and what it is here. */
#include "channels/cloud-read.h"

#include "tests/channels/cloud-body.h"

#define SHA_64 "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
#define SHA_HEX "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define AD \
  "\"referral\":{\"source_url\":\"https://fb.me/a1\",\"source_id\":\"120208\",\"source_type\":" \
  "\"ad\",\"headline\":\"Winter offer\",\"ctwa_clid\":\"Aff-x\"}"

static const struct {
  const char *path, *members, *kind, *text, *body, *about;
} said[] = {
  { "/cloud-read/a-text-is-a-text",
    "\"type\":\"text\",\"text\":{\"body\":\"Is it open? 👋\"}", "text", "Is it open? 👋" },
  { "/cloud-read/a-text-from-an-ad-names-the-ad",
    "\"type\":\"text\",\"text\":{\"body\":\"Hi\"}," AD, "text", "Hi", "{" AD "}" },
  { "/cloud-read/an-answer-names-what-it-answers",
    "\"type\":\"text\",\"text\":{\"body\":\"yes\"},\"context\":{\"from\":\"15550100001\",\"id\":"
    "\"wamid.Z9\"}", "text", "yes", NULL, "wamid.Z9" },
  { "/cloud-read/what-was-forwarded-says-so",
    "\"type\":\"text\",\"text\":{\"body\":\"look\"},\"context\":{\"forwarded\":true}",
    "text", "look", "{\"forwarded\":true}" },
  { "/cloud-read/what-was-forwarded-often-says-so",
    "\"type\":\"text\",\"text\":{\"body\":\"look\"},\"context\":{\"frequently_forwarded\":true}",
    "text", "look", "{\"forwarded\":true}" },
  { "/cloud-read/a-question-about-a-product-names-it",
    "\"type\":\"text\",\"text\":{\"body\":\"In red?\"},\"context\":{\"id\":\"wamid.Z9\","
    "\"referred_product\":{\"catalog_id\":\"77\",\"product_retailer_id\":\"mug\"}}", "text",
    "In red?", "{\"product\":{\"catalog_id\":\"77\",\"product_retailer_id\":\"mug\"}}",
    "wamid.Z9" },
  { "/cloud-read/a-location-is-a-location",
    "\"type\":\"location\",\"location\":{\"latitude\":25.25,\"longitude\":-55.5,\"name\":"
    "\"Gate 4\",\"address\":\"Harbour Road 1\",\"url\":\"https://example.com/\","
    "\"extra\":{}}", "location",
    "Gate 4\nHarbour Road 1", "{\"latitude\":25.25,\"longitude\":-55.5,\"name\":\"Gate 4\","
    "\"address\":\"Harbour Road 1\",\"url\":\"https://example.com/\"}" },
  { "/cloud-read/a-location-needs-no-name",
    "\"type\":\"location\",\"location\":{\"latitude\":25,\"longitude\":55}", "location", NULL,
    "{\"latitude\":25.0,\"longitude\":55.0}" },
  { "/cloud-read/contact-cards-are-named",
    "\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Ana Ruiz\",\"first_name\":"
    "\"Ana\"},\"phones\":[{\"phone\":\"+34 600 000 000\",\"type\":\"CELL\"}],\"birthday\":"
    "\"1990-01-01\"},{\"emails\":[{\"email\":\"b@example.com\"}]}]", "contacts", "Ana Ruiz, ?",
    "{\"contacts\":[{\"name\":\"Ana Ruiz\",\"phones\":[{\"phone\":\"+34 600 000 000\",\"type\":"
    "\"CELL\"}]},{\"emails\":[{\"email\":\"b@example.com\"}]}]}" },
  { "/cloud-read/a-reaction-is-about-a-message",
    "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Z9\",\"emoji\":\"👍\"}", "reaction",
    "👍", "{\"emoji\":\"👍\"}", "wamid.Z9" },
  { "/cloud-read/a-reaction-without-an-emoji-was-taken-back",
    "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Z9\"}", "reaction", NULL,
    "{\"emoji\":\"\"}", "wamid.Z9" },
  { "/cloud-read/a-reaction-with-an-empty-emoji-was-taken-back",
    "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Z9\",\"emoji\":\"\"}", "reaction",
    NULL, "{\"emoji\":\"\"}", "wamid.Z9" },
  { "/cloud-read/a-button-of-a-template-is-a-choice",
    "\"type\":\"button\",\"button\":{\"payload\":\"CONFIRM\",\"text\":\"Yes, come\"},\"context\":"
    "{\"from\":\"15550100001\",\"id\":\"wamid.Z9\"}", "choice", "Yes, come",
    "{\"id\":\"CONFIRM\"}", "wamid.Z9" },
  { "/cloud-read/a-button-reply-is-a-choice",
    "\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":"
    "\"b1\",\"title\":\"Tomorrow\"}}", "choice", "Tomorrow", "{\"id\":\"b1\"}" },
  { "/cloud-read/a-list-reply-is-a-choice",
    "\"type\":\"interactive\",\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":"
    "\"r3\",\"title\":\"10:00\",\"description\":\"with Lea\"}}", "choice", "10:00",
    "{\"id\":\"r3\",\"description\":\"with Lea\"}" },
  { "/cloud-read/a-flow-reply-holds-what-was-filled-in",
    "\"type\":\"interactive\",\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"name\":"
    "\"flow\",\"body\":\"Sent\",\"response_json\":\"{\\\"size\\\":\\\"M\\\"}\"}}", "flow-reply",
    "Sent", "{\"name\":\"flow\",\"response\":\"{\\\"size\\\":\\\"M\\\"}\"}" },
  { "/cloud-read/an-order-lists-its-items",
    "\"type\":\"order\",\"order\":{\"catalog_id\":\"77\",\"text\":\"Please wrap\","
    "\"product_items\":[{\"product_retailer_id\":\"mug\",\"quantity\":\"2\",\"item_price\":9.5,"
    "\"currency\":\"EUR\"},{\"product_retailer_id\":\"cup\",\"quantity\":1}]}", "order",
    "Please wrap\n2 × mug\n1 × cup", "{\"catalog\":\"77\",\"items\":[{\"product_retailer_id\":"
    "\"mug\",\"quantity\":\"2\",\"item_price\":9.5,\"currency\":\"EUR\"},{\"product_retailer_id\":"
    "\"cup\",\"quantity\":1}]}" },
  { "/cloud-read/an-unsupported-message-is-kept-with-its-errors",
    "\"type\":\"unsupported\",\"errors\":[{\"code\":131051,\"title\":\"Unsupported\"}]",
    "unsupported", NULL, "{\"type\":\"unsupported\",\"errors\":[{\"code\":131051,\"title\":"
    "\"Unsupported\"}],\"message\":{\"from\":\"971500000002\",\"id\":\"wamid.A1\",\"timestamp\":"
    "\"1794000000\",\"type\":\"unsupported\",\"errors\":[{\"code\":131051,\"title\":"
    "\"Unsupported\"}]}}" },
  { "/cloud-read/a-type-of-tomorrow-is-kept-whole",
    "\"type\":\"hologram\",\"hologram\":{\"id\":9007199254740993}", "unsupported", NULL,
    "{\"type\":\"hologram\",\"message\":{\"from\":\"971500000002\",\"id\":\"wamid.A1\","
    "\"timestamp\":\"1794000000\",\"type\":\"hologram\",\"hologram\":{\"id\":9007199254740993}}}" },
};

static void
test_said (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  KontorMessage *message;
  g_autoptr(GPtrArray) parts = cloud_read_message (said[i].members, &message);

  g_assert_cmpstr (message->kind, ==, said[i].kind);
  g_assert_cmpstr (message->text, ==, said[i].text);
  g_assert_cmpstr (message->body, ==, said[i].body);
  g_assert_cmpstr (message->about, ==, said[i].about);
  g_assert_null (message->media);
  g_assert_cmpstr (message->external_id, ==, "wamid.A1");
  g_assert_cmpstr (message->person->phone, ==, "+971500000002");
  g_assert_cmpstr (message->person->name, ==, "Mina Torres");
  g_assert_null (message->person->was);
  g_assert_cmpint (message->said_at_us, ==, G_GINT64_CONSTANT (1794000000) * G_USEC_PER_SEC);
}

static const struct {
  const char *path, *type, *members, *kind, *text, *body, *mime, *name;
  gint64      size;
} files[] = {
  { "/cloud-read/an-image-has-a-file", "image", "\"mime_type\":\"image/jpeg\",\"caption\":\"Hall\"",
    "image", "Hall", NULL, "image/jpeg", NULL, -1 },
  { "/cloud-read/a-video-has-a-file", "video", "\"mime_type\":\"video/mp4\",\"file_size\":\"7000\"",
    "video", NULL, NULL, "video/mp4", NULL, 7000 },
  { "/cloud-read/audio-is-audio", "audio", "\"mime_type\":\"audio/mpeg\",\"voice\":false",
    "audio", NULL, NULL, "audio/mpeg", NULL, -1 },
  { "/cloud-read/a-voice-note-is-one", "audio",
    "\"mime_type\":\"audio/ogg; codecs=opus\",\"voice\":true", "voice", NULL, NULL,
    "audio/ogg; codecs=opus", NULL, -1 },
  { "/cloud-read/only-audio-can-be-a-voice-note", "image", "\"voice\":true", "image", NULL, NULL,
    NULL, NULL, -1 },
  { "/cloud-read/a-document-keeps-its-name", "document",
    "\"mime_type\":\"application/pdf\",\"filename\":\"plan.pdf\",\"file_size\":9007199254740993",
    "document", NULL, NULL, "application/pdf", "plan.pdf", G_GINT64_CONSTANT (9007199254740993) },
  { "/cloud-read/a-sticker-that-moves-says-so", "sticker",
    "\"mime_type\":\"image/webp\",\"animated\":true", "sticker", NULL, "{\"animated\":true}",
    "image/webp", NULL, -1 },
  { "/cloud-read/a-file-name-is-no-path", "document", "\"filename\":\"../../etc/passwd\"",
    "document", NULL, NULL, NULL, "passwd", -1 },
  { "/cloud-read/a-folder-above-is-no-file-name", "document", "\"filename\":\"..\"", "document",
    NULL, NULL, NULL, NULL, -1 },
  { "/cloud-read/a-size-below-nothing-is-not-known", "document", "\"filename\":\"/\","
    "\"file_size\":-5", "document", NULL, NULL, NULL, NULL, -1 },
};

static void
test_file (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *members = g_strdup_printf (
    "\"type\":\"%s\",\"%s\":{%s,\"sha256\":\"" SHA_64 "\",\"id\":\"1003383421387256\"}",
    files[i].type, files[i].type, files[i].members);
  KontorMessage *message;
  g_autoptr(GPtrArray) parts = cloud_read_message (members, &message);

  g_assert_cmpstr (message->kind, ==, files[i].kind);
  g_assert_cmpstr (message->text, ==, files[i].text);
  g_assert_cmpstr (message->body, ==, files[i].body);
  g_assert_cmpstr (message->media->remote, ==, "1003383421387256");
  g_assert_cmpstr (message->media->mime, ==, files[i].mime);
  g_assert_cmpstr (message->media->name, ==, files[i].name);
  g_assert_cmpstr (message->media->sha256, ==, SHA_HEX);
  g_assert_cmpint (message->media->size, ==, files[i].size);
  g_assert_null (message->media->path);
}

static void
test_a_checksum_that_is_none_is_left_out (void)
{
  static const char * const wrong[] = {
    "\"AAAA\"", "\"\"", "\"*\"", "12", "null", "\"" SHA_HEX "\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *members = g_strdup_printf (
        "\"type\":\"image\",\"image\":{\"id\":12345678901234567,\"sha256\":%s}", wrong[i]);
      KontorMessage *message;
      g_autoptr(GPtrArray) parts = cloud_read_message (members, &message);

      g_assert_null (message->media->sha256);
      g_assert_cmpstr (message->media->remote, ==, "12345678901234567");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_test_add_data_func (said[i].path, GUINT_TO_POINTER (i), test_said);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_test_add_data_func (files[i].path, GUINT_TO_POINTER (i), test_file);
  g_test_add_func ("/cloud-read/a-checksum-that-is-none-is-left-out",
                   test_a_checksum_that_is_none_is_left_out);

  return g_test_run ();
}
