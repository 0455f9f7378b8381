/* SPDX-License-Identifier: GPL-3.0-or-later */
/* withdraw-payment.c — a link is taken back before it was paid; the gateway switches it off. */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/action.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "payments/payments.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "payment", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Payment"), .of = "payment" },
  { NULL }
};

static GVariant *
withdraw (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("payment");
  const char *id, *state;
  g_autoptr(GVariant) payment =
    kontor_records_get (store, kind, kontor_record_get_text (arguments, "payment"), error);
  g_autoptr(GVariant) changes = NULL;

  if (payment == NULL)
    return NULL;
  id = kontor_record_get_text (payment, "id");
  state = kontor_record_get_text (payment, "state");
  if (!g_str_equal (state, "open") && !g_str_equal (state, "part-paid"))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, g_str_equal (state, "asking")
                   ? "the gateway has not answered for %s yet (it is %s); try again in a minute"
                   : "%s is %s and cannot be withdrawn", id, state);
      return NULL;
    }
  changes = g_variant_ref_sink (g_variant_new_parsed ("{'stage': <'withdrawn'>}"));
  if (!kontor_records_update (store, kind, id, changes, error) ||
      !kontor_timeline_write (store, actor, "payment", id, "withdrawn", NULL, error) ||
      !kontor_agenda_put (store, KONTOR_PAYMENTS_PAYMENT, id, kontor_clock_now_us (), error))
    return NULL;

  return kontor_records_get (store, kind, id, error);
}

const KontorAction kontor_withdraw_payment_action = {
  .name = "withdraw-payment",
  .title = N_("Withdraw link"),
  .of = "payment",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = withdraw,
};
