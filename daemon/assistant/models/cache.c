/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/models/cache.h"

#include <string.h>

#include "base/clock.h"

#define MOST_ENTRIES 256
#define MOST_TEXT 65536
#define LIFE_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct {
  char              *key;
  KontorModelAnswer *answer;
  gint64             at_us;
} Entry;

struct _KontorAnswerCache
{
  GHashTable *entries;   /* key → its link in order */
  GQueue      order;     /* of Entry, the oldest first */
};

static void
entry_free (Entry *entry)
{
  g_free (entry->key);
  kontor_model_answer_free (entry->answer);
  g_free (entry);
}

KontorAnswerCache *
kontor_answer_cache_new (void)
{
  KontorAnswerCache *self = g_new0 (KontorAnswerCache, 1);

  self->entries = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->order);

  return self;
}

void
kontor_answer_cache_free (KontorAnswerCache *self)
{
  g_hash_table_unref (self->entries);
  g_queue_clear_full (&self->order, (GDestroyNotify) entry_free);
  g_free (self);
}

char *
kontor_answer_cache_make_key (const KontorModelLetter *letter)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size;
  const guint8 *body = g_bytes_get_data (letter->body, &size);

  g_checksum_update (sum, (const guint8 *) letter->url, strlen (letter->url) + 1);
  g_checksum_update (sum, body, size);

  return g_strdup (g_checksum_get_string (sum));
}

static void
drop (KontorAnswerCache *self, GList *link)
{
  Entry *entry = link->data;

  g_hash_table_remove (self->entries, entry->key);
  g_queue_delete_link (&self->order, link);
  entry_free (entry);
}

const KontorModelAnswer *
kontor_answer_cache_find (KontorAnswerCache *self, const char *key)
{
  GList *link = g_hash_table_lookup (self->entries, key);
  Entry *entry = link != NULL ? link->data : NULL;
  gint64 now_us = kontor_clock_now_us ();

  if (entry == NULL)
    return NULL;
  if (now_us >= entry->at_us && now_us - entry->at_us < LIFE_US)
    return entry->answer;
  drop (self, link);

  return NULL;
}

void
kontor_answer_cache_put (KontorAnswerCache *self, const char *key,
                         const KontorModelAnswer *answer)
{
  GList *link = g_hash_table_lookup (self->entries, key);
  Entry *entry;

  if ((answer->finish != KONTOR_MODEL_STOPPED && answer->finish != KONTOR_MODEL_CALLS) ||
      strlen (answer->text) > MOST_TEXT)
    return;
  if (link != NULL)
    drop (self, link);
  else if (g_queue_get_length (&self->order) == MOST_ENTRIES)
    drop (self, self->order.head);
  entry = g_new0 (Entry, 1);
  entry->key = g_strdup (key);
  entry->answer = kontor_model_answer_copy (answer);
  entry->at_us = kontor_clock_now_us ();
  g_queue_push_tail (&self->order, entry);
  g_hash_table_insert (self->entries, entry->key, self->order.tail);
}
