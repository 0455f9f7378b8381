/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo-merge.c — what became one is two again, with what each had. */
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

  return kontor_merge_undo (store, actor, id, error)
         ? kontor_records_get (store, kontor_kind_find ("merge"), id, error) : NULL;
}

const KontorAction kontor_undo_merge_action = {
  .name = "undo-merge",
  .title = N_("Take apart"),
  .of = "merge",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = run,
};
