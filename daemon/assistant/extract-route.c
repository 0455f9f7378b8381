/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-route.c — from where to where. What is said later corrects what was said before; a "to"
 * that leads to something to do, or to somebody else's journey, leads to no place. */
#include "assistant/extract-words.h"

#define MOST_BEFORE 6

typedef struct {
  const KontorServiceField *start, *end;
  const KontorServiceField *last;     /* what was taken last, and where it ended */
  guint                     last_end;
  const KontorServiceField *heading;  /* "pick me up", with the place still to come */
  guint                     bare_to;  /* the first "to" with nothing of its own before it */
} Route;

typedef struct {
  guint                     n;
  const KontorServiceField *field;   /* NULL: words that lead to no place of ours */
  gboolean                  is_noun; /* "pickup", "drop off", and not "from" or "to" */
  gboolean                  is_bare; /* "to" */
} Cue;

static guint
label_of (const KontorReading *self, const KontorServiceField *field, guint at)
{
  guint n = field != NULL ? kontor_reading_label_at (self, field, at) : 0;

  return n > 0 && (kontor_reading_skip_sign (self, at + n) > at + n ||
                   kontor_reading_match (self, at + n, KONTOR_WORD_PLACE_TO, NULL) > 0) ? n : 0;
}

/* "de Atocha a Barajas", and not "coche de lujo": a place follows, and after it a "to". */
static gboolean
leads_to_route (const KontorReading *self, guint at)
{
  guint from = kontor_extract_place_lead (self, at, FALSE);
  guint to = kontor_extract_place_starts (self, from) ? kontor_extract_place_end (self, from)
                                                      : from;
  int kind = 0;

  if (to == from)
    return FALSE;
  while (to < self->tokens->len && self->used[to])
    to++;

  return kontor_extract_place_to (self, to, &kind) > 0 || kontor_extract_arrow_at (self, to) > 0;
}

static Cue
cue_at (const KontorReading *self, const Route *route, guint at)
{
  guint never = kontor_reading_match (self, at, KONTOR_WORD_PLACE_NEVER, NULL);
  int kind_from = 0, kind_to = 0;
  guint from = kontor_reading_match (self, at, KONTOR_WORD_PLACE_FROM, &kind_from);
  guint to = kontor_extract_place_to (self, at, &kind_to);
  guint arrow = kontor_extract_arrow_at (self, at);
  guint label_from = label_of (self, route->start, at), label_to = label_of (self, route->end, at);

  if (kind_from == 2 && !leads_to_route (self, at + from))
    from = 0;
  if (never > 0 && never >= MAX (from, to))
    return (Cue) { never, NULL, FALSE, FALSE };
  if (arrow > 0)
    return (Cue) { arrow, route->end, FALSE, TRUE };
  if (label_from > from && label_from > label_to)
    return (Cue) { label_from, route->start, TRUE, FALSE };
  if (label_to > to && label_to >= from)
    return (Cue) { label_to, route->end, TRUE, FALSE };
  if (from >= to && from > 0)
    return (Cue) { from, route->start, kind_from == 0, FALSE };

  return (Cue) { to, route->end, kind_to == 0, kind_to != 0 };
}

static void
keep (KontorReading *self, Route *route, const KontorServiceField *field, guint from, guint to)
{
  const char *had = g_hash_table_lookup (self->found->values, field->name);
  char *place = kontor_reading_slice (self, from, to);
  gboolean vague = had != NULL && !g_unichar_islower (g_utf8_get_char (had)) &&
                   g_unichar_islower (g_utf8_get_char (place));

  kontor_reading_use (self, from, to - from);
  route->last = field;
  route->last_end = to;
  if (vague && !kontor_reading_mentions (self, KONTOR_WORD_CORRECTION))
    {
      g_free (place);
      return;
    }
  g_hash_table_remove (self->found->values, field->name);
  kontor_reading_set (self, field->name, place);
}

static guint
take_place (KontorReading *self, Route *route, const KontorServiceField *field, guint at)
{
  guint to = kontor_extract_place_starts (self, at) ? kontor_extract_place_end (self, at) : at;

  if (to > at)
    keep (self, route, field, at, to);

  return to;
}

/* Words backwards from @at that may be a place: "binary tower" in "need car binary tower to". */
static guint
place_before (const KontorReading *self, guint at)
{
  guint from = at;

  while (from > 0 && at - from < MOST_BEFORE && !self->used[from - 1] &&
         !kontor_extract_place_ends (self, from - 1, G_MAXUINT) &&
         KONTOR_TOKEN (self, from - 1)->kind != KONTOR_TOKEN_PUNCT &&
         (from == at || !kontor_reading_starts_line (self, from)) &&
         kontor_reading_match (self, from - 1, KONTOR_WORD_VERB, NULL) == 0 &&
         kontor_reading_match (self, from - 1, KONTOR_WORD_PLACE_TAIL, NULL) == 0 &&
         kontor_reading_match (self, from - 1, KONTOR_WORD_POLITE, NULL) == 0 &&
         !kontor_reading_is_label (self, from - 1))
    from--;
  while (from < at && (kontor_reading_match (self, from, KONTOR_WORD_ARTICLE, NULL) > 0 ||
                       kontor_reading_match (self, from, KONTOR_WORD_PLACE_AT, NULL) > 0) &&
         !kontor_reading_is_capital (self, from))
    from++;

  return from;
}

