/* SPDX-License-Identifier: GPL-3.0-or-later */
/* groups.h — asking the server about groups, and what it says of one: how it is called and who is
 * in it. Pure; questions have no id yet.
 *
 * Facts: wa-wire iq.json "w:g2", whatsmeow group.go, Baileys 7.0.0-rc14 Socket/groups.js: members
 * are addressed by LID or by phone number, as "addressing_mode" says, with the other beside.
 */
#pragma once

#include "protocol/node.h"

G_BEGIN_DECLS

#define KONTOR_GROUP_SERVER "g.us"

/* A member, as the group addresses it. */
typedef struct {
  char *address;  /* without device */
  char *other;    /* (nullable): the same by phone number, or by LID */
} KontorWireMember;

typedef struct {
  char      *address;
  char      *subject;  /* (nullable) */
  gboolean   by_lid;   /* members are addressed by LID, else by phone number */
  GPtrArray *members;  /* of KontorWireMember */
} KontorWireGroup;

KontorWireGroup *kontor_wire_group_new  (const char *address);
void             kontor_wire_group_free (KontorWireGroup *group);
/* @other: (nullable) */
void             kontor_wire_group_add  (KontorWireGroup *group, const char *address,
                                         const char *other);

/* Whether @address is a group's. */
gboolean         kontor_groups_is_one   (const char *address);

/* (transfer full): about one, or about all that we are in. */
KontorNode      *kontor_groups_write_query (const char *address);
KontorNode      *kontor_groups_write_all   (void);
/* (transfer full): of KontorWireGroup: every group in @node, which is an answer or a notification.
 * One without id or with too many members is left out. */
GPtrArray       *kontor_groups_read     (const KontorNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorWireGroup, kontor_wire_group_free)

G_END_DECLS
