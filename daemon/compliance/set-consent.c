/* SPDX-License-Identifier: GPL-3.0-or-later */
/* set-consent.c — what a customer said of being written to elsewhere than in the chat. Who said so,
 * and how, is kept: a complaint may come years later. */
#include "compliance/consent.h"
#include "journal/action.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Contact"), .of = "contact" },
  { "consent", KONTOR_FIELD_CHOICE, KONTOR_FIELD_REQUIRED, N_("Consent"),
    .choices = "opted-in|opted-out" },
  { "source", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED,
    N_("How the customer said so, such as by phone") },
  { NULL }
};

static GVariant *
run (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *contact = kontor_record_get_text (arguments, "contact");
  const char *source = kontor_record_get_text (arguments, "source");
  gboolean stops = kontor_consent_forbids (kontor_record_get_text (arguments, "consent"));

  if (!(stops ? kontor_consent_stop (store, actor, contact, source, error)
              : kontor_consent_start (store, actor, contact, source, error)))
    return NULL;

  return kontor_records_get (store, kontor_kind_find ("contact"), contact, error);
}

const KontorAction kontor_set_consent_action = {
  .name = "set-consent",
  .title = N_("Change the consent"),
  .of = "contact",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = run,
};
