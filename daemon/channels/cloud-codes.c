/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/cloud-codes.h"

#include "model/error.h"

#define MINUTE_US (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
#define DAY_US (24 * 60 * MINUTE_US)

static const struct {
  gint64              from, to;
  KontorCloudOutcome  outcome;
  const char         *advice;
} codes[] = {
  { 0, 0, KONTOR_CLOUD_SIGNED_OUT, "Meta does not accept the access token; enter a new one" },
  { 1, 2, KONTOR_CLOUD_TRANSIENT, NULL },
  { 3, 3, KONTOR_CLOUD_REFUSED, "the app lacks the capability; check its permissions at Meta" },
  { 4, 4, KONTOR_CLOUD_CALL_LIMIT, NULL },
  { 10, 10, KONTOR_CLOUD_REFUSED, "the token lacks the permission whatsapp_business_messaging" },
  { 33, 33, KONTOR_CLOUD_NEVER, "the phone number was deleted at Meta" },
  { 100, 100, KONTOR_CLOUD_NEVER, "Meta does not accept the message as it is" },
  { 190, 190, KONTOR_CLOUD_SIGNED_OUT, "the access token has expired; enter a new one" },
  { 200, 299, KONTOR_CLOUD_REFUSED, "the token lacks a permission" },
  { 368, 368, KONTOR_CLOUD_STOPPED, "Meta has blocked the account for a breach of its policy" },
  { 80007, 80007, KONTOR_CLOUD_CALL_LIMIT, NULL },
  { 130403, 130403, KONTOR_CLOUD_NEVER, "this contact is blocked" },
  { 130429, 130429, KONTOR_CLOUD_LINE_LIMIT, NULL },
  { 130472, 130472, KONTOR_CLOUD_NEVER, "Meta keeps this contact out of marketing messages" },
  { 130497, 130497, KONTOR_CLOUD_STOPPED, "Meta does not let this account write to that country" },
  { 131000, 131000, KONTOR_CLOUD_TRANSIENT, NULL },
  { 131005, 131005, KONTOR_CLOUD_REFUSED, "the token lacks a permission" },
  { 131008, 131009, KONTOR_CLOUD_NEVER, "Meta does not accept the message as it is" },
  { 131016, 131016, KONTOR_CLOUD_TRANSIENT, NULL },
  { 131021, 131021, KONTOR_CLOUD_NEVER, "a number cannot write to itself" },
  { 131026, 131026, KONTOR_CLOUD_NEVER,
    "it cannot be delivered: the number is not on WhatsApp or has not accepted the terms" },
  { 131031, 131031, KONTOR_CLOUD_STOPPED, "the account is locked by Meta" },
  { 131042, 131042, KONTOR_CLOUD_STOPPED, "the payment method of the account needs attention" },
  { 131045, 131045, KONTOR_CLOUD_STOPPED, "the number is not registered; register it at Meta" },
  { 131047, 131047, KONTOR_CLOUD_WINDOW,
    "the contact wrote more than 24 hours ago; only a template may be sent" },
  { 131048, 131048, KONTOR_CLOUD_STOPPED,
    "Meta limits this number because of complaints; pause broadcasts" },
  { 131049, 131049, KONTOR_CLOUD_NOT_TODAY, "Meta holds marketing messages to this contact back" },
  { 131050, 131050, KONTOR_CLOUD_NEVER, "the contact does not want marketing messages" },
  { 131051, 131051, KONTOR_CLOUD_NEVER, "WhatsApp does not support this type of message" },
  { 131052, 131053, KONTOR_CLOUD_NEVER, "the file cannot be used; check its type and size" },
  { 131056, 131056, KONTOR_CLOUD_CONTACT_LIMIT, NULL },
  { 131057, 131057, KONTOR_CLOUD_TRANSIENT, NULL },
  { 131064, 131064, KONTOR_CLOUD_STOPPED, "Meta limits this account because of its templates" },
  { 132000, 132999, KONTOR_CLOUD_TEMPLATE, "the template does not fit; check it and its values" },
  { 133004, 133004, KONTOR_CLOUD_TRANSIENT, NULL },
  { 133005, 133016, KONTOR_CLOUD_STOPPED, "the number is not registered; register it at Meta" },
  { 135000, 135000, KONTOR_CLOUD_NEVER, "Meta does not accept the message as it is" },
  { 2388000, 2388999, KONTOR_CLOUD_TEMPLATE, "the template was not accepted" },
};

