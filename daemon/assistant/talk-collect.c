/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk-collect.c — one missing thing is asked for at a time; what is wrong is said before it is
 * asked for again; when nothing is missing, a booking is repeated for a yes, all else is done. */
#include "assistant/talk.h"

#include "inbox/texts.h"
#include "base/clock.h"
#include "model/duration.h"
#include "operations/slots.h"

/* The day that an enquiry speaks of is the day of what is enquired about, unless it is over or
 * unclear: people ask. */
static void
settle_date (const KontorService *service, KontorExtract *extract)
{
  const char *date = g_hash_table_lookup (extract->values, "date");

  if (date == NULL || g_hash_table_contains (extract->problems, "date") ||
      (service->fulfilment != KONTOR_FULFILLED_BY_DEPARTURE &&
       service->fulfilment != KONTOR_FULFILLED_BY_QUOTE))
    return;
  for (guint i = 0; i < service->fields->len; i++)
    {
      const KontorServiceField *field = service->fields->pdata[i];

      if (field->type != KONTOR_FIELD_DATE || g_hash_table_contains (extract->values, field->name))
        continue;
      g_hash_table_insert (extract->values, g_strdup (field->name), g_strdup (date));
      return;
    }
}

KontorExtract *
kontor_talk_extract (const KontorTalk *talk, const KontorService *service,
                     const KontorDialogue *dialogue)
{
  const KontorExtractContext context = {
    .language = talk->language, .now_us = kontor_clock_now_us (), .zone = talk->business->zone,
    .country = talk->business->country, .month_first = talk->business->month_first,
    .asked = dialogue != NULL ? dialogue->asked : NULL,
    .part = dialogue != NULL ? dialogue->part : 0,
  };
  KontorExtract *extract = kontor_extract_read (talk->text, service, &context);

  settle_date (service, extract);

  return extract;
}

guint
kontor_talk_count_fields (const KontorService *service, const KontorExtract *extract)
{
  guint n = 0;

  for (guint i = 0; i < service->fields->len; i++)
    n += g_hash_table_contains (extract->values,
                                ((KontorServiceField *) service->fields->pdata[i])->name);

  return n;
}

static char *
join_choices (const KontorServiceField *field)
{
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < field->choices->len; i++)
    {
      const KontorServiceChoice *choice = field->choices->pdata[i];

      g_strv_builder_add (titles, kontor_service_field_get_said (field, choice->title));
    }
  list = g_strv_builder_end (titles);

  return g_strjoinv (", ", list);
}

static char *
dup_question (const KontorTalk *talk, const KontorServiceField *field)
{
  g_autofree char *choices = join_choices (field);

  if (field->question != NULL && *field->question != '\0')
    return *choices != '\0' ? g_strdup_printf ("%s (%s)", field->question, choices)
                            : g_strdup (field->question);
  if (*choices != '\0')
    return kontor_texts_dup (talk->language->code, "ask", "choice", "choices", choices, NULL);

  return kontor_texts_dup (talk->language->code, "ask", "field", "title", field->title, NULL);
}

/* The first that is missing, and its question; NULL when nothing is. */
static char *
find_question (const KontorTalk *talk, const KontorService *service, KontorDialogue *dialogue)
{
  g_clear_pointer (&dialogue->asked, g_free);
  for (guint i = 0; i < service->fields->len; i++)
    {
      const KontorServiceField *field = service->fields->pdata[i];

      if (!field->required || g_hash_table_contains (dialogue->values, field->name))
        continue;
      dialogue->asked = g_strdup (field->name);
      return dup_question (talk, field);
    }
  if (!kontor_talk_books (dialogue))
    return NULL;
  if (!g_hash_table_contains (dialogue->values, "date"))
    dialogue->asked = g_strdup ("date");
  else if (!g_hash_table_contains (dialogue->values, "time"))
    dialogue->asked = g_strdup ("time");

  return dialogue->asked != NULL ? kontor_talk_dup_text (talk, "ask", dialogue->asked) : NULL;
}

