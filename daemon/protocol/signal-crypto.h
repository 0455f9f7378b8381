/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-crypto.h — for the files of protocol/ that call libsignal-protocol-c: its one context with
 * OpenSSL's primitives behind it, and its buffers as ours. */
#pragma once

#include <glib.h>
#include <signal/signal_protocol_types.h>

G_BEGIN_DECLS

/* What stands before a public key where its type is told: Curve25519. */
#define KONTOR_KEY_TYPE 5

/* Made at the first call, kept for good; of the main thread. */
signal_context *kontor_signal_context_get (void);

/* (transfer full): @buffer is taken, and wiped when the last reference goes. */
GBytes         *kontor_signal_take_buffer (signal_buffer *buffer);
/* (transfer full): a copy */
signal_buffer  *kontor_signal_make_buffer (GBytes *bytes);

G_END_DECLS
