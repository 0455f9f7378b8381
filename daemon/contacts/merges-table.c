/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/merges.h"

#include "base/clock.h"
#include "contacts/labels.h"
#include "model/error.h"
#include "store/records.h"

/* Lists are read anew when some of what they show is told. */
#define MOST_TOLD 300

/* The merge of the pair, whichever of the two it begins with. */
static GVariant *
find_pair (KontorStore *store, const char *contact, const char *other)
{
  const KontorKind *kind = kontor_kind_find ("merge");

  for (int i = 0; i < 2; i++)
    {
      g_autoptr(GVariant) filter = g_variant_ref_sink (g_variant_new_parsed (
        "{'contact': <%s>, 'other': <%s>}", i == 0 ? contact : other, i == 0 ? other : contact));
      g_autoptr(GPtrArray) found = kontor_records_query (
        store, kind, &(KontorQuery) { .filter = filter, .descending = TRUE, .limit = 1 }, NULL,
        NULL);

      if (found != NULL && found->len > 0)
        return g_variant_ref (found->pdata[0]);
    }

  return NULL;
}

static gboolean
has_state (GVariant *merge, const char *state)
{
  return g_strcmp0 (kontor_record_get_text (merge, "state"), state) == 0;
}

gboolean
kontor_merges_are_two (KontorStore *store, const char *contact, const char *other)
{
  g_autoptr(GVariant) merge = find_pair (store, contact, other);

  return merge != NULL && (has_state (merge, "undone") || has_state (merge, "dismissed"));
}

/* (transfer full): the id. */
static char *
write_merge (KontorStore *store, const KontorActor *actor, const char *contact, const char *other,
             const char *proof, const char *state, GError **error)
{
  g_autoptr(GVariant) record = kontor_records_get (store, kontor_kind_find ("contact"), other,
                                                   error);
  const char *name = record != NULL ? kontor_record_get_text (record, "name") : NULL;
  g_autofree char *by = kontor_actor_dup_name (actor);
  g_autoptr(GVariant) values = g_variant_ref_sink (g_variant_new_parsed (
    "{'contact': <%s>, 'other': <%s>, 'other-name': <%s>, 'proof': <%s>, 'state': <%s>,"
    " 'at': <%x>, 'actor': <%s>}", contact, other, name != NULL ? name : "", proof, state,
    kontor_clock_now_us (), by));

  return record != NULL ? kontor_records_insert (store, kontor_kind_find ("merge"), values, error)
                        : NULL;
}

gboolean
kontor_merges_suggest (KontorStore *store, const char *contact, const char *other,
                       const char *proof, GError **error)
{
  g_autoptr(GVariant) merge = find_pair (store, contact, other);
  g_autofree char *id = NULL;

  if (merge != NULL)
    return TRUE;
  id = write_merge (store, &kontor_actor_system, contact, other, proof, "suggested", error);

  return id != NULL;
}

static char *
dup_contact (KontorStore *store, const char *id, GError **error)
{
  g_autoptr(GVariant) record = kontor_records_get (store, kontor_kind_find ("contact"), id, error);

  return record != NULL ? g_variant_print (record, TRUE) : NULL;
}

gint64
kontor_merges_open (KontorStore *store, const KontorActor *actor, const char *from,
                    const char *into, const char *proof, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("merge");
  g_autofree char *gone = dup_contact (store, from, error);
  g_autofree char *before = gone != NULL ? dup_contact (store, into, error) : NULL;
  g_autofree char *id = before != NULL
    ? write_merge (store, actor, into, from, proof, "merged", error) : NULL;
  gint64 number;

  if (id == NULL || !kontor_kind_parse_id (kind, id, &number) ||
      !kontor_store_run (store, error, "UPDATE merge SET gone = ?, before = ? WHERE id = ?", "zzx",
                         gone, before, number) ||
      !kontor_store_run (store, error, "DELETE FROM merge WHERE state = 'suggested' AND ((contact"
                         " = (SELECT contact FROM merge WHERE id = ?) AND other = ?) OR (other = ?"
                         " AND printf('CT%d', contact) = ?))", "xsss", number, from, into, from))
    return -1;

  return number;
}

gboolean
kontor_merges_note (KontorStore *store, gint64 merge, const char *table, const char *column,
                    const char *was, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO merge_moved (merge_id, place, was, row_id) SELECT ?, '%s.%s', ?, id FROM \"%s\""
    " WHERE %s = ?", table, column, table, column);

  return kontor_store_run (store, error, sql, "xss", merge, was, was);
}

