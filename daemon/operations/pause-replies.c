/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pause-replies.c — the assistant answers nobody for a while, and what customers write stays with
 * people. STOP, START and teammates' orders are answered all the same. */
#include "base/clock.h"
#include "journal/action.h"
#include "model/error.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "for", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN,
    N_("For how long; empty: the assistant answers again") },
  { "until", KONTOR_FIELD_INSTANT, KONTOR_FIELD_PLAIN, N_("Or until when") },
  { NULL }
};

static GVariant *
pause_replies (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("business");
  gint64 for_s = kontor_record_get_int (arguments, "for", 0);
  gint64 until_us = kontor_record_get_int (arguments, "until", 0);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) changes = NULL;

  if (for_s < 0 || (for_s > 0 && until_us > 0))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "say how long, as in for=15m, or until when, and not both");
      return NULL;
    }
  if (for_s > 0)
    until_us = kontor_clock_now_us () + for_s * G_USEC_PER_SEC;
  g_variant_dict_insert (&dict, "paused-until", "x", until_us);
  changes = g_variant_ref_sink (g_variant_dict_end (&dict));

  return kontor_records_update (store, kind, "1", changes, error)
         ? kontor_records_get (store, kind, "1", error) : NULL;
}

const KontorAction kontor_pause_replies_action = {
  .name = "pause-replies",
  .title = N_("Pause automatic replies"),
  .of = "business",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = pause_replies,
};
