/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as what stood inside of an encrypted message, from our devices and from others: an
 * error, or texts that can be kept and shown. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "model/json.h"
#include "protocol/content.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_message (const KontorMessage *message)
{
  g_assert_nonnull (message->kind);
  check_text (message->text);
  check_text (message->about);
  if (message->body != NULL)
    {
      g_autoptr(JsonNode) root = kontor_json_parse (message->body, strlen (message->body), NULL);

      g_assert_true (root != NULL && JSON_NODE_HOLDS_OBJECT (root));
    }
  if (message->media != NULL)
    {
      g_assert_cmpuint (strlen (message->media->sha256), ==, 64);
      g_assert_true (message->media->name == NULL || strchr (message->media->name, '/') == NULL);
    }
}

static void
check (GBytes *bytes, gboolean own)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorContent) content = kontor_content_read (bytes, own, &error);
  gboolean has_message;

  g_assert_true ((content == NULL) == (error != NULL));
  if (content == NULL)
    return;
  has_message = content->kind == KONTOR_CONTENT_SAID || content->kind == KONTOR_CONTENT_EDIT;
  g_assert_true (has_message == (content->message != NULL));
  g_assert_true (own || content->sent_to == NULL);
  check_text (content->target.id);
  check_text (content->target.chat);
  check_text (content->target.author);
  check_text (content->sent_to);
  check_text (content->group);
  if (has_message)
    check_message (content->message);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  check (bytes, FALSE);
  check (bytes, TRUE);

  return 0;
}
