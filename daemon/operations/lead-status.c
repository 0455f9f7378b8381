/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lead-status.c — how an enquiry stands, for those who may see it. */
#include "journal/action.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "lead", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Lead"), .of = "lead" },
  { NULL }
};

static GVariant *
status (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_records_get (store, kontor_kind_find ("lead"),
                             kontor_record_get_text (arguments, "lead"), error);
}

const KontorAction kontor_lead_status_action = {
  .name = "lead-status",
  .title = N_("Status"),
  .of = "lead",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = status,
};
