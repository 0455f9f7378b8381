/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes is written and indexed beside what stands, hidden by the file's row; so the last step
 * is short however long the file is. Only passages that change under their title are kept back
 * until then, and of these so many that it stays short: more of them come anew. */
#include "assistant/intake.h"

#include "assistant/intake-table.h"
#include "journal/audit.h"
#include "model/error.h"
#include "model/record.h"

#define LOADED_AT_ONCE 100
#define MOST_CHANGED 100
/* More are told of as "any of them". */
#define MOST_TOLD 300
#define TIDIED_AT_ONCE 4

typedef enum { COMES, CHANGES, STAYS } Fate;

typedef struct {
  Fate   fate;
  gint64 id;    /* 0: none yet */
} Verdict;

struct _KontorIntake
{
  KontorStore       *store;
  const KontorActor *actor;
  char              *source;
  GPtrArray         *passages;   /* of GVariant */
  GArray            *verdicts;   /* of Verdict, one for each */
  GPtrArray         *kept;       /* of KontorKept: what stands of this source */
  GHashTable        *known;      /* char * → GPtrArray of KontorKept, lent */
  gboolean           is_loaded;
  gboolean           is_done;
  guint              part;       /* of the parts below */
  guint              at;         /* in that part */
  guint              n_changed;
  gint64             file;       /* 0: none yet */
};

KontorIntake *
kontor_intake_new (KontorStore *store, const KontorActor *actor, const char *source,
                   GPtrArray *passages)
{
  KontorIntake *self = g_new0 (KontorIntake, 1);

  self->store = store;
  self->actor = actor;
  self->source = g_strdup (source);
  self->passages = passages;
  self->verdicts = g_array_new (FALSE, TRUE, sizeof (Verdict));
  g_array_set_size (self->verdicts, passages->len);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_kept_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
kontor_intake_free (KontorIntake *self)
{
  g_free (self->source);
  g_ptr_array_unref (self->passages);
  g_array_unref (self->verdicts);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

static gboolean
load (KontorIntake *self, GError **error)
{
  guint before = self->kept->len;
  KontorKept *last = before > 0 ? self->kept->pdata[before - 1] : NULL;

  if ((self->actor->roles & KONTOR_ROLE_MANAGER) == 0)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                           "your role may not change the knowledge");
      return FALSE;
    }
  if (!kontor_intake_table_load (self->store, self->source, last != NULL ? last->id : 0,
                                 LOADED_AT_ONCE, self->kept, error))
    return FALSE;
  self->is_loaded = self->kept->len - before < LOADED_AT_ONCE;

  return TRUE;
}

/* ---- what of the file stands already ---- */

static const char *
get_text (GVariant *passage, const char *field)
{
  const char *text = kontor_record_get_text (passage, field);

  return text != NULL ? text : "";
}

static void
remember (KontorIntake *self, char *key, KontorKept *kept)
{
  GPtrArray *same = g_hash_table_lookup (self->known, key);

  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->known, key, same);
    }
  else
    g_free (key);
  g_ptr_array_add (same, kept);
}

/* The first that nothing of the file has met under @key. */
static void
meet (KontorIntake *self, guint i, const char *key, Fate fate)
{
  GPtrArray *same = g_hash_table_lookup (self->known, key);
  Verdict *verdict = &g_array_index (self->verdicts, Verdict, i);
  KontorKept *kept = same != NULL && same->len > 0 ? same->pdata[0] : NULL;

  if (kept == NULL)
    return;
  g_ptr_array_remove_index (same, 0);
  kept->is_met = TRUE;
  *verdict = (Verdict) { fate, kept->id };
}

static gboolean
remember_whole (KontorIntake *self, guint i, GError **error)
{
  KontorKept *kept = self->kept->pdata[i];

  remember (self, g_strjoin ("\n", kept->title, kept->question, kept->text, NULL), kept);

  return TRUE;
}

static gboolean
meet_whole (KontorIntake *self, guint i, GError **error)
{
  GVariant *passage = self->passages->pdata[i];
  g_autofree char *key = g_strjoin ("\n", get_text (passage, "title"),
                                    get_text (passage, "question"), get_text (passage, "text"),
                                    NULL);

  meet (self, i, key, STAYS);

  return TRUE;
}

static char *
dup_heading (const char *title, const char *question)
{
  return *title != '\0' || *question != '\0' ? g_strjoin ("\n", title, question, NULL) : NULL;
}

