/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-read.h — webhooks of the WhatsApp Cloud API, from bytes to what the inbox keeps. Pure.
 *
 * Facts: developers.facebook.com/docs/whatsapp/cloud-api/webhooks (components, status, usernames
 * and business-scoped user ids). To add a type of message: its line in the table in
 * cloud-read-message.c. What is not known is kept whole, as "unsupported".
 */
#pragma once

#include "model/message.h"
#include "model/tree.h"

G_BEGIN_DECLS

/* What one change brought for one number. */
typedef struct {
  char      *number;    /* (nullable): the phone number id; NULL where the account is meant */
  GPtrArray *messages;  /* of KontorMessage */
  GPtrArray *receipts;  /* of KontorReceipt */
  GPtrArray *notices;   /* of KontorNotice */
} KontorCloudPart;

void       kontor_cloud_part_free (KontorCloudPart *part);

/* (transfer full): of KontorCloudPart, in order, all entries and changes of the body. BAD_INPUT
 * for what is no webhook at all; a message that cannot be understood is no error.
 * *skipped: (out): how many items had no sender or id that could be read and are left out. */
GPtrArray *kontor_cloud_read (const char *bytes, gsize size, guint *skipped, GError **error);

/* For cloud-read.c: one element of "messages". NULL: nobody sent it. */
KontorMessage *kontor_cloud_read_message (const KontorTree *message, const KontorTree *contacts);

/* (transfer full) (nullable): "+" and the digits; NULL for what is no number. */
char      *kontor_cloud_read_phone (const char *digits);

G_END_DECLS
