/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-codes.h — what Meta's error codes mean for us: one table. Pure.
 *
 * Handling builds on the code alone: Meta documents neither HTTP statuses nor titles as stable
 * (developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes).
 */
#pragma once

#include "channels/channel.h"
#include "model/tree.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_CLOUD_TRANSIENT,      /* again, with growing waits */
  KONTOR_CLOUD_CALL_LIMIT,     /* the app or account has asked too often: minutes */
  KONTOR_CLOUD_LINE_LIMIT,     /* this number says too much at once */
  KONTOR_CLOUD_CONTACT_LIMIT,  /* this contact was written to too often; others may go on */
  KONTOR_CLOUD_NOT_TODAY,      /* not before a day has passed */
  KONTOR_CLOUD_WINDOW,         /* more than 24 hours since the contact wrote: a template may go */
  KONTOR_CLOUD_NEVER,          /* this message to this contact: never */
  KONTOR_CLOUD_TEMPLATE,       /* the template is at fault */
  KONTOR_CLOUD_SIGNED_OUT,     /* the token is not good: stop the line */
  KONTOR_CLOUD_REFUSED,        /* a permission is missing: stop the line */
  KONTOR_CLOUD_STOPPED,        /* account, payment, registration or a ban: stop the line */
} KontorCloudOutcome;

/* What to do about @code; @http: the status, which decides where the code is not known. */
KontorCloudOutcome kontor_cloud_code_outcome (gint64 code, guint http);

/* (transfer full): words for the owner, from an "errors" list of a webhook, which may be NULL. */
char     *kontor_cloud_code_describe (const KontorTree *errors);

/* Reads an answer that is no success. Sets @error with the code that says what the caller can do,
 * and @setback; @retry_after_s: as the answer's header said, 0 for none. */
void      kontor_cloud_code_fail     (const char *bytes, gsize size, guint http,
                                      gint64 retry_after_s, KontorSetback *setback,
                                      GError **error);

G_END_DECLS