static gboolean
has_place_noun (const KontorReading *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (kontor_reading_match (self, i, KONTOR_WORD_PLACE_NOUN, NULL) > 0)
      return TRUE;

  return FALSE;
}

/* "Binary Tower pickup": the label comes last; one word must be a kind of place. */
static void
take_labelled_before (KontorReading *self, Route *route, const Cue *cue, guint at)
{
  guint from = place_before (self, at);

  if (has_place_noun (self, from, at) && !kontor_reading_has (self, cue->field->name))
    keep (self, route, cue->field, from, at);
}

/* "change the drop off from A to B": only B counts. */
static guint
skip_old (KontorReading *self, const Route *route, guint at)
{
  Cue old = cue_at (self, route, at), new;
  guint to;

  if (old.field != route->start || old.is_noun ||
      !kontor_reading_mentions (self, KONTOR_WORD_CHANGE))
    return at;
  to = kontor_extract_place_end (self, kontor_extract_place_lead (self, at + old.n, FALSE));
  new = to < self->tokens->len ? cue_at (self, route, to) : old;
  if (!new.is_bare)
    return at;
  kontor_reading_use (self, at, to + new.n - at);

  return to + new.n;
}

static gboolean
is_change (KontorReading *self)
{
  return kontor_reading_mentions (self, KONTOR_WORD_CHANGE) ||
         kontor_reading_mentions (self, KONTOR_WORD_CORRECTION) ||
         kontor_reading_mentions (self, KONTOR_WORD_INSTEAD);
}

static guint
follow_cue (KontorReading *self, Route *route, const Cue *cue, guint at)
{
  guint from = kontor_extract_place_lead (self, at + cue->n, cue->is_noun), to;

  if (cue->is_noun)
    from = skip_old (self, route, from);
  if (cue->is_noun && is_change (self) && from < self->tokens->len && !self->used[from])
    {
      Cue next = cue_at (self, route, from);

      if (next.is_bare)
        from = kontor_extract_place_lead (self, from + next.n, TRUE);
    }
  to = take_place (self, route, cue->field, from);
  if (to > from)
    {
      kontor_reading_use (self, at, from - at);
      route->heading = NULL;
      return to;
    }
  if (cue->is_noun)
    {
      take_labelled_before (self, route, cue, at);
      route->heading = kontor_reading_has (self, cue->field->name) ? NULL : cue->field;
    }

  return at + cue->n;
}

/* "pick me up tomorrow at 9 at Binary Tower": the place comes later, after an "at". */
static guint
follow_heading (KontorReading *self, Route *route, guint at)
{
  int direction = 0;
  guint n = kontor_reading_match (self, at, KONTOR_WORD_PICK, &direction);
  guint in = kontor_reading_match (self, at, KONTOR_WORD_PLACE_AT, NULL);

  if (n > 0)
    {
      route->heading = direction == 2 ? route->end : route->start;
      return at + n;
    }
  if (in > 0 && route->heading != NULL)
    {
      guint from = kontor_extract_place_lead (self, at + in, FALSE);
      guint to = take_place (self, route, route->heading, from);

      if (to > from)
        {
          route->heading = NULL;
          return to;
        }
    }

  return at + 1;
}

/* "to DXB, no wait, Al Maktoum": what follows at once takes the place of the last. */
static guint
follow_correction (KontorReading *self, Route *route, guint at)
{
  guint n = kontor_reading_match (self, at, KONTOR_WORD_CORRECTION, NULL), to;
  guint from = at + n;

  if (n == 0 || at > route->last_end + 3)
    return at;
  for (guint i = route->last_end; i < at; i++)
    if (KONTOR_TOKEN (self, i)->kind != KONTOR_TOKEN_PUNCT)
      return at;
  while (from < self->tokens->len && n > 0 && from - at < 8)
    {
      n = KONTOR_TOKEN (self, from)->kind == KONTOR_TOKEN_PUNCT
          ? 1 : kontor_reading_match (self, from, KONTOR_WORD_CORRECTION, NULL);
      from += n;
    }
  if (from >= self->tokens->len || cue_at (self, route, from).n > 0)
    return at;
  to = take_place (self, route, route->last, from);

  return to > from ? to : at;
}

/* "X से Y तक", "X থেকে Y যাব": what leads to the places stands after them. The word for "from" is
 * that for "with" and "by" too, so something else must say that a journey is meant. */
