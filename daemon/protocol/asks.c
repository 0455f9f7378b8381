/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/asks.h"

#include "base/alarm.h"
#include "protocol/crypt.h"

typedef struct {
  KontorAsks    *asks;
  char          *id;
  gboolean       sets;
  guint          alarm;
  KontorAnswered answered;
  gpointer       data;
} Ask;

struct _KontorAsks {
  GHashTable *waiting;  /* id → Ask */
  char        prefix[9];
  guint       last;
};

static const struct {
  guint       from, to;
  KontorError code;
} meanings[] = {
  { 401, 401, KONTOR_ERROR_NOT_ALLOWED },
  { 403, 403, KONTOR_ERROR_NOT_ALLOWED },
  { 404, 404, KONTOR_ERROR_NOT_FOUND },
  { 405, 405, KONTOR_ERROR_NOT_ALLOWED },
  { 406, 406, KONTOR_ERROR_NOT_FOUND },
  { 408, 408, KONTOR_ERROR_TRY_LATER },
  { 410, 410, KONTOR_ERROR_NOT_FOUND },
  { 429, 429, KONTOR_ERROR_TRY_LATER },
  { 500, 599, KONTOR_ERROR_TRY_LATER },
};

static void
ask_free (Ask *ask)
{
  kontor_alarm_clear (&ask->alarm);
  g_free (ask->id);
  g_free (ask);
}

KontorAsks *
kontor_asks_new (void)
{
  KontorAsks *self = g_new0 (KontorAsks, 1);

  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ask_free);
  g_snprintf (self->prefix, sizeof self->prefix, "%08x", g_random_int ());

  return self;
}

void
kontor_asks_free (KontorAsks *self)
{
  g_hash_table_unref (self->waiting);
  g_free (self);
}

/* Out of the table first: who is told may ask anew, or free everything. */
static void
tell (Ask *ask, const KontorNode *answer, const GError *error)
{
  g_hash_table_steal (ask->asks->waiting, ask->id);
  ask->answered (answer, error, ask->data);
  ask_free (ask);
}

static void
tell_nothing (Ask *ask, const char *why)
{
  g_autoptr(GError) error = g_error_new (KONTOR_ERROR, ask->sets ? KONTOR_ERROR_UNKNOWN
                                                                 : KONTOR_ERROR_TRY_LATER,
                                         "WhatsApp did not answer: %s.", why);

  tell (ask, NULL, error);
}

static void
on_late (gpointer data)
{
  Ask *ask = data;

  ask->alarm = 0;
  tell_nothing (ask, "the time is up");
}

void
kontor_asks_add (KontorAsks *self, KontorNode *iq, gint64 limit_us, KontorAnswered answered,
                 gpointer data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->asks = self;
  ask->id = g_strdup_printf ("%s-%u", self->prefix, ++self->last);
  ask->sets = kontor_node_has (iq, "type", "set");
  ask->answered = answered;
  ask->data = data;
  ask->alarm = kontor_alarm_set (limit_us, on_late, ask);
  g_hash_table_insert (self->waiting, ask->id, ask);
  kontor_node_set (iq, "id", ask->id);
}

static GError *
make_error (const KontorNode *node)
{
  const KontorNode *told = kontor_node_find (node, "error");
  gint64 code = told != NULL ? kontor_node_get_number (told, "code") : -1;
  const char *text = told != NULL ? kontor_node_get (told, "text") : NULL;
  KontorError meaning = KONTOR_ERROR_BAD_INPUT;

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (code >= meanings[i].from && code <= meanings[i].to)
      meaning = meanings[i].code;

  return g_error_new (KONTOR_ERROR, meaning, "WhatsApp refused a question: %" G_GINT64_FORMAT
                      " %s.",
                      code, text != NULL ? text : "without a word");
}

gboolean
kontor_asks_answer (KontorAsks *self, const KontorNode *node)
{
  const char *id = kontor_node_get (node, "id");
  gboolean is_error = kontor_node_has (node, "type", "error");
  Ask *ask = id != NULL ? g_hash_table_lookup (self->waiting, id) : NULL;
  g_autoptr(GError) error = NULL;

  if (ask == NULL || !kontor_node_is (node, "iq") ||
      (!is_error && !kontor_node_has (node, "type", "result")))
    return FALSE;
  if (is_error)
    error = make_error (node);
  tell (ask, node, error);

  return TRUE;
}

void
kontor_asks_fail (KontorAsks *self, const KontorNode *iq, const GError *error)
{
  Ask *ask = g_hash_table_lookup (self->waiting, kontor_node_get (iq, "id"));

  if (ask != NULL)
    tell (ask, NULL, error);
}

void
kontor_asks_give_up (KontorAsks *self)
{
  g_autoptr(GHashTable) waiting = self->waiting;
  GHashTableIter iter;
  gpointer ask;

  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ask_free);
  g_hash_table_iter_init (&iter, waiting);
  while (g_hash_table_iter_next (&iter, NULL, &ask))
    {
      g_hash_table_iter_steal (&iter);
      tell_nothing (ask, "the connection was lost");
    }
}
