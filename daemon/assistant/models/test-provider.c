/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-provider.c — a provider is asked something short now; its record tells how that went. */
#include "agenda/agenda.h"
#include "assistant/models/provider-test.h"
#include "base/clock.h"
#include "journal/action.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "provider", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Provider"), .of = "provider" },
  { NULL }
};

static GVariant *
test (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("provider");
  g_autoptr(GVariant) record = kontor_records_get (
    store, kind, kontor_record_get_text (arguments, "provider"), error);
  g_autoptr(GVariant) values =
    g_variant_ref_sink (g_variant_new_parsed ("{'state': <'testing'>, 'advice': <''>}"));
  const char *id = record != NULL ? kontor_record_get_text (record, "id") : NULL;

  if (id == NULL || !kontor_records_update (store, kind, id, values, error) ||
      !kontor_agenda_put (store, KONTOR_PROVIDER_TEST, id, kontor_clock_now_us (), error))
    return NULL;

  return kontor_records_get (store, kind, id, error);
}

const KontorAction kontor_test_provider_action = {
  .name = "test-provider",
  .title = N_("Test"),
  .of = "provider",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = test,
};