static guint
follow_from_after (KontorReading *self, Route *route, guint at, guint n)
{
  guint from = place_before (self, at), next = at + n, to;
  gboolean had = route->last == route->start && route->last_end == at, sure;

  if (route->start == NULL || (from == at && !had))
    return next;
  to = kontor_extract_place_starts (self, next) ? kontor_extract_place_end (self, next) : next;
  sure = had || kontor_reading_mentions (self, KONTOR_WORD_PLACE_TO_AFTER) ||
         kontor_reading_match (self, next, KONTOR_WORD_PICK, NULL) > 0 ||
         kontor_reading_match (self, next, KONTOR_WORD_PLACE_FROM, NULL) > 0 ||
         has_place_noun (self, from, at) || has_place_noun (self, next, to);
  if (!sure)
    return next;
  if (from < at)
    keep (self, route, route->start, from, at);
  kontor_reading_use (self, at, n);
  if (to == next || route->end == NULL)
    return next;
  keep (self, route, route->end, next, to);

  return to + kontor_reading_match (self, to, KONTOR_WORD_PLACE_TO_AFTER, NULL);
}

static guint
follow_after (KontorReading *self, Route *route, guint at)
{
  guint n = kontor_reading_match (self, at, KONTOR_WORD_PLACE_FROM_AFTER, NULL), from;
  int after_from = 0;

  if (n > 0)
    return follow_from_after (self, route, at, n);
  n = kontor_reading_match (self, at, KONTOR_WORD_PLACE_TO_AFTER, &after_from);
  if (n == 0 || route->end == NULL || (after_from && route->last != route->start))
    return at;
  from = place_before (self, at);
  if (from < at && (route->last_end <= from || route->last == NULL))
    keep (self, route, route->end, from, at);

  return at + n;
}

/* "Venez me chercher à l'hôtel", and "à l'hôtel" as the answer to where from: the same word is
 * "to" and "at". */
static gboolean
is_at_heading (const KontorReading *self, Route *route, const Cue *cue, guint at)
{
  if (!cue->is_bare || kontor_reading_match (self, at, KONTOR_WORD_PLACE_AT, NULL) == 0)
    return FALSE;
  if (route->heading == NULL && route->start != NULL &&
      g_strcmp0 (self->context->asked, route->start->name) == 0 &&
      !kontor_reading_has (self, route->start->name))
    route->heading = route->start;

  return route->heading != NULL;
}

static guint
step (KontorReading *self, Route *route, guint at)
{
  Cue cue = cue_at (self, route, at);
  guint next = cue.n > 0 ? at : follow_after (self, route, at);

  if (next > at)
    return next;

  if (route->last != NULL && (next = follow_correction (self, route, at)) > at)
    return next;
  if (cue.n == 0 || is_at_heading (self, route, &cue, at))
    return follow_heading (self, route, at);
  if (cue.field == NULL)
    return at + cue.n;
  next = follow_cue (self, route, &cue, at);
  if (cue.is_bare && next > at + cue.n && route->bare_to == G_MAXUINT)
    route->bare_to = at;

  return next;
}

static gboolean
looks_like_place (const KontorReading *self, guint at)
{
  guint from = kontor_extract_place_lead (self, at, FALSE);
  guint to = kontor_extract_place_end (self, from);

  if (kontor_reading_match (self, at, KONTOR_WORD_ONE, NULL) > 0 &&
      kontor_reading_match (self, at, KONTOR_WORD_ARTICLE, NULL) == 0)
    return FALSE;
  for (guint i = from; i < to; i++)
    if (kontor_reading_is_capital (self, i) ||
        kontor_reading_match (self, i, KONTOR_WORD_PLACE_NOUN, NULL) > 0)
      return TRUE;

  return FALSE;
}

/* "I'm at the Hilton" says where to come to, if nothing else does. */
static void
take_whereabouts (KontorReading *self, Route *route)
{
  for (guint at = 0; at < self->tokens->len; at++)
    {
      guint n = self->used[at] ? 0 : kontor_reading_match (self, at, KONTOR_WORD_WHEREABOUTS, NULL);

      if (n == 0 || !looks_like_place (self, at + n))
        continue;
      take_place (self, route, route->start, kontor_extract_place_lead (self, at + n, FALSE));
      if (kontor_reading_has (self, route->start->name))
        return;
    }
}

void
kontor_extract_places (KontorReading *self)
{
  Route route = {
    .start = kontor_reading_find (self, KONTOR_FOUND_BY_FROM),
    .end = kontor_reading_find (self, KONTOR_FOUND_BY_TO), .bare_to = G_MAXUINT,
  };

  if (route.start == NULL && route.end == NULL)
    return;
  for (guint at = 0; at < self->tokens->len;)
    at = self->used[at] ? at + 1 : MAX (at + 1, step (self, &route, at));
  if (route.start == NULL || kontor_reading_has (self, route.start->name))
    return;
  if (route.bare_to != G_MAXUINT)
    {
      guint from = place_before (self, route.bare_to);

      if (from < route.bare_to && !is_change (self))
        keep (self, &route, route.start, from, route.bare_to);
    }
  if (!kontor_reading_has (self, route.start->name))
    take_whereabouts (self, &route);
}