/* "That day is over already.", with what was wrong taken back. */
static char *
find_trouble (const KontorTalk *talk, KontorDialogue *dialogue, const KontorExtract *extract)
{
  static const char *const names[] = { "date", "time" };
  static const char *const words[] = {
    [KONTOR_WHEN_PAST] = "past", [KONTOR_WHEN_IMPOSSIBLE] = "impossible",
    [KONTOR_WHEN_UNCLEAR] = "unclear",
  };

  for (guint i = 0; extract != NULL && i < G_N_ELEMENTS (names); i++)
    {
      int problem = GPOINTER_TO_INT (g_hash_table_lookup (extract->problems, names[i]));
      g_autofree char *name = NULL;

      if (problem == KONTOR_WHEN_FINE)
        continue;
      g_hash_table_remove (dialogue->values, names[i]);
      name = g_strdup_printf ("%s-%s", names[i], words[problem]);
      return kontor_talk_dup_text (talk, "trouble", name);
    }

  return NULL;
}

static void
set_time (KontorDialogue *dialogue, const KontorWallTime *at)
{
  g_autofree char *text = kontor_wall_time_format (at);

  g_hash_table_insert (dialogue->values, g_strdup ("date"), g_strndup (text, 10));
  g_hash_table_insert (dialogue->values, g_strdup ("time"), g_strdup (text + 11));
}

/* A full time comes with the next free one, which stands in its place for a yes. */
static char *
offer_next (const KontorTalk *talk, const KontorService *service, KontorDialogue *dialogue,
            const KontorWallTime *at, GError **error)
{
  const char *code = talk->language->code;
  g_autofree char *date = kontor_texts_dup_date (code, at);
  g_autofree char *time = kontor_texts_dup_time (code, at, talk->business->zone_name);
  g_autofree char *full = NULL, *next_date = NULL, *next_time = NULL, *offer = NULL;
  g_autoptr(GError) local = NULL;
  KontorWallTime next;

  if (!kontor_slot_find_next (talk->store, talk->business, service, at, 1, &next, &local))
    {
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      g_hash_table_remove (dialogue->values, "date");
      g_hash_table_remove (dialogue->values, "time");
      return kontor_texts_dup (code, "trouble", "full-no-other", "date", date, "time", time, NULL);
    }
  set_time (dialogue, &next);
  full = kontor_texts_dup (code, "trouble", "full", "date", date, "time", time, NULL);
  next_date = kontor_texts_dup_date (code, &next);
  next_time = kontor_texts_dup_time (code, &next, talk->business->zone_name);
  offer = kontor_texts_dup (code, "trouble", "offer", "date", next_date, "time", next_time, NULL);

  return g_strdup_printf ("%s %s", full, offer);
}

static const KontorHours *
get_hours (const KontorTalk *talk, const KontorService *service, KontorHours **owned)
{
  *owned = NULL;
  if (service->hours != NULL)
    return service->hours;
  if (talk->business->hours != NULL && *talk->business->hours != '\0')
    *owned = kontor_hours_parse (talk->business->hours, NULL);

  return *owned;
}

static char *
dup_closed (const KontorTalk *talk, const KontorService *service, const KontorWallTime *at)
{
  g_autoptr(KontorHours) owned = NULL;
  const KontorHours *hours = get_hours (talk, service, &owned);
  g_autofree char *day = hours != NULL ? kontor_hours_describe (hours, at) : g_strdup ("");

  return kontor_texts_dup (talk->language->code, "trouble", "closed", "hours", day, NULL);
}

static char *
dup_slot_trouble (const KontorTalk *talk, const KontorService *service, KontorSlot slot,
                  const KontorWallTime *at)
{
  g_autofree char *time = g_strdup_printf ("%02d:%02d", at->hour, at->minute);
  g_autofree char *notice = kontor_duration_format (service->notice_s);
  gint64 now_us = kontor_clock_now_us (), at_us = 0;

  switch (slot)
    {
    case KONTOR_SLOT_PAST:
      kontor_zone_to_instant (at, talk->business->zone, NULL, &at_us);
      return kontor_texts_dup (talk->language->code, "trouble",
                               at_us > now_us ? "notice" : "time-past", "notice", notice, NULL);
    case KONTOR_SLOT_NO_SUCH:
      return kontor_texts_dup (talk->language->code, "trouble", "gap", "time", time, NULL);
    case KONTOR_SLOT_TWICE:
      return kontor_texts_dup (talk->language->code, "trouble", "twice", "time", time, NULL);
    case KONTOR_SLOT_CLOSED:
      return dup_closed (talk, service, at);
    case KONTOR_SLOT_FREE:
    case KONTOR_SLOT_FULL:
      break;
    }
  g_return_val_if_reached (g_strdup (""));
}

