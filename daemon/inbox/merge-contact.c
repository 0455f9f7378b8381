/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge-contact.c — two contacts are one person, a person says; it can be undone. */
#include "contacts/merges.h"
#include "inbox/merge.h"
#include "journal/action.h"
#include "model/error.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Contact that stays"),
    .of = "contact" },
  { "other", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("The other"), .of = "contact" },
  { NULL }
};

static GVariant *
run (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *into = kontor_record_get_text (arguments, "contact");
  g_autoptr(GVariant) stays = kontor_records_get (store, kontor_kind_find ("contact"), into, error);
  g_autoptr(GVariant) goes = stays == NULL ? NULL : kontor_records_get (
    store, kontor_kind_find ("contact"), kontor_record_get_text (arguments, "other"), error);

  if (goes == NULL)
    return NULL;
  into = kontor_record_get_text (stays, "id");
  if (g_str_equal (into, kontor_record_get_text (goes, "id")))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "other: is the same contact; choose another");
      return NULL;
    }

  return kontor_merge_contacts (store, actor, kontor_record_get_text (goes, "id"), into, "person",
                                error)
         ? kontor_records_get (store, kontor_kind_find ("contact"), into, error) : NULL;
}

const KontorAction kontor_merge_contact_action = {
  .name = "merge-contact",
  .title = N_("Merge"),
  .of = "contact",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = run,
};
