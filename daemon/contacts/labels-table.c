/* SPDX-License-Identifier: GPL-3.0-or-later */
/* labels-table.c — the words are written anew from the labels whenever either changes, so that they
 * are spelt alike everywhere. */
#include "contacts/labels.h"

#include "contacts/contacts.h"
#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

/* More than these are told to windows as "any of them". */
#define MOST_TOLD 300

char **
kontor_labels_split (const char *labels)
{
  g_auto(GStrv) words = g_strsplit (labels != NULL ? labels : "", ",", -1);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GStrvBuilder) split = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0' && g_hash_table_add (seen, g_utf8_casefold (words[i], -1)))
      g_strv_builder_add (split, words[i]);

  return g_strv_builder_end (split);
}

static gint64
find_label (KontorStore *store, const char *name, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT id FROM label WHERE name = ?", "s", name);
  gint64 id = 0;

  if (rows == NULL)
    return -1;
  if (kontor_rows_next (rows))
    id = kontor_rows_int (rows, 0);

  return kontor_rows_done (rows, error) ? id : -1;
}

/* A new word gets the next colour. */
static gint64
make_label (KontorStore *store, const char *name, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("label");
  const KontorField *colour = kontor_fields_find (kind->fields, "colour");
  g_auto(GStrv) colours = g_strsplit (colour->choices, "|", -1);
  gint64 count = kontor_records_count (store, kind, NULL, error), number = -1;
  g_autoptr(GVariant) values = NULL;
  g_autofree char *id = NULL;

  if (count < 0)
    return -1;
  values = g_variant_ref_sink (g_variant_new_parsed ("{'name': <%s>, 'colour': <%s>}", name,
                                                     colours[count % g_strv_length (colours)]));
  if (!kontor_record_check (kind->fields, NULL, values, FALSE, error))
    {
      g_prefix_error (error, "labels: “%s”: ", name);
      return -1;
    }
  id = kontor_records_insert (store, kind, values, error);

  return id != NULL && kontor_kind_parse_id (kind, id, &number) ? number : -1;
}

/* @where: of the contacts whose labels in words are to be written anew. */
#define WRITE_WORDS(where) \
  "UPDATE contact SET labels = (SELECT group_concat(name, ', ') FROM (SELECT l.name AS name" \
  " FROM contact_label x JOIN label l ON l.id = x.label_id WHERE x.contact_id = contact.id" \
  " ORDER BY l.name)) WHERE " where

/* What the numbers of @rows name has changed. */
static gboolean
tell (KontorStore *store, KontorRows *rows, const char *what, const KontorKind *kind,
      GError **error)
{
  if (rows == NULL)
    return FALSE;
  while (kontor_rows_next (rows))
    {
      gint64 number = kontor_rows_int (rows, 0);
      g_autofree char *id = kind != NULL ? kontor_kind_format_id (kind, number)
                            : g_strdup_printf ("%" G_GINT64_FORMAT, number);

      kontor_store_touch (store, what, id);
    }

  return kontor_rows_done (rows, error);
}

static gboolean
write_words (KontorStore *store, gint64 contact, GError **error)
{
  return kontor_store_run (store, error, WRITE_WORDS ("id = ?"), "x", contact) &&
         kontor_contacts_tell_threads (store, contact, error);
}

gboolean
kontor_labels_follow (KontorStore *store, gint64 contact, const char *labels, GError **error)
{
  g_auto(GStrv) words = kontor_labels_split (labels);

  if (!kontor_store_run (store, error, "DELETE FROM contact_label WHERE contact_id = ?", "x",
                         contact))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 label = find_label (store, words[i], error);

      if (label == 0)
        label = make_label (store, words[i], error);
      if (label < 0 ||
          !kontor_store_run (store, error, "INSERT INTO contact_label (label_id, contact_id)"
                             " VALUES (?, ?) ON CONFLICT DO NOTHING", "xx", label, contact))
        return FALSE;
    }

  return write_words (store, contact, error);
}

gboolean
kontor_labels_move (KontorStore *store, gint64 from, gint64 into, GError **error)
{
  return kontor_store_run (store, error, "INSERT INTO contact_label (label_id, contact_id)"
                           " SELECT label_id, ? FROM contact_label WHERE contact_id = ?"
                           " ON CONFLICT DO NOTHING", "xx", into, from) &&
         write_words (store, into, error);
}

gboolean
kontor_labels_add (KontorStore *store, const KontorActor *actor, const char *contact,
                   const char *label, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  g_autoptr(GVariant) put = kontor_records_get (store, kontor_kind_find ("label"), label, error);
  g_autoptr(GVariant) on = put != NULL ? kontor_records_get (store, kind, contact, error) : NULL;
  const char *before = on != NULL ? kontor_record_get_text (on, "labels") : NULL;
  g_autoptr(GVariant) values = NULL;
  g_autofree char *labels = NULL, *saved = NULL;

  if (on == NULL)
    return FALSE;
  labels = g_strdup_printf ("%s, %s", before != NULL ? before : "",
                            kontor_record_get_text (put, "name"));
  values = g_variant_ref_sink (g_variant_new_parsed ("{'labels': <%s>}", labels));
  saved = kontor_keep_save (store, actor, kind, contact, values, error);

  return saved != NULL;
}

/* Another name, or none any more: the contacts that have it are worded anew. */
static gboolean
follow_label (KontorStore *store, const KontorActor *actor, const char *id, GVariant *old,
              GVariant *now, GError **error)
{
  g_autoptr(KontorRows) contacts = NULL, conversations = NULL;
  gint64 label;

  if (old == NULL || !kontor_kind_parse_id (kontor_kind_find ("label"), id, &label) ||
      (now != NULL && g_strcmp0 (kontor_record_get_text (old, "name"),
                                 kontor_record_get_text (now, "name")) == 0))
    return TRUE;
  if (!kontor_store_run (store, error, WRITE_WORDS ("id IN (SELECT contact_id FROM contact_label"
                         " WHERE label_id = ?)"), "x", label))
    return FALSE;
  contacts = kontor_store_ask (store, error, "SELECT contact_id FROM contact_label"
                               " WHERE label_id = ? LIMIT ?", "xx", label, (gint64) MOST_TOLD);
  if (!tell (store, contacts, "contact", kontor_kind_find ("contact"), error))
    return FALSE;
  conversations = kontor_store_ask (store, error,
    "SELECT c.id FROM contact_label x JOIN conversation c ON c.contact_id = x.contact_id"
    " WHERE x.label_id = ? LIMIT ?", "xx", label, (gint64) MOST_TOLD);

  return tell (store, conversations, "conversation", NULL, error) &&
         (now != NULL ||
          kontor_store_run (store, error, "DELETE FROM contact_label WHERE label_id = ?", "x",
                            label));
}

const KontorRule kontor_label_rule = {
  .kind = "label",
  .writers = KONTOR_ROLES_OFFICE,
  .saved = follow_label,
};
