/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk-standing.c — what the customer says of something that stands already: which kind is meant is
 * told by an id, else by the service that is spoken of, else by what there is. */
#include "assistant/talk.h"

#include "base/clock.h"
#include "operations/bookings.h"
#include "operations/wordings.h"
#include "store/records.h"

typedef enum {
  KIND_BOOKING,
  KIND_ORDER,
  KIND_LEAD,
  KIND_NONE
} Kind;

static const char *const kinds[] = { "booking", "order", "lead" };

typedef struct {
  const KontorTalk *talk;
  GPtrArray        *services;
  KontorService    *meant;             /* (nullable), of @services */
  GPtrArray        *open[KIND_NONE];
  Kind              kind;
} Standing;

static void
standing_free (Standing *self)
{
  g_clear_pointer (&self->services, g_ptr_array_unref);
  for (guint i = 0; i < KIND_NONE; i++)
    g_clear_pointer (&self->open[i], g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Standing, standing_free)

static Kind
kind_of (const KontorService *service)
{
  switch (service->fulfilment)
    {
    case KONTOR_FULFILLED_BY_SELLER:
      return KIND_ORDER;
    case KONTOR_FULFILLED_BY_DEPARTURE:
    case KONTOR_FULFILLED_BY_QUOTE:
      return KIND_LEAD;
    case KONTOR_FULFILLED_BY_SLOT:
    default:
      return KIND_BOOKING;
    }
}

static Kind
find_kind (const Standing *self)
{
  for (Kind kind = KIND_BOOKING; kind < KIND_NONE; kind++)
    if (kontor_talk_names (self->talk, kinds[kind]))
      return kind;
  if (self->meant != NULL && self->open[kind_of (self->meant)]->len > 0)
    return kind_of (self->meant);
  for (Kind kind = KIND_BOOKING; kind < KIND_NONE; kind++)
    if (self->open[kind]->len > 0)
      return kind;

  return KIND_NONE;
}

static Standing *
standing_new (const KontorTalk *talk, GError **error)
{
  g_autoptr(Standing) self = g_new0 (Standing, 1);
  const char *contact = kontor_record_get_text (talk->contact, "id");

  self->talk = talk;
  self->services = kontor_services_speak (talk->store, talk->business, talk->language->code,
                                          error);
  self->open[KIND_BOOKING] = self->services != NULL
    ? kontor_bookings_open_of (talk->store, contact, kontor_clock_now_us (), error) : NULL;
  self->open[KIND_ORDER] = self->open[KIND_BOOKING] != NULL
    ? kontor_states_query_open (&kontor_order_states, talk->store, contact, 0, error) : NULL;
  self->open[KIND_LEAD] = self->open[KIND_ORDER] != NULL
    ? kontor_states_query_open (&kontor_lead_states, talk->store, contact, 0, error) : NULL;
  if (self->open[KIND_LEAD] == NULL)
    return NULL;
  self->meant = kontor_extract_find_service (self->services, talk->text, talk->language);
  self->kind = find_kind (self);

  return g_steal_pointer (&self);
}

/* Nothing of the kind stands: said of what the shop sells. */
static char *
say_none (const Standing *self, const char *of_booking)
{
  Kind kind = KIND_LEAD;

  for (guint i = 0; i < self->services->len; i++)
    kind = MIN (kind, kind_of (self->services->pdata[i]));
  if (kind == KIND_BOOKING || self->services->len == 0)
    return kontor_talk_dup_text (self->talk, of_booking, "none");

  return kontor_talk_dup_text (self->talk, kinds[kind], "none");
}

static char *
tell (const KontorTalk *talk, Kind kind, GVariant *record)
{
  if (kind == KIND_BOOKING)
    return kontor_talk_tell_booking (talk, record);

  return kind == KIND_ORDER ? kontor_talk_tell_order (talk, record)
                            : kontor_talk_tell_lead (talk, record);
}

/* What is closed is told where it was asked for by its id, or where nothing else is left. */
static GVariant *
find_closed (const Standing *self, Kind kind, GError **error)
{
  const char *contact = kontor_record_get_text (self->talk->contact, "id");
  g_autoptr(GPtrArray) all = kontor_records_query_by (self->talk->store,
                                                      kontor_kind_find (kinds[kind]), "contact",
                                                      contact, error);
  GVariant *named;

  if (all == NULL || all->len == 0)
    return NULL;
  if (!kontor_talk_names (self->talk, kinds[kind]))
    return g_variant_ref (all->pdata[all->len - 1]);
  named = kontor_talk_pick (self->talk, kinds[kind], all);

  return named != NULL ? g_variant_ref (named) : NULL;
}

static void
add_lines (const Standing *self, Kind kind, GString *lines)
{
  const GPtrArray *records = self->open[kind];

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *line = tell (self->talk, kind, records->pdata[i]);

      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
}

static char *
say_status (const Standing *self, GError **error)
{
  g_autoptr(GString) lines = g_string_new (NULL);
  g_autoptr(GVariant) record = NULL;
  gboolean is_named = self->kind != KIND_NONE && kontor_talk_names (self->talk, kinds[self->kind]);

  for (Kind kind = KIND_BOOKING; kind < KIND_NONE && !is_named; kind++)
    add_lines (self, kind, lines);
  if (lines->len > 0)
    return g_string_free (g_steal_pointer (&lines), FALSE);
  record = find_closed (self, is_named ? self->kind : KIND_ORDER, error);
  if (record != NULL)
    return tell (self->talk, is_named ? self->kind : KIND_ORDER, record);

  return *error == NULL ? say_none (self, "status") : NULL;
}

char *
kontor_talk_status (const KontorTalk *talk, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(Standing) self = standing_new (talk, &local);
  g_autofree char *said = self != NULL ? say_status (self, &local) : NULL;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return g_steal_pointer (&said);
}

static char *
begin_cancel (const Standing *self, GError **error)
{
  if (self->kind == KIND_BOOKING && self->open[KIND_BOOKING]->len > 0)
    return kontor_talk_begin_cancel (self->talk, self->open[KIND_BOOKING], error);
  if (self->kind == KIND_ORDER && self->open[KIND_ORDER]->len > 0)
    return kontor_talk_begin_cancel_order (self->talk, self->open[KIND_ORDER], error);
  if (self->kind == KIND_LEAD || kontor_text_asks (self->talk->text))
    return NULL;

  return say_none (self, "cancel");
}

/* "Any update?" asks how it stands, though "update" by itself asks for a change. */
static gboolean
wants_change (const KontorTalk *talk)
{
  static const KontorWordKind wanted[] = {
    KONTOR_WORD_CHANGE, KONTOR_WORD_CORRECTION, KONTOR_WORD_INSTEAD,
  };
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (talk->language, talk->text);
  guint at = 0;

  while (at < tokens->len)
    {
      guint status = kontor_language_match (tokens, at, KONTOR_WORD_STATUS, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
        if (kontor_language_match (tokens, at, wanted[i], NULL) > status)
          return TRUE;
      at += MAX (status, 1);
    }

  return FALSE;
}

/* A wish for a service that is named is a new one, even where it begins with "sorry" or asks for a
 * "correction". */
static gboolean
wants_another (const Standing *self)
{
  return self->meant != NULL && kind_of (self->meant) == KIND_ORDER &&
         !kontor_talk_mentions (self->talk, KONTOR_WORD_CHANGE) &&
         kontor_extract_is_wish (self->talk->text, self->talk->language);
}

static char *
begin_change (const Standing *self, GError **error)
{
  if (self->kind == KIND_BOOKING && self->open[KIND_BOOKING]->len > 0)
    return kontor_talk_begin_change (self->talk, self->open[KIND_BOOKING], error);
  if (self->kind == KIND_ORDER && self->open[KIND_ORDER]->len > 0 && !wants_another (self))
    return kontor_talk_begin_change_order (self->talk, self->open[KIND_ORDER], error);

  return NULL;
}

static char *
answer (const Standing *self, GError **error)
{
  const KontorTalk *talk = self->talk;
  char *said = NULL;

  if (kontor_talk_mentions (talk, KONTOR_WORD_CANCEL))
    said = begin_cancel (self, error);
  else if (wants_change (talk))
    said = begin_change (self, error);
  if (said == NULL && *error == NULL && kontor_talk_mentions (talk, KONTOR_WORD_STATUS))
    said = say_status (self, error);
  if (said != NULL || *error != NULL || self->kind != KIND_LEAD || kontor_text_asks (talk->text) ||
      kontor_talk_mentions (talk, KONTOR_WORD_CANCEL))
    return said;

  return kontor_talk_add_to_lead (talk, self->open[KIND_LEAD], self->meant, error);
}

char *
kontor_talk_about_standing (const KontorTalk *talk, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(Standing) self = standing_new (talk, &local);
  g_autofree char *said = self != NULL ? answer (self, &local) : NULL;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return g_steal_pointer (&said);
}
