/* SPDX-License-Identifier: GPL-3.0-or-later */
/* practice.h — the line without an outside: somebody here plays the customer. */
#pragma once

#include "channels/channel.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_PRACTICE (kontor_practice_get_type ())
G_DECLARE_FINAL_TYPE (KontorPractice, kontor_practice, KONTOR, PRACTICE, KontorChannel)

/* The customer says @message (transfer full). @kept: as in KontorBatch. */
void kontor_practice_say (KontorPractice *self, KontorMessage *message,
                          void (*kept) (gboolean kept, gpointer data), gpointer data);

G_END_DECLS
