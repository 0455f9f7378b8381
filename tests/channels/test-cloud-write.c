/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is sent, to the letter. */
#include "channels/cloud-inside.h"

#define TO "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":" \
  "\"971500000002\","
#define INTERACTIVE(type) TO "\"type\":\"interactive\",\"interactive\":{\"type\":\"" type "\"," \
  "\"body\":{\"text\":\"Choose\"},"
#define TEMPLATE(rest) TO "\"type\":\"template\",\"template\":{\"name\":\"ready\",\"language\":" \
  "{\"code\":\"en\"}" rest "}}"
#define NAMED "\"name\":\"ready\",\"language\":\"en\""

static const struct {
  const char *path, *kind, *text, *body, *about, *written;
} kinds[] = {
  { "/cloud-write/text", "text", "Hi 👋", NULL, NULL,
    TO "\"type\":\"text\",\"text\":{\"body\":\"Hi 👋\"}}" },
  { "/cloud-write/text-with-a-preview", "text", "https://example.com/", "{\"preview\":true}", NULL,
    TO "\"type\":\"text\",\"text\":{\"body\":\"https://example.com/\",\"preview_url\":true}}" },
  { "/cloud-write/a-reply-names-what-it-answers", "text", "Yes", NULL, "wamid.Z9",
    TO "\"type\":\"text\",\"text\":{\"body\":\"Yes\"},\"context\":{\"message_id\":\"wamid.Z9\"}}" },
  { "/cloud-write/a-location", "location", NULL,
    "{\"latitude\":25.25,\"longitude\":-55.5,\"name\":\"Gate 4\",\"address\":\"Harbour Road\","
    "\"x\":1}", NULL, TO "\"type\":\"location\",\"location\":{\"latitude\":25.25,\"longitude\":"
    "-55.5,\"name\":\"Gate 4\",\"address\":\"Harbour Road\"}}" },
  { "/cloud-write/contact-cards", "contacts", NULL,
    "{\"contacts\":[{\"name\":\"Ana Ruiz\",\"phones\":[\"+34600000000\",{\"phone\":\"+34600\"}]},"
    "{\"name\":\"Bo\"}]}", NULL, TO "\"type\":\"contacts\",\"contacts\":[{\"name\":{"
    "\"formatted_name\":\"Ana Ruiz\",\"first_name\":\"Ana Ruiz\"},\"phones\":[{\"phone\":"
    "\"+34600000000\"},{\"phone\":\"+34600\"}]},{\"name\":{\"formatted_name\":\"Bo\","
    "\"first_name\":\"Bo\"}}]}" },
  { "/cloud-write/a-reaction", "reaction", NULL, "{\"emoji\":\"👍\"}", "wamid.Z9",
    TO "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Z9\",\"emoji\":\"👍\"}}" },
  { "/cloud-write/a-reaction-taken-back", "reaction", NULL, NULL, "wamid.Z9",
    TO "\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.Z9\",\"emoji\":\"\"}}" },
  { "/cloud-write/buttons", "buttons", "Choose",
    "{\"header\":\"H\",\"footer\":\"F\",\"buttons\":[{\"id\":\"b1\",\"title\":\"Yes\"},"
    "{\"title\":\"No\"}]}", NULL, INTERACTIVE ("button") "\"header\":{\"type\":\"text\","
    "\"text\":\"H\"},\"footer\":{\"text\":\"F\"},\"action\":{\"buttons\":[{\"type\":\"reply\","
    "\"reply\":{\"id\":\"b1\",\"title\":\"Yes\"}},{\"type\":\"reply\",\"reply\":{\"id\":\"No\","
    "\"title\":\"No\"}}]}}}" },
  { "/cloud-write/a-list", "list", "Choose",
    "{\"button\":\"Times\",\"sections\":[{\"title\":\"Friday\",\"rows\":[{\"id\":\"r1\",\"title\":"
    "\"10:00\",\"description\":\"with Lea\"},{\"title\":\"11:00\"}]}]}", NULL,
    INTERACTIVE ("list") "\"action\":{\"button\":\"Times\",\"sections\":[{\"title\":\"Friday\","
    "\"rows\":[{\"id\":\"r1\",\"title\":\"10:00\",\"description\":\"with Lea\"},{\"id\":\"11:00\","
    "\"title\":\"11:00\"}]}]}}}" },
  { "/cloud-write/a-url-button", "url-button", "Choose",
    "{\"title\":\"Open\",\"url\":\"https://example.com/a?b=c\"}", NULL,
    INTERACTIVE ("cta_url") "\"action\":{\"name\":\"cta_url\",\"parameters\":{\"display_text\":"
    "\"Open\",\"url\":\"https://example.com/a?b=c\"}}}}" },
  { "/cloud-write/a-location-request", "location-request", "Choose", NULL, NULL,
    INTERACTIVE ("location_request_message") "\"action\":{\"name\":\"send_location\"}}}" },
  { "/cloud-write/a-template-without-values", "template", NULL, "{" NAMED "}", NULL,
    TEMPLATE ("") },
  { "/cloud-write/a-template-with-empty-values", "template", NULL,
    "{" NAMED ",\"header\":null,\"body\":[],\"buttons\":[]}", NULL, TEMPLATE ("") },
  { "/cloud-write/a-template-with-values-in-order", "template", NULL,
    "{" NAMED ",\"header\":\"Ana\",\"body\":[\"Ana\",\"12\"]}", NULL,
    TEMPLATE (",\"components\":[{\"type\":\"header\",\"parameters\":[{\"type\":\"text\",\"text\":"
              "\"Ana\"}]},{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"},"
              "{\"type\":\"text\",\"text\":\"12\"}]}]") },
  { "/cloud-write/a-template-with-values-by-name", "template", NULL,
    "{" NAMED ",\"header\":{\"who\":\"Ana\"},\"body\":{\"name\":\"Ana\",\"count\":\"12\"}}", NULL,
    TEMPLATE (",\"components\":[{\"type\":\"header\",\"parameters\":[{\"type\":\"text\",\"text\":"
              "\"Ana\",\"parameter_name\":\"who\"}]},{\"type\":\"body\",\"parameters\":[{\"type\":"
              "\"text\",\"text\":\"Ana\",\"parameter_name\":\"name\"},{\"type\":\"text\",\"text\":"
              "\"12\",\"parameter_name\":\"count\"}]}]") },
  { "/cloud-write/a-template-under-a-document", "template", NULL,
    "{" NAMED ",\"header\":{\"document\":\"1003\",\"filename\":\"plan.pdf\"}}", NULL,
    TEMPLATE (",\"components\":[{\"type\":\"header\",\"parameters\":[{\"type\":\"document\","
              "\"document\":{\"id\":\"1003\",\"filename\":\"plan.pdf\"}}]}]") },
  { "/cloud-write/a-template-under-an-image", "template", NULL,
    "{" NAMED ",\"header\":{\"image\":\"1003\"}}", NULL,
    TEMPLATE (",\"components\":[{\"type\":\"header\",\"parameters\":[{\"type\":\"image\","
              "\"image\":{\"id\":\"1003\"}}]}]") },
  { "/cloud-write/a-template-with-every-button", "template", NULL,
    "{" NAMED ",\"buttons\":[{\"index\":0,\"type\":\"url\",\"value\":\"or1\"},{\"index\":1,"
    "\"type\":\"quick-reply\",\"value\":\"YES\"},{\"index\":9,\"type\":\"copy-code\",\"value\":"
    "\"SAVE10\"}]}", NULL,
    TEMPLATE (",\"components\":[{\"type\":\"button\",\"parameters\":[{\"type\":\"text\",\"text\":"
              "\"or1\"}],\"sub_type\":\"url\",\"index\":\"0\"},{\"type\":\"button\","
              "\"parameters\":[{\"type\":\"payload\",\"payload\":\"YES\"}],\"sub_type\":"
              "\"quick_reply\",\"index\":\"1\"},{\"type\":\"button\",\"parameters\":[{\"type\":"
              "\"coupon_code\",\"coupon_code\":\"SAVE10\"}],\"sub_type\":\"copy_code\",\"index\":"
              "\"9\"}]") },
};

