/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/imports.h"

#include "base/clock.h"
#include "model/error.h"
#include "store/records.h"

gint64
kontor_imports_open (KontorStore *store, const KontorActor *actor, const char *token,
                     const char *file, const char *kind, GError **error)
{
  const KontorKind *imports = kontor_kind_find ("import");
  g_autofree char *by = kontor_actor_dup_name (actor);
  g_autoptr(GVariant) there = kontor_records_find (store, imports, NULL, "token", token);
  g_autoptr(GVariant) values = g_variant_ref_sink (g_variant_new_parsed (
    "{'token': <%s>, 'file': <%s>, 'of': <%s>, 'actor': <%s>, 'state': <'done'>, 'at': <%x>}",
    token, file != NULL ? file : "", kind, by, kontor_clock_now_us ()));
  g_autofree char *id = there != NULL ? g_strdup (kontor_record_get_text (there, "id"))
                        : kontor_records_insert (store, imports, values, error);
  gint64 number;

  if (there != NULL && g_strcmp0 (kontor_record_get_text (there, "of"), kind) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s is an import of others", id);
      return -1;
    }

  return id != NULL && kontor_kind_parse_id (imports, id, &number) ? number : -1;
}

gboolean
kontor_imports_find_first (KontorStore *store, gint64 import, const KontorKind *kind,
                           gint64 *first, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error, "SELECT record FROM import_row WHERE"
                                                 " import_id = ? AND before IS NULL"
                                                 " ORDER BY line LIMIT 1", "x", import);

  *first = 0;
  if (rows == NULL)
    return FALSE;
  if (kontor_rows_next (rows) && !kontor_kind_parse_id (kind, kontor_rows_text (rows, 0), first))
    *first = 0;

  return kontor_rows_done (rows, error);
}

gboolean
kontor_imports_keep_row (KontorStore *store, gint64 import, guint line, GVariant *before,
                         GVariant *after, GError **error)
{
  g_autofree char *old = before != NULL ? g_variant_print (before, TRUE) : NULL;
  g_autofree char *now = g_variant_print (after, TRUE);

  return kontor_store_run (store, error, "INSERT INTO import_row (import_id, line, record, before,"
                           " after) VALUES (?, ?, ?, ?, ?)", "xxszz", import, (gint64) line,
                           kontor_record_get_text (after, "id"), old, now);
}

gboolean
kontor_imports_count (KontorStore *store, gint64 import,
                      const guint counts[KONTOR_IMPORT_N_OUTCOMES], GError **error)
{
  const KontorKind *kind = kontor_kind_find ("import");
  g_autofree char *id = kontor_kind_format_id (kind, import);

  kontor_store_touch (store, kind->name, id);

  return kontor_store_run (store, error, "UPDATE import SET added = added + ?,"
                           " changed = changed + ?, skipped = skipped + ?, refused = refused + ?"
                           " WHERE id = ?", "xxxxx", (gint64) counts[KONTOR_IMPORT_ADDED],
                           (gint64) counts[KONTOR_IMPORT_CHANGED],
                           (gint64) counts[KONTOR_IMPORT_SKIPPED],
                           (gint64) counts[KONTOR_IMPORT_REFUSED], import);
}

typedef struct {
  KontorStore       *store;
  const KontorActor *actor;
  const KontorKind  *kind;
  gint64             taken_back;
  gint64             kept;
} Undo;

/* (transfer full): what @before has other than @after, where @now is as @after; NULL where that
 * cannot be brought back. */
static GVariant *
find_back (Undo *self, GVariant *before, GVariant *after, GVariant *now)
{
  g_auto(GVariantDict) back = G_VARIANT_DICT_INIT (NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, after);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      g_autoptr(GVariant) old = kontor_record_get (before, name);
      g_autoptr(GVariant) is = kontor_record_get (now, name);

      if (old != NULL && g_variant_equal (old, value))
        continue;
      if (is == NULL || !g_variant_equal (is, value))
        return NULL;
      if (old == NULL && !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        return NULL;
      g_variant_dict_insert_value (&back, name, old != NULL ? old : g_variant_new_string (""));
    }

  return g_variant_ref_sink (g_variant_dict_end (&back));
}

static gboolean
change_back (Undo *self, const char *id, GVariant *before, GVariant *after, GVariant *now)
{
  g_autoptr(GVariant) back = find_back (self, before, after, now);
  g_autofree char *saved = back != NULL
    ? kontor_keep_save (self->store, self->actor, self->kind, id, back, NULL) : NULL;

  return saved != NULL;
}

static GVariant *
parse (const char *text)
{
  return text != NULL ? g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL) : NULL;
}

static void
take_back (Undo *self, const char *id, const char *before, const char *after)
{
  g_autoptr(GVariant) now = kontor_records_get (self->store, self->kind, id, NULL);
  g_autoptr(GVariant) left = now != NULL ? parse (after) : NULL, old = parse (before);
  gboolean done = FALSE;

  if (left != NULL && old != NULL)
    done = change_back (self, id, old, left, now);
  else if (left != NULL && before == NULL)
    done = g_variant_equal (now, left) &&
           kontor_keep_remove (self->store, self->actor, self->kind, id, NULL);
  if (done)
    self->taken_back++;
  else
    self->kept++;
}

/* (nullable): in *text, NULL for NULL. */
static gboolean
read_sealed (KontorRows *rows, int column, char **text, GError **error)
{
  g_autoptr(GError) local = NULL;

  *text = kontor_rows_dup_sealed (rows, column, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* The last first: a row may have changed what one before it added. */
static gboolean
take_rows_back (Undo *self, gint64 import, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (self->store, error,
    "SELECT record, before, after FROM import_row WHERE import_id = ? ORDER BY line DESC", "x",
    import);

  if (rows == NULL)
    return FALSE;
  while (kontor_rows_next (rows))
    {
      g_autofree char *id = g_strdup (kontor_rows_text (rows, 0));
      g_autofree char *before = NULL, *after = NULL;

      if (!read_sealed (rows, 1, &before, error) || !read_sealed (rows, 2, &after, error))
        return FALSE;
      take_back (self, id, before, after);
    }

  return kontor_rows_done (rows, error);
}

gboolean
kontor_imports_undo (KontorStore *store, const KontorActor *actor, const char *id, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("import");
  g_autoptr(GVariant) import = kontor_records_get (store, kind, id, error);
  Undo self = { .store = store, .actor = actor };
  gint64 number;

  if (import == NULL || !kontor_kind_parse_id (kind, id, &number))
    return FALSE;
  self.kind = kontor_kind_find (kontor_record_get_text (import, "of"));
  if (self.kind == NULL || g_strcmp0 (kontor_record_get_text (import, "state"), "done") != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s was taken back already", id);
      return FALSE;
    }
  if (!take_rows_back (&self, number, error))
    return FALSE;
  kontor_store_touch (store, kind->name, kontor_record_get_text (import, "id"));

  return kontor_store_run (store, error, "UPDATE import SET state = 'undone', taken_back = ?,"
                           " kept = ? WHERE id = ?", "xxx", self.taken_back, self.kept, number) &&
         kontor_store_run (store, error, "DELETE FROM import_row WHERE import_id = ?", "x", number);
}
