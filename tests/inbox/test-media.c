/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of messages: brought by themselves, tried again, kept once under their checksum. */
#include "fakes/fake-house.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/error.h"

#define DAY_S (24 * 3600)

static void
send_file (FakeHouse *house, const char *external, const char *remote, const char *mime)
{
  KontorBatch *batch = kontor_batch_new ();
  KontorMessage *message = kontor_message_new (external, FAKE_ANA, NULL, NULL, 0);

  g_free (message->kind);
  message->kind = g_strdup ("image");
  message->media = kontor_media_new (remote, mime);
  message->media->name = g_strdup ("holiday.jpg");
  g_ptr_array_add (batch->messages, message);
  kontor_channel_hand_over (KONTOR_CHANNEL (house->line), batch);
  fake_house_settle ();
}

static KontorSaid *
get (FakeHouse *house, gint64 message)
{
  g_autoptr(GError) error = NULL;
  KontorSaid *said = kontor_messages_get (house->store, message, &error);

  g_assert_no_error (error);

  return said;
}

static void
assert_media (FakeHouse *house, gint64 message, const char *state, const char *reason)
{
  g_autoptr(KontorSaid) said = get (house, message);

  g_assert_cmpstr (said->media_state, ==, state);
  g_assert_cmpstr (said->media_reason, ==, reason);
}

static void
assert_asked (FakeHouse *house, const char *asked)
{
  g_assert_cmpstr (fake_channel_get_asked (house->line), ==, asked);
}

static guint
count_files (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      n += g_file_test (inside, G_FILE_TEST_IS_DIR) ? count_files (inside) : 1;
    }

  return n;
}

static guint
count_kept (FakeHouse *house)
{
  g_autofree char *shelf = g_build_filename (house->folder, "media", NULL);

  return count_files (shelf);
}

static void
test_brought (FakeHouse *house, gconstpointer data)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "picture", -1);
  g_autofree char *path = kontor_media_dup_path (house->folder, sha256);
  g_autofree char *content = NULL;
  g_autoptr(KontorSaid) said = NULL;

  fake_channel_promise (house->line, "picture");
  send_file (house, "a", "file-1", "image/jpeg");
  assert_asked (house, "file-1");
  assert_media (house, 1, "here", NULL);
  said = get (house, 1);
  g_assert_cmpstr (said->media_sha256, ==, sha256);
  g_assert_cmpstr (said->media_mime, ==, "image/jpeg");
  g_assert_cmpstr (said->media_name, ==, "holiday.jpg");
  g_assert_cmpint (said->media_size, ==, 7);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "picture");
  g_assert_cmpuint (count_kept (house), ==, 1);
}

static void
test_once (FakeHouse *house, gconstpointer data)
{
  fake_channel_promise (house->line, "picture");
  fake_channel_promise (house->line, "picture");
  send_file (house, "a", "file-1", NULL);
  send_file (house, "b", "file-2", NULL);
  assert_asked (house, "file-1|file-2");
  assert_media (house, 1, "here", NULL);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM media WHERE state = 'here'"), ==,
                   2);
  g_assert_cmpuint (count_kept (house), ==, 1);
}

static void
test_again (FakeHouse *house, gconstpointer data)
{
  fake_channel_promise (house->line, NULL);
  fake_channel_promise (house->line, NULL);
  fake_channel_promise (house->line, "picture");
  send_file (house, "a", "file", NULL);
  assert_media (house, 1, "waiting", "the line is busy");
  fake_house_later (9);
  assert_asked (house, "file");
  fake_house_later (1);
  assert_asked (house, "file|file");
  fake_house_later (19);
  assert_asked (house, "file|file");
  fake_house_later (1);
  assert_asked (house, "file|file|file");
  assert_media (house, 1, "here", NULL);
  g_assert_cmpuint (count_kept (house), ==, 1);
}

static void
test_gone (FakeHouse *house, gconstpointer data)
{
  send_file (house, "a", "file", NULL);
  assert_media (house, 1, "gone", "no longer there");
  fake_house_later (DAY_S);
  assert_asked (house, "file");
  g_assert_cmpuint (count_kept (house), ==, 0);
}

static void
test_gives_up (FakeHouse *house, gconstpointer data)
{
  for (int i = 0; i < 100; i++)
    fake_channel_promise (house->line, NULL);
  send_file (house, "a", "file", NULL);
  for (int hour = 0; hour < 7 * 24; hour++)
    fake_house_later (3600);
  assert_media (house, 1, "waiting", "the line is busy");
  for (int hour = 0; hour < 7; hour++)
    fake_house_later (3600);
  assert_media (house, 1, "gone", "the line is busy");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM agenda"), ==, 0);
}

