/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What WhatsApp would refuse is refused here first, with words that say what to do. In the texts,
 * @N@ stands for N letters. */
#include "channels/cloud-inside.h"
#include "model/error.h"

#define NAMED "\"name\":\"ready\",\"language\":\"en\""
#define ROW "{\"title\":\"x\"}"
#define ROWS5 ROW "," ROW "," ROW "," ROW "," ROW

static const struct { const char *kind, *text, *body; } right[] = {
  { "text", "@4096@" },
  { "buttons", "@1024@", "{\"header\":\"@60@\",\"footer\":\"@60@\",\"buttons\":["
    "{\"title\":\"@20@\",\"id\":\"@256@\"},{\"title\":\"b\"},{\"title\":\"c\"}]}" },
  { "list", "@1024@", "{\"button\":\"@20@\",\"sections\":[{\"title\":\"@24@\",\"rows\":[{\"title\":"
    "\"@24@\",\"id\":\"@200@\",\"description\":\"@72@\"}]},{\"title\":\"b\",\"rows\":[" ROWS5 ","
    ROW "," ROW "," ROW "," ROW "]}]}" },
  { "list", "Choose", "{\"button\":\"b\",\"sections\":[{\"rows\":[" ROWS5 "," ROWS5 "]}]}" },
  { "url-button", "@1024@", "{\"title\":\"@20@\",\"url\":\"https://example.com/\"}" },
  { "location", NULL, "{\"latitude\":-90,\"longitude\":180}" },
  { "contacts", NULL, "{\"contacts\":[{\"name\":\"a\"},{\"name\":\"a\"},{\"name\":\"a\"},"
    "{\"name\":\"a\"},{\"name\":\"@256@\"}]}" },
};

