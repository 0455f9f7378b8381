/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/dialogue.h"

#include <json-glib/json-glib.h>

#include "base/clock.h"
#include "model/error.h"

#define RESTS_US (G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC)
#define TO(phase) (1u << KONTOR_DIALOGUE_##phase)

static const guint edges[KONTOR_DIALOGUE_N_PHASES] = {
  [KONTOR_DIALOGUE_NONE]       = TO (COLLECTING) | TO (CONFIRMING),
  [KONTOR_DIALOGUE_COLLECTING] = TO (COLLECTING) | TO (CONFIRMING) | TO (NONE),
  [KONTOR_DIALOGUE_CONFIRMING] = TO (CONFIRMING) | TO (COLLECTING) | TO (NONE),
};

gboolean
kontor_dialogue_may_go (KontorDialoguePhase from, KontorDialoguePhase to)
{
  return (edges[from] & (1u << to)) != 0;
}

KontorDialogue *
kontor_dialogue_new (KontorGoal goal)
{
  KontorDialogue *self = g_new0 (KontorDialogue, 1);

  self->goal = goal;
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
kontor_dialogue_free (KontorDialogue *self)
{
  g_free (self->service);
  g_free (self->subject);
  g_free (self->asked);
  g_free (self->question);
  g_hash_table_unref (self->values);
  g_free (self);
}

static char *
to_json (KontorDialogue *self)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(JsonNode) node = NULL;
  JsonObject *values = json_object_new ();
  GHashTableIter iter;
  const char *name, *value;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &value))
    json_object_set_string_member (values, name, value);
  json_object_set_int_member (object, "phase", self->phase);
  json_object_set_int_member (object, "goal", self->goal);
  json_object_set_int_member (object, "misses", self->misses);
  json_object_set_int_member (object, "part", self->part);
  json_object_set_string_member (object, "service", self->service);
  json_object_set_string_member (object, "subject", self->subject);
  json_object_set_string_member (object, "asked", self->asked);
  json_object_set_string_member (object, "question", self->question);
  json_object_set_object_member (object, "values", values);
  node = json_node_init_object (json_node_alloc (), object);

  return json_to_string (node, FALSE);
}

static char *
dup_member (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static KontorDialogue *
from_json (const char *text, GError **error)
{
  g_autoptr(JsonNode) node = json_from_string (text, error);
  g_autoptr(KontorDialogue) self = NULL;
  JsonObject *object;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL)
    return NULL;
  object = json_node_get_object (node);
  self = kontor_dialogue_new (json_object_get_int_member (object, "goal"));
  self->phase = json_object_get_int_member (object, "phase");
  self->misses = json_object_get_int_member (object, "misses");
  self->part = json_object_get_int_member_with_default (object, "part", 0);
  self->service = dup_member (object, "service");
  self->subject = dup_member (object, "subject");
  self->asked = dup_member (object, "asked");
  self->question = dup_member (object, "question");
  json_object_iter_init (&iter, json_object_get_object_member (object, "values"));
  while (json_object_iter_next (&iter, &name, &value))
    g_hash_table_insert (self->values, g_strdup (name), json_node_dup_string (value));

  return g_steal_pointer (&self);
}

KontorDialogue *
kontor_dialogue_load (KontorStore *store, gint64 conversation, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT what FROM dialogue WHERE conversation_id = ? AND at > ?", "xx", conversation,
    kontor_clock_now_us () - RESTS_US);
  g_autofree char *text = NULL;

  if (rows == NULL)
    return NULL;
  if (!kontor_rows_next (rows))
    {
      kontor_rows_done (rows, error);
      return NULL;
    }
  text = kontor_rows_dup_sealed (rows, 0, error);

  return text != NULL ? from_json (text, error) : NULL;
}

gboolean
kontor_dialogue_go (KontorDialogue *self, KontorStore *store, gint64 conversation,
                    KontorDialoguePhase to, GError **error)
{
  g_autofree char *text = NULL;

  if (!kontor_dialogue_may_go (self->phase, to))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "a dialogue cannot go from %d to %d",
                   self->phase, to);
      return FALSE;
    }
  g_debug ("dialogue of conversation %" G_GINT64_FORMAT ": %d → %d", conversation, self->phase, to);
  self->phase = to;
  if (to == KONTOR_DIALOGUE_NONE)
    return kontor_store_run (store, error, "DELETE FROM dialogue WHERE conversation_id = ?", "x",
                             conversation);
  text = to_json (self);

  return kontor_store_run (store, error,
    "INSERT INTO dialogue (conversation_id, what, at) VALUES (?, ?, ?)"
    " ON CONFLICT (conversation_id) DO UPDATE SET what = excluded.what, at = excluded.at", "xzx",
    conversation, text, kontor_clock_now_us ());
}
