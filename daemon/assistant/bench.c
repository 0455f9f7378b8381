/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.c — one line of the script after the other; answers are added to what was said, so that
 * each version goes on with its own words. */
#include "assistant/bench.h"

#include "assistant/models/provider.h"
#include "base/clock.h"
#include "store/records.h"

typedef struct {
  KontorChoose *choose;
  char         *golden;
  KontorSide    side;
  GPtrArray    *items;       /* of KontorGoldenItem */
  guint         at;
  GPtrArray    *lines;       /* of KontorLine: what was said */
  KontorStage  *stage;       /* (nullable): of the answer that is tried */
  gboolean      is_held;     /* by a person, or the customer said STOP */
  gint64        passed, expected, cost_nano, latency_ms;
  char          currency[4];
  GString      *faults, *transcript;
} Bench;

static void go_on (GTask *task);

static void
bench_free (Bench *self)
{
  g_free (self->golden);
  kontor_side_clear (&self->side);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->stage, kontor_stage_free);
  g_string_free (self->faults, TRUE);
  g_string_free (self->transcript, TRUE);
  g_free (self);
}

/* Which assistant and which prompts: "AS1", "AS2 PR1 v3", "unsaved". */
static char *
dup_side (const KontorSide *side)
{
  g_autofree char *versions = side->versions != NULL ? g_strjoinv (", ", side->versions) : NULL;
  g_autoptr(GString) words = g_string_new (side->assistant);

  if (versions != NULL && *versions != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", versions);
  if (side->texts != NULL && g_hash_table_size (side->texts) > 0)
    g_string_append_printf (words, "%sunsaved", words->len > 0 ? " " : "");
  if (side->is_built_in)
    g_string_append_printf (words, "%sbuilt-in", words->len > 0 ? " " : "");

  return g_strdup (words->len > 0 ? words->str : "as it stands");
}

static void
put_text (GVariantDict *run, const char *name, const char *text)
{
  if (*text != '\0')
    g_variant_dict_insert (run, name, "s", text);
}

static GVariant *
keep (Bench *self, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("golden-run");
  KontorStore *store = kontor_choose_get_store (self->choose);
  g_auto(GVariantDict) run = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *side = dup_side (&self->side), *id = NULL;
  g_autoptr(GVariant) record = NULL;

  g_variant_dict_insert (&run, "at", "x", kontor_clock_now_us ());
  g_variant_dict_insert (&run, "golden", "s", self->golden);
  g_variant_dict_insert (&run, "side", "s", side);
  g_variant_dict_insert (&run, "passed", "x", self->passed);
  g_variant_dict_insert (&run, "expected", "x", self->expected);
  put_text (&run, "faults", self->faults->str);
  put_text (&run, "transcript", self->transcript->str);
  g_variant_dict_insert (&run, "cost-nano", "x", self->cost_nano);
  if (*self->currency != '\0')
    g_variant_dict_insert (&run, "cost", "(xs)", kontor_nano_round (self->cost_nano),
                           self->currency);
  g_variant_dict_insert (&run, "latency-ms", "x", self->latency_ms);
  record = g_variant_ref_sink (g_variant_dict_end (&run));
  id = kontor_records_insert (store, kind, record, error);

  return id != NULL ? kontor_records_get (store, kind, id, error) : NULL;
}

static void
end (GTask *task)
{
  GError *error = NULL;
  GVariant *run = keep (g_task_get_task_data (task), &error);

  if (run != NULL)
    g_task_return_pointer (task, run, (GDestroyNotify) g_variant_unref);
  else
    g_task_return_error (task, error);
}

static void
hear (Bench *self, KontorLineFrom from, const char *mark, const char *text, const char *memory)
{
  g_ptr_array_add (self->lines, kontor_line_new (from, text, memory));
  g_string_append_printf (self->transcript, "%s %s\n", mark, text);
}

static void
add_cost (Bench *self, const GPtrArray *calls)
{
  KontorStore *store = kontor_choose_get_store (self->choose);
  const char *currency;
  gint64 minor;

  for (guint i = 0; calls != NULL && i < calls->len; i++)
    {
      g_autoptr(GVariant) call = kontor_records_get (store, kontor_kind_find ("ai-call"),
                                                     calls->pdata[i], NULL);

      if (call == NULL)
        continue;
      self->cost_nano += kontor_record_get_int (call, "cost-nano", 0);
      if (kontor_record_get_money (call, "cost", &minor, &currency))
        g_strlcpy (self->currency, currency, sizeof self->currency);
    }
}

/* All that is expected of the answer that was just given. */
static void
judge (Bench *self, const KontorRehearsed *answer)
{
  for (; self->at < self->items->len; self->at++)
    {
      const KontorGoldenItem *item = self->items->pdata[self->at];
      g_autofree char *fault = NULL;

      if (item->kind <= KONTOR_GOLDEN_PERSON)
        return;
      self->expected++;
      if (kontor_golden_judge (item, answer, &fault))
        self->passed++;
      else
        g_string_append_printf (self->faults, "%s\n", fault);
    }
}

static void
take (Bench *self, const KontorRehearsed *answer)
{
  add_cost (self, answer->calls);
  self->latency_ms += answer->latency_ms;
  self->is_held |= g_str_equal (answer->outcome, "silent");
  if (answer->reply != NULL)
    hear (self, KONTOR_LINE_ASSISTANT, "<", answer->reply, answer->memory);
  else
    g_string_append_printf (self->transcript, "(%s: %s)\n", answer->outcome, answer->reason);
  judge (self, answer);
}

static void
on_rehearsed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Bench *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(KontorRehearsed) answer = kontor_rehearse_finish (result, &error);

  g_clear_pointer (&self->stage, kontor_stage_free);
  if (answer != NULL && kontor_choose_get_store (self->choose) == NULL)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the house was closed");
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take (self, answer);
  go_on (task);
}

