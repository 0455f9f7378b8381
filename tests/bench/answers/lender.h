/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lender.h — a server in a process of its own that speaks as OpenAI does: each question first has a
 * tool called, then is answered word by word. */
#pragma once

#include <gio/gio.h>

/* Serves for ever; tells its port on standard output. */
int         lender_serve (void);
/* (transfer full): @program serves as one, until it is freed by force. *port: (out). */
GSubprocess *lender_start (const char *program, guint *port);