static gboolean
note_fields (KontorStore *store, gint64 merge, const KontorKind *kind, const char *was,
             gboolean is_link, GError **error)
{
  g_autofree char *table = g_strdelimit (g_strdup (kind->name), "-", '_');

  if (g_str_equal (kind->name, "merge"))
    return TRUE;
  for (const KontorField *field = kind->fields; field->name != NULL; field++)
    {
      gboolean is_it = is_link ? field->type == KONTOR_FIELD_LINK &&
                                 g_strcmp0 (field->of, "contact") == 0
                               : g_str_equal (field->name, "conversation");
      g_autofree char *column = g_strdelimit (g_strdup (field->name), "-", '_');

      if (is_it && !kontor_merges_note (store, merge, table, column, was, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
note_kinds (KontorStore *store, gint64 merge, gint64 was, gboolean is_link, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, was);

  for (const KontorKind *const *kind = kontor_kinds_get_all (); *kind != NULL; kind++)
    if (!note_fields (store, merge, *kind, text, is_link, error))
      return FALSE;

  return TRUE;
}

gboolean
kontor_merges_note_links (KontorStore *store, gint64 merge, const char *from, GError **error)
{
  gint64 number;

  return kontor_kind_parse_id (kontor_kind_find ("contact"), from, &number) &&
         note_kinds (store, merge, number, TRUE, error) &&
         kontor_store_run (store, error, "INSERT INTO merge_moved (merge_id, place, was, row_id)"
                           " SELECT ?, 'timeline.subject', ?, id FROM timeline"
                           " WHERE subject_kind = 'contact' AND subject = ?", "xss", merge, from,
                           from);
}

gboolean
kontor_merges_note_thread (KontorStore *store, gint64 merge, gint64 conversation, GError **error)
{
  g_autofree char *was = g_strdup_printf ("%" G_GINT64_FORMAT, conversation);

  return note_kinds (store, merge, conversation, FALSE, error) &&
         kontor_merges_note (store, merge, "message", "conversation_id", was, error);
}

/* Messages are told of with their conversations. */
static gboolean
tell_moved (KontorStore *store, gint64 merge, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT substr(place, 1, instr(place, '.') - 1), row_id FROM merge_moved WHERE merge_id = ?"
    " AND place <> 'message.conversation_id' LIMIT ?", "xx", merge, (gint64) MOST_TOLD);

  if (rows == NULL)
    return FALSE;
  while (kontor_rows_next (rows))
    {
      g_autofree char *name = g_strdelimit (g_strdup (kontor_rows_text (rows, 0)), "_", '-');
      const KontorKind *kind = kontor_kind_find (name);
      gint64 number = kontor_rows_int (rows, 1);
      g_autofree char *id = kind != NULL ? kontor_kind_format_id (kind, number)
                            : g_strdup_printf ("%" G_GINT64_FORMAT, number);

      kontor_store_touch (store, name, id);
    }

  return kontor_rows_done (rows, error);
}

/* What was suggested of the one that went is so of the one that stays. */
gboolean
kontor_merges_close (KontorStore *store, gint64 merge, const char *from, const char *into,
                     GError **error)
{
  g_autofree char *after = dup_contact (store, into, error);

  return after != NULL &&
         kontor_store_run (store, error, "UPDATE merge SET after = ? WHERE id = ?", "zx", after,
                           merge) &&
         kontor_store_run (store, error, "UPDATE merge SET other = ? WHERE other = ?"
                           " AND state = 'suggested'", "ss", into, from) &&
         kontor_store_run (store, error, "DELETE FROM merge WHERE state = 'suggested'"
                           " AND other = printf('CT%d', contact)", "") &&
         tell_moved (store, merge, error);
}

gboolean
kontor_merges_may_undo (KontorStore *store, GVariant *merge, GError **error)
{
  const char *id = kontor_record_get_text (merge, "id");
  g_autoptr(KontorRows) rows = NULL;
  gint64 number;

  if (!has_state (merge, "merged") ||
      !kontor_kind_parse_id (kontor_kind_find ("merge"), id, &number))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s stands for nothing that was"
                   " merged", id);
      return FALSE;
    }
  rows = kontor_store_ask (store, error, "SELECT l.id FROM merge l JOIN merge m ON m.id = ?"
                           " WHERE l.contact = m.contact AND l.id > m.id AND l.state = 'merged'"
                           " ORDER BY l.id DESC", "x", number);
  if (rows == NULL)
    return FALSE;
  if (!kontor_rows_next (rows))
    return kontor_rows_done (rows, error);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "MG%" G_GINT64_FORMAT " was merged later: undo that first",
               kontor_rows_int (rows, 0));

  return FALSE;
}

