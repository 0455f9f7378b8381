/* SPDX-License-Identifier: GPL-3.0-or-later */
/* log.h — what the process says goes out redacted, whoever says it and however.
 *
 * Just log with g_message (), g_warning (), g_debug () and a G_LOG_DOMAIN that is the folder's
 * name: numbers, addresses, keys and tokens are taken out on the way to the journal or stderr.
 * It does not know names or what customers wrote: do not log those. It keeps and sends nothing.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on everything logged through GLib passes the redaction. Once per process, first thing
 * in main (); again is harmless. */
void  kontor_log_install (void);

/* @text without what tells who: phone-like numbers become [number], JIDs [jid], e-mail addresses
 * [email], tokens, keys and what follows `password=` and the like [secret]. Dates, times, amounts,
 * ids as BK000001 and numbers below seven digits stay. Any bytes may come in; valid UTF-8 of one
 * line without control characters goes out, at most about 8 KiB of it. Free with g_free (). */
char *kontor_log_redact  (const char *text);

G_END_DECLS
