/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo-import.c — what a file brought in goes again, but what was used since. */
#include "journal/action.h"
#include "journal/imports.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "import", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Import"), .of = "import" },
  { NULL }
};

static GVariant *
undo (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *id = kontor_record_get_text (arguments, "import");

  return kontor_imports_undo (store, actor, id, error)
         ? kontor_records_get (store, kontor_kind_find ("import"), id, error) : NULL;
}

const KontorAction kontor_undo_import_action = {
  .name = "undo-import",
  .title = N_("Take the import back"),
  .of = "import",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = undo,
};