static gboolean
remember_heading (KontorIntake *self, guint i, GError **error)
{
  KontorKept *kept = self->kept->pdata[i];
  char *key = kept->is_met ? NULL : dup_heading (kept->title, kept->question);

  if (key != NULL)
    remember (self, key, kept);

  return TRUE;
}

static gboolean
meet_heading (KontorIntake *self, guint i, GError **error)
{
  GVariant *passage = self->passages->pdata[i];
  Verdict *verdict = &g_array_index (self->verdicts, Verdict, i);
  g_autofree char *key = verdict->fate == COMES && self->n_changed < MOST_CHANGED
    ? dup_heading (get_text (passage, "title"), get_text (passage, "question")) : NULL;

  if (key != NULL)
    meet (self, i, key, CHANGES);
  self->n_changed += verdict->fate == CHANGES;

  return TRUE;
}

/* ---- what comes and what goes ---- */

static gboolean
open_file (KontorIntake *self, GError **error)
{
  if (self->file == 0)
    self->file = kontor_intake_table_open (self->store, self->source, error);

  return self->file > 0;
}

static gboolean
add (KontorIntake *self, guint i, GError **error)
{
  Verdict *verdict = &g_array_index (self->verdicts, Verdict, i);

  if (verdict->fate != COMES)
    return TRUE;
  if (!open_file (self, error))
    return FALSE;
  verdict->id = kontor_intake_table_add (self->store, self->file, self->passages->pdata[i], error);

  return verdict->id > 0;
}

static gboolean
leave (KontorIntake *self, guint i, GError **error)
{
  KontorKept *kept = self->kept->pdata[i];

  return kept->is_met || (open_file (self, error) &&
                          kontor_intake_table_leave (self->store, self->file, kept->id, error));
}

/* In this order; each over all passages of the file, or all that stand. */
static const struct {
  gboolean of_kept;
  gboolean writes;
  guint    at_once;
  gboolean (*take) (KontorIntake *self, guint i, GError **error);
} parts[] = {
  { TRUE, FALSE, 200, remember_whole }, { FALSE, FALSE, 200, meet_whole },
  { TRUE, FALSE, 200, remember_heading }, { FALSE, FALSE, 200, meet_heading },
  { FALSE, TRUE, 4, add }, { TRUE, TRUE, 100, leave },
};

static guint
count_part (KontorIntake *self)
{
  return parts[self->part].of_kept ? self->kept->len : self->passages->len;
}

static gboolean
take_some (KontorIntake *self, GError **error)
{
  guint end = MIN (self->at + parts[self->part].at_once, count_part (self));

  for (; self->at < end; self->at++)
    if (!parts[self->part].take (self, self->at, error))
      return FALSE;
  if (self->at == count_part (self))
    {
      self->part++;
      self->at = 0;
    }

  return TRUE;
}

/* What is hidden may be lost with the power: then the file does not stand either. */
static gboolean
write_some (KontorIntake *self, GError **error)
{
  if (!kontor_store_begin_derived (self->store, error))
    return FALSE;
  if (take_some (self, error) && kontor_intake_table_merge (self->store, error) &&
      kontor_store_commit (self->store, error))
    return TRUE;
  kontor_store_undo (self->store);

  return FALSE;
}

/* ---- the file stands ---- */

static void
tell (KontorIntake *self, guint *told, gint64 id)
{
  const KontorKind *kind = kontor_kind_find ("knowledge");
  g_autofree char *written = NULL;

  if (*told == MOST_TOLD)
    return;
  (*told)++;
  written = kontor_kind_format_id (kind, id);
  kontor_store_touch (self->store, kind->name, written);
}

static gboolean
change_all (KontorIntake *self, GError **error)
{
  guint told = 0;

  for (guint i = 0; i < self->verdicts->len; i++)
    {
      Verdict *verdict = &g_array_index (self->verdicts, Verdict, i);

      if (verdict->fate != STAYS)
        tell (self, &told, verdict->id);
      if (verdict->fate == CHANGES &&
          !kontor_intake_table_change (self->store, verdict->id, self->passages->pdata[i], error))
        return FALSE;
    }
  for (guint i = 0; i < self->kept->len; i++)
    if (!((KontorKept *) self->kept->pdata[i])->is_met)
      tell (self, &told, ((KontorKept *) self->kept->pdata[i])->id);

  return TRUE;
}

