/* SPDX-License-Identifier: GPL-3.0-or-later */
/* webhook.h — made-up messages in the shape in which Meta's Cloud API brings them (Graph API v26.0,
 * webhooks, "text messages"). The same number always gives the same message. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char phone[24];   /* digits alone */
  char name[32];
  char id[64];      /* its last 16 characters are distinct and in no order */
  char text[160];
} Webhook;

void    webhook_fill        (Webhook *self, guint64 number, guint customer);
/* (transfer full): a whole POST, signed with @secret, or wrongly signed. */
GBytes *webhook_new_request (const Webhook *self, const char *path, const char *secret,
                             gboolean forged);

G_END_DECLS