/* A bare "7" that is closed in the morning and open in the evening means the evening. */
static gboolean
try_evening (const KontorTalk *talk, const KontorService *service, KontorDialogue *dialogue,
             const KontorExtract *extract, KontorWallTime *at, KontorSlot *slot, GError **error)
{
  KontorWallTime later = *at;
  KontorSlot then;

  if (extract == NULL || !extract->half_unsure || at->hour >= 12 ||
      (*slot != KONTOR_SLOT_CLOSED && *slot != KONTOR_SLOT_PAST))
    return TRUE;
  later.hour += 12;
  if (!kontor_slot_check (talk->store, talk->business, service, &later, 1, dialogue->subject, &then,
                          NULL, error))
    return FALSE;
  if (then != KONTOR_SLOT_FREE && then != KONTOR_SLOT_FULL)
    return TRUE;
  *at = later;
  *slot = then;
  set_time (dialogue, at);

  return TRUE;
}

/* *trouble: (transfer full) (nullable): what is wrong with the time. FALSE with error. */
static gboolean
check_time (const KontorTalk *talk, const KontorService *service, KontorDialogue *dialogue,
            const KontorExtract *extract, char **trouble, GError **error)
{
  KontorWallTime at;
  KontorSlot slot;

  *trouble = NULL;
  if (!kontor_talk_get_time (dialogue->values, &at))
    return TRUE;
  if (!kontor_slot_check (talk->store, talk->business, service, &at, 1, dialogue->subject, &slot,
                          NULL, error) ||
      !try_evening (talk, service, dialogue, extract, &at, &slot, error))
    return FALSE;
  if (slot == KONTOR_SLOT_FULL)
    {
      *trouble = offer_next (talk, service, dialogue, &at, error);
      return *trouble != NULL;
    }
  if (slot != KONTOR_SLOT_FREE)
    {
      *trouble = dup_slot_trouble (talk, service, slot, &at);
      g_hash_table_remove (dialogue->values, "time");
    }

  return TRUE;
}

static char *
repeat (const KontorTalk *talk, const KontorService *service, KontorDialogue *dialogue)
{
  const char *group = dialogue->goal == KONTOR_GOAL_CHANGE ? "change" : "book";
  KontorMoney price;
  gboolean has_price = kontor_talk_get_price (service, dialogue->values, &price);
  g_autofree char *summary = kontor_talk_summary (talk, service, dialogue->values,
                                                  has_price ? &price : NULL);
  g_autofree char *head = kontor_texts_dup (talk->language->code, group, "repeat", "id",
                                            dialogue->subject, NULL);
  g_autofree char *ask = kontor_talk_dup_text (talk, group, "confirm");

  return g_strdup_printf ("%s\n%s\n%s", head, summary, ask);
}

static char *
put_before (char *trouble, char *question)
{
  g_autofree char *first = trouble, *then = question;

  return first != NULL ? g_strdup_printf ("%s %s", first, then) : g_steal_pointer (&then);
}

char *
kontor_talk_go_on (const KontorTalk *talk, KontorDialogue *dialogue, const KontorExtract *extract,
                   GError **error)
{
  g_autoptr(KontorService) service = kontor_talk_load_service (talk, dialogue, error);
  g_autofree char *trouble = NULL, *question = NULL;
  KontorDialoguePhase to;

  if (service == NULL)
    return NULL;
  trouble = kontor_talk_books (dialogue) ? find_trouble (talk, dialogue, extract) : NULL;
  if (trouble == NULL && kontor_talk_books (dialogue) &&
      !check_time (talk, service, dialogue, extract, &trouble, error))
    return NULL;
  question = find_question (talk, service, dialogue);
  if (question == NULL && !kontor_talk_books (dialogue))
    return kontor_talk_act (talk, dialogue, error);
  to = question != NULL ? KONTOR_DIALOGUE_COLLECTING : KONTOR_DIALOGUE_CONFIRMING;
  if (!kontor_dialogue_go (dialogue, talk->store, talk->conversation, to, error))
    return NULL;
  if (question == NULL)
    question = repeat (talk, service, dialogue);

  return put_before (g_steal_pointer (&trouble), g_steal_pointer (&question));
}