static const struct {
  KontorError          code;
  KontorSetbackScope   scope;
  gint64               wait_us;
  KontorChannelState   state;   /* of the line, where it is the line that stops */
} outcomes[] = {
  [KONTOR_CLOUD_TRANSIENT] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_MESSAGE, 0 },
  [KONTOR_CLOUD_CALL_LIMIT] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_LINE, 5 * MINUTE_US },
  [KONTOR_CLOUD_LINE_LIMIT] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_LINE, 0 },
  [KONTOR_CLOUD_CONTACT_LIMIT] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_CONTACT, 0 },
  [KONTOR_CLOUD_NOT_TODAY] = { KONTOR_ERROR_TRY_LATER, KONTOR_SETBACK_MESSAGE, DAY_US },
  [KONTOR_CLOUD_WINDOW] = { KONTOR_ERROR_NOT_ALLOWED, KONTOR_SETBACK_WINDOW, 0 },
  [KONTOR_CLOUD_NEVER] = { KONTOR_ERROR_NOT_ALLOWED, KONTOR_SETBACK_MESSAGE, 0 },
  [KONTOR_CLOUD_TEMPLATE] = { KONTOR_ERROR_NOT_ALLOWED, KONTOR_SETBACK_TEMPLATE, 0 },
  [KONTOR_CLOUD_SIGNED_OUT] = { KONTOR_ERROR_NOT_LINKED, KONTOR_SETBACK_LINE, 0,
                                KONTOR_CHANNEL_LOGGED_OUT },
  [KONTOR_CLOUD_REFUSED] = { KONTOR_ERROR_NOT_LINKED, KONTOR_SETBACK_LINE, 0,
                             KONTOR_CHANNEL_LOGGED_OUT },
  [KONTOR_CLOUD_STOPPED] = { KONTOR_ERROR_NOT_LINKED, KONTOR_SETBACK_LINE, 0,
                             KONTOR_CHANNEL_BANNED },
};

static int
find_code (gint64 code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (code >= codes[i].from && code <= codes[i].to)
      return i;

  return -1;
}

KontorCloudOutcome
kontor_cloud_code_outcome (gint64 code, guint http)
{
  int found = find_code (code);

  if (found >= 0)
    return codes[found].outcome;
  if (http == 401)
    return KONTOR_CLOUD_SIGNED_OUT;
  if (http == 403)
    return KONTOR_CLOUD_REFUSED;
  if (http == 429)
    return KONTOR_CLOUD_CALL_LIMIT;

  return http >= 400 && http < 500 ? KONTOR_CLOUD_NEVER : KONTOR_CLOUD_TRANSIENT;
}

/* Our advice first, then Meta's own words: a person may have to look the code up. */
static char *
describe (const KontorTree *error)
{
  gint64 code = kontor_tree_get_int (error, "code", -1);
  int found = find_code (code);
  const char *details =
    kontor_tree_get_text (kontor_tree_get_object (error, "error_data"), "details");
  const char *title = kontor_tree_get_text (error, "message");

  if (details == NULL)
    details = title != NULL ? title : kontor_tree_get_text (error, "title");
  if (details == NULL)
    details = "Meta gave no reason";
  if (found >= 0 && codes[found].advice != NULL)
    return g_strdup_printf ("%s (%s; %" G_GINT64_FORMAT ")", codes[found].advice, details, code);

  return code >= 0 ? g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", details, code)
                   : g_strdup (details);
}

char *
kontor_cloud_code_describe (const KontorTree *errors)
{
  return describe (kontor_tree_get_first (errors));
}

void
kontor_cloud_code_fail (const char *bytes, gsize size, guint http, gint64 retry_after_s,
                        KontorSetback *setback, GError **error)
{
  g_autoptr(KontorTree) root = kontor_tree_parse (bytes, size, NULL);
  const KontorTree *object = kontor_tree_get_object (root, "error");
  gint64 code = kontor_tree_get_int (object, "code", -1);
  KontorCloudOutcome outcome = kontor_cloud_code_outcome (code, http);
  g_autofree char *words = object != NULL ? describe (object)
    : g_strdup_printf ("the server answered with HTTP status %u", http);

  *setback = (KontorSetback) { 0 };
  if (object == NULL && http >= 500)
    {
      /* Something on the way gave up; what stands behind it may not have. */
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN, words);
      return;
    }
  *setback = (KontorSetback) {
    .scope = outcomes[outcome].scope, .wait_us = outcomes[outcome].wait_us,
    .state = outcomes[outcome].state,
  };
  if (retry_after_s > 0 && retry_after_s < G_MAXINT32)
    setback->wait_us = MAX (setback->wait_us, retry_after_s * G_USEC_PER_SEC);
  g_set_error_literal (error, KONTOR_ERROR, outcomes[outcome].code, words);
}
