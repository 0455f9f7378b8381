/* SPDX-License-Identifier: GPL-3.0-or-later */
/* limit.c — two machines that answer each other would never end, and no customer wants a hundred
 * answers in an hour. A person who types fast and corrects much must never be stopped, so it is not
 * counted how much is said in a minute, but told by what only machines do. The conversation is then
 * held by "system": nothing automatic leaves it, and this station sees it no more until a person
 * writes or hands it back. */
#include "desk/stations.h"

#include "base/clock.h"
#include "inbox/messages.h"

/* Rounds of a customer's words and our answer to them. */
#define SAME_ROUNDS 3         /* word for word */
#define ALIKE_ROUNDS 5        /* but for the figures: a time, a number that is counted up */
#define QUICK_ROUNDS 10
#define LOOKED_AT 64
/* Nobody reads what we say and answers it in this time, ten times in a row. */
#define MOMENT_US (2 * G_USEC_PER_SEC)

/* What came in before we spoke again. @answer: (nullable): what was said before it. */
typedef struct {
  GString  *asked, *answer;
  gint64    asked_at_us, answered_at_us;
} Round;

static void
round_free (Round *self)
{
  g_string_free (self->asked, TRUE);
  g_string_free (self->answer, TRUE);
  g_free (self);
}

/* Letters and figures alone, in small letters. */
static void
prepend_folded (GString *to, const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_autoptr(GString) kept = g_string_new (NULL);

  for (const char *at = small; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (kept, g_utf8_get_char (at));
  g_string_append_c (kept, ' ');
  g_string_prepend_len (to, kept->str, kept->len);
}

static char *
dup_without_figures (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isdigit (g_utf8_get_char (text)))
      g_string_append_unichar (kept, g_utf8_get_char (text));

  return g_string_free (kept, FALSE);
}

static gboolean
is_same (const GString *a, const GString *b, gboolean figures_count)
{
  g_autofree char *x = figures_count ? g_strdup (a->str) : dup_without_figures (a->str);
  g_autofree char *y = figures_count ? g_strdup (b->str) : dup_without_figures (b->str);

  return g_str_equal (x, y);
}

static Round *
round_new (void)
{
  Round *self = g_new0 (Round, 1);

  self->asked = g_string_new (NULL);
  self->answer = g_string_new (NULL);

  return self;
}

static void
add_to_round (Round *self, const KontorSaid *said, gboolean is_in)
{
  if (is_in)
    self->asked_at_us = said->at_us;
  else if (self->answer->len == 0)
    self->answered_at_us = said->at_us;
  prepend_folded (is_in ? self->asked : self->answer, said->text);
}

/* The latest first; as far back as nobody but the customer and the assistant spoke. */
static GPtrArray *
read_rounds (GPtrArray *last)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) round_free);
  Round *round = NULL;

  for (guint i = 0; i < last->len; i++)
    {
      const KontorSaid *said = last->pdata[i];
      gboolean is_in = g_str_equal (said->direction, "in");

      if (!kontor_said_was_said (said))
        continue;
      if ((!is_in && !said->automatic) || said->text == NULL)
        break;
      if (is_in && (round == NULL || round->answer->len > 0))
        g_ptr_array_add (rounds, round = round_new ());
      if (round != NULL)
        add_to_round (round, said, is_in);
    }

  return rounds;
}

static gboolean
goes_round (GPtrArray *rounds, guint n, gboolean figures_count)
{
  const Round *latest = rounds->len >= n ? rounds->pdata[0] : NULL;

  for (guint i = 1; latest != NULL && i < n; i++)
    {
      const Round *round = rounds->pdata[i];

      if (!is_same (round->asked, latest->asked, figures_count) ||
          (i < n - 1 && !is_same (round->answer, latest->answer, figures_count)))
        return FALSE;
    }

  return latest != NULL;
}

static gboolean
is_too_quick (GPtrArray *rounds)
{
  for (guint i = 0; i < QUICK_ROUNDS; i++)
    {
      const Round *round = i < rounds->len ? rounds->pdata[i] : NULL;

      if (round == NULL || round->answer->len == 0 ||
          round->asked_at_us - round->answered_at_us >= MOMENT_US)
        return FALSE;
    }

  return TRUE;
}

/* *reason: (transfer none) (nullable): NULL: it may go on. */
static gboolean
find_reason (KontorTurn *turn, const char **reason, GError **error)
{
  gint64 most = turn->business->automatic_most, hour;
  g_autoptr(GPtrArray) last = NULL, rounds = NULL;

  *reason = NULL;
  if (most <= 0)
    return TRUE;
  hour = kontor_messages_count_automatic (turn->store, turn->conversation->contact,
                                          kontor_clock_now_us () - G_TIME_SPAN_HOUR, error);
  if (hour < 0 || hour < SAME_ROUNDS - 1)
    return hour >= 0;
  last = kontor_messages_query (turn->store, turn->conversation->id, NULL, LOOKED_AT, FALSE, NULL,
                                error);
  if (last == NULL)
    return FALSE;
  rounds = read_rounds (last);
  if (hour >= most)
    *reason = "enough was said without a person in the last hour";
  else if (goes_round (rounds, SAME_ROUNDS, TRUE) || goes_round (rounds, ALIKE_ROUNDS, FALSE))
    *reason = "the same is said and answered again and again";
  else if (is_too_quick (rounds))
    *reason = "each answer is answered at once, as a machine does it";

  return TRUE;
}

static gboolean
leave (KontorTurn *turn, const char *reason, GError **error)
{
  g_autofree char *text = g_strdup_printf (
    "The assistant stopped here: %s. It goes on when you hand the conversation back.", reason);
  gint64 id = turn->conversation->id;
  gboolean told;

  return kontor_conversation_hold (turn->store, &kontor_actor_system, id, TRUE, error) &&
         kontor_conversation_leave (turn->store, id, &told, error) &&
         kontor_messages_add (turn->store, id, "note", "system", FALSE,
                              &(KontorDraft) { .text = text }, error) > 0;
}

gboolean
kontor_station_limit (KontorTurn *turn, gboolean *taken, GError **error)
{
  const char *reason = NULL;

  if (turn->conversation->mode != KONTOR_MODE_AUTOMATIC)
    return TRUE;
  if (!find_reason (turn, &reason, error))
    return FALSE;
  *taken = reason != NULL;

  return reason == NULL || leave (turn, reason, error);
}
