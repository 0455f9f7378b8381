/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk-booking.c — what a yes does, by the same actions everybody uses; and how bookings stand. */
#include "assistant/talk.h"

#include "inbox/texts.h"
#include "base/clock.h"
#include "journal/action.h"
#include "model/error.h"
#include "operations/bookings.h"
#include "store/records.h"

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

static char *
fill_id (const KontorTalk *talk, const char *group, const char *name, const char *id)
{
  return kontor_texts_dup (talk->language->code, group, name, "id", id, NULL);
}

static GVariant *
run (const KontorTalk *talk, const char *action, GVariantDict *arguments, GError **error)
{
  KontorActor actor = kontor_talk_get_actor (talk);
  g_autoptr(GVariant) asked = g_variant_ref_sink (g_variant_dict_end (arguments));

  return kontor_action_run (talk->store, &actor, action, asked, NULL, error);
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

static char *
describe (const KontorTalk *talk, const KontorService *service, GVariant *booking,
          const char *group, const char *name)
{
  g_autoptr(GHashTable) values = kontor_talk_values_of (service, booking);
  g_autofree char *head = fill_id (talk, group, name, kontor_record_get_text (booking, "id"));
  g_autofree char *summary = NULL;
  const char *currency;
  KontorMoney price;
  gint64 minor;
  gboolean has_price = kontor_record_get_money (booking, "price", &minor, &currency) &&
                       kontor_money_set (&price, minor, currency, NULL);

  summary = kontor_talk_summary (talk, service, values, has_price ? &price : NULL);

  return g_strdup_printf ("%s\n%s", head, summary);
}

static char *
book (const KontorTalk *talk, KontorDialogue *dialogue, const KontorService *service,
      GError **error)
{
  g_autoptr(GVariant) fields = kontor_talk_to_fields (service, dialogue->values);
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (fields);
  g_autoptr(GVariant) booking = NULL;
  g_autofree char *said = NULL;

  put_time (talk, dialogue->values, &arguments);
  g_variant_dict_insert (&arguments, "service", "s", service->code);
  g_variant_dict_insert (&arguments, "contact", "s", kontor_record_get_text (talk->contact, "id"));
  g_variant_dict_insert (&arguments, "conversation", "x", talk->conversation);
  booking = run (talk, "book", &arguments, error);
  if (booking == NULL)
    return NULL;
  said = describe (talk, service, booking, "book",
                   g_strcmp0 (kontor_record_get_text (booking, "state"), "confirmed") == 0
                   ? "booked" : "requested");
  if (service->confirmation == NULL || *service->confirmation == '\0')
    return g_steal_pointer (&said);

  return g_strdup_printf ("%s\n%s", said, service->confirmation);
}

static char *
change (const KontorTalk *talk, KontorDialogue *dialogue, const KontorService *service,
        GError **error)
{
  g_autoptr(GVariant) fields = kontor_talk_to_fields (service, dialogue->values);
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (fields);
  g_autoptr(GVariant) booking = NULL;

  put_time (talk, dialogue->values, &arguments);
  g_variant_dict_insert (&arguments, "booking", "s", dialogue->booking);
  booking = run (talk, "change-booking", &arguments, error);

  return booking != NULL ? describe (talk, service, booking, "change", "changed") : NULL;
}

static char *
cancel (const KontorTalk *talk, KontorDialogue *dialogue, GError **error)
{
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) booking = NULL;

  g_variant_dict_insert (&arguments, "booking", "s", dialogue->booking);
  booking = run (talk, "cancel-booking", &arguments, error);

  return booking != NULL ? fill_id (talk, "cancel", "cancelled", dialogue->booking) : NULL;
}

/* The place was taken between the question and the yes: the question is asked anew. */
static char *
ask_again (const KontorTalk *talk, KontorDialogue *dialogue, GError **error)
{
  return kontor_talk_go_on (talk, dialogue, NULL, error);
}

