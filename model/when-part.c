/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which half of the day an hour is in, where "morning" or "at night" is said with it, or was. */
#include "model/when-words.h"

/* A part of the day is about the hour when it stands by it or by a date, or says "in the". A
 * "Morning!" at the head is a greeting. */
static gboolean
counts (const KontorWhenReader *reader, const KontorFound *part)
{
  guint before = part->first, after = part->end;
  const KontorToken *word;

  while (before > 0 && (kontor_when_sign (reader, before - 1, ",-") ||
                        kontor_when_word (reader, before - 1, KONTOR_WORD_ARTICLE, NULL) > 0 ||
                        kontor_when_word (reader, before - 1, KONTOR_WORD_IN, NULL) > 0))
    before--;
  after += kontor_when_sign (reader, after, ",-");
  word = kontor_when_token (reader, part->first);
  return part->this_night || kontor_when_owner (reader, before - 1) != NULL ||
         kontor_when_owner (reader, after) != NULL || part->end - part->first > 1 ||
         (part->first > 0 && word != NULL);
}

const KontorFound *
kontor_when_part_for (const KontorWhenReader *reader, const KontorFound *time)
{
  const KontorFound *nearest = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < reader->found->len; i++)
    {
      const KontorFound *part = &g_array_index (reader->found, KontorFound, i);
      guint away;

      if (part->kind != KONTOR_FOUND_PART || part->off || !counts (reader, part))
        continue;
      away = part->first >= time->end ? part->first - time->end
             : time->first >= part->end ? time->first - part->end : 0;
      if (away > least)
        continue;
      least = away;
      nearest = part;
    }
  return nearest;
}

gboolean
kontor_when_apply_part (KontorFound *time, int part)
{
  int hour = time->hour;

  if (part == 0)
    return TRUE;
  if (!time->half_unsure)
    return !(part == 1 && hour > 12) && !(part == 2 && (hour < 11 || hour > 19)) &&
           !(part == 3 && hour < 12);
  time->half_unsure = FALSE;
  if (part == 1)
    time->half_unsure = hour == 12;
  else if (hour == 12)
    time->hour = part == 4 ? 0 : 12;
  else if ((part == 2 && hour < 10) || part == 3 || (part == 4 && hour >= 6))
    time->hour += 12;
  return part != 3 || hour != 12;
}

int
kontor_when_part_alone (const KontorWhenReader *reader)
{
  int said = 0;

  for (guint i = 0; i < reader->found->len; i++)
    {
      const KontorFound *part = &g_array_index (reader->found, KontorFound, i);

      if (part->kind == KONTOR_FOUND_PART && !part->off && counts (reader, part))
        said = part->part;
    }
  return said;
}
