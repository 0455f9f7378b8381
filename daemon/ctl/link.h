/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link.h — linking a channel with a phone, from the terminal. */
#pragma once

#include "ctl/command.h"

G_BEGIN_DECLS

/* Shows what the phone is to read, or with @by_letters to be told, until the channel is linked. */
gboolean kontor_ctl_link_wait (KontorCtl *ctl, const char *id, gboolean by_letters,
                               GError **error);
/* (transfer full): @text as a QR code for a terminal, line by line. */
char    *kontor_ctl_link_draw (const char *text);

G_END_DECLS