static void
test_outlives (FakeHouse *house, gconstpointer data)
{
  fake_channel_promise (house->line, NULL);
  send_file (house, "a", "file", NULL);
  fake_house_restart (house);
  assert_asked (house, "");
  fake_channel_promise (house->line, "picture");
  fake_house_later (10);
  assert_media (house, 1, "here", NULL);
}

static void
test_line_off (FakeHouse *house, gconstpointer data)
{
  g_autofree char *off = NULL, *on = NULL;

  fake_channel_promise (house->line, NULL);
  send_file (house, "a", "file", NULL);
  off = fake_house_save (house, "channel", "CH2", "{'active': <false>}");
  fake_house_later (60);
  assert_media (house, 1, "waiting", "the line is busy");
  on = fake_house_save (house, "channel", "CH2", "{'active': <true>}");
  house->line = FAKE_CHANNEL (kontor_lines_find (house->house->lines, "CH2"));
  fake_channel_promise (house->line, "picture");
  fake_house_settle ();
  assert_media (house, 1, "here", NULL);
}

static void
test_twice_is_once (FakeHouse *house, gconstpointer data)
{
  fake_channel_promise (house->line, "picture");
  send_file (house, "a", "file", NULL);
  send_file (house, "a", "file", NULL);
  assert_asked (house, "file");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM media"), ==, 1);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static KontorMedia *
import (FakeHouse *house, const char *name, const char *content, GError **error)
{
  g_autofree char *path = g_build_filename (house->folder, name, NULL);
  g_autoptr(GAsyncResult) result = NULL;

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));
  kontor_media_import_async (house->folder, path, NULL, on_imported, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return kontor_media_import_finish (result, error);
}

static void
test_import (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorMedia) media = import (house, "offer.txt", "An offer", &error);
  g_autoptr(KontorMedia) again = import (house, "copy.txt", "An offer", NULL);
  g_autofree char *content = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (media->name, ==, "offer.txt");
  g_assert_cmpstr (media->mime, ==, "text/plain");
  g_assert_cmpint (media->size, ==, 8);
  g_assert_true (g_file_get_contents (media->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "An offer");
  g_assert_cmpstr (again->path, ==, media->path);
  g_assert_cmpstr (again->name, ==, "copy.txt");
  g_assert_cmpuint (count_kept (house), ==, 1);
}

static void
test_not_imported (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) empty = NULL, missing = NULL;

  g_assert_null (import (house, "empty.txt", "", &empty));
  g_assert_error (empty, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_null (import (house, "missing.txt", NULL, &missing));
  g_assert_error (missing, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_cmpuint (count_kept (house), ==, 0);
}

static void
test_sent (FakeHouse *house, gconstpointer data)
{
  gint64 conversation = fake_house_converse (house, FAKE_ANA), id;
  g_autoptr(KontorMedia) media = import (house, "offer.txt", "An offer", NULL);
  g_autoptr(KontorMedia) kept = NULL;
  g_autoptr(GError) error = NULL;

  id = kontor_outbox_say_draft (house->store, &fake_owner, conversation,
                                &(KontorDraft) { .kind = "document", .media = media }, 0, &error);
  g_assert_no_error (error);
  fake_house_settle ();
  fake_house_assert_state (house, id, "sent");
  assert_media (house, id, "here", NULL);
  assert_asked (house, "");
  kept = kontor_media_get (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->sha256, ==, media->sha256);
  g_assert_cmpstr (kept->name, ==, "offer.txt");
}

static void
test_kinds (FakeHouse *house, gconstpointer data)
{
  static const char *const kinds[][2] = {
    { "image/png", "image" }, { "image/webp", "sticker" }, { "video/mp4", "video" },
    { "audio/ogg; codecs=opus", "audio" }, { "application/pdf", "document" },
    { "image/svg+xml", "document" }, { "", "document" }, { NULL, "document" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpstr (kontor_media_kind_of (kinds[i][0]), ==, kinds[i][1]);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/media/a-file-is-brought-and-lies-under-its-checksum", test_brought },
    { "/media/the-same-file-lies-there-once", test_once },
    { "/media/what-cannot-be-brought-now-is-tried-again-ever-more-slowly", test_again },
    { "/media/what-the-line-no-longer-has-is-gone", test_gone },
    { "/media/after-a-week-it-is-given-up", test_gives_up },
    { "/media/what-is-to-come-outlives-a-restart", test_outlives },
    { "/media/a-line-switched-off-is-asked-when-it-is-back", test_line_off },
    { "/media/a-message-that-comes-twice-brings-its-file-once", test_twice_is_once },
    { "/media/a-file-of-the-owners-is-copied-once", test_import },
    { "/media/what-is-empty-or-missing-is-not-taken", test_not_imported },
    { "/media/a-file-that-is-sent-is-here-already", test_sent },
    { "/media/a-type-says-how-a-file-is-sent", test_kinds },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
