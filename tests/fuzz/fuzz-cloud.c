/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a webhook: an error, or parts that can be stored and read again. */
#include <string.h>

#include "channels/cloud-read.h"
#include "model/json.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_body (const char *body)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = kontor_json_parse (body, strlen (body), &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
}

static void
check_person (const KontorPerson *person)
{
  const char *digits = person->phone != NULL ? person->phone + 1 : NULL;

  g_assert_true (person->phone != NULL || person->user_id != NULL);
  g_assert_true (digits == NULL || strspn (digits, "0123456789") == strlen (digits));
  g_assert_true (person->user_id == NULL || *person->user_id != '\0');
  check_text (person->user_id);
  check_text (person->name);
}

static void
check_media (const KontorMedia *media)
{
  g_assert_true (media->remote != NULL && *media->remote != '\0');
  g_assert_true (media->size >= -1);
  g_assert_true (media->sha256 == NULL || strlen (media->sha256) == 64);
  g_assert_true (media->name == NULL || strchr (media->name, '/') == NULL);
  g_assert_null (media->path);
  check_text (media->name);
  check_text (media->mime);
}

static void
check_message (const KontorMessage *message)
{
  g_assert_true (message->external_id != NULL && *message->external_id != '\0');
  g_assert_true (message->kind != NULL && message->said_at_us >= 0);
  check_person (message->person);
  if (message->person->was != NULL)
    check_person (message->person->was);
  check_text (message->external_id);
  check_text (message->text);
  check_text (message->about);
  if (message->body != NULL)
    check_body (message->body);
  if (message->media != NULL)
    check_media (message->media);
}

static void
check_receipt (const KontorReceipt *receipt)
{
  g_assert_true (*receipt->external_id != '\0');
  g_assert_true (g_str_equal (receipt->state, "failed") || !receipt->window_over);
  g_assert_true (g_str_equal (receipt->state, "failed") == (receipt->reason != NULL));
  check_text (receipt->reason);
  check_text (receipt->token);
  check_text (receipt->cost);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(GError) error = NULL;
  guint skipped;
  g_autoptr(GPtrArray) parts =
    kontor_cloud_read ((const char *) data, size, &skipped, &error);

  g_assert_true ((parts == NULL) == (error != NULL));
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      KontorCloudPart *part = parts->pdata[i];

      check_text (part->number);
      for (guint j = 0; j < part->messages->len; j++)
        check_message (part->messages->pdata[j]);
      for (guint j = 0; j < part->receipts->len; j++)
        check_receipt (part->receipts->pdata[j]);
      for (guint j = 0; j < part->notices->len; j++)
        check_body (((KontorNotice *) part->notices->pdata[j])->body);
    }

  return 0;
}
