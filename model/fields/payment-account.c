/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payment-account.c — an account at a payment gateway; its keys are its own fields, which the
 * gateway names. Mode, state and reason are what the gateway said of the keys. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "gateway", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Gateway") },
  { "active", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Active") },
  { "currency", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Only for this currency"),
    .of = "currency", .check = "[A-Z]{3}" },
  { "deposit", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Deposit, in percent") },
  { "expiry", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN, N_("Links can be paid for") },
  { "poll", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN, N_("Look for payments every") },
  { "port", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Port of the webhook") },
  { "public-url", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Public address of the webhook") },
  { "message", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Text with a link") },
  { "receipt", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Text of a receipt") },
  { "mode", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Mode"), .choices = "test|live" },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"),
    .choices = "unchecked|working|refused" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_READ_ONLY, N_("Reason") },
  { "checked", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Checked") },
  { NULL }
};

const KontorKind kontor_payment_account_kind = {
  .name = "payment-account",
  .title = N_("Payment account"),
  .plural = N_("Payment accounts"),
  .prefix = "PA",
  .label = "name",
  .has_own = TRUE,
  .fields = fields,
};
