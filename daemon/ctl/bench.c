/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench.c — golden conversations are run and told as they come. Ends with 1 where anything that was
 * expected does not hold, so that a script may stop there. */
#include "ctl/command.h"
#include "ctl/print.h"
#include "ctl/sides.h"
#include "model/error.h"
#include "model/json.h"
#include "model/record.h"

#include <glib/gi18n.h>

typedef struct {
  KontorCtl *ctl;
  GMainLoop *loop;
  char      *trial;
  JsonArray *all;        /* with --json */
  GString   *faults;
  GArray    *sums;       /* of Sum, one for each side */
  GVariant  *result;     /* (nullable): it is under way */
  gboolean   is_gone;
} Benching;

typedef struct {
  char   *side;
  gint64  passed, expected, nano, latency_ms;
  char    currency[4];
} Sum;

static void
sum_clear (Sum *sum)
{
  g_free (sum->side);
}

static void
add_up (Benching *self, guint side, GVariant *run)
{
  const char *currency;
  gint64 minor;
  Sum *sum;

  if (side >= self->sums->len)
    g_array_set_size (self->sums, side + 1);
  sum = &g_array_index (self->sums, Sum, side);
  if (sum->side == NULL)
    sum->side = g_strdup (kontor_record_get_text (run, "side"));
  sum->passed += kontor_record_get_int (run, "passed", 0);
  sum->expected += kontor_record_get_int (run, "expected", 0);
  sum->nano += kontor_record_get_int (run, "cost-nano", 0);
  sum->latency_ms += kontor_record_get_int (run, "latency-ms", 0);
  if (kontor_record_get_money (run, "cost", &minor, &currency))
    g_strlcpy (sum->currency, currency, sizeof sum->currency);
}

static void
print_line (const char *what, const Sum *sum)
{
  g_autofree char *cost = kontor_ctl_dup_cost (sum->nano, sum->currency);
  /* TRANSLATORS: of what must hold of an answer */
  g_autofree char *held = g_strdup_printf (_("%d of %d hold"), (int) sum->passed,
                                           (int) sum->expected);
  g_autofree char *line = g_strdup_printf (
    "%-6s %s, %s: %s, %s%s%" G_GINT64_FORMAT " ms\n",
    sum->passed == sum->expected ? _("passed") : _("FAILED"), what, sum->side, held,
    cost != NULL ? cost : "", cost != NULL ? ", " : "", sum->latency_ms);

  kontor_ctl_print_text (line);
}

static void
print_faults (GVariant *run)
{
  const char *faults = kontor_record_get_text (run, "faults");
  g_auto(GStrv) lines = g_strsplit (faults != NULL ? faults : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        g_autofree char *line = g_strdup_printf ("       %s\n", lines[i]);

        kontor_ctl_print_text (line);
      }
}

static void
on_ran (KontorDBusAssistants *assistants, const char *trial, guint side, GVariant *run,
        gpointer data)
{
  Benching *self = data;
  const char *currency = NULL;
  gint64 minor;
  Sum one = { NULL };

  if (g_strcmp0 (trial, self->trial) != 0)
    return;
  add_up (self, side, run);
  if (self->ctl->json)
    {
      json_array_add_element (self->all, kontor_ctl_record_to_json (NULL, run));
      return;
    }
  kontor_record_get_money (run, "cost", &minor, &currency);
  one = (Sum) {
    (char *) kontor_record_get_text (run, "side"), kontor_record_get_int (run, "passed", 0),
    kontor_record_get_int (run, "expected", 0), kontor_record_get_int (run, "cost-nano", 0),
    kontor_record_get_int (run, "latency-ms", 0), "",
  };
  g_strlcpy (one.currency, currency != NULL ? currency : "", sizeof one.currency);
  print_line (kontor_record_get_text (run, "golden"), &one);
  print_faults (run);
}

static void
on_ended (KontorDBusAssistants *assistants, const char *trial, GVariant *result, gpointer data)
{
  Benching *self = data;

  if (g_strcmp0 (trial, self->trial) != 0)
    return;
  self->result = g_variant_ref (result);
  g_main_loop_quit (self->loop);
}

