/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refresh-templates.c — the operator's list of templates is read now. */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "broadcasts/templates.h"
#include "journal/action.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "channel", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Channel"), .of = "channel" },
  { NULL }
};

static GVariant *
refresh (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *channel = kontor_record_get_text (arguments, "channel");

  return kontor_agenda_put (store, KONTOR_TEMPLATES_LIST, channel, kontor_clock_now_us (), error)
         ? kontor_records_get (store, kontor_kind_find ("channel"), channel, error) : NULL;
}

const KontorAction kontor_refresh_templates_action = {
  .name = "refresh-templates",
  .title = N_("Refresh templates"),
  .of = "channel",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = refresh,
};