static KontorMessage *
make (const char *kind, const char *text, const char *body, const char *about)
{
  KontorMessage *message = kontor_message_new (NULL, "+971500000002", NULL, text, 0);

  g_free (message->kind);
  message->kind = g_strdup (kind);
  message->body = g_strdup (body);
  message->about = g_strdup (about);

  return message;
}

static void
assert_written (const KontorMessage *message, const char *media_id, const char *written)
{
  g_autoptr(GError) error = NULL;
  JsonObject *object = kontor_cloud_write (message, media_id, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = kontor_json_take_text (object);
  g_assert_cmpstr (text, ==, written);
  g_assert_true (kontor_cloud_check (message, &error));
  g_assert_no_error (error);
}

static void
test_kind (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(KontorMessage) message =
    make (kinds[i].kind, kinds[i].text, kinds[i].body, kinds[i].about);

  assert_written (message, NULL, kinds[i].written);
}

static const struct { const char *path, *kind, *text, *name, *written; } files[] = {
  { "/cloud-write/an-image", "image", NULL, "a.jpg",
    TO "\"type\":\"image\",\"image\":{\"id\":\"1003\"}}" },
  { "/cloud-write/an-image-with-a-text", "image", "The hall", NULL,
    TO "\"type\":\"image\",\"image\":{\"id\":\"1003\",\"caption\":\"The hall\"}}" },
  { "/cloud-write/a-video", "video", "", NULL,
    TO "\"type\":\"video\",\"video\":{\"id\":\"1003\"}}" },
  { "/cloud-write/audio", "audio", NULL, NULL,
    TO "\"type\":\"audio\",\"audio\":{\"id\":\"1003\"}}" },
  { "/cloud-write/a-voice-note", "voice", NULL, NULL,
    TO "\"type\":\"audio\",\"audio\":{\"id\":\"1003\",\"voice\":true}}" },
  { "/cloud-write/a-document", "document", "Plan", "plan.pdf",
    TO "\"type\":\"document\",\"document\":{\"id\":\"1003\",\"filename\":\"plan.pdf\","
    "\"caption\":\"Plan\"}}" },
  { "/cloud-write/a-sticker", "sticker", NULL, NULL,
    TO "\"type\":\"sticker\",\"sticker\":{\"id\":\"1003\"}}" },
};

static void
test_file (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(KontorMessage) message = make (files[i].kind, files[i].text, NULL, NULL);

  message->media = kontor_media_new (NULL, NULL);
  message->media->name = g_strdup (files[i].name);
  assert_written (message, "1003", files[i].written);
}

static void
test_our_id_goes_along (void)
{
  g_autoptr(KontorMessage) message = make ("text", "Hi", NULL, NULL);

  message->token = g_strdup ("CH2-417");
  assert_written (message, NULL, TO "\"type\":\"text\",\"text\":{\"body\":\"Hi\"},"
                  "\"biz_opaque_callback_data\":\"CH2-417\"}");
}

static void
test_a_user_id_stands_for_a_missing_number (void)
{
  g_autoptr(KontorMessage) message = make ("text", "Hi", NULL, NULL);

  message->person->user_id = g_strdup ("AE.1");
  assert_written (message, NULL, TO "\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
  g_clear_pointer (&message->person->phone, g_free);
  assert_written (message, NULL, "{\"messaging_product\":\"whatsapp\",\"recipient_type\":"
                  "\"individual\",\"recipient\":\"AE.1\",\"type\":\"text\",\"text\":{\"body\":"
                  "\"Hi\"}}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, GUINT_TO_POINTER (i), test_kind);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_test_add_data_func (files[i].path, GUINT_TO_POINTER (i), test_file);
  g_test_add_func ("/cloud-write/our-id-goes-along", test_our_id_goes_along);
  g_test_add_func ("/cloud-write/a-user-id-stands-for-a-missing-number",
                   test_a_user_id_stands_for_a_missing_number);

  return g_test_run ();
}
