/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-view.c — a side is an assistant, the built-in one, or a version of a prompt. Which there
 * are is drawn anew when any of them comes or goes; what was chosen is found again by its name. */
#include "assistants/bench-view.h"

#include "assistants/bench-result.h"
#include "remote/remote-list.h"
#include "widgets/record-group.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

#define MOST 500

struct _KontorBenchView
{
  AdwBin                parent_instance;

  KontorRemoteHouse    *house;
  KontorDBusAssistants *assistants;
  KontorRemoteList     *goldens;
  KontorRemoteList     *all;        /* assistants */
  KontorRemoteList     *versions;   /* of prompts, the latest first */
  GtkStringList        *sides;      /* what people call them */
  GPtrArray            *options;    /* GVariant a{sv} of each, as Bench() takes them */
  char                 *trial;      /* under way, "" until it has a name; NULL: none */
  gboolean              is_stopped; /* before it had one */
  GHashTable           *results;    /* id of a golden conversation → KontorBenchResult, lent */
  GPtrArray            *names;      /* of the sides that run */
  guint                 n_ran, n_wanted, n_failed;

  AdwComboRow          *first;
  AdwComboRow          *second;     /* with "nothing" before the sides */
  GtkWidget            *run;
  GtkWidget            *stop;
  GtkProgressBar       *progress;
  GtkLabel             *summary;
  GtkBox               *shown;
};

G_DEFINE_FINAL_TYPE (KontorBenchView, kontor_bench_view, ADW_TYPE_BIN)

static void
show_state (KontorBenchView *self)
{
  gboolean is_busy = self->trial != NULL;

  gtk_widget_set_visible (self->stop, is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_busy);
  gtk_widget_set_visible (self->run, !is_busy);
  gtk_widget_set_sensitive (self->run, g_list_model_get_n_items (G_LIST_MODEL (self->goldens)) > 0);
}

/* ---- what may be laid side by side ---- */

/* @options: floating */
static void
add_side (KontorBenchView *self, const char *name, GVariant *options)
{
  gtk_string_list_append (self->sides, name);
  g_ptr_array_add (self->options, g_variant_ref_sink (options));
}

static void
add_assistants (KontorBenchView *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->all)); i++)
    {
      g_autoptr(KontorRemoteRecord) one = g_list_model_get_item (G_LIST_MODEL (self->all), i);

      add_side (self, kontor_remote_record_get_text (one, "name"),
                g_variant_new_parsed ("{'assistant': <%s>}", kontor_remote_record_get_id (one)));
    }
}

static void
add_versions (KontorBenchView *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->versions)); i++)
    {
      g_autoptr(KontorRemoteRecord) one = g_list_model_get_item (G_LIST_MODEL (self->versions), i);
      const char *prompt = kontor_remote_record_get_text (one, "prompt");
      int number = kontor_remote_record_get_int (one, "number");
      g_autofree char *code = g_strdup_printf ("%s v%d", prompt, number);
      g_autofree char *name = g_strdup_printf (
        _("%s, version %d"), kontor_remote_house_get_label (self->house, "prompt", prompt), number);
      const char *codes[] = { code, NULL };

      add_side (self, name, g_variant_new_parsed ("{'versions': <%^as>}", codes));
    }
}

static guint
find_side (KontorBenchView *self, const char *name)
{
  for (guint i = 0; name != NULL && i < self->options->len; i++)
    if (g_str_equal (gtk_string_list_get_string (self->sides, i), name))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static char *
dup_chosen (AdwComboRow *row)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (row);

  return chosen != NULL ? g_strdup (gtk_string_object_get_string (chosen)) : NULL;
}

static void
draw_sides (KontorBenchView *self)
{
  g_autofree char *first = dup_chosen (self->first), *second = dup_chosen (self->second);
  g_autoptr(GtkStringList) none = NULL;
  g_autoptr(GListModel) beside = NULL;
  GListStore *models;
  guint at;

  /* What stands first is chosen where nobody chose: it should be an assistant. */
  if (!kontor_remote_list_is_loaded (self->all))
    return;
  g_clear_object (&self->sides);
  self->sides = gtk_string_list_new (NULL);
  g_ptr_array_set_size (self->options, 0);
  add_assistants (self);
  add_side (self, _("Without a model"), g_variant_new_parsed ("{'built-in': <true>}"));
  add_versions (self);
  none = gtk_string_list_new ((const char *[]) { _("Nothing"), NULL });
  models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (models, none);
  g_list_store_append (models, self->sides);
  beside = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
  adw_combo_row_set_model (self->first, G_LIST_MODEL (self->sides));
  adw_combo_row_set_model (self->second, beside);
  at = find_side (self, first);
  adw_combo_row_set_selected (self->first, at != GTK_INVALID_LIST_POSITION ? at : 0);
  at = find_side (self, second);
  adw_combo_row_set_selected (self->second, at != GTK_INVALID_LIST_POSITION ? at + 1 : 0);
}

