/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal/audit.h"

#include "base/clock.h"
#include "model/error.h"
#include "store/records.h"

/* Every part with its length before it, so that no two entries read the same. */
static char *
hash_entry (const char *before, gint64 at_us, const char *const *parts)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "%s %" G_GINT64_FORMAT, before, at_us);
  for (guint i = 0; i < 6; i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "\n%" G_GSIZE_FORMAT " %s", strlen (parts[i]), parts[i]);
    else
      g_string_append (text, "\n-");
  g_checksum_update (sum, (const guchar *) text->str, text->len);

  return g_strdup (g_checksum_get_string (sum));
}

/* The end of the chain, "HASH AU7", stands once more by itself and sealed. The next entry is hung
 * on it and not on the last row: what was cut off the end is missed from then on as well. */
static gboolean
write_end (KontorStore *store, const char *chain_end, GError **error)
{
  return kontor_store_run (store, error,
    "INSERT INTO meta (name, value) VALUES ('audit-end', ?)"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value", "z", chain_end);
}

/* (transfer full): two words, the second "" where nothing was written yet. */
static char **
read_end (KontorStore *store, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT value FROM meta WHERE name = 'audit-end'", "");
  g_autofree char *sealed = NULL;

  if (rows == NULL)
    return NULL;
  if (!kontor_rows_next (rows))
    return kontor_rows_done (rows, error) ? g_strsplit (" ", " ", 2) : NULL;
  sealed = kontor_rows_dup_sealed (rows, 0, error);
  if (sealed == NULL)
    {
      g_prefix_error (error, "the end of the audit log: ");
      return NULL;
    }

  return g_strsplit (sealed, " ", 2);
}

static gboolean
check_end (KontorStore *store, const char *hash, gint64 id, GError **error)
{
  g_auto(GStrv) written = read_end (store, error);

  if (written == NULL)
    return FALSE;
  if (!g_str_equal (written[0], hash))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "the audit log was changed: it ends with"
                 " AU%" G_GINT64_FORMAT ", and what was written last is %s", id,
                 *written[1] != '\0' ? written[1] : "unknown");

  return g_str_equal (written[0], hash);
}

gboolean
kontor_audit_write (KontorStore *store, const KontorActor *actor, const char *action,
                    const char *object_kind, const char *object, const char *how,
                    const char *result, GError **error)
{
  g_autofree char *who = kontor_actor_dup_name (actor);
  const char *parts[] = { who, action, object_kind, object, how, result };
  g_auto(GStrv) before = read_end (store, error);
  gint64 at_us = kontor_clock_now_us ();
  g_autofree char *hash = NULL, *id = NULL, *chain_end = NULL;

  if (before == NULL)
    return FALSE;
  hash = hash_entry (before[0], at_us, parts);
  if (!kontor_store_run (store, error,
                         "INSERT INTO audit (at, actor, action, object_kind, object, how, result,"
                         " hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "xsssssss",
                         at_us, who, action, object_kind, object, how, result, hash))
    return FALSE;
  id = g_strdup_printf ("AU%" G_GINT64_FORMAT, kontor_store_last_id (store));
  chain_end = g_strconcat (hash, " ", id, NULL);
  if (!write_end (store, chain_end, error))
    return FALSE;

  kontor_store_touch (store, "audit", id);

  return TRUE;
}

static gboolean
is_about_a_person (const KontorField *field)
{
  return field == NULL || field->type == KONTOR_FIELD_TEXT ||
  field->type == KONTOR_FIELD_LONG_TEXT ||
         field->type == KONTOR_FIELD_PHONE || field->type == KONTOR_FIELD_SECRET ||
         field->type == KONTOR_FIELD_ATTACHMENTS;
}

static void
describe_change (JsonObject *how, const KontorField *field, const char *name, GVariant *before,
                 GVariant *after)
{
  g_autoptr(JsonArray) pair = json_array_new ();
  g_autofree char *was = NULL, *is = NULL;

  if (is_about_a_person (field))
    {
      json_object_set_string_member (how, name, before == NULL ? "given" : "changed");
      return;
    }
  was = before != NULL ? kontor_field_to_text (field, before) : NULL;
  is = kontor_field_to_text (field, after);
  if (was != NULL)
    json_array_add_string_element (pair, was);
  else
    json_array_add_null_element (pair);
  json_array_add_string_element (pair, is);
  json_object_set_array_member (how, name, g_steal_pointer (&pair));
}

char *
kontor_audit_describe (const KontorField *fields, GVariant *old, GVariant *values)
{
  g_autoptr(JsonObject) how = json_object_new ();
  g_autoptr(JsonNode) node = NULL;
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, values);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      g_autoptr(GVariant) before = old != NULL ? kontor_record_get (old, name) : NULL;
      const KontorField *field = kontor_fields_find (fields, name);

      if (before == NULL || !g_variant_equal (before, value))
        describe_change (how, field, name, before, value);
    }
  node = json_node_init_object (json_node_alloc (), how);

  return json_to_string (node, FALSE);
}

gboolean
kontor_audit_verify (KontorStore *store, KontorAuditPlace *place, guint most, gboolean *more,
                     GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT id, at, actor, action, object_kind, object, how, result, hash FROM audit WHERE id > ?"
    " ORDER BY id LIMIT ?", "xx", place->id, (gint64) most);
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  for (; kontor_rows_next (rows); n++)
    {
      const char *parts[6];
      g_autofree char *hash = NULL;

      place->id = kontor_rows_int (rows, 0);
      for (int i = 0; i < 6; i++)
        parts[i] = kontor_rows_text (rows, 2 + i);
      hash = hash_entry (place->hash != NULL ? place->hash : "", kontor_rows_int (rows, 1), parts);
      if (g_strcmp0 (hash, kontor_rows_text (rows, 8)) != 0)
        {
          g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                       "the audit log was changed at or before entry AU%" G_GINT64_FORMAT,
                       place->id);
          return FALSE;
        }
      g_free (place->hash);
      place->hash = g_steal_pointer (&hash);
    }
  place->n += n;
  *more = n == most;

  return kontor_rows_done (rows, error) &&
         (*more || check_end (store, place->hash != NULL ? place->hash : "", place->id, error));
}
