/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dismiss-merge.c — what was suggested is not so, and is not suggested again. */
#include "contacts/merges.h"
#include "inbox/merge.h"
#include "journal/action.h"
#include "model/error.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "merge", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Merged contact"), .of = "merge" },
  { NULL }
};

static GVariant *
run (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *id = kontor_record_get_text (arguments, "merge");
  g_autoptr(GVariant) merge = kontor_records_get (store, kontor_kind_find ("merge"), id, error);

  if (merge == NULL)
    return NULL;
  if (g_strcmp0 (kontor_record_get_text (merge, "state"), "suggested") != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s is no suggestion", id);
      return NULL;
    }

  return kontor_merges_set_state (store, id, "dismissed", error)
         ? kontor_records_get (store, kontor_kind_find ("merge"), id, error) : NULL;
}

const KontorAction kontor_dismiss_merge_action = {
  .name = "dismiss-merge",
  .title = N_("They are two"),
  .of = "merge",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = run,
};