/* ---- the run ---- */

static void
clear_results (KontorBenchView *self)
{
  GtkWidget *result;

  while ((result = gtk_widget_get_first_child (GTK_WIDGET (self->shown))) != NULL)
    gtk_box_remove (self->shown, result);
  g_hash_table_remove_all (self->results);
}

static void
show_summary (KontorBenchView *self, const char *end)
{
  g_autofree char *words = self->n_failed == 0
    ? g_strdup_printf (g_dngettext (NULL, "%u run, and it passed.", "%u runs, and all passed.",
                                    self->n_ran), self->n_ran)
    : g_strdup_printf (_("%u of %u runs failed."), self->n_failed, self->n_ran);
  g_autofree char *all = g_strdup_printf ("%s%s%s", words, end != NULL ? " " : "",
                                          end != NULL ? end : "");

  gtk_label_set_text (self->summary, all);
}

static void
on_ran (KontorBenchView *self, const char *trial, guint side, GVariant *run)
{
  const char *golden = kontor_record_get_text (run, "golden");
  KontorBenchResult *result = golden != NULL ? g_hash_table_lookup (self->results, golden) : NULL;

  if (g_strcmp0 (trial, self->trial) != 0 || result == NULL || side >= self->names->len)
    return;
  self->n_ran++;
  self->n_failed += kontor_record_get_int (run, "passed", 0) !=
                    kontor_record_get_int (run, "expected", 0);
  gtk_widget_set_visible (GTK_WIDGET (result), TRUE);
  kontor_bench_result_add (result, self->names->pdata[side], run);
  gtk_progress_bar_set_fraction (self->progress, (double) self->n_ran / self->n_wanted);
  show_summary (self, NULL);
}

static void
end (KontorBenchView *self, const char *words)
{
  g_clear_pointer (&self->trial, g_free);
  show_summary (self, words);
  show_state (self);
}

static void
on_ended (KontorBenchView *self, const char *trial, GVariant *result)
{
  const char *outcome = kontor_record_get_text (result, "outcome");
  const char *reason = kontor_record_get_text (result, "reason");
  g_autofree char *words = NULL;

  if (g_strcmp0 (trial, self->trial) != 0)
    return;
  if (g_strcmp0 (outcome, "cancelled") == 0)
    words = g_strdup (_("Stopped."));
  else if (reason != NULL)
    words = kontor_remote_dup_sentence (reason);
  end (self, words);
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorBenchView) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  g_clear_pointer (&self->trial, g_free);
  if (kontor_dbus_assistants_call_bench_finish (KONTOR_DBUS_ASSISTANTS (source), &self->trial,
                                                result, &error))
    {
      if (self->is_stopped)
        kontor_dbus_assistants_call_cancel_trial (self->assistants, self->trial, NULL, NULL, NULL);
      return;
    }
  words = kontor_remote_dup_words (error);
  end (self, words);
  gtk_label_set_text (self->summary, words);
}

/* The service went away with the run. */
static void
on_renewed (KontorBenchView *self)
{
  if (self->trial != NULL)
    end (self, _("Kontor’s service was started anew; run them once more."));
}

static void
take_side (KontorBenchView *self, GVariantBuilder *sides, guint at)
{
  g_variant_builder_add_value (sides, self->options->pdata[at]);
  g_ptr_array_add (self->names, g_strdup (gtk_string_list_get_string (self->sides, at)));
}

static GVariant *
make_options (KontorBenchView *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->goldens));
  guint second = adw_combo_row_get_selected (self->second);
  GVariantBuilder sides, goldens;
  GVariantDict options;

  g_variant_builder_init (&sides, G_VARIANT_TYPE ("aa{sv}"));
  g_variant_builder_init (&goldens, G_VARIANT_TYPE ("as"));
  g_ptr_array_set_size (self->names, 0);
  take_side (self, &sides, adw_combo_row_get_selected (self->first));
  if (second > 0 && second != GTK_INVALID_LIST_POSITION)
    take_side (self, &sides, second - 1);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr(KontorRemoteRecord) one = g_list_model_get_item (G_LIST_MODEL (self->goldens), i);
      const char *id = kontor_remote_record_get_id (one);
      GtkWidget *result = kontor_bench_result_new (kontor_remote_record_get_text (one, "name"),
                                                   kontor_remote_record_get_text (one, "script"));

      gtk_widget_set_visible (result, FALSE);
      gtk_box_append (self->shown, result);
      g_hash_table_insert (self->results, g_strdup (id), result);
      g_variant_builder_add (&goldens, "s", id);
    }
  self->n_wanted = count * self->names->len;
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert_value (&options, "sides", g_variant_builder_end (&sides));
  g_variant_dict_insert_value (&options, "goldens", g_variant_builder_end (&goldens));

  return g_variant_dict_end (&options);
}

