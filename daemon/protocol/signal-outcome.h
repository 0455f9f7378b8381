/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-outcome.h — what may come of an operation of signal.h. To add one: its line here and in
 * the table in signal-outcome.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KONTOR_SIGNAL_FINE,
  KONTOR_SIGNAL_DUPLICATE,       /* was decrypted before: acknowledge it, and nothing else */
  KONTOR_SIGNAL_NO_SESSION,      /* or no sender key of that id */
  KONTOR_SIGNAL_INVALID_KEY,
  KONTOR_SIGNAL_INVALID_KEY_ID,  /* a prekey that is not there (any more) */
  KONTOR_SIGNAL_MALFORMED,       /* is no message of that kind at all */
  KONTOR_SIGNAL_BAD_MAC,         /* or a bad signature in a group */
  KONTOR_SIGNAL_GAP,             /* more than 2,000 messages ahead of what was last seen */
  KONTOR_SIGNAL_UNTRUSTED,       /* the identity is not the one known: tell people, forget, again */
  KONTOR_SIGNAL_NOT_STORED,      /* the store failed: nothing happened, and it may be tried again */
  KONTOR_SIGNAL_FAILED,
  KONTOR_SIGNAL_N_OUTCOMES
} KontorSignalOutcome;

const char *kontor_signal_outcome_get_name  (KontorSignalOutcome outcome);
/* What a retry receipt says as its "error"; -1 where none is to be sent. */
int         kontor_signal_outcome_get_retry (KontorSignalOutcome outcome);
/* Sets @error to what it is in words, and gives @outcome back. */
KontorSignalOutcome kontor_signal_outcome_fail (KontorSignalOutcome outcome, GError **error);

G_END_DECLS
