/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk-booking.c — places at a time: nothing is booked or changed before a yes to all of it. */
#include "assistant/talk.h"

#include "inbox/texts.h"
#include "model/error.h"

static char *
fill_booking (const KontorTalk *talk, const char *group, const char *name, GVariant *booking)
{
  const char *code = talk->language->code, *local, *zone;
  g_autofree char *date = NULL, *time = NULL, *state = NULL, *payment = NULL;
  KontorWallTime at;

  if (!g_variant_lookup (booking, "at", "(&s&sx)", &local, &zone, NULL) ||
      !kontor_wall_time_parse (local, &at, NULL))
    return g_strdup ("");
  date = kontor_texts_dup_date (code, &at);
  time = kontor_texts_dup_time (code, &at, zone);
  state = kontor_talk_dup_text (talk, "states", kontor_record_get_text (booking, "state"));
  payment = kontor_talk_dup_text (talk, "payments", kontor_record_get_text (booking, "payment"));

  return kontor_texts_dup (code, group, name, "id", kontor_record_get_text (booking, "id"),
                           "date", date, "time", time, "state", state, "payment", payment, NULL);
}

static gboolean
put_time (const KontorTalk *talk, GHashTable *values, GVariantDict *arguments)
{
  g_autofree char *text = NULL;
  KontorWallTime at;
  gint64 at_us;

  if (!kontor_talk_get_time (values, &at) ||
      !kontor_zone_to_instant (&at, talk->business->zone, NULL, &at_us))
    return FALSE;
  text = kontor_wall_time_format (&at);
  g_variant_dict_insert (arguments, "at", "(ssx)", text, talk->business->zone_name, at_us);

  return TRUE;
}

/* A place that is sure once it is paid: the link follows the reply. Where no account can take the
 * money, people see the request and ask for it themselves. */
static gboolean
ask_for_payment (const KontorTalk *talk, const KontorService *service, GVariant *booking,
                 GError **error)
{
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) payment = NULL;
  g_autoptr(GError) refusal = NULL;

  if (g_strcmp0 (service->confirm, "on-payment") != 0)
    return TRUE;
  g_variant_dict_insert (&arguments, "booking", "s", kontor_record_get_text (booking, "id"));
  payment = kontor_talk_run (talk, "request-payment", &arguments, &refusal);
  if (payment != NULL || g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED) ||
      g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&refusal));

  return FALSE;
}

char *
kontor_talk_book (const KontorTalk *talk, const KontorDialogue *dialogue,
                  const KontorService *service, GError **error)
{
  g_autoptr(GVariant) fields = kontor_talk_to_fields (service, dialogue->values);
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (fields);
  g_autoptr(GVariant) booking = NULL;
  g_autofree char *said = NULL;
  gboolean is_sure;

  put_time (talk, dialogue->values, &arguments);
  g_variant_dict_insert (&arguments, "service", "s", service->code);
  g_variant_dict_insert (&arguments, "contact", "s", kontor_record_get_text (talk->contact, "id"));
  g_variant_dict_insert (&arguments, "conversation", "x", talk->conversation);
  booking = kontor_talk_run (talk, "book", &arguments, error);
  if (booking == NULL || !ask_for_payment (talk, service, booking, error))
    return NULL;
  is_sure = g_strcmp0 (kontor_record_get_text (booking, "state"), "confirmed") == 0;
  said = kontor_talk_describe (talk, service, booking, "book", is_sure ? "booked" : "requested");
  if (service->confirmation == NULL || *service->confirmation == '\0')
    return g_steal_pointer (&said);

  return g_strdup_printf ("%s\n%s", said, service->confirmation);
}

char *
kontor_talk_change (const KontorTalk *talk, const KontorDialogue *dialogue,
                    const KontorService *service, GError **error)
{
  g_autoptr(GVariant) fields = kontor_talk_to_fields (service, dialogue->values);
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (fields);
  g_autoptr(GVariant) booking = NULL;

  put_time (talk, dialogue->values, &arguments);
  g_variant_dict_insert (&arguments, "booking", "s", dialogue->subject);
  booking = kontor_talk_run (talk, "change-booking", &arguments, error);

  return booking != NULL
         ? kontor_talk_describe (talk, service, booking, "change", "changed") : NULL;
}

char *
kontor_talk_cancel (const KontorTalk *talk, const KontorDialogue *dialogue,
                    const KontorService *service, GError **error)
{
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) booking = NULL;

  g_variant_dict_insert (&arguments, "booking", "s", dialogue->subject);
  booking = kontor_talk_run (talk, "cancel-booking", &arguments, error);

  return booking != NULL
         ? kontor_talk_fill_id (talk, "cancel", "cancelled", dialogue->subject) : NULL;
}

char *
kontor_talk_tell_booking (const KontorTalk *talk, GVariant *booking)
{
  return fill_booking (talk, "status", "one", booking);
}

char *
kontor_talk_begin_cancel (const KontorTalk *talk, GPtrArray *bookings, GError **error)
{
  GVariant *booking = kontor_talk_pick (talk, "booking", bookings);
  g_autoptr(KontorDialogue) dialogue = NULL;

  if (booking == NULL)
    return kontor_talk_ask_which (talk, "change", bookings);
  dialogue = kontor_talk_dialogue_about (KONTOR_GOAL_CANCEL, booking);
  if (!kontor_dialogue_go (dialogue, talk->store, talk->conversation, KONTOR_DIALOGUE_CONFIRMING,
                           error))
    return NULL;

  return fill_booking (talk, "cancel", "confirm", booking);
}

static void
take_values (GHashTable *into, GHashTable *from)
{
  GHashTableIter iter;
  const char *name, *value;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &value))
    g_hash_table_insert (into, g_strdup (name), g_strdup (value));
}

char *
kontor_talk_begin_change (const KontorTalk *talk, GPtrArray *bookings, GError **error)
{
  GVariant *booking = kontor_talk_pick (talk, "booking", bookings);
  g_autoptr(KontorDialogue) dialogue = NULL;
  g_autoptr(KontorService) service = NULL;
  g_autoptr(KontorExtract) extract = NULL;
  g_autoptr(GHashTable) before = NULL;

  if (booking == NULL)
    return kontor_talk_ask_which (talk, "change", bookings);
  dialogue = kontor_talk_dialogue_about (KONTOR_GOAL_CHANGE, booking);
  service = kontor_talk_load_service (talk, dialogue, error);
  if (service == NULL)
    return NULL;
  extract = kontor_talk_extract (talk, service, NULL);
  before = kontor_talk_values_of (service, booking);
  take_values (dialogue->values, before);
  take_values (dialogue->values, extract->values);
  if (g_hash_table_size (extract->values) > 0 || g_hash_table_size (extract->problems) > 0)
    return kontor_talk_go_on (talk, dialogue, extract, error);

  return kontor_dialogue_go (dialogue, talk->store, talk->conversation, KONTOR_DIALOGUE_COLLECTING,
                             error)
         ? kontor_talk_fill_id (talk, "change", "nothing", dialogue->subject) : NULL;
}