static gboolean
write_audit (KontorIntake *self, GError **error)
{
  g_autoptr(GVariant) counts = kontor_intake_dup_counts (self);
  g_autoptr(JsonNode) node = json_gvariant_serialize (counts);
  g_autofree char *how = json_to_string (node, FALSE);

  return kontor_audit_write (self->store, self->actor, "imported-knowledge", "knowledge", NULL, how,
                             "done", error);
}

static gboolean
stand (KontorIntake *self, GError **error)
{
  if (!kontor_store_begin (self->store, error))
    return FALSE;
  if (change_all (self, error) &&
      (self->file == 0 || kontor_intake_table_stand (self->store, self->file, error)) &&
      write_audit (self, error) && kontor_store_commit (self->store, error))
    {
      self->is_done = TRUE;
      return TRUE;
    }
  kontor_store_undo (self->store);

  return FALSE;
}

gboolean
kontor_intake_step (KontorIntake *self, GError **error)
{
  if (!self->is_loaded)
    return load (self, error);
  if (self->part == G_N_ELEMENTS (parts))
    return stand (self, error);
  /* A heading is looked for among what nothing met as a whole. */
  if (parts[self->part].take == remember_heading && self->at == 0)
    g_hash_table_remove_all (self->known);

  return parts[self->part].writes ? write_some (self, error) : take_some (self, error);
}

gboolean
kontor_intake_try (KontorIntake *self, GError **error)
{
  while (!self->is_loaded || (self->part < G_N_ELEMENTS (parts) && !parts[self->part].writes))
    if (!kontor_intake_step (self, error))
      return FALSE;

  return TRUE;
}

gboolean
kontor_intake_is_done (KontorIntake *self)
{
  return self->is_done;
}

double
kontor_intake_get_progress (KontorIntake *self)
{
  gboolean is_adding = self->part < G_N_ELEMENTS (parts) && parts[self->part].take == add;

  if (!is_adding || self->passages->len == 0)
    return self->part > 0 && parts[self->part - 1].writes ? 1 : 0;

  return (double) self->at / self->passages->len;
}

static void
add_verdict (GPtrArray *all, guint line, const char *outcome, gint64 id, const char *reason)
{
  g_auto(GVariantDict) verdict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *written = id > 0 ? kontor_kind_format_id (kontor_kind_find ("knowledge"), id)
                                    : g_strdup ("");

  g_variant_dict_insert (&verdict, "line", "x", (gint64) line);
  g_variant_dict_insert (&verdict, "outcome", "s", outcome);
  g_variant_dict_insert (&verdict, "id", "s", written);
  g_variant_dict_insert (&verdict, "reason", "s", reason);
  g_ptr_array_add (all, g_variant_ref_sink (g_variant_dict_end (&verdict)));
}

GPtrArray *
kontor_intake_dup_verdicts (KontorIntake *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  for (guint i = 0; i < self->verdicts->len; i++)
    {
      const Verdict *verdict = &g_array_index (self->verdicts, Verdict, i);

      add_verdict (all, i + 1, verdict->fate == COMES ? "added"
                   : verdict->fate == CHANGES ? "changed" : "skipped", verdict->id,
                   verdict->fate == STAYS ? "stands as it is" : "");
    }
  for (guint i = 0; i < self->kept->len; i++)
    {
      const KontorKept *kept = self->kept->pdata[i];

      if (!kept->is_met)
        add_verdict (all, 0, "removed", kept->id, "the file no longer has it");
    }

  return all;
}

GVariant *
kontor_intake_dup_counts (KontorIntake *self)
{
  static const char *const names[] = { "added", "changed", "skipped" };
  gint64 counts[G_N_ELEMENTS (names)] = { 0 }, removed = 0;
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  for (guint i = 0; i < self->verdicts->len; i++)
    counts[g_array_index (self->verdicts, Verdict, i).fate]++;
  for (guint i = 0; i < self->kept->len; i++)
    removed += !((KontorKept *) self->kept->pdata[i])->is_met;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_variant_dict_insert (&dict, names[i], "x", counts[i]);
  g_variant_dict_insert (&dict, "removed", "x", removed);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

gboolean
kontor_intake_tidy (KontorStore *store, gboolean *more, GError **error)
{
  if (!kontor_store_begin_derived (store, error))
    return FALSE;
  if (kontor_intake_table_tidy (store, TIDIED_AT_ONCE, more, error) &&
      kontor_intake_table_merge (store, error) && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}
