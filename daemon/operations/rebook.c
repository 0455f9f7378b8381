/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rebook.c — what was booked before, at another time: a booking of its own, with today's price,
 * that is checked as any other. The old one stays as it is. */
#include "journal/action.h"
#include "operations/bookings.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { "at", KONTOR_FIELD_TIME, KONTOR_FIELD_REQUIRED, N_("Time") },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Places") },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { NULL }
};

static const char *const offered[] = { "completed", "cancelled", "no-show", NULL };

/* What a booking is made of; states and money begin anew. */
static GVariant *
dup_wish (GVariant *old)
{
  static const char *const kept[] = { "service", "contact", "conversation", "places", "note" };
  g_auto(GVariantDict) wish = G_VARIANT_DICT_INIT (NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, old);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
      if (g_str_has_prefix (name, "x-") || g_str_equal (name, kept[i]))
        g_variant_dict_insert_value (&wish, name, value);

  return g_variant_ref_sink (g_variant_dict_end (&wish));
}

static GVariant *
without_old (GVariant *arguments)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (arguments);

  g_variant_dict_remove (&dict, "booking");

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static GVariant *
rebook (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_autoptr(GVariant) old = kontor_records_get (store, kontor_kind_find ("booking"),
                                                kontor_record_get_text (arguments, "booking"),
                                                error);
  g_autoptr(GVariant) wish = NULL, given = NULL, whole = NULL;

  if (old == NULL)
    return NULL;
  wish = dup_wish (old);
  given = without_old (arguments);
  whole = kontor_record_merge (wish, given);

  return kontor_booking_check_own (store, whole, error)
         ? kontor_booking_make (store, actor, whole, error) : NULL;
}

const KontorAction kontor_rebook_action = {
  .name = "rebook",
  .title = N_("Book again"),
  .of = "booking",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .offered = offered,
  .run = rebook,
};
