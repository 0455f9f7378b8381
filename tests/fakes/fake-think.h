/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake-think.h — a model that the test plays: what it was asked waits for an answer. Link
 * fake-think.c with the test: its own takes the place of the daemon's. */
#pragma once

#include "assistant/think.h"

G_BEGIN_DECLS

/* The texts that wait for an answer, the first first, separated by "|". Lent until the next. */
const char *fake_think_get_asked (void);
/* The first of them is answered so. @reply: (nullable): it is for people. @doubt: (nullable).
 * @call: (nullable): the ai-call it came from. */
void        fake_think_answer    (const char *reply, const char *doubt, const char *call);
/* The same, and it is also done: the action is written to the audit log. */
void        fake_think_do        (const char *action, const char *reply);
/* All providers fail. */
void        fake_think_fail      (void);

G_END_DECLS
