/* SPDX-License-Identifier: GPL-3.0-or-later */
/* padding.h — what surrounds a plaintext, and what names it: random padding, message ids, and the
 * hash of those a message goes to. Pure but for random numbers.
 *
 * Facts: whatsmeow send.go and Baileys Utils/generics.js pad with n bytes of the value n, n from 1
 * to 16; a message whose "enc" is of version 3 has none.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) */
GBytes *kontor_padding_add    (GBytes *plain);
/* (transfer full); BAD_INPUT where the last byte is more than is there. */
GBytes *kontor_padding_remove (GBytes *padded, GError **error);

/* (transfer full): a fresh id as web clients make them: "3EB0" and 18 hexadecimal digits */
char   *kontor_message_id_make (void);

/* (transfer full): of the devices a message goes to, as "2:" and 6 bytes in base64. The server
 * compares it with its own list. @addresses: NULL-terminated, each with user, device and server
 * as "49151@s.whatsapp.net" or "49151:3@lid"; order does not matter. */
char   *kontor_phash_make     (const char *const *addresses);

G_END_DECLS