char *
kontor_talk_act (const KontorTalk *talk, KontorDialogue *dialogue, GError **error)
{
  g_autoptr(KontorService) service = kontor_talk_load_service (talk, dialogue, error);
  g_autoptr(GError) refusal = NULL;
  g_autofree char *said = NULL;

  if (service == NULL)
    return NULL;
  if (dialogue->goal == KONTOR_GOAL_BOOK)
    said = book (talk, dialogue, service, &refusal);
  else if (dialogue->goal == KONTOR_GOAL_CHANGE)
    said = change (talk, dialogue, service, &refusal);
  else
    said = cancel (talk, dialogue, &refusal);
  if (g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED) &&
      dialogue->goal != KONTOR_GOAL_CANCEL)
    return ask_again (talk, dialogue, error);
  if (said == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }

  return kontor_dialogue_go (dialogue, talk->store, talk->conversation, KONTOR_DIALOGUE_NONE, error)
         ? g_steal_pointer (&said) : NULL;
}

char *
kontor_talk_drop (const KontorTalk *talk, KontorDialogue *dialogue, GError **error)
{
  static const char *const groups[] = {
    [KONTOR_GOAL_BOOK] = "book", [KONTOR_GOAL_CHANGE] = "change", [KONTOR_GOAL_CANCEL] = "cancel",
  };

  if (!kontor_dialogue_go (dialogue, talk->store, talk->conversation, KONTOR_DIALOGUE_NONE, error))
    return NULL;

  return fill_id (talk, groups[dialogue->goal], "dropped", dialogue->booking);
}

/* A booking that is named ("bk40") is the one that is meant, if it is the customer's. */
static GVariant *
find_named (const KontorTalk *talk, GPtrArray *bookings)
{
  g_autofree char *low = g_ascii_strdown (talk->text, -1);

  for (guint i = 0; i < bookings->len; i++)
    {
      const char *id = kontor_record_get_text (bookings->pdata[i], "id");
      gint64 number = 0;
      g_autofree char *pattern = NULL;

      kontor_kind_parse_id (kontor_kind_find ("booking"), id, &number);
      pattern = g_strdup_printf ("\\bbk0*%" G_GINT64_FORMAT "\\b", number);
      if (g_regex_match_simple (pattern, low, 0, 0))
        return bookings->pdata[i];
    }

  return bookings->len == 1 ? bookings->pdata[0] : NULL;
}

char *
kontor_talk_status (const KontorTalk *talk, GError **error)
{
  const char *contact = kontor_record_get_text (talk->contact, "id");
  g_autoptr(GPtrArray) bookings = kontor_bookings_open_of (talk->store, contact,
                                                           kontor_clock_now_us (), error);
  g_autoptr(GString) lines = g_string_new (NULL);
  GVariant *named;

  if (bookings == NULL)
    return NULL;
  if (bookings->len == 0)
    return kontor_talk_dup_text (talk, "status", "none");
  named = find_named (talk, bookings);
  for (guint i = 0; i < bookings->len; i++)
    {
      g_autofree char *line = NULL;

      if (named != NULL && named != bookings->pdata[i])
        continue;
      line = fill_booking (talk, "status", "one", bookings->pdata[i]);
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
ask_which (const KontorTalk *talk, GPtrArray *bookings)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < bookings->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            kontor_record_get_text (bookings->pdata[i], "id"));

  return kontor_texts_dup (talk->language->code, "change", "which", "ids", ids->str, NULL);
}

static KontorDialogue *
begin (KontorGoal goal, GVariant *booking)
{
  KontorDialogue *dialogue = kontor_dialogue_new (goal);

  dialogue->service = g_strdup (kontor_record_get_text (booking, "service"));
  dialogue->booking = g_strdup (kontor_record_get_text (booking, "id"));

  return dialogue;
}

char *
kontor_talk_begin_cancel (const KontorTalk *talk, GPtrArray *bookings, GError **error)
{
  GVariant *booking = find_named (talk, bookings);
  g_autoptr(KontorDialogue) dialogue = NULL;

  if (booking == NULL)
    return ask_which (talk, bookings);
  dialogue = begin (KONTOR_GOAL_CANCEL, booking);
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
  GVariant *booking = find_named (talk, bookings);
  g_autoptr(KontorDialogue) dialogue = NULL;
  g_autoptr(KontorService) service = NULL;
  g_autoptr(KontorExtract) extract = NULL;
  g_autoptr(GHashTable) before = NULL;

  if (booking == NULL)
    return ask_which (talk, bookings);
  dialogue = begin (KONTOR_GOAL_CHANGE, booking);
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
         ? fill_id (talk, "change", "nothing", dialogue->booking) : NULL;
}