static void
on_owner_changed (GObject *proxy, GParamSpec *property, gpointer data)
{
  Benching *self = data;
  g_autofree char *owner = g_dbus_proxy_get_name_owner (G_DBUS_PROXY (proxy));

  self->is_gone |= owner == NULL;
  if (owner == NULL)
    g_main_loop_quit (self->loop);
}

static void
add_side (GVariantBuilder *sides, const char *assistant, const char *prompt)
{
  g_auto(GVariantDict) side = G_VARIANT_DICT_INIT (NULL);

  if (assistant != NULL)
    g_variant_dict_insert (&side, "assistant", "s", assistant);
  if (prompt != NULL)
    g_variant_dict_insert_value (&side, "versions",
                                 g_variant_new_strv ((const char *const[]) { prompt }, 1));
  g_variant_builder_add_value (sides, g_variant_dict_end (&side));
}

/* Each --prompt is a side, for each assistant that is named, or the default one. */
static GVariant *
make_options (KontorCtlArguments *arguments)
{
  g_auto(GStrv) prompts = kontor_ctl_arguments_dup_all (arguments, "prompt");
  g_auto(GStrv) goldens = kontor_ctl_arguments_dup_all (arguments, "golden");
  guint n = kontor_ctl_arguments_get_n_words (arguments);
  g_auto(GVariantDict) options = G_VARIANT_DICT_INIT (NULL);
  GVariantBuilder sides;

  g_variant_builder_init (&sides, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < MAX (n, 1); i++)
    {
      const char *assistant = kontor_ctl_arguments_get_word (arguments, i);

      if (prompts[0] == NULL)
        add_side (&sides, assistant, NULL);
      for (guint j = 0; prompts[j] != NULL; j++)
        add_side (&sides, assistant, prompts[j]);
    }
  g_variant_dict_insert_value (&options, "sides", g_variant_builder_end (&sides));
  g_variant_dict_insert (&options, "goldens", "^as", goldens);

  return g_variant_ref_sink (g_variant_dict_end (&options));
}

/* How each side did in all; FALSE with error where anything did not hold. */
static gboolean
sum_up (Benching *self, GError **error)
{
  gint64 faults = 0;

  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = &g_array_index (self->sums, Sum, i);

      faults += sum->expected - sum->passed;
      if (!self->ctl->json)
        print_line (_("all"), sum);
    }
  if (self->ctl->json)
    {
      JsonNode *node = json_node_new (JSON_NODE_ARRAY);

      json_node_set_array (node, self->all);
      kontor_ctl_print_json (node);
    }
  if (faults == 0)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
               ngettext ("%d of what must hold does not", "%d of what must hold do not", faults),
               (int) faults);

  return FALSE;
}

static gboolean
run (Benching *self, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GVariant) options = make_options (arguments);

  if (!kontor_dbus_assistants_call_bench_sync (self->ctl->assistants, options, &self->trial, NULL,
                                               error))
    return FALSE;
  if (!self->is_gone)
    g_main_loop_run (self->loop);
  if (self->result == NULL)
    g_set_error_literal (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER, "");
  else if (g_strcmp0 (kontor_record_get_text (self->result, "outcome"), "failed") == 0)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                         kontor_record_get_text (self->result, "reason"));
  else
    return sum_up (self, error);

  return FALSE;
}

gboolean
kontor_ctl_bench (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(JsonArray) all = json_array_new ();
  g_autoptr(GArray) sums = g_array_new (FALSE, TRUE, sizeof (Sum));
  Benching self = { .ctl = ctl, .loop = loop, .all = all, .sums = sums };
  gboolean fine;

  g_array_set_clear_func (sums, (GDestroyNotify) sum_clear);
  g_signal_connect (ctl->assistants, "bench-ran", G_CALLBACK (on_ran), &self);
  g_signal_connect (ctl->assistants, "bench-ended", G_CALLBACK (on_ended), &self);
  g_signal_connect (ctl->assistants, "notify::g-name-owner", G_CALLBACK (on_owner_changed), &self);
  fine = run (&self, arguments, error);
  g_signal_handlers_disconnect_by_data (ctl->assistants, &self);
  g_free (self.trial);
  g_clear_pointer (&self.result, g_variant_unref);

  return fine;
}
