/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lose-lead.c — nothing came of it, and why. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "lead", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Lead"), .of = "lead" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_REQUIRED, N_("Reason") },
  { NULL }
};

static GVariant *
lose (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (NULL);
  const char *reason = kontor_record_get_text (arguments, "reason");
  g_autoptr(GVariant) written = NULL;

  g_variant_dict_insert (&changes, "reason", "s", reason);
  written = g_variant_ref_sink (g_variant_dict_end (&changes));

  return kontor_states_move (&kontor_lead_states, store, actor,
                             kontor_record_get_text (arguments, "lead"), "lose-lead",
                             written, reason, error);
}

const KontorAction kontor_lose_lead_action = {
  .name = "lose-lead",
  .title = N_("Lost"),
  .of = "lead",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = lose,
};