static void
ask (GTask *task)
{
  Bench *self = g_task_get_task_data (task);
  GError *error = NULL;
  KontorAssistant *assistant = kontor_side_load (&self->side,
                                                 kontor_choose_get_store (self->choose), &error);

  if (assistant == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->stage = kontor_stage_new (kontor_choose_get_store (self->choose), NULL, assistant,
                                  self->lines);
  kontor_rehearse_async (self->choose, self->stage, self->side.is_built_in, NULL, NULL,
                         g_task_get_cancellable (task), on_rehearsed, g_object_ref (task));
}

/* Takes what is said until an answer is due; FALSE: nothing is left. */
static gboolean
listen (Bench *self)
{
  gboolean is_due = FALSE;

  for (; self->at < self->items->len; self->at++)
    {
      const KontorGoldenItem *item = self->items->pdata[self->at];

      if (item->kind > KONTOR_GOLDEN_PERSON || (is_due && item->kind == KONTOR_GOLDEN_PERSON))
        break;
      is_due = item->kind == KONTOR_GOLDEN_CUSTOMER;
      self->is_held |= !is_due;
      if (is_due)
        hear (self, KONTOR_LINE_CUSTOMER, ">", item->text, NULL);
      else
        hear (self, KONTOR_LINE_PERSON, "=", item->text, NULL);
    }

  return is_due || self->at < self->items->len;
}

static void
go_on (GTask *task)
{
  Bench *self = g_task_get_task_data (task);
  const KontorRehearsed silent = {
    .outcome = "silent", .by = "people",
    .reason = (char *) "a person holds the conversation, or the customer said STOP",
  };

  while (listen (self))
    {
      if (!self->is_held)
        {
          ask (task);
          return;
        }
      take (self, &silent);
    }
  end (task);
}

static void
copy_side (KontorSide *to, const KontorSide *from)
{
  *to = (KontorSide) {
    .assistant = g_strdup (from->assistant), .versions = g_strdupv (from->versions),
    .texts = from->texts != NULL ? g_hash_table_ref (from->texts) : NULL,
    .is_built_in = from->is_built_in,
  };
}

void
kontor_bench_run_async (KontorChoose *choose, const char *golden, const KontorSide *side,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (choose, cancellable, callback, user_data);
  Bench *self = g_new0 (Bench, 1);
  GError *error = NULL;
  g_autoptr(GVariant) record = NULL;

  g_task_set_source_tag (task, kontor_bench_run_async);
  g_task_set_task_data (task, self, (GDestroyNotify) bench_free);
  self->choose = choose;
  copy_side (&self->side, side);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_line_free);
  self->faults = g_string_new (NULL);
  self->transcript = g_string_new (NULL);
  record = kontor_records_get (kontor_choose_get_store (choose), kontor_kind_find ("golden"),
                               golden, &error);
  if (record != NULL)
    {
      self->golden = g_strdup (kontor_record_get_text (record, "id"));
      self->items = kontor_golden_read (kontor_record_get_text (record, "script"), &error);
    }
  if (self->items != NULL)
    go_on (task);
  else
    g_task_return_error (task, error);
}

GVariant *
kontor_bench_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == kontor_bench_run_async, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
