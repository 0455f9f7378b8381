/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pace.c — the generic cell rate algorithm (ITU-T I.371): one instant for each line and contact
 * says when the next message conforms; a burst is how far it may lie ahead. */
#include "compliance/pace.h"

/* A line that was told to slow down speaks at half the rate, and gets a tenth back each minute. */
#define SLOWEST 64.0
#define RECOVERY_PER_US (0.1 / (60.0 * G_USEC_PER_SEC))
/* 4, 16, 64 … seconds for a contact, as Meta advises for its error 131056. */
#define MOST_POWERS 6
/* Contacts that conform again are forgotten now and then. */
#define MOST_CONTACTS 10000

typedef struct {
  gint64 next_us;      /* when the next message conforms */
  gint64 closed_us;    /* nothing at all before this */
  double slowness;     /* 1: as the kind allows */
  gint64 slowed_at_us;
} Cell;

struct _KontorPace
{
  GHashTable *lines;     /* id → Cell */
  GHashTable *contacts;  /* "CH2 CT7" → Cell */
};

KontorPace *
kontor_pace_new (void)
{
  KontorPace *self = g_new0 (KontorPace, 1);

  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->contacts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
kontor_pace_free (KontorPace *self)
{
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->contacts);
  g_free (self);
}

static Cell *
find (GHashTable *cells, const char *name)
{
  Cell *cell = g_hash_table_lookup (cells, name);

  if (cell != NULL)
    return cell;
  cell = g_new0 (Cell, 1);
  cell->slowness = 1;
  g_hash_table_insert (cells, g_strdup (name), cell);

  return cell;
}

static gboolean
conforms (gpointer name, gpointer cell, gpointer now_us)
{
  return ((Cell *) cell)->next_us < *(gint64 *) now_us &&
         ((Cell *) cell)->closed_us < *(gint64 *) now_us;
}

static Cell *
find_contact (KontorPace *self, const char *line, const char *contact, gint64 now_us)
{
  g_autofree char *name = g_strconcat (line, " ", contact, NULL);

  if (g_hash_table_size (self->contacts) > MOST_CONTACTS)
    g_hash_table_foreach_remove (self->contacts, conforms, &now_us);

  return find (self->contacts, name);
}

/* No cell is further ahead than a burst, unless the clock was put back or the line got faster
 * since: then it need not wait for what was. */
static gint64
wait_of (Cell *cell, gint64 every_us, guint burst, gint64 now_us)
{
  gint64 burst_us = (gint64) MAX (burst, 1) * every_us, ahead_us;

  cell->next_us = MIN (cell->next_us, now_us + burst_us);
  ahead_us = cell->next_us - now_us - burst_us + every_us;

  return MAX (MAX (ahead_us, cell->closed_us - now_us), 0);
}

static void
count (Cell *cell, gint64 every_us, gint64 now_us)
{
  cell->next_us = MAX (cell->next_us, now_us) + every_us;
}

static void
recover (Cell *cell, gint64 now_us)
{
  gint64 since_us = MAX (now_us - cell->slowed_at_us, 0);

  cell->slowness = MAX (1, cell->slowness * (1 - RECOVERY_PER_US * since_us));
  cell->slowed_at_us = now_us;
}

static gint64
every_of (const Cell *line, const KontorPacing *pacing)
{
  return pacing->per_second > 0 ? line->slowness * G_USEC_PER_SEC / pacing->per_second : 0;
}

gint64
kontor_pace_ask_line (KontorPace *self, const char *line, const KontorPacing *pacing,
                      gint64 now_us)
{
  Cell *all = find (self->lines, line);

  recover (all, now_us);

  return wait_of (all, every_of (all, pacing), pacing->per_second, now_us);
}

gint64
kontor_pace_ask (KontorPace *self, const char *line, const char *contact,
                 const KontorPacing *pacing, gint64 now_us)
{
  Cell *all = find (self->lines, line), *one = find_contact (self, line, contact, now_us);
  gint64 every_us, wait_us;

  recover (all, now_us);
  every_us = every_of (all, pacing);
  wait_us = MAX (wait_of (all, every_us, pacing->per_second, now_us),
                 wait_of (one, pacing->contact_every_us, pacing->contact_burst, now_us));
  if (wait_us > 0)
    return wait_us;
  count (all, every_us, now_us);
  count (one, pacing->contact_every_us, now_us);

  return 0;
}

void
kontor_pace_learn (KontorPace *self, const char *line, const char *contact,
                   const KontorSetback *setback, guint attempts, gint64 now_us)
{
  gint64 power_us = (gint64) G_USEC_PER_SEC << (2 * MIN (attempts + 1, MOST_POWERS));
  Cell *cell;

  if (setback->scope == KONTOR_SETBACK_CONTACT)
    {
      cell = find_contact (self, line, contact, now_us);
      cell->closed_us = now_us + MAX (setback->wait_us, power_us);
    }
  else if (setback->scope == KONTOR_SETBACK_LINE)
    {
      cell = find (self->lines, line);
      recover (cell, now_us);
      cell->slowness = MIN (2 * cell->slowness, SLOWEST);
      cell->closed_us = now_us + MAX (setback->wait_us, G_USEC_PER_SEC);
    }
}