gboolean
kontor_merges_revive (KontorStore *store, const char *id, GError **error)
{
  gint64 number;

  return kontor_kind_parse_id (kontor_kind_find ("contact"), id, &number) &&
         kontor_store_run (store, error, "INSERT INTO contact (id) VALUES (?)", "x", number);
}

static gboolean
move_place (KontorStore *store, gint64 merge, const char *place, const char *was, GError **error)
{
  g_auto(GStrv) parts = g_strsplit (place, ".", 2);
  g_autofree char *sql = g_strdup_printf (
    "UPDATE \"%s\" SET %s = ? WHERE id IN (SELECT row_id FROM merge_moved WHERE merge_id = ?"
    " AND place = ? AND was = ?)", parts[0], parts[1]);

  return kontor_store_run (store, error, sql, "sxss", was, merge, place, was);
}

gboolean
kontor_merges_move_back (KontorStore *store, gint64 merge, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT DISTINCT place, was FROM merge_moved WHERE merge_id = ?", "x", merge);

  if (rows == NULL)
    return FALSE;
  while (kontor_rows_next (rows))
    {
      g_autofree char *place = g_strdup (kontor_rows_text (rows, 0));
      g_autofree char *was = g_strdup (kontor_rows_text (rows, 1));

      if (!move_place (store, merge, place, was, error))
        return FALSE;
    }

  return kontor_rows_done (rows, error) && tell_moved (store, merge, error);
}

static GVariant *
read_sealed (KontorRows *rows, int column, GError **error)
{
  g_autofree char *text = kontor_rows_dup_sealed (rows, column, error);

  return text != NULL ? g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, error) : NULL;
}

/* What is still as the merge made it is as it was before. */
static GVariant *
find_back (GVariant *before, GVariant *after, GVariant *now)
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

      if (is == NULL || !g_variant_equal (is, value) ||
          (old != NULL && g_variant_equal (old, value)))
        continue;
      if (old != NULL)
        g_variant_dict_insert_value (&back, name, old);
      else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        g_variant_dict_insert (&back, name, "s", "");
    }

  return g_variant_ref_sink (g_variant_dict_end (&back));
}

static gboolean
write_contact (KontorStore *store, const char *id, GVariant *values, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  const char *labels = kontor_record_get_text (values, "labels");
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (values);
  g_autoptr(GVariant) bare = NULL;
  gint64 number;

  g_variant_dict_remove (&dict, "id");
  bare = g_variant_ref_sink (g_variant_dict_end (&dict));

  return kontor_kind_parse_id (kind, id, &number) &&
         kontor_records_update (store, kind, id, bare, error) &&
         (labels == NULL || kontor_labels_follow (store, number, labels, error));
}

/* Who said STOP after they were one said it as either. */
static gboolean
obey_stop (KontorStore *store, const char *other, GVariant *after, GVariant *now, GError **error)
{
  g_autoptr(GVariant) stop = NULL;

  if (g_strcmp0 (kontor_record_get_text (now, "consent"), "opted-out") != 0 ||
      g_strcmp0 (kontor_record_get_text (after, "consent"), "opted-out") == 0)
    return TRUE;
  stop = g_variant_ref_sink (g_variant_new_parsed (
    "{'consent': <'opted-out'>, 'consent-at': <%x>}",
    kontor_record_get_int (now, "consent-at", kontor_clock_now_us ())));

  return kontor_records_update (store, kontor_kind_find ("contact"), other, stop, error);
}

gboolean
kontor_merges_restore (KontorStore *store, gint64 merge, GVariant *record, GError **error)
{
  const char *into = kontor_record_get_text (record, "contact");
  const char *other = kontor_record_get_text (record, "other");
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT gone, before, after FROM merge WHERE id = ?", "x", merge);
  g_autoptr(GVariant) gone = NULL, before = NULL, after = NULL, now = NULL, back = NULL;

  if (rows == NULL || !kontor_rows_next (rows))
    return FALSE;
  gone = read_sealed (rows, 0, error);
  before = gone != NULL ? read_sealed (rows, 1, error) : NULL;
  after = before != NULL ? read_sealed (rows, 2, error) : NULL;
  now = after != NULL ? kontor_records_get (store, kontor_kind_find ("contact"), into, error)
                      : NULL;
  if (now == NULL)
    return FALSE;
  back = find_back (before, after, now);

  return write_contact (store, into, back, error) && write_contact (store, other, gone, error) &&
         obey_stop (store, other, after, now, error);
}

gboolean
kontor_merges_set_state (KontorStore *store, const char *merge, const char *state, GError **error)
{
  g_autoptr(GVariant) changes =
    g_variant_ref_sink (g_variant_new_parsed ("{'state': <%s>}", state));

  return kontor_records_update (store, kontor_kind_find ("merge"), merge, changes, error);
}
