/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-body.h — webhooks as Meta builds them, around what a test is about. */
#pragma once

#include <string.h>

#include "channels/cloud-read.h"

#define CLOUD_METADATA \
  "\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"15550100001\"," \
  "\"phone_number_id\":\"106540352242922\"}"

/* (transfer full): a body with one change of @field. */
static inline char *
cloud_body (const char *field, const char *value)
{
  return g_strdup_printf ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":"
                          "\"102290129340398\",\"changes\":[{\"value\":{%s},\"field\":\"%s\"}]}]}",
                          value, field);
}

/* (transfer full): the parts of a body that must be read. */
static inline GPtrArray *
cloud_read (const char *body, guint skipped)
{
  g_autoptr(GError) error = NULL;
  guint found = G_MAXUINT;
  GPtrArray *parts = kontor_cloud_read (body, strlen (body), &found, &error);

  g_assert_no_error (error);
  g_assert_nonnull (parts);
  g_assert_cmpuint (found, ==, skipped);

  return parts;
}

/* (transfer full): the parts of a body whose one change holds @value of a number. */
static inline GPtrArray *
cloud_read_value (const char *value, guint skipped)
{
  g_autofree char *whole = g_strdup_printf (CLOUD_METADATA ",%s", value);
  g_autofree char *body = cloud_body ("messages", whole);
  GPtrArray *parts = cloud_read (body, skipped);

  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpstr (((KontorCloudPart *) parts->pdata[0])->number, ==, "106540352242922");

  return parts;
}

/* (transfer full): the parts of a body with one message from a contact; the message is lent. */
static inline GPtrArray *
cloud_read_message (const char *members, KontorMessage **message)
{
  g_autofree char *value = g_strdup_printf (
    "\"contacts\":[{\"profile\":{\"name\":\"Mina Torres\"},\"wa_id\":\"971500000002\"}],"
    "\"messages\":[{\"from\":\"971500000002\",\"id\":\"wamid.A1\",\"timestamp\":"
    "\"1794000000\",%s}]", members);
  GPtrArray *parts = cloud_read_value (value, 0);
  KontorCloudPart *part = parts->pdata[0];

  g_assert_cmpuint (part->messages->len, ==, 1);
  g_assert_cmpuint (part->receipts->len, ==, 0);
  *message = part->messages->pdata[0];

  return parts;
}
