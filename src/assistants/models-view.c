/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistants/models-view.h"

#include "assistants/servers-group.h"
#include "widgets/record-group.h"
#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorModelsView
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  GCancellable        *cancellable;

  AdwPreferencesGroup *costs;
  GPtrArray           *rows;       /* of @costs */
};

G_DEFINE_FINAL_TYPE (KontorModelsView, kontor_models_view, ADW_TYPE_BIN)

/* "gpt-4o · Fine · at most 20.00 USD a month", and what to mend where the test failed. */
static char *
dup_provider (KontorRemoteHouse *house, KontorRemoteRecord *provider)
{
  g_autoptr(GString) words = g_string_new (kontor_remote_record_get_text (provider, "model"));
  const char *state = kontor_remote_record_get_text (provider, "state");
  const char *advice = kontor_remote_record_get_text (provider, "advice"), *currency;
  g_autofree char *word = kontor_wording_choice (state), *budget = NULL;
  gint64 minor;

  if (!kontor_remote_record_get_yes (provider, "enabled"))
    g_string_append_printf (words, " · %s", _("Switched off"));
  else if (*word != '\0')
    g_string_append_printf (words, " · %s", word);
  if (kontor_record_get_money (kontor_remote_record_get_values (provider), "budget", &minor,
                               &currency))
    {
      budget = kontor_wording_money (minor, currency);
      g_string_append (words, " · ");
      g_string_append_printf (words, _("at most %s a month"), budget);
    }
  if (g_str_equal (state, "failed") && *advice != '\0')
    g_string_append_printf (words, "\n%s", advice);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_cost (KontorModelsView *self, GVariant *sum)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 count = kontor_record_get_int (sum, "count", 0), minor = 0;
  g_autofree char *questions = g_strdup_printf (
    g_dngettext (NULL, "%d question", "%d questions", count), (int) count);
  g_autofree char *money = NULL, *words = NULL;
  const char *currency;

  if (kontor_record_get_money (sum, "amount", &minor, &currency))
    money = kontor_wording_money (minor, currency);
  words = g_strdup_printf ("%s%s%s", questions, money != NULL ? " · " : "",
                           money != NULL ? money : "");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kontor_record_get_text (sum, "model"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_preferences_group_add (self->costs, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_summed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorModelsView) self = data;
  g_autoptr(GVariant) sums = NULL;
  GVariantIter iter;
  GVariant *sum;

  if (!kontor_dbus_records_call_sum_finish (KONTOR_DBUS_RECORDS (source), &sums, result, NULL))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->costs, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_variant_iter_init (&iter, sums);
  while (g_variant_iter_loop (&iter, "@a{sv}", &sum))
    add_cost (self, sum);
  adw_preferences_group_set_description (self->costs, self->rows->len > 0 ? NULL
    : _("Nothing was asked this month."));
}

/* Since the month began, by the clock here. */
static void
ask (KontorModelsView *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) first = g_date_time_new_local (g_date_time_get_year (now),
                                                      g_date_time_get_month (now), 1, 0, 0, 0);
  GVariantDict filter;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "at>=", "x", g_date_time_to_unix (first) * G_USEC_PER_SEC);
  kontor_dbus_records_call_sum (kontor_remote_get_records (remote), "ai-call",
                                g_variant_dict_end (&filter), "cost", "model", self->cancellable,
                                on_summed, g_object_ref (self));
}

static void
on_records_changed (KontorModelsView *self, GVariant *ids)
{
  g_autoptr(GVariant) calls = g_variant_lookup_value (ids, "ai-call", NULL);

  if (calls != NULL || g_variant_n_children (ids) == 0)
    ask (self);
}

/* The provider says by itself what came of it. */
static void
on_saved (KontorModelsView *self, const char *id)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "provider", "s", id);
  kontor_toast_call (GTK_WIDGET (self), kontor_remote_get_actions (remote), "Run",
                     g_variant_new ("(s@a{sv}@a{sv})", "test-provider",
                                    g_variant_dict_end (&arguments), kontor_remote_no_options ()));
}

static void
kontor_models_view_dispose (GObject *object)
{
  KontorModelsView *self = KONTOR_MODELS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_models_view_parent_class)->dispose (object);
}

static void
kontor_models_view_finalize (GObject *object)
{
  g_ptr_array_unref (KONTOR_MODELS_VIEW (object)->rows);

  G_OBJECT_CLASS (kontor_models_view_parent_class)->finalize (object);
}

static void
kontor_models_view_class_init (KontorModelsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_models_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_models_view_finalize;
}

static void
kontor_models_view_init (KontorModelsView *self)
{
  self->rows = g_ptr_array_new ();
  self->costs = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
}

GtkWidget *
kontor_models_view_new (KontorRemoteHouse *house)
{
  KontorModelsView *self = g_object_new (KONTOR_TYPE_MODELS_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *providers = kontor_record_group_new (
    house, "provider", _("Model Providers"),
    _("Asked from the top on: where one fails or rests, the next is asked. Keys lie in your "
      "keyring, and are tried as soon as they are saved."), _("New Provider"));
  static const char *const hidden[] = { "priority", NULL };
  GtkWidget *servers = kontor_servers_group_new (house);

  self->house = g_object_ref (house);
  kontor_record_group_set_words (KONTOR_RECORD_GROUP (providers), dup_provider);
  kontor_record_group_set_order (KONTOR_RECORD_GROUP (providers), "priority");
  kontor_record_group_set_given (KONTOR_RECORD_GROUP (providers),
                                 g_variant_new_parsed ("{'enabled': <true>}"));
  kontor_record_group_show (KONTOR_RECORD_GROUP (providers), NULL, hidden);
  g_signal_connect_object (providers, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (servers, "added", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (self->costs, _("Use and Cost This Month"));
  gtk_box_append (GTK_BOX (box), providers);
  gtk_box_append (GTK_BOX (box), servers);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->costs));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (kontor_remote_house_get_remote (house), "records-changed",
                           G_CALLBACK (on_records_changed), self, G_CONNECT_SWAPPED);
  ask (self);

  return GTK_WIDGET (self);
}
