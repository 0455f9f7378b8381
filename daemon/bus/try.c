/* SPDX-License-Identifier: GPL-3.0-or-later */
/* try.c — one answer, tried. */
#include "bus/trials.h"

#include "assistant/knowledge.h"
#include "bus/values.h"
#include "model/error.h"
#include "model/json.h"
#include "store/records.h"

typedef struct {
  KontorTrial *trial;
  KontorStage *stage;
  gboolean     begins;   /* what comes next begins an answer */
} Try;

static void
try_free (Try *self)
{
  kontor_trial_free (self->trial);
  kontor_stage_free (self->stage);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Try, try_free)

static void
on_text (const char *text, gpointer data)
{
  Try *self = data;

  if (text != NULL)
    kontor_trial_tell (self->trial, "TrialText", g_variant_new ("(sb)", text, self->begins));
  self->begins = text == NULL;
}

static void
put_text (GVariantDict *result, const char *name, const char *text)
{
  if (text != NULL)
    g_variant_dict_insert (result, name, "s", text);
}

/* Each of a list by that name in what a message would be kept with. */
static void
put_names (GVariantDict *result, JsonObject *why, const char *name)
{
  JsonArray *list = kontor_json_get_array (why, name);
  GVariantBuilder names;

  g_variant_builder_init (&names, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < kontor_json_get_length (list); i++)
    g_variant_builder_add (&names, "s", json_array_get_string_element (list, i));
  g_variant_dict_insert_value (result, name, g_variant_builder_end (&names));
}

static void
add_passage (GVariantBuilder *list, KontorStore *store, JsonObject *note)
{
  const char *id = kontor_json_get_text (note, "passage");
  g_autoptr(GVariant) record = id != NULL
    ? kontor_records_get (store, kontor_kind_find ("knowledge"), id, NULL) : NULL;
  static const char *const fields[] = { "title", "text", "source" };

  if (record == NULL)
    return;
  g_variant_builder_open (list, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (list, "{sv}", "id", g_variant_new_string (id));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = kontor_record_get_text (record, fields[i]);

      g_variant_builder_add (list, "{sv}", fields[i],
                             g_variant_new_string (text != NULL ? text : ""));
    }
  g_variant_builder_add (list, "{sv}", "score",
                         g_variant_new_double (kontor_json_get_double (note, "score", 0)));
  g_variant_builder_close (list);
}

/* A model notes the passages it was given, the built-in assistant that of each question. */
static void
put_sources (GVariantDict *result, KontorStore *store, const char *text)
{
  g_autoptr(JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonObject *why = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root)
                                                                  : NULL;
  static const char *const lists[] = { "passages", "questions" };
  GVariantBuilder passages;

  g_variant_builder_init (&passages, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonArray *notes = kontor_json_get_array (why, lists[i]);

      for (guint j = 0; j < kontor_json_get_length (notes); j++)
        add_passage (&passages, store, kontor_json_get_nth (notes, j));
    }
  g_variant_dict_insert_value (result, "passages", g_variant_builder_end (&passages));
  put_names (result, why, "facts");
  put_names (result, why, "tools");
}

static void
put_done (GVariantDict *result, const GPtrArray *done)
{
  static const char *const names[] = { "action", "object", "result" };
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; done != NULL && i < done->len; i++)
    {
      g_variant_builder_open (&list, G_VARIANT_TYPE_VARDICT);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          const char *text = kontor_record_get_text (done->pdata[i], names[j]);

          g_variant_builder_add (&list, "{sv}", names[j],
                                 g_variant_new_string (text != NULL ? text : ""));
        }
      g_variant_builder_close (&list);
    }
  g_variant_dict_insert_value (result, "done", g_variant_builder_end (&list));
}

static void
put_calls (GVariantDict *result, KontorStore *store, const GPtrArray *calls)
{
  g_autoptr(GPtrArray) records =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  const char *currency = NULL;
  gint64 nano = 0, minor;

  for (guint i = 0; calls != NULL && i < calls->len; i++)
    {
      GVariant *call = kontor_records_get (store, kontor_kind_find ("ai-call"), calls->pdata[i],
                                           NULL);

      if (call == NULL)
        continue;
      g_ptr_array_add (records, call);
      nano += kontor_record_get_int (call, "cost-nano", 0);
      kontor_record_get_money (call, "cost", &minor, &currency);
    }
  g_variant_dict_insert (result, "cost-nano", "x", nano);
  put_text (result, "currency", currency);
  g_variant_dict_insert_value (result, "calls", kontor_values_list (records));
}

