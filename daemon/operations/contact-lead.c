/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact-lead.c — somebody talks with the customer, and owns the enquiry from then on. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "lead", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Lead"), .of = "lead" },
  { NULL }
};

static GVariant *
contact (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) written = NULL;

  if (g_str_equal (actor->kind, "teammate"))
    g_variant_dict_insert (&changes, "owner", "s", actor->id);
  written = g_variant_ref_sink (g_variant_dict_end (&changes));

  return kontor_states_move (&kontor_lead_states, store, actor,
                             kontor_record_get_text (arguments, "lead"), "contact-lead",
                             written, NULL, error);
}

const KontorAction kontor_contact_lead_action = {
  .name = "contact-lead",
  .title = N_("Contacted"),
  .of = "lead",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = contact,
};
