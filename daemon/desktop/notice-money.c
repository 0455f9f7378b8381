/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice-money.c — what a gateway said was paid. What people wrote down themselves they know. */
#include "desktop/notices-inside.h"

#include "config.h"
#include "payments/payments.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

static gboolean
is_told (GVariant *entry)
{
  return g_strcmp0 (kontor_record_get_text (entry, "entry"), "paid") == 0 &&
         g_strcmp0 (kontor_record_get_text (entry, "actor"), "system") == 0;
}

void
kontor_notice_money (KontorNotices *self, const char *id, GError **error)
{
  g_autoptr(GVariant) entry = kontor_records_get (self->house->store, kontor_kind_find ("ledger"),
                                                  id, error);
  const char *subject = entry != NULL ? kontor_record_get_text (entry, "subject") : NULL, *currency;
  g_autofree char *key = NULL, *amount = NULL, *body = NULL;
  gint64 minor;

  if (entry == NULL || !is_told (entry) || !kontor_notices_may (self, "payments") ||
      !kontor_record_get_money (entry, "amount", &minor, &currency))
    return;
  key = g_strconcat ("money/", subject, NULL);
  amount = kontor_payment_dup_amount (minor, currency);
  /* TRANSLATORS: an amount of money, and the number of a booking or an order */
  body = g_strdup_printf (_("%s for %s"), amount, subject);
  kontor_notices_ring (self, &(KontorNote) {
    key, _("Payment received"), body, { "default", C_("notification", "Open"), NULL } },
    _("Payment received"));
}
