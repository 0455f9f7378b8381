/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reopen-lead.c — the customer is back. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "lead", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Lead"), .of = "lead" },
  { NULL }
};

static GVariant *
reopen (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_states_move (&kontor_lead_states, store, actor,
                             kontor_record_get_text (arguments, "lead"), "reopen-lead",
                             NULL, NULL, error);
}

const KontorAction kontor_reopen_lead_action = {
  .name = "reopen-lead",
  .title = N_("Reopen"),
  .of = "lead",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = reopen,
};
