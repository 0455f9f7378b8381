/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments/payment-filter.h"

#include "remote/remote-list.h"
#include "remote/remote-record.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorPaymentFilter
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  const char        *kind, *standing;
  char             **states;      /* of the kind, as the daemon told */
  gboolean           is_filling;  /* what is chosen meanwhile was chosen by nobody */

  GtkDropDown       *state;
  GtkDropDown       *account;
  GtkDropDown       *currency;
  GtkStringList     *currencies;
  GtkButton         *clear;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorPaymentFilter, kontor_payment_filter, ADW_TYPE_BIN)

/* The first line of a choice stands for any. */
static const char *
get_state (KontorPaymentFilter *self)
{
  guint at = gtk_drop_down_get_selected (self->state);

  return self->states != NULL && at > 0 && at <= g_strv_length (self->states)
         ? self->states[at - 1] : NULL;
}

static const char *
get_account (KontorPaymentFilter *self)
{
  KontorRemoteRecord *account = gtk_drop_down_get_selected (self->account) > 0 &&
                                gtk_widget_is_sensitive (GTK_WIDGET (self->account))
    ? gtk_drop_down_get_selected_item (self->account) : NULL;

  return account != NULL ? kontor_remote_record_get_id (account) : NULL;
}

static const char *
get_currency (KontorPaymentFilter *self)
{
  guint at = gtk_drop_down_get_selected (self->currency);

  return at > 0 && gtk_widget_is_sensitive (GTK_WIDGET (self->currency))
         ? gtk_string_list_get_string (self->currencies, at) : NULL;
}

gboolean
kontor_payment_filter_is_narrowed (KontorPaymentFilter *self)
{
  return get_state (self) != NULL || get_account (self) != NULL || get_currency (self) != NULL;
}

void
kontor_payment_filter_add (KontorPaymentFilter *self, GVariantDict *filter)
{
  if (get_state (self) != NULL)
    g_variant_dict_insert (filter, self->standing, "s", get_state (self));
  if (get_account (self) != NULL)
    g_variant_dict_insert (filter, "account", "s", get_account (self));
  if (get_currency (self) != NULL)
    g_variant_dict_insert (filter, "amount-currency", "s", get_currency (self));
}

static void
on_chosen (KontorPaymentFilter *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear), kontor_payment_filter_is_narrowed (self));
  if (!self->is_filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_clear (KontorPaymentFilter *self)
{
  gtk_drop_down_set_selected (self->state, 0);
  gtk_drop_down_set_selected (self->account, 0);
  gtk_drop_down_set_selected (self->currency, 0);
}

static void
fill_states (KontorPaymentFilter *self, const KontorField *field)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new ((const char *[]) { _("Any State"), NULL });

  g_clear_pointer (&self->states, g_strfreev);
  if (field != NULL && field->choices != NULL)
    self->states = g_strsplit (field->choices, "|", -1);
  for (guint i = 0; self->states != NULL && self->states[i] != NULL; i++)
    {
      g_autofree char *word = kontor_wording_choice (self->states[i]);

      gtk_string_list_append (words, word);
    }
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (words));
}

static void
fill (KontorPaymentFilter *self)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, self->kind);
  const KontorField *fields = kind != NULL ? kontor_remote_fields_get (kind->fields) : NULL;

  self->is_filling = TRUE;
  fill_states (self, kontor_fields_find (fields, self->standing));
  gtk_widget_set_sensitive (GTK_WIDGET (self->account),
                            kontor_fields_find (fields, "account") != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->currency),
                            kontor_fields_find (fields, "amount") != NULL);
  self->is_filling = FALSE;
}

static void
on_kinds_told (KontorPaymentFilter *self)
{
  fill (self);
  on_chosen (self);
}

void
kontor_payment_filter_set_kind (KontorPaymentFilter *self, const char *kind, const char *standing)
{
  self->kind = kind;
  self->standing = standing;
  if (self->house != NULL)
    fill (self);
}

static gboolean
has_currency (KontorPaymentFilter *self, const char *currency)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->currencies));

  for (guint i = 0; i < count; i++)
    if (g_str_equal (gtk_string_list_get_string (self->currencies, i), currency))
      return TRUE;

  return FALSE;
}

