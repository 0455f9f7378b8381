/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/actor.h"

const KontorActor kontor_actor_system = {
  "system", NULL, KONTOR_ROLES_STAFF | KONTOR_ROLE_CUSTOMER, NULL
};

char *
kontor_actor_dup_name (const KontorActor *actor)
{
  return actor->id != NULL ? g_strconcat (actor->kind, ":", actor->id, NULL)
                           : g_strdup (actor->kind);
}
