/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The operator's list against our table. States and fields: developers.facebook.com/docs/graph-api/
 * reference/whats-app-business-hsm. */
#include "broadcasts/templates.h"

#include <string.h>

#include "journal/timeline.h"
#include "model/error.h"
#include "model/json.h"
#include "model/record.h"
#include "store/records.h"

const char *
kontor_template_read_state (const char *status)
{
  static const struct { const char *theirs, *ours; } states[] = {
    { "APPROVED", "approved" }, { "PENDING", "pending" }, { "IN_APPEAL", "pending" },
    { "REJECTED", "rejected" }, { "PAUSED", "paused" }, { "DISABLED", "disabled" },
    { "PENDING_DELETION", "deleting" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].theirs, status) == 0)
      return states[i].ours;

  return "other";
}

static char *
dup_key (const char *name, const char *language)
{
  return g_strconcat (name, "\n", language, NULL);
}

/* Key → record, of those the channel has. */
static GHashTable *
load (KontorStore *store, const char *channel, GError **error)
{
  g_autoptr(GPtrArray) records =
    kontor_records_query_by (store, kontor_kind_find ("template"), "channel", channel, error);
  GHashTable *known;

  if (records == NULL)
    return NULL;
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  for (guint i = 0; i < records->len; i++)
    {
      GVariant *record = records->pdata[i];

      g_hash_table_insert (known, dup_key (kontor_record_get_text (record, "name"),
                                           kontor_record_get_text (record, "language")),
                           g_variant_ref (record));
    }

  return known;
}

static void
put (GVariantDict *dict, const char *name, const char *text)
{
  g_variant_dict_insert (dict, name, "s", text != NULL ? text : "");
}

static GVariant *
read_listed (const char *channel, JsonObject *listed)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *status = kontor_json_get_text (listed, "status");
  const char *rejected = kontor_json_get_text (listed, "rejected_reason");
  const char *state = kontor_template_read_state (status);
  JsonArray *parts = kontor_json_get_array (listed, "components");
  g_autoptr(JsonNode) node = parts != NULL ? json_node_init_array (json_node_alloc (), parts)
                                           : NULL;
  g_autofree char *components = node != NULL ? json_to_string (node, FALSE) : NULL;
  g_autofree char *remote = kontor_json_dup_id (listed, "id");

  g_variant_dict_insert (&dict, "channel", "s", channel);
  put (&dict, "name", kontor_json_get_text (listed, "name"));
  put (&dict, "language", kontor_json_get_text (listed, "language"));
  put (&dict, "category", kontor_json_get_text (listed, "category"));
  put (&dict, "state", state);
  put (&dict, "quality", kontor_json_get_text (kontor_json_get_object (listed, "quality_score"),
                                               "score"));
  put (&dict, "reason", g_str_equal (state, "other") ? status
                        : g_strcmp0 (rejected, "NONE") == 0 ? "" : rejected);
  g_variant_dict_insert (&dict, "named", "b",
                         g_strcmp0 (kontor_json_get_text (listed, "parameter_format"),
                                    "NAMED") == 0);
  put (&dict, "components", components);
  put (&dict, "remote", remote);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static gboolean
differs (GVariant *record, GVariant *listed)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, listed);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      g_autoptr(GVariant) had = kontor_record_get (record, name);
      gboolean empty = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) &&
                       *g_variant_get_string (value, NULL) == '\0';

      if (had != NULL ? !g_variant_equal (had, value) : !empty)
        {
          g_variant_unref (value);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
tell_state (KontorStore *store, const char *id, GVariant *old, GVariant *now, GError **error)
{
  const char *state = kontor_record_get_text (now, "state");

  return (old != NULL && g_strcmp0 (kontor_record_get_text (old, "state"), state) == 0) ||
         kontor_timeline_write (store, &kontor_actor_system, "template", id, state,
                                kontor_record_get_text (now, "reason"), error);
}

/* What we asked to have deleted stays so until it is off the list. */
static gboolean
fold_one (KontorStore *store, GVariant *record, GVariant *listed, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("template");
  g_autofree char *id = NULL;

  if (record == NULL)
    {
      id = kontor_records_insert (store, kind, listed, error);
      return id != NULL && tell_state (store, id, NULL, listed, error);
    }
  if (g_strcmp0 (kontor_record_get_text (record, "state"), "deleting") == 0 ||
      !differs (record, listed))
    return TRUE;
  id = g_strdup (kontor_record_get_text (record, "id"));

  return kontor_records_update (store, kind, id, listed, error) &&
         tell_state (store, id, record, listed, error);
}

/* What never reached the operator is not missed on its list. */
static gboolean
remove_gone (KontorStore *store, GHashTable *left, GError **error)
{
  GHashTableIter iter;
  GVariant *record;

  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    {
      const char *remote = kontor_record_get_text (record, "remote");

      if (remote != NULL && *remote != '\0' &&
          !kontor_records_delete (store, kontor_kind_find ("template"),
                                  kontor_record_get_text (record, "id"), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
kontor_templates_fold (KontorStore *store, const char *channel, const char *list, GError **error)
{
  g_autoptr(JsonNode) root = kontor_json_parse (list, strlen (list), error);
  g_autoptr(GHashTable) known = root != NULL ? load (store, channel, error) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                                                                  : NULL;

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < kontor_json_get_length (array); i++)
    {
      JsonObject *object = kontor_json_get_nth (array, i);
      const char *name = kontor_json_get_text (object, "name");
      const char *language = kontor_json_get_text (object, "language");
      g_autofree char *key = NULL;
      g_autoptr(GVariant) listed = NULL;

      if (name == NULL || language == NULL ||
          g_strcmp0 (kontor_json_get_text (object, "status"), "DELETED") == 0)
        continue;
      key = dup_key (name, language);
      listed = read_listed (channel, object);
      if (!fold_one (store, g_hash_table_lookup (known, key), listed, error))
        return FALSE;
      g_hash_table_remove (known, key);
    }

  return remove_gone (store, known, error);
}
