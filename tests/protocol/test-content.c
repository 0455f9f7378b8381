/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contents against ourselves and against bytes that Baileys 7.0.0-rc14 encoded; every kind is
 * compared with its definitions in tests/interop/linked-content.mjs. */
#include "protocol/content.h"

#include <string.h>

#include "model/error.h"
#include "protocol/hex.h"

/* {ephemeralMessage: {message: {extendedTextMessage: {text: "soon"}}}} */
#define EPHEMERAL "c2020a0a0832060a04736f6f6e"
/* {deviceSentMessage: {destinationJid: "33@lid", message: {conversation: "from the phone"}}} */
#define DEVICE_SENT "fa011a0a063333406c69641210" "0a0e66726f6d207468652070686f6e65"

static KontorContent *
read_hex_content (const char *hex, gboolean own)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = hex_bytes (hex);
  KontorContent *content = kontor_content_read (bytes, own, &error);

  g_assert_no_error (error);

  return content;
}

static void
test_a_wrapped_text_is_a_text (void)
{
  g_autoptr(KontorContent) content = read_hex_content (EPHEMERAL, FALSE);

  g_assert_cmpint (content->kind, ==, KONTOR_CONTENT_SAID);
  g_assert_cmpstr (content->message->kind, ==, "text");
  g_assert_cmpstr (content->message->text, ==, "soon");
}

static void
test_only_our_devices_say_what_we_said (void)
{
  g_autoptr(KontorContent) ours = read_hex_content (DEVICE_SENT, TRUE);
  g_autoptr(KontorContent) strangers = read_hex_content (DEVICE_SENT, FALSE);

  g_assert_cmpstr (ours->sent_to, ==, "33@lid");
  g_assert_cmpstr (ours->message->text, ==, "from the phone");
  g_assert_cmpint (strangers->kind, ==, KONTOR_CONTENT_NOTHING);
  g_assert_null (strangers->sent_to);
  g_assert_null (strangers->message);
}

static GBytes *
write_text (const char *text, const KontorTarget *about)
{
  const KontorMessage message = { .kind = (char *) "text", .text = (char *) text };
  g_autoptr(GError) error = NULL;
  GBytes *bytes = kontor_content_write (&message, about, NULL, 0, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_an_edit_brings_the_new_text_and_names_the_old (void)
{
  const KontorTarget target = { (char *) "3EB0AA", (char *) "22@lid", NULL, NULL, TRUE };
  g_autoptr(GBytes) text = write_text ("better", NULL);
  g_autoptr(GBytes) edit = kontor_content_write_edit (text, &target, 1);
  g_autoptr(KontorContent) content = kontor_content_read (edit, FALSE, NULL);

  g_assert_cmpint (content->kind, ==, KONTOR_CONTENT_EDIT);
  g_assert_cmpstr (content->message->text, ==, "better");
  g_assert_cmpstr (content->target.id, ==, "3EB0AA");
  g_assert_true (content->target.own);
}

static void
test_a_quote_keeps_what_it_is_about (void)
{
  const KontorTarget about = { (char *) "3EB0BB", NULL, (char *) "33@lid", (char *) "before",
                               FALSE };
  g_autoptr(GBytes) bytes = write_text ("yes", &about);
  g_autoptr(KontorContent) content = kontor_content_read (bytes, FALSE, NULL);

  g_assert_cmpstr (content->message->about, ==, "3EB0BB");
  g_assert_cmpstr (content->target.author, ==, "33@lid");
}

static void
test_text_that_is_no_utf8_becomes_it (void)
{
  g_autoptr(KontorContent) content = read_hex_content ("0a03" "61ff62", FALSE);

  g_assert_true (g_utf8_validate (content->message->text, -1, NULL));
  g_assert_true (g_str_has_prefix (content->message->text, "a"));
}

static void
test_what_is_not_known_is_kept_whole (void)
{
  g_autoptr(KontorContent) content = read_hex_content ("8a0302" "1203", FALSE);

  g_assert_cmpstr (content->message->kind, ==, "unsupported");
  g_assert_cmpstr (content->message->body, ==, "{\"message\":{\"protobuf\":\"igMCEgM=\"}}");
}

/* A thousand levels of {ephemeralMessage: {message: …}}, from the inside out. */
static void
test_deep_nesting_is_refused (void)
{
  GByteArray *level = g_byte_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      guint size = level->len;
      const guint8 head[] = { i % 2 == 0 ? 0x0a : 0xc2, 0x02,
                              0x80 | (size & 0x7f), 0x80 | (size >> 7 & 0x7f), size >> 14 };

      g_byte_array_prepend (level, head + 2, 3);
      g_byte_array_prepend (level, head, i % 2 == 0 ? 1 : 2);
    }
  bytes = g_byte_array_free_to_bytes (level);
  g_assert_null (kontor_content_read (bytes, FALSE, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

static void
test_what_a_linked_device_does_not_send_is_refused (void)
{
  static const char *const kinds[] = { "buttons", "list", "template", "image", "nonsense" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const KontorMessage message = { .kind = (char *) kinds[i], .text = (char *) "x" };
      g_autoptr(GError) error = NULL;

      g_assert_null (kontor_content_write (&message, NULL, NULL, 0, &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }
}

static void
assert_stanza (const char *kind, const char *text, const char *body, const char *type,
               const char *media)
{
  const KontorMessage message = { .kind = (char *) kind, .text = (char *) text,
                                  .body = (char *) body };
  const KontorStanzaType stanza = kontor_content_get_stanza (&message);

  g_assert_cmpstr (stanza.type, ==, type);
  g_assert_cmpstr (stanza.media, ==, media);
}

static void
test_the_stanza_calls_it_as_the_server_does (void)
{
  assert_stanza ("text", "hello", NULL, "text", NULL);
  assert_stanza ("text", "see http://example.org", NULL, "media", "url");
  assert_stanza ("location", NULL, "{}", "media", "location");
  assert_stanza ("contacts", NULL, "{\"contacts\":[{}]}", "media", "vcard");
  assert_stanza ("contacts", NULL, "{\"contacts\":[{},{}]}", "media", "contact_array");
  assert_stanza ("reaction", NULL, "{}", "reaction", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/a-wrapped-text-is-a-text", test_a_wrapped_text_is_a_text);
  g_test_add_func ("/content/only-our-devices-say-what-we-said",
                   test_only_our_devices_say_what_we_said);
  g_test_add_func ("/content/an-edit-brings-the-new-text-and-names-the-old",
                   test_an_edit_brings_the_new_text_and_names_the_old);
  g_test_add_func ("/content/a-quote-keeps-what-it-is-about", test_a_quote_keeps_what_it_is_about);
  g_test_add_func ("/content/text-that-is-no-utf8-becomes-it",
                   test_text_that_is_no_utf8_becomes_it);
  g_test_add_func ("/content/what-is-not-known-is-kept-whole",
                   test_what_is_not_known_is_kept_whole);
  g_test_add_func ("/content/deep-nesting-is-refused", test_deep_nesting_is_refused);
  g_test_add_func ("/content/what-a-linked-device-does-not-send-is-refused",
                   test_what_a_linked_device_does_not_send_is_refused);
  g_test_add_func ("/content/the-stanza-calls-it-as-the-server-does",
                   test_the_stanza_calls_it_as_the_server_does);

  return g_test_run ();
}
