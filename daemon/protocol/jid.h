/* SPDX-License-Identifier: GPL-3.0-or-later */
/* jid.h — the addresses of the linked-device protocol: user, device and server, as
 * "4915100000001:12@s.whatsapp.net". Device 0 is the phone and is not written. A server alone is
 * an address as well.
 *
 * Facts (whatsmeow types/jid.go, Baileys WABinary/jid-utils.js): accounts by phone are at
 * s.whatsapp.net, without one at lid, devices that Meta hosts at hosted and hosted.lid; these
 * four have numbers on the wire. msgr is Messenger; interop is other services', with the number
 * of the integrator before the user.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KONTOR_JID_SERVER "s.whatsapp.net"

typedef struct {
  char *user;        /* "" for a server alone */
  guint device;
  char *server;
} KontorJid;

/* (transfer full); NULL where @text is no address: a user without ':' and '@', a device up to
 * 65535. */
KontorJid *kontor_jid_parse    (const char *text);
void       kontor_jid_free     (KontorJid *jid);
/* (transfer full) */
char      *kontor_jid_make     (const char *user, guint device, const char *server);

/* The number of a server whose users have devices: FALSE for the others. */
gboolean    kontor_jid_find_domain (const char *server, guint8 *domain);
/* Lent; NULL for a number that no server has. */
const char *kontor_jid_get_domain  (guint8 domain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorJid, kontor_jid_free)

G_END_DECLS
