/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lender.h — a server in a process of its own that speaks as OpenAI does: each question first has a
 * tool called, then is answered word by word. */
#pragma once

#include <gio/gio.h>

/* Serves until nobody holds the other end of its standard input; tells its port on the output. */
int         lender_serve (void);
/* (transfer full): @program serves as one, until it is freed by force or the caller ends. *port:
 * (out). */
GSubprocess *lender_start (const char *program, guint *port);
