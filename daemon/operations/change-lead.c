/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change-lead.c — more is known of what the customer would like. */
#include "journal/action.h"
#include "model/error.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "lead", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Lead"), .of = "lead" },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("How many") },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { NULL }
};

static GVariant *
change (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_auto(GVariantDict) written = G_VARIANT_DICT_INIT (arguments);
  g_autoptr(GVariant) changes = NULL;

  if (kontor_record_get_int (arguments, "places", 1) < 1)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "places: at least one");
      return NULL;
    }
  g_variant_dict_remove (&written, "lead");
  changes = g_variant_ref_sink (g_variant_dict_end (&written));

  return kontor_states_move (&kontor_lead_states, store, actor,
                             kontor_record_get_text (arguments, "lead"), "change-lead", changes,
                             NULL, error);
}

const KontorAction kontor_change_lead_action = {
  .name = "change-lead",
  .title = N_("Change"),
  .of = "lead",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = change,
};
