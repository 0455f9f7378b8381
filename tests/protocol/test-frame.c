/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/frame.h"

#include <string.h>

#include "tests/protocol/hex.h"

static void
feed (KontorFrames *frames, const char *hex)
{
  g_autoptr(GBytes) bytes = hex_bytes (hex);
  g_autoptr(GError) error = NULL;

  g_assert_true (kontor_frames_feed (frames, bytes, &error));
  g_assert_no_error (error);
}

static void
assert_next (KontorFrames *frames, const char *hex)
{
  g_autoptr(GBytes) frame = kontor_frames_next (frames);
  g_autoptr(GBytes) expected = hex != NULL ? hex_bytes (hex) : NULL;

  g_assert_true ((frame == NULL) == (expected == NULL));
  g_assert_true (frame == NULL || g_bytes_equal (frame, expected));
}

static void
test_one_message_may_hold_several_frames (void)
{
  g_autoptr(KontorFrames) frames = kontor_frames_new ();

  feed (frames, "000002aabb000000000001cc");
  assert_next (frames, "aabb");
  assert_next (frames, "");
  assert_next (frames, "cc");
  assert_next (frames, NULL);
}

static void
test_a_frame_may_come_in_pieces_of_a_byte (void)
{
  g_autoptr(KontorFrames) frames = kontor_frames_new ();
  const char *bytes[] = { "00", "00", "03", "01", "02" };

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    {
      feed (frames, bytes[i]);
      assert_next (frames, NULL);
    }
  feed (frames, "03000001ff");
  assert_next (frames, "010203");
  assert_next (frames, "ff");
}

static void
test_the_header_comes_first_and_the_routing_before_it (void)
{
  g_autoptr(GBytes) routing = hex_bytes ("0102030405");
  g_autoptr(GBytes) plain = kontor_frame_write_start (NULL);
  g_autoptr(GBytes) routed = kontor_frame_write_start (routing);
  g_autoptr(GBytes) header = hex_bytes ("57410603");
  g_autoptr(GBytes) expected = hex_bytes ("45440001" "000005" "0102030405" "57410603");

  g_assert_true (g_bytes_equal (plain, header));
  g_assert_true (g_bytes_equal (routed, expected));
  g_assert_true (g_bytes_equal (kontor_frame_get_header (), header));
}

static GBytes *
zeros (gsize size)
{
  return g_bytes_new_take (g_malloc0 (size), size);
}

static void
test_the_longest_frame_goes_and_a_longer_one_is_refused (void)
{
  g_autoptr(GBytes) longest = zeros (KONTOR_FRAME_MAX_SIZE);
  g_autoptr(GBytes) longer = zeros (KONTOR_FRAME_MAX_SIZE + 1);
  g_autoptr(GBytes) framed = NULL, refused = NULL, back = NULL;
  g_autoptr(KontorFrames) frames = kontor_frames_new ();
  g_autoptr(GError) error = NULL;

  framed = kontor_frame_write (longest, &error);
  g_assert_no_error (error);
  g_assert_true (kontor_frames_feed (frames, framed, &error));
  back = kontor_frames_next (frames);
  g_assert_true (g_bytes_equal (back, longest));
  refused = kontor_frame_write (longer, &error);
  g_assert_null (refused);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

static void
test_17_mib_at_once_are_refused (void)
{
  g_autoptr(GBytes) much = zeros (17 * 1024 * 1024);
  g_autoptr(KontorFrames) frames = kontor_frames_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (kontor_frames_feed (frames, much, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  assert_next (frames, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame/one-message-may-hold-several-frames",
                   test_one_message_may_hold_several_frames);
  g_test_add_func ("/frame/a-frame-may-come-in-pieces-of-a-byte",
                   test_a_frame_may_come_in_pieces_of_a_byte);
  g_test_add_func ("/frame/the-header-comes-first-and-the-routing-before-it",
                   test_the_header_comes_first_and_the_routing_before_it);
  g_test_add_func ("/frame/the-longest-frame-goes-and-a-longer-one-is-refused",
                   test_the_longest_frame_goes_and_a_longer_one_is_refused);
  g_test_add_func ("/frame/17-mib-at-once-are-refused", test_17_mib_at_once_are_refused);

  return g_test_run ();
}
