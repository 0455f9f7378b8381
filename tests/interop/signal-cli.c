/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-cli: one device with its keys in memory, asked line by line. Each line is a command and
 * its words, bytes in hexadecimal digits; each answer is one line of words, or "! OUTCOME". The
 * table at the end has the commands. */
#include <stdio.h>
#include <string.h>

#include "interop/signal-cli.h"
#include "protocol/content.h"
#include "protocol/padding.h"

#define NOW_US G_GINT64_CONSTANT (1763712000000000)
#define MOST_WORDS 64

KontorSignal *cli_signal;
static GString *answer;

GBytes *
cli_read_hex (const char *hex)
{
  GByteArray *bytes = g_byte_array_new ();

  for (; hex[0] != '\0' && hex[1] != '\0'; hex += 2)
    {
      guint8 byte = (guint8) (g_ascii_xdigit_value (hex[0]) << 4 | g_ascii_xdigit_value (hex[1]));

      g_byte_array_append (bytes, &byte, 1);
    }

  return g_byte_array_free_to_bytes (bytes);
}

static void
say_hex (gconstpointer data, gsize size)
{
  g_string_append_c (answer, ' ');
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (answer, "%02x", ((const guint8 *) data)[i]);
}

void
cli_say_bytes (GBytes *bytes)
{
  say_hex (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

void
cli_say (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (answer, format, arguments);
  va_end (arguments);
}

static void
say_outcome (KontorSignalOutcome outcome)
{
  g_string_append_printf (answer, outcome == KONTOR_SIGNAL_FINE ? " " : "! %s",
                          kontor_signal_outcome_get_name (outcome));
}

static KontorSignalAddress
read_address (char **words)
{
  return (KontorSignalAddress) { words[0], (guint32) g_ascii_strtoull (words[1], NULL, 10) };
}

/* [key]: registration, identity, signed id, key, signature, and with "key" a one-time key */
static void
bundle (char **words, guint count)
{
  KontorSignedPrekey current;
  g_autoptr(GArray) keys = kontor_signal_list_prekeys (cli_signal, 1, NULL);
  const KontorPrekey *key = &g_array_index (keys, KontorPrekey, 0);

  kontor_signal_find_signed (cli_signal, &current, NULL);
  g_string_append_printf (answer, " %u", kontor_signal_get_registration_id (cli_signal));
  say_hex (kontor_signal_get_identity (cli_signal)->public_key, KONTOR_KEY_SIZE);
  g_string_append_printf (answer, " %u", current.id);
  say_hex (current.public_key, KONTOR_KEY_SIZE);
  say_hex (current.signature, KONTOR_SIGNATURE_SIZE);
  if (count < 1)
    return;
  g_string_append_printf (answer, " %u", key->id);
  say_hex (key->public_key, KONTOR_KEY_SIZE);
  kontor_signal_tell_prekeys (cli_signal, key->id, NULL);
}

static void
copy_hex (const char *hex, guint8 *to, gsize size)
{
  g_autoptr(GBytes) bytes = cli_read_hex (hex);

  memcpy (to, g_bytes_get_data (bytes, NULL), MIN (size, g_bytes_get_size (bytes)));
}

/* USER DEVICE and what "bundle" answers */
static void
begin (char **words, guint count)
{
  const KontorSignalAddress whom = read_address (words);
  KontorPrekeyBundle given = { (guint32) g_ascii_strtoull (words[2], NULL, 10) };

  copy_hex (words[3], given.identity, KONTOR_KEY_SIZE);
  given.signed_prekey.id = (guint32) g_ascii_strtoull (words[4], NULL, 10);
  copy_hex (words[5], given.signed_prekey.public_key, KONTOR_KEY_SIZE);
  copy_hex (words[6], given.signed_prekey.signature, KONTOR_SIGNATURE_SIZE);
  given.has_prekey = count > 8;
  if (given.has_prekey)
    {
      given.prekey.id = (guint32) g_ascii_strtoull (words[7], NULL, 10);
      copy_hex (words[8], given.prekey.public_key, KONTOR_KEY_SIZE);
    }
  say_outcome (kontor_signal_begin (cli_signal, &whom, &given, NULL));
}

static void
encrypt (char **words, guint count)
{
  const KontorSignalAddress to = read_address (words);
  g_autoptr(GBytes) plain = cli_read_hex (words[2]), sealed = NULL;
  KontorCipher cipher;
  KontorSignalOutcome outcome = kontor_signal_encrypt (cli_signal, &to, plain, &cipher, &sealed,
                                                       NULL);

  if (outcome != KONTOR_SIGNAL_FINE)
    {
      say_outcome (outcome);
      return;
    }
  g_string_append_printf (answer, " %s", kontor_cipher_get_name (cipher));
  cli_say_bytes (sealed);
}

static void
say_plain (KontorSignalOutcome outcome, GBytes **plain)
{
  if (outcome == KONTOR_SIGNAL_FINE)
    cli_say_bytes (*plain);
  else
    say_outcome (outcome);
}

static void
decrypt (char **words, guint count)
{
  const KontorSignalAddress from = read_address (words);
  g_autoptr(GBytes) sealed = cli_read_hex (words[3]), plain = NULL;
  KontorCipher cipher = KONTOR_CIPHER_MSG;

  kontor_cipher_parse (words[2], &cipher);
  say_plain (kontor_signal_decrypt (cli_signal, &from, cipher, sealed, &plain, NULL), &plain);
}

/* GROUP USER DEVICE */
static void
distribute (char **words, guint count)
{
  const KontorSignalAddress own = read_address (words + 1);
  g_autoptr(GBytes) key = NULL;

  say_plain (kontor_signal_distribute (cli_signal, words[0], &own, &key, NULL), &key);
}

static void
accept_key (char **words, guint count)
{
  const KontorSignalAddress sender = read_address (words + 1);
  g_autoptr(GBytes) key = cli_read_hex (words[3]);

  say_outcome (kontor_signal_accept (cli_signal, words[0], &sender, key, NULL));
}

static void
encrypt_group (char **words, guint count)
{
  const KontorSignalAddress own = read_address (words + 1);
  g_autoptr(GBytes) plain = cli_read_hex (words[3]), sealed = NULL;

  say_plain (kontor_signal_encrypt_group (cli_signal, words[0], &own, plain, &sealed, NULL),
             &sealed);
}

static void
decrypt_group (char **words, guint count)
{
  const KontorSignalAddress sender = read_address (words + 1);
  g_autoptr(GBytes) sealed = cli_read_hex (words[3]), plain = NULL;

  say_plain (kontor_signal_decrypt_group (cli_signal, words[0], &sender, sealed, &plain, NULL),
             &plain);
}

static void
move_session (char **words, guint count)
{
  guint moved;

  kontor_signal_move (cli_signal, words[0], words[1], &moved, NULL);
  g_string_append_printf (answer, " %u", moved);
}

static void
forget (char **words, guint count)
{
  const KontorSignalAddress whom = read_address (words);

  kontor_signal_forget (cli_signal, &whom, NULL);
  say_outcome (KONTOR_SIGNAL_FINE);
}

static void
sign (char **words, guint count)
{
  g_autoptr(GBytes) message = cli_read_hex (words[0]);
  g_autoptr(GBytes) signature = kontor_curve_sign (
    kontor_signal_get_identity (cli_signal)->private_key, message);

  cli_say_bytes (signature);
}

static void
verify (char **words, guint count)
{
  guint8 key[KONTOR_KEY_SIZE] = { 0 }, signature[KONTOR_SIGNATURE_SIZE] = { 0 };
  g_autoptr(GBytes) message = cli_read_hex (words[1]);

  copy_hex (words[0], key, sizeof key);
  copy_hex (words[2], signature, sizeof signature);
  g_string_append (answer, kontor_curve_verify (key, message, signature) ? " yes" : " no");
}

static void
pad (char **words, guint count)
{
  g_autoptr(GBytes) plain = cli_read_hex (words[0]);
  g_autoptr(GBytes) padded = kontor_padding_add (plain);

  cli_say_bytes (padded);
}

static void
unpad (char **words, guint count)
{
  g_autoptr(GBytes) padded = cli_read_hex (words[0]);
  g_autoptr(GBytes) plain = kontor_padding_remove (padded, NULL);

  if (plain != NULL)
    cli_say_bytes (plain);
  else
    g_string_append (answer, "! no padding");
}

static void
phash (char **words, guint count)
{
  g_autofree char *hash = kontor_phash_make ((const char *const *) words);

  g_string_append_printf (answer, " %s", hash);
}

static KontorTarget
read_target (char **words, guint count)
{
  return (KontorTarget) { words[0], words[1], words[2], NULL, g_str_equal (words[3], "own") };
}

/* KIND TEXT BODY [ID CHAT AUTHOR own|other]: texts in hexadecimal digits as well, "-" for none */
static void
write_content (char **words, guint count)
{
  g_autoptr(GBytes) text = cli_read_hex (words[1]), body = cli_read_hex (words[2]), written = NULL;
  g_autofree char *said = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_autofree char *more = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  const KontorMessage message = { .kind = words[0], .text = said, .body = more };
  const KontorTarget about = count > 6 ? read_target (words + 3, count - 3)
                                       : (KontorTarget) { NULL };

  written = kontor_content_write (&message, count > 6 ? &about : NULL, NULL, 1000, NULL);
  if (written != NULL)
    cli_say_bytes (written);
  else
    g_string_append (answer, "! refused");
}

/* HEX ID CHAT AUTHOR own|other */
static void
write_edit (char **words, guint count)
{
  g_autoptr(GBytes) message = cli_read_hex (words[0]);
  const KontorTarget target = read_target (words + 1, count - 1);
  g_autoptr(GBytes) edit = kontor_content_write_edit (message, &target, 1000);

  cli_say_bytes (edit);
}

static void
write_revoke (char **words, guint count)
{
  const KontorTarget target = read_target (words, count);
  g_autoptr(GBytes) revoke = kontor_content_write_revoke (&target);

  cli_say_bytes (revoke);
}

/* HEX CHAT PHASH */
static void
write_sent (char **words, guint count)
{
  g_autoptr(GBytes) message = cli_read_hex (words[0]);
  g_autoptr(GBytes) sent = kontor_content_write_sent (message, words[1], words[2]);

  cli_say_bytes (sent);
}

/* HEX GROUP KEY */
static void
write_key (char **words, guint count)
{
  g_autoptr(GBytes) message = cli_read_hex (words[0]), key = cli_read_hex (words[2]);
  g_autoptr(GBytes) whole = kontor_content_write_key (message, words[1], key);

  cli_say_bytes (whole);
}

static void
say_text (const char *text)
{
  if (text != NULL && *text != '\0')
    say_hex (text, strlen (text));
  else
    g_string_append (answer, " -");
}

/* HEX own|other: what, kind, text, body, about, id, chat, author, own, sent to, group, file */
static void
read_content (char **words, guint count)
{
  static const char *const names[] = { "said", "edit", "revoke", "protocol", "nothing" };
  g_autoptr(GBytes) bytes = cli_read_hex (words[0]);
  g_autoptr(KontorContent) content = kontor_content_read (bytes, g_str_equal (words[1], "own"),
                                                          NULL);
  const KontorMessage none = { .kind = (char *) "-" }, *message;

  if (content == NULL)
    {
      g_string_append (answer, "! malformed");
      return;
    }
  message = content->message != NULL ? content->message : &none;
  g_string_append_printf (answer, " %s %s", names[content->kind], message->kind);
  say_text (message->text);
  say_text (message->body);
  say_text (message->about);
  say_text (content->target.id);
  say_text (content->target.chat);
  say_text (content->target.author);
  g_string_append (answer, content->target.own ? " own" : " other");
  say_text (content->sent_to);
  say_text (content->group);
  say_text (message->media != NULL ? message->media->sha256 : NULL);
}

static const CliCommand commands[] = {
  { "bundle", 0, bundle }, { "begin", 7, begin }, { "encrypt", 3, encrypt },
  { "decrypt", 4, decrypt }, { "distribute", 3, distribute }, { "accept", 4, accept_key },
  { "encrypt-group", 4, encrypt_group }, { "decrypt-group", 4, decrypt_group },
  { "move", 2, move_session }, { "forget", 2, forget }, { "sign", 1, sign },
  { "verify", 3, verify }, { "pad", 1, pad }, { "unpad", 1, unpad }, { "phash", 1, phash },
  { "write", 3, write_content }, { "edit", 5, write_edit }, { "revoke", 4, write_revoke },
  { "sent", 3, write_sent }, { "key", 3, write_key }, { "read", 2, read_content },
  { NULL },
};

static gboolean
find_and_run (const CliCommand *list, char **words)
{
  guint count = g_strv_length (words);

  for (; list->name != NULL; list++)
    if (count > list->words && g_str_equal (words[0], list->name))
      {
        list->run (words + 1, count - 1);
        return TRUE;
      }

  return FALSE;
}

static void
run (char *line)
{
  g_auto(GStrv) words = g_strsplit (g_strchomp (line), " ", MOST_WORDS);

  g_string_truncate (answer, 0);
  if (!find_and_run (commands, words) && !find_and_run (cli_node_commands, words))
    cli_say ("! no such command");
  printf ("%s\n", answer->str);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  g_autoptr(KontorSignalMemory) memory = kontor_signal_memory_new ();
  char *line = NULL;
  size_t size = 0;

  answer = g_string_new (NULL);
  cli_signal = kontor_signal_new (kontor_signal_memory_get_store (memory), NOW_US, NULL);
  while (getline (&line, &size, stdin) > 0)
    run (line);
  free (line);
  kontor_signal_free (cli_signal);
  g_string_free (answer, TRUE);

  return 0;
}