static GVariant *
describe (const KontorRehearsed *end, KontorStore *store)
{
  g_auto(GVariantDict) result = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&result, "outcome", "s", end->outcome);
  g_variant_dict_insert (&result, "by", "s", end->by);
  put_text (&result, "reply", end->reply);
  put_text (&result, "reason", end->reason);
  put_text (&result, "failure", end->failure);
  put_text (&result, "memory", end->memory);
  put_text (&result, "assistant", end->assistant);
  put_text (&result, "language", end->language);
  g_variant_dict_insert_value (&result, "prompts",
                               g_variant_new_strv ((const char *const *) end->prompts, -1));
  g_variant_dict_insert (&result, "latency-ms", "x", end->latency_ms);
  put_sources (&result, store, end->why);
  put_done (&result, end->done);
  put_calls (&result, store, end->calls);

  return g_variant_dict_end (&result);
}

static GVariant *
describe_fault (const GError *error)
{
  g_auto(GVariantDict) result = G_VARIANT_DICT_INIT (NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_variant_dict_insert (&result, "outcome", "s", "cancelled");
  else
    {
      g_variant_dict_insert (&result, "outcome", "s", "failed");
      g_variant_dict_insert (&result, "reason", "s", error->message);
    }

  return g_variant_dict_end (&result);
}

static void
on_rehearsed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Try) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRehearsed) end = kontor_rehearse_finish (result, &error);

  if (!kontor_trial_is_open (self->trial))
    return;
  kontor_trial_tell (self->trial, "TrialEnded", g_variant_new ("(@a{sv})",
                     end != NULL ? describe (end, self->trial->trials->house->store)
                                 : describe_fault (error)));
}

static gboolean
read_line (GVariant *given, GPtrArray *lines, GError **error)
{
  static const char *const names[] = {
    [KONTOR_LINE_CUSTOMER] = "customer", [KONTOR_LINE_ASSISTANT] = "assistant",
    [KONTOR_LINE_PERSON] = "person",
  };
  const char *from = kontor_values_get_text (given, "from");
  const char *text = kontor_values_get_text (given, "text");

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], from) == 0)
      {
        g_ptr_array_add (lines, kontor_line_new (i, text,
                                                 kontor_values_get_text (given, "memory")));
        return TRUE;
      }
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "history: each needs a text, "
                       "and from: customer, assistant or person");

  return FALSE;
}

/* (transfer full): the history, and @text in the end. */
static GPtrArray *
read_lines (GVariant *options, const char *text, GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_line_free);
  g_autoptr(GVariant) history = g_variant_lookup_value (options, "history",
                                                        G_VARIANT_TYPE ("aa{sv}"));

  for (gsize i = 0; history != NULL && i < g_variant_n_children (history); i++)
    {
      g_autoptr(GVariant) given = g_variant_get_child_value (history, i);

      if (!read_line (given, lines, error))
        return NULL;
    }
  g_ptr_array_add (lines, kontor_line_new (KONTOR_LINE_CUSTOMER, text, NULL));

  return g_steal_pointer (&lines);
}

static KontorStage *
set_up (KontorStore *store, const char *text, GVariant *options, const KontorSide *side,
        GError **error)
{
  g_autoptr(GPtrArray) lines = read_lines (options, text, error);
  KontorAssistant *assistant = lines != NULL ? kontor_side_load (side, store, error) : NULL;

  return assistant != NULL ? kontor_stage_new (store, kontor_values_get_text (options, "contact"),
                                               assistant, lines)
                           : NULL;
}

static gboolean
on_try (KontorDBusAssistants *door, GDBusMethodInvocation *invocation, const char *text,
        GVariant *options, KontorTrials *trials)
{
  g_auto(KontorSide) side = { NULL };
  g_autoptr(GError) error = NULL;
  KontorStage *stage;
  Try *self;

  kontor_trial_read_side (options, &side);
  stage = set_up (trials->house->store, text, options, &side, &error);
  if (stage == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  self = g_new0 (Try, 1);
  self->stage = stage;
  self->begins = TRUE;
  self->trial = kontor_trial_new (trials, door, invocation);
  kontor_dbus_assistants_complete_try (door, invocation, self->trial->name);
  kontor_rehearse_async (trials->house->choose, stage, side.is_built_in, on_text, self,
                         self->trial->cancellable, on_rehearsed, self);

  return TRUE;
}

static gboolean
on_cancel_trial (KontorDBusAssistants *door, GDBusMethodInvocation *invocation, const char *name,
                 KontorTrials *trials)
{
  KontorTrial *trial = g_hash_table_lookup (trials->under_way, name);

  if (trial != NULL)
    g_cancellable_cancel (trial->cancellable);
  kontor_dbus_assistants_complete_cancel_trial (door, invocation);

  return TRUE;
}

void
kontor_door_try (KontorDBusAssistants *door, KontorTrials *trials)
{
  g_signal_connect (door, "handle-try", G_CALLBACK (on_try), trials);
  g_signal_connect (door, "handle-cancel-trial", G_CALLBACK (on_cancel_trial), trials);
}
