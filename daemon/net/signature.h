/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signature.h — whether what came was signed by who shares a secret with us. Over the raw bytes, as
 * received, and in constant time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @hex is the HMAC-SHA-256 (RFC 2104) of @bytes under @secret, 64 hexadecimal digits.
 * FALSE for NULL and for anything else. */
gboolean kontor_signature_is_right (const char *secret, GBytes *bytes, const char *hex);

/* Whether two secrets are the same; the time it takes tells only their lengths. */
gboolean kontor_signature_is_same  (const char *secret, const char *given);

G_END_DECLS