static void
on_run (KontorBenchView *self)
{
  if (self->trial != NULL || self->options->len == 0)
    return;
  clear_results (self);
  self->n_ran = self->n_failed = 0;
  self->trial = g_strdup ("");
  self->is_stopped = FALSE;
  gtk_label_set_text (self->summary, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_state (self);
  kontor_dbus_assistants_call_bench (self->assistants, make_options (self), NULL, on_begun,
                                     g_object_ref (self));
}

static void
on_stop (KontorBenchView *self)
{
  self->is_stopped = TRUE;
  if (self->trial != NULL && *self->trial != '\0')
    kontor_dbus_assistants_call_cancel_trial (self->assistants, self->trial, NULL, NULL, NULL);
}

static void
kontor_bench_view_dispose (GObject *object)
{
  KontorBenchView *self = KONTOR_BENCH_VIEW (object);

  if (self->house != NULL)
    on_stop (self);
  g_clear_object (&self->goldens);
  g_clear_object (&self->all);
  g_clear_object (&self->versions);
  g_clear_object (&self->sides);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_bench_view_parent_class)->dispose (object);
}

static void
kontor_bench_view_finalize (GObject *object)
{
  KontorBenchView *self = KONTOR_BENCH_VIEW (object);

  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->results);
  g_free (self->trial);

  G_OBJECT_CLASS (kontor_bench_view_parent_class)->finalize (object);
}

static void
kontor_bench_view_class_init (KontorBenchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_bench_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_bench_view_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/kontor/Kontor/ui/assistants/bench-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorBenchView, first);
  gtk_widget_class_bind_template_child (widget_class, KontorBenchView, second);
  gtk_widget_class_bind_template_child (widget_class, KontorBenchView, run);
  gtk_widget_class_bind_template_child (widget_class, KontorBenchView, stop);
  gtk_widget_class_bind_template_child (widget_class, KontorBenchView, progress);
  gtk_widget_class_bind_template_child (widget_class, KontorBenchView, summary);
  gtk_widget_class_bind_template_child (widget_class, KontorBenchView, shown);
  gtk_widget_class_bind_template_callback (widget_class, on_run);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
kontor_bench_view_init (KontorBenchView *self)
{
  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static KontorRemoteList *
follow (KontorBenchView *self, const char *kind, gboolean descending, void (*changed) (
  KontorBenchView *self))
{
  KontorRemoteList *list = kontor_remote_list_new_records (
    kontor_remote_house_get_remote (self->house), kind, NULL, descending);

  kontor_remote_list_set_page (list, MOST);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return list;
}

static void
connect_trials (KontorBenchView *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  self->assistants = kontor_remote_get_assistants (remote);
  g_signal_connect_object (self->assistants, "bench-ran", G_CALLBACK (on_ran), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->assistants, "bench-ended", G_CALLBACK (on_ended), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "renewed", G_CALLBACK (on_renewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->house, "label-found", G_CALLBACK (draw_sides), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
kontor_bench_view_new (KontorRemoteHouse *house)
{
  KontorBenchView *self = g_object_new (KONTOR_TYPE_BENCH_VIEW, NULL);
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->shown));
  GtkWidget *goldens = kontor_record_group_new (
    house, "golden", _("Golden Conversations"),
    _("What must go well whatever is changed. Keep one from the inbox, by the menu of a "
      "conversation, and say what must hold."), _("New Golden Conversation"));

  self->house = g_object_ref (house);
  connect_trials (self);
  self->goldens = follow (self, "golden", FALSE, show_state);
  self->all = follow (self, "assistant", FALSE, draw_sides);
  self->versions = follow (self, "prompt-version", TRUE, draw_sides);
  kontor_record_group_show (KONTOR_RECORD_GROUP (goldens), NULL, NULL);
  gtk_box_prepend (GTK_BOX (box), goldens);
  draw_sides (self);
  show_state (self);

  return GTK_WIDGET (self);
}
