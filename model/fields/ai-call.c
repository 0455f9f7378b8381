/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ai-call.c — that a model was asked: whom, for what, what it cost and what became of it; never
 * what was said. Which of them left this computer is the proof of the switch that forbids it. */
#include "model/record.h"

static const KontorField fields[] = {
  { "at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_REQUIRED, N_("When") },
  { "provider", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Provider"), .of = "provider" },
  { "model", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Model") },
  { "address", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Address") },
  { "left", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Left this computer") },
  { "purpose", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("For") },
  { "prompt", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Prompt and version") },
  { "tokens-in", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Tokens in") },
  { "tokens-out", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Tokens out") },
  { "tokens-cached", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Of those in, known before") },
  { "estimated", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Tokens are estimated") },
  { "cost", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Cost, rounded") },
  { "cost-nano", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN,
    N_("Cost, in billionths of a minor unit") },
  { "latency-ms", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Milliseconds") },
  { "outcome", KONTOR_FIELD_CHOICE, KONTOR_FIELD_REQUIRED, N_("Outcome"),
    .choices = "answered|known|failed|cancelled" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Reason") },
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Conversation") },
  { "message", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Message") },
  { NULL }
};

const KontorKind kontor_ai_call_kind = {
  .name = "ai-call",
  .title = N_("Model call"),
  .plural = N_("Model calls"),
  .prefix = "AI",
  .label = "model",
  .flags = KONTOR_KIND_JOURNAL,
  .fields = fields,
};
