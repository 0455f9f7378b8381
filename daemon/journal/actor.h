/* SPDX-License-Identifier: GPL-3.0-or-later */
/* actor.h — who acts, and as what. Roles are a set, not a ladder: sales, field staff and sellers
 * are not above one another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KONTOR_ROLE_NONE       = 0,
  KONTOR_ROLE_CUSTOMER   = 1 << 0,
  KONTOR_ROLE_SELLER     = 1 << 1,
  KONTOR_ROLE_FIELD      = 1 << 2,
  KONTOR_ROLE_SALES      = 1 << 3,
  KONTOR_ROLE_OPERATIONS = 1 << 4,
  KONTOR_ROLE_MANAGER    = 1 << 5,
} KontorRoles;

#define KONTOR_ROLES_OFFICE (KONTOR_ROLE_SALES | KONTOR_ROLE_OPERATIONS | KONTOR_ROLE_MANAGER)
#define KONTOR_ROLES_STAFF  (KONTOR_ROLES_OFFICE | KONTOR_ROLE_FIELD | KONTOR_ROLE_SELLER)

/**
 * KontorActor:
 * @kind: "customer", "teammate", "assistant", "flow", "api-key", "phone" (the owner, on
 *   another device of a channel) or "system"
 * @id: which one, as "TM1"; NULL for the system
 * @roles: a customer's where the assistant or a flow acts for one
 * @contact: (nullable): whose things are its own
 */
typedef struct {
  const char  *kind;
  const char  *id;
  KontorRoles  roles;
  const char  *contact;
} KontorActor;

/* The daemon itself: may do everything. */
extern const KontorActor kontor_actor_system;

/* (transfer full): "teammate:TM1" */
char *kontor_actor_dup_name (const KontorActor *actor);

G_END_DECLS
