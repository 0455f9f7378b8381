/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open-lead.c — an enquiry, which may leave everything open. Any service can be asked about. */
#include "base/clock.h"
#include "journal/action.h"
#include "model/error.h"
#include "operations/services.h"
#include "operations/states.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "service", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Service"), .of = "service" },
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Contact"), .of = "contact" },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("How many") },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Conversation") },
  { NULL }
};

static GVariant *
open_lead (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("lead");
  g_auto(GVariantDict) written = G_VARIANT_DICT_INIT (arguments);
  g_autoptr(GVariant) values = NULL, lead = NULL;
  g_autofree char *id = NULL;

  if (kontor_record_get_int (arguments, "places", 1) < 1)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "places: at least one");
      return NULL;
    }
  g_variant_dict_insert (&written, "state", "s", "new");
  g_variant_dict_insert (&written, "source", "s", actor->kind);
  g_variant_dict_insert (&written, "created", "x", kontor_clock_now_us ());
  values = g_variant_ref_sink (g_variant_dict_end (&written));
  id = kontor_records_insert (store, kind, values, error);
  lead = id != NULL ? kontor_records_get (store, kind, id, error) : NULL;
  if (lead == NULL || !kontor_states_tell (&kontor_lead_states, store, actor, lead, "enquired",
                                           NULL, KONTOR_TOLD_NOBODY, error))
    return NULL;

  return g_steal_pointer (&lead);
}

const KontorAction kontor_open_lead_action = {
  .name = "open-lead",
  .title = N_("Enquire"),
  .of = "lead",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = open_lead,
};
