/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usync.h — asking the server which devices a user has, and by which LID it is known. Pure; the
 * question has no id yet.
 *
 * Facts: wa-wire iq.json "usync", whatsmeow user.go, Baileys 7.0.0-rc14 WAUSync: protocols stand in
 * "query", users in "list"; devices have the version 2. What is asked for a phone number is
 * answered for it, with its LID besides.
 */
#pragma once

#include "protocol/node.h"

G_BEGIN_DECLS

/* What the server says of one user. */
typedef struct {
  char   *user;     /* address without device, as it was asked for */
  char   *lid;      /* (nullable): address without device */
  char   *phone;    /* (nullable): the same by phone number, where it was asked for by LID */
  GArray *devices;  /* guint; empty: there is no such user */
} KontorWireUser;

void        kontor_wire_user_free (KontorWireUser *user);

/* (transfer full). @users: NULL-terminated, addresses without device */
KontorNode *kontor_usync_write    (const char *const *users);
/* (transfer full): of KontorWireUser. BAD_INPUT for what is no answer to that question. */
GPtrArray  *kontor_usync_read     (const KontorNode *answer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorWireUser, kontor_wire_user_free)

G_END_DECLS