/* Those in which money moved or was asked for at any time. */
static void
on_summed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorPaymentFilter) self = data;
  g_autoptr(GVariant) sums = NULL;

  if (!kontor_dbus_records_call_sum_finish (KONTOR_DBUS_RECORDS (source), &sums, result, NULL))
    return;
  for (gsize i = 0; i < g_variant_n_children (sums); i++)
    {
      g_autoptr(GVariant) sum = g_variant_get_child_value (sums, i);
      const char *currency;
      gint64 minor;

      if (kontor_record_get_money (sum, "amount", &minor, &currency) &&
          !has_currency (self, currency))
        gtk_string_list_append (self->currencies, currency);
    }
}

static void
ask_currencies (KontorPaymentFilter *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  if (kontor_remote_get_state (remote) == KONTOR_REMOTE_THERE)
    kontor_dbus_records_call_sum (kontor_remote_get_records (remote), "ledger",
                                  kontor_remote_no_options (), "amount", "entry", NULL, on_summed,
                                  g_object_ref (self));
}

static void
on_records_changed (KontorPaymentFilter *self, GVariant *changed)
{
  g_autoptr(GVariant) ids = g_variant_lookup_value (changed, "ledger", NULL);

  if (ids != NULL || g_variant_n_children (changed) == 0)
    ask_currencies (self);
}

static char *
dup_account_name (GObject *item, gpointer data)
{
  return KONTOR_IS_REMOTE_RECORD (item)
         ? g_strdup (kontor_remote_record_get_text (KONTOR_REMOTE_RECORD (item), "name"))
         : g_strdup (_("Any Account"));
}

static void
fill_accounts (KontorPaymentFilter *self)
{
  g_autoptr(GtkExpression) name = gtk_cclosure_expression_new (
    G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_account_name), NULL, NULL);
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkStringList) any = gtk_string_list_new ((const char *[]) { "", NULL });
  g_autoptr(KontorRemoteList) accounts = kontor_remote_list_new_records (
    kontor_remote_house_get_remote (self->house), "payment-account", NULL, FALSE);
  g_autoptr(GtkFlattenListModel) both = NULL;

  g_list_store_append (models, any);
  g_list_store_append (models, accounts);
  both = gtk_flatten_list_model_new (G_LIST_MODEL (models));
  gtk_drop_down_set_expression (self->account, name);
  gtk_drop_down_set_model (self->account, G_LIST_MODEL (both));
}

void
kontor_payment_filter_set_house (KontorPaymentFilter *self, KontorRemoteHouse *house)
{
  KontorRemote *remote = kontor_remote_house_get_remote (house);

  self->house = g_object_ref (house);
  self->is_filling = TRUE;
  fill_accounts (self);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (on_kinds_told), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "renewed", G_CALLBACK (ask_currencies), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "records-changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  fill (self);
  ask_currencies (self);
}

static void
kontor_payment_filter_dispose (GObject *object)
{
  g_clear_object (&KONTOR_PAYMENT_FILTER (object)->house);

  G_OBJECT_CLASS (kontor_payment_filter_parent_class)->dispose (object);
}

static void
kontor_payment_filter_finalize (GObject *object)
{
  g_clear_object (&KONTOR_PAYMENT_FILTER (object)->currencies);
  g_strfreev (KONTOR_PAYMENT_FILTER (object)->states);

  G_OBJECT_CLASS (kontor_payment_filter_parent_class)->finalize (object);
}

static void
kontor_payment_filter_class_init (KontorPaymentFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kontor_payment_filter_dispose;
  object_class->finalize = kontor_payment_filter_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_PAYMENT_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/payments/payment-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentFilter, state);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentFilter, account);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentFilter, currency);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentFilter, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
}

static void
kontor_payment_filter_init (KontorPaymentFilter *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->currencies = gtk_string_list_new ((const char *[]) { _("Any Currency"), NULL });
  gtk_drop_down_set_model (self->currency, G_LIST_MODEL (self->currencies));
  self->is_filling = FALSE;
}