static const struct { const char *kind, *text, *body, *why; } wrong[] = {
  { "text", NULL, NULL, "the text is missing" },
  { "text", "", NULL, "the text is missing" },
  { "text", "@4097@", NULL, "the text is longer than the 4096 characters WhatsApp allows" },
  { "hologram", "x", NULL, "a message of the kind “hologram” cannot be sent" },
  { "system", "x", NULL, "a message of the kind “system” cannot be sent" },
  { "unsupported", "x", NULL, "a message of the kind “unsupported” cannot be sent" },
  { "image", "x", NULL, "the file is missing" },
  { "location", NULL, NULL, "latitude (-90 to 90) and longitude (-180 to 180) are missing" },
  { "location", NULL, "{\"latitude\":90.1,\"longitude\":0}", "latitude" },
  { "location", NULL, "{\"latitude\":0,\"longitude\":-180.1}", "latitude" },
  { "location", NULL, "{\"latitude\":\"25\",\"longitude\":\"55\"}", "latitude" },
  { "location", NULL, "no JSON", "latitude" },
  { "contacts", NULL, NULL, "one to five contact cards" },
  { "contacts", NULL, "{\"contacts\":[]}", "one to five contact cards" },
  { "contacts", NULL, "{\"contacts\":[{\"name\":\"a\"},{\"name\":\"a\"},{\"name\":\"a\"},{\"name\":"
    "\"a\"},{\"name\":\"a\"},{\"name\":\"a\"}]}", "one to five contact cards" },
  { "contacts", NULL, "{\"contacts\":[{}]}", "the name on the contact card is missing" },
  { "contacts", NULL, "{\"contacts\":[7]}", "the name on the contact card is missing" },
  { "contacts", NULL, "{\"contacts\":[{\"name\":\"a\",\"phones\":[[\"+34600\"]]}]}",
    "a phone number on the contact card is missing" },
  { "contacts", NULL, "{\"contacts\":[{\"name\":\"a\",\"phones\":[7]}]}",
    "a phone number on the contact card is missing" },
  { "contacts", NULL, "{\"contacts\":[{\"name\":\"a\",\"phones\":[null]}]}",
    "a phone number on the contact card is missing" },
  { "contacts", NULL, "{\"contacts\":[{\"name\":\"a\",\"phones\":[{\"number\":\"1\"}]}]}",
    "a phone number on the contact card is missing" },
  { "reaction", NULL, "{\"emoji\":\"x\"}", "the message to react to is missing" },
  { "buttons", NULL, "{\"buttons\":[{\"title\":\"a\"}]}", "the text is missing" },
  { "buttons", "@1025@", "{\"buttons\":[{\"title\":\"a\"}]}", "1024 characters" },
  { "buttons", "x", NULL, "one to three buttons; more fit into a list" },
  { "buttons", "x", "{\"buttons\":[]}", "one to three buttons" },
  { "buttons", "x", "{\"buttons\":[{\"title\":\"a\"},{\"title\":\"b\"},{\"title\":\"c\"},"
    "{\"title\":\"d\"}]}", "one to three buttons" },
  { "buttons", "x", "{\"buttons\":[{\"title\":\"@21@\"}]}",
    "the title of a button is longer than the 20" },
  { "buttons", "x", "{\"buttons\":[{\"id\":\"a\"}]}", "the title of a button is missing" },
  { "buttons", "x", "{\"buttons\":[7]}", "the title of a button is missing" },
  { "buttons", "x", "{\"buttons\":[{\"title\":\"a\",\"id\":\"@257@\"}]}", "the id of a button" },
  { "buttons", "x", "{\"header\":\"@61@\",\"buttons\":[{\"title\":\"a\"}]}", "the header" },
  { "buttons", "x", "{\"footer\":\"@61@\",\"buttons\":[{\"title\":\"a\"}]}", "the footer" },
  { "buttons", "x", "{\"footer\":\"\",\"buttons\":[{\"title\":\"a\"}]}", "the footer is missing" },
  { "list", "x", "{\"sections\":[{\"rows\":[" ROW "]}]}", "the title of the list's button" },
  { "list", "x", "{\"button\":\"@21@\",\"sections\":[{\"rows\":[" ROW "]}]}", "list's button" },
  { "list", "x", "{\"button\":\"b\"}", "one to ten lines" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[]}", "one to ten lines" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[{\"rows\":[]}]}", "each section of a list" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[7]}", "each section of a list" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[{\"rows\":[" ROWS5 "," ROWS5 "," ROW "]}]}",
    "one to ten lines" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[{\"title\":\"a\",\"rows\":[" ROWS5 "]},{"
    "\"title\":\"b\",\"rows\":[" ROWS5 "," ROW "]}]}", "one to ten lines" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[{\"title\":\"a\",\"rows\":[" ROW "]},{\"rows\":["
    ROW "]}]}", "several sections of a list needs a title" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[{\"title\":\"@25@\",\"rows\":[" ROW "]}]}",
    "the title of a section" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[{\"rows\":[{\"title\":\"@25@\"}]}]}",
    "the title of a line" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[{\"rows\":[7]}]}", "the title of a line" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[{\"rows\":[{\"title\":\"a\",\"id\":"
    "\"@201@\"}]}]}", "the id of a line" },
  { "list", "x", "{\"button\":\"b\",\"sections\":[{\"rows\":[{\"title\":\"a\",\"description\":"
    "\"@73@\"}]}]}", "the description of a line" },
  { "url-button", "x", "{\"url\":\"https://example.com/\"}", "the button's title is missing" },
  { "url-button", "x", "{\"title\":\"a\"}", "https://" },
  { "url-button", "x", "{\"title\":\"a\",\"url\":\"example.com\"}", "https://" },
  { "url-button", "x", "{\"title\":\"a\",\"url\":\"javascript:alert(1)\"}", "https://" },
  { "url-button", "x", "{\"title\":\"a\",\"url\":\"https://\"}", "https://" },
  { "location-request", NULL, NULL, "the text is missing" },
  { "template", NULL, NULL, "a template needs a name and a language" },
  { "template", NULL, "{\"name\":\"ready\"}", "a name and a language" },
  { "template", NULL, "{\"name\":\"\",\"language\":\"en\"}", "a name and a language" },
  { "template", NULL, "{" NAMED ",\"body\":[\"\"]}", "a value of the template is empty" },
  { "template", NULL, "{" NAMED ",\"body\":[12]}", "a value of the template is empty" },
  { "template", NULL, "{" NAMED ",\"body\":{\"a\":null}}", "a value of the template is empty" },
  { "template", NULL, "{" NAMED ",\"body\":\"Ana\"}", "are a list or an object" },
  { "template", NULL, "{" NAMED ",\"header\":\"\"}", "the header of a template" },
  { "template", NULL, "{" NAMED ",\"header\":[\"Ana\"]}", "the header of a template" },
  { "template", NULL, "{" NAMED ",\"header\":{\"a\":\"x\",\"b\":\"y\"}}",
    "the header of a template" },
  { "template", NULL, "{" NAMED ",\"header\":{\"image\":\"\"}}", "a value of the template" },
  { "template", NULL, "{" NAMED ",\"buttons\":[{\"index\":10,\"type\":\"url\",\"value\":\"x\"}]}",
    "a button of a template needs an index" },
  { "template", NULL, "{" NAMED ",\"buttons\":[{\"index\":-1,\"type\":\"url\",\"value\":\"x\"}]}",
    "an index (0 to 9)" },
  { "template", NULL, "{" NAMED ",\"buttons\":[{\"index\":0,\"type\":\"flow\",\"value\":\"x\"}]}",
    "a type (url, quick-reply or copy-code)" },
  { "template", NULL, "{" NAMED ",\"buttons\":[{\"index\":0,\"type\":\"url\",\"value\":\"\"}]}",
    "and a value" },
  { "template", NULL, "{" NAMED ",\"buttons\":[7]}", "a button of a template" },
};

/* Letters of two bytes: the limits count characters. */
static char *
expand (const char *text)
{
  g_auto(GStrv) parts = text != NULL ? g_strsplit (text, "@", -1) : NULL;
  GString *whole = g_string_new (NULL);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (i % 2 == 0)
      g_string_append (whole, parts[i]);
    else
      for (guint64 n = g_ascii_strtoull (parts[i], NULL, 10); n > 0; n--)
        g_string_append (whole, "ß");

  return g_string_free (whole, text == NULL);
}

static KontorMessage *
make (const char *kind, const char *text, const char *body)
{
  KontorMessage *message = kontor_message_new (NULL, "+971500000002", NULL, NULL, 0);

  g_free (message->kind);
  message->kind = g_strdup (kind);
  message->text = expand (text);
  message->body = expand (body);

  return message;
}

static void
test_what_just_fits_is_written (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr(KontorMessage) message = make (right[i].kind, right[i].text, right[i].body);
      g_autoptr(GError) error = NULL;

      kontor_cloud_check (message, &error);
      g_assert_no_error (error);
    }
}

static void
assert_refused (const KontorMessage *message, const char *why)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonObject) written = kontor_cloud_write (message, NULL, &error);

  g_assert_null (written);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  if (strstr (error->message, why) == NULL)
    g_error ("a message of the kind “%s” with %s: “%s” does not say “%s”", message->kind,
             message->body, error->message, why);
  g_assert_false (kontor_cloud_check (message, NULL));
}

static void
test_what_does_not_fit_is_refused_with_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(KontorMessage) message = make (wrong[i].kind, wrong[i].text, wrong[i].body);

      assert_refused (message, wrong[i].why);
    }
}

static void
test_files_carry_a_text_where_whatsapp_shows_one (void)
{
  static const struct { const char *kind, *text, *why; } files[] = {
    { "image", "@1024@", NULL }, { "video", "@1024@", NULL }, { "document", "@1024@", NULL },
    { "image", "@1025@", "1024 characters" }, { "audio", "x", "carries no text" },
    { "voice", "x", "carries no text" }, { "sticker", "x", "carries no text" },
    { "audio", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(KontorMessage) message = make (files[i].kind, files[i].text, NULL);

      message->media = kontor_media_new (NULL, NULL);
      if (files[i].why != NULL)
        assert_refused (message, files[i].why);
      else
        g_assert_true (kontor_cloud_check (message, NULL));
    }
}

static void
test_nobody_cannot_be_written_to (void)
{
  g_autoptr(KontorMessage) message = make ("text", "Hi", NULL);

  g_free (message->person->phone);
  message->person->phone = g_strdup ("971500000002");
  assert_refused (message, "neither a phone number nor a WhatsApp user id");
  g_clear_pointer (&message->person->phone, g_free);
  assert_refused (message, "neither a phone number nor a WhatsApp user id");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cloud-write/what-just-fits-is-written", test_what_just_fits_is_written);
  g_test_add_func ("/cloud-write/what-does-not-fit-is-refused-with-words",
                   test_what_does_not_fit_is_refused_with_words);
  g_test_add_func ("/cloud-write/files-carry-a-text-where-whatsapp-shows-one",
                   test_files_carry_a_text_where_whatsapp_shows_one);
  g_test_add_func ("/cloud-write/nobody-cannot-be-written-to", test_nobody_cannot_be_written_to);

  return g_test_run ();
}
