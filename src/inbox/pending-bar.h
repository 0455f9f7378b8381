/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pending-bar.h — under a message that has not gone: a draft of the assistant, to be accepted,
 * edited or thrown away, or one for later, to be taken back. Its buttons are actions of the
 * thread. */
#pragma once

#include <adwaita.h>

#include "remote/remote-record.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_PENDING_BAR (kontor_pending_bar_get_type ())
G_DECLARE_FINAL_TYPE (KontorPendingBar, kontor_pending_bar, KONTOR, PENDING_BAR, AdwBin)

/* @message: (nullable): nothing is shown then, nor for one that is on its way. */
void kontor_pending_bar_set (KontorPendingBar *self, KontorRemoteRecord *message);

G_END_DECLS
