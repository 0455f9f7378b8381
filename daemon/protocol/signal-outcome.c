/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-outcome.c — the numbers of retry receipts are those of WhatsApp Web, as zapo-js 0.3.0
 * (retry/constants) and whatsmeow list them. */
#include "protocol/signal-outcome.h"

#include "model/error.h"

static const struct {
  const char *name;
  int         retry;
  KontorError code;
  const char *words;
} outcomes[KONTOR_SIGNAL_N_OUTCOMES] = {
  [KONTOR_SIGNAL_FINE] = { "fine", -1 },
  [KONTOR_SIGNAL_DUPLICATE] = { "duplicate", -1, KONTOR_ERROR_NOT_ALLOWED,
    "this message was decrypted before" },
  [KONTOR_SIGNAL_NO_SESSION] = { "no-session", 1, KONTOR_ERROR_NOT_FOUND,
    "there is no session with this device, or no sender key of it" },
  [KONTOR_SIGNAL_INVALID_KEY] = { "invalid-key", 2, KONTOR_ERROR_BAD_INPUT,
    "a key is none, or is not signed by its owner" },
  [KONTOR_SIGNAL_INVALID_KEY_ID] = { "invalid-key-id", 3, KONTOR_ERROR_NOT_FOUND,
    "the message needs a prekey that is not here any more" },
  [KONTOR_SIGNAL_MALFORMED] = { "malformed", 4, KONTOR_ERROR_BAD_INPUT,
    "this is no encrypted message" },
  [KONTOR_SIGNAL_BAD_MAC] = { "bad-mac", 7, KONTOR_ERROR_BAD_INPUT,
    "the message was changed, or is not for the session that is here" },
  [KONTOR_SIGNAL_GAP] = { "gap", 6, KONTOR_ERROR_BAD_INPUT,
    "more than 2000 messages before this one are missing" },
  [KONTOR_SIGNAL_UNTRUSTED] = { "untrusted", 2, KONTOR_ERROR_NOT_ALLOWED,
    "the device has another identity than before" },
  [KONTOR_SIGNAL_NOT_STORED] = { "not-stored", -1, KONTOR_ERROR_TRY_LATER,
    "keys could not be read or kept" },
  [KONTOR_SIGNAL_FAILED] = { "failed", 0, KONTOR_ERROR_FAILED,
    "the message cannot be encrypted or decrypted" },
};

const char *
kontor_signal_outcome_get_name (KontorSignalOutcome outcome)
{
  return outcomes[outcome].name;
}

int
kontor_signal_outcome_get_retry (KontorSignalOutcome outcome)
{
  return outcomes[outcome].retry;
}

KontorSignalOutcome
kontor_signal_outcome_fail (KontorSignalOutcome outcome, GError **error)
{
  if (outcome != KONTOR_SIGNAL_FINE)
    g_set_error_literal (error, KONTOR_ERROR, outcomes[outcome].code, outcomes[outcome].words);

  return outcome;
}
