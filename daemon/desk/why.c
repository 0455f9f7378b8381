/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/why.h"

#include <json-glib/json-glib.h>

#include "journal/done.h"
#include "store/records.h"

static void
put_text (JsonBuilder *json, const char *name, const char *text)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, text != NULL ? text : "");
}

static void
put_done (JsonBuilder *json, GPtrArray *done)
{
  json_builder_set_member_name (json, "done");
  json_builder_begin_array (json);
  for (guint i = 0; i < done->len; i++)
    {
      json_builder_begin_object (json);
      put_text (json, "action", kontor_record_get_text (done->pdata[i], "action"));
      put_text (json, "object", kontor_record_get_text (done->pdata[i], "object"));
      put_text (json, "result", kontor_record_get_text (done->pdata[i], "result"));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* What the answerer noted is JSON of its own. */
static void
put_answer (JsonBuilder *json, const char *answer)
{
  JsonNode *node = json_from_string (answer, NULL);

  if (node == NULL)
    return;
  json_builder_set_member_name (json, "answer");
  json_builder_add_value (json, node);
}

/* As they stand: what it cost does not change any more. */
static void
put_calls (JsonBuilder *json, KontorStore *store, GPtrArray *calls)
{
  const KontorKind *kind = kontor_kind_find ("ai-call");

  json_builder_set_member_name (json, "calls");
  json_builder_begin_array (json);
  for (guint i = 0; i < calls->len; i++)
    {
      g_autoptr(GVariant) call = kontor_records_get (store, kind, calls->pdata[i], NULL);

      if (call != NULL)
        json_builder_add_value (json, kontor_record_to_json (kind->fields, call));
    }
  json_builder_end_array (json);
}

char *
kontor_turn_dup_why (KontorTurn *turn, const char *rule, const char *answer, GPtrArray *done,
                     GPtrArray *calls)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "message");
  json_builder_add_int_value (json, turn->message->id);
  put_text (json, "station", turn->station);
  put_text (json, "rule", rule);
  put_text (json, "language", turn->language->code);
  if (done != NULL && done->len > 0)
    put_done (json, done);
  if (answer != NULL)
    put_answer (json, answer);
  if (calls != NULL && calls->len > 0)
    put_calls (json, turn->store, calls);
  json_builder_end_object (json);
  root = json_builder_get_root (json);

  return json_to_string (root, FALSE);
}
