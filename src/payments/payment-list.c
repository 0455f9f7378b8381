/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments/payment-list.h"

#include "payments/accounts-strip.h"
#include "payments/totals.h"
#include "remote/remote-list.h"
#include "widgets/money-row.h"
#include "widgets/record-list.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

/* A tab: the records it lists, when they happened, how they stand, and what to say of none. */
typedef struct {
  const char *name, *kind, *at, *standing;
  const char *empty, *words;
} Tab;

static const Tab tabs[] = {
  { "requests", "payment", "created", "state", N_("Nothing was asked for"),
    N_("Ask for a payment from a booking, or with LINK in the chat.") },
  { "ledger", "ledger", "at", "entry", N_("No money moved"),
    N_("Every payment, refund and pay-out is written down here, and never changed.") },
  { "pay-outs", "payout", "created", "state", N_("Nothing was paid out"),
    N_("Pay a teammate or a seller from the menu above.") },
  { "compared", "reconciliation-line", "at", "verdict", N_("Nothing was compared"),
    N_("Compare your books with the payment company’s own list from the menu above.") },
};

struct _KontorPaymentList
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  const Tab           *tab;
  char               **states;      /* of the tab's kind, as the daemon told */

  AdwHeaderBar        *header;
  GtkToggleButton     *requests, *ledger, *pay_outs, *compared;
  GtkMenuButton       *narrow;
  GtkDropDown         *state;
  GtkButton           *clear;
  KontorAccountsStrip *accounts;
  KontorTotals        *totals;
  KontorRecordList    *list;
};

enum { PROP_IS_ALONE = 1, N_PROPS };
enum { CHOSEN, N_SIGNALS };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorPaymentList, kontor_payment_list, ADW_TYPE_BIN)

/* The first line of a choice stands for any. */
static const char *
get_state (KontorPaymentList *self)
{
  guint at = gtk_drop_down_get_selected (self->state);

  return self->states != NULL && at > 0 && at <= g_strv_length (self->states)
         ? self->states[at - 1] : NULL;
}

const char *
kontor_payment_list_get_kind (KontorPaymentList *self)
{
  return self->tab->kind;
}

static GVariant *
make_filter (KontorPaymentList *self)
{
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  kontor_totals_add_period (self->totals, &filter, self->tab->at);
  if (get_state (self) != NULL)
    g_variant_dict_insert (&filter, self->tab->standing, "s", get_state (self));

  return g_variant_dict_end (&filter);
}

GVariant *
kontor_payment_list_dup_filter (KontorPaymentList *self)
{
  return g_variant_ref_sink (make_filter (self));
}

static void
ask (KontorPaymentList *self)
{
  gboolean is_narrowed = get_state (self) != NULL;
  g_autoptr(KontorRemoteList) list = NULL;

  if (self->house == NULL)
    return;
  list = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                         self->tab->kind, make_filter (self), TRUE);
  if (is_narrowed || kontor_totals_is_narrowed (self->totals))
    kontor_record_list_set_empty (self->list, "edit-find-symbolic", _("Nothing fits"),
                                  _("There may be more at other times or in other states."));
  else
    kontor_record_list_set_empty (self->list, "kontor-coins-symbolic", _(self->tab->empty),
                                  _(self->tab->words));
  kontor_record_list_set_list (self->list, list);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear), is_narrowed);
  if (is_narrowed)
    gtk_widget_add_css_class (GTK_WIDGET (self->narrow), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->narrow), "accent");
}

/* What may stand in the state of the tab's kind, as the daemon told. */
static void
fill_states (KontorPaymentList *self)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, self->tab->kind);
  const KontorField *field = kind == NULL ? NULL
    : kontor_fields_find (kontor_remote_fields_get (kind->fields), self->tab->standing);
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

static GtkToggleButton *
get_button (KontorPaymentList *self, guint at)
{
  GtkToggleButton *buttons[] = { self->requests, self->ledger, self->pay_outs, self->compared };

  return buttons[at];
}

/* A group tells twice: the one that goes out says nothing. */
static void
on_tab_toggled (KontorPaymentList *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->house == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (get_button (self, i) == button)
      self->tab = &tabs[i];
  fill_states (self);
  ask (self);
}

static void
on_clear (KontorPaymentList *self)
{
  gtk_drop_down_set_selected (self->state, 0);
}

static void
on_row_chosen (KontorPaymentList *self, KontorRemoteRecord *record)
{
  g_signal_emit (self, signals[CHOSEN], 0, record);
}

void
kontor_payment_list_select (KontorPaymentList *self, const char *id)
{
  kontor_record_list_select (self->list, id);
}

void
kontor_payment_list_show_tab (KontorPaymentList *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_str_equal (tabs[i].name, name))
      gtk_toggle_button_set_active (get_button (self, i), TRUE);
}

void
kontor_payment_list_add_account (KontorPaymentList *self)
{
  kontor_accounts_strip_add (self->accounts);
}

static void
on_kinds_told (KontorPaymentList *self)
{
  fill_states (self);
}

void
kontor_payment_list_set_house (KontorPaymentList *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_record_list_set_rows (self->list, _("Payments"), kontor_money_row_new, house);
  kontor_accounts_strip_set_house (self->accounts, house);
  kontor_totals_set_house (self->totals, house);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (on_kinds_told), self,
                           G_CONNECT_SWAPPED);
  fill_states (self);
  ask (self);
}

static void
kontor_payment_list_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_IS_ALONE)
    adw_header_bar_set_show_end_title_buttons (KONTOR_PAYMENT_LIST (object)->header,
                                               g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_payment_list_dispose (GObject *object)
{
  g_clear_object (&KONTOR_PAYMENT_LIST (object)->house);

  G_OBJECT_CLASS (kontor_payment_list_parent_class)->dispose (object);
}

static void
kontor_payment_list_finalize (GObject *object)
{
  g_strfreev (KONTOR_PAYMENT_LIST (object)->states);

  G_OBJECT_CLASS (kontor_payment_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/payments/payment-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, header);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, requests);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, ledger);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, pay_outs);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, compared);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, narrow);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, state);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, clear);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, accounts);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, totals);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, list);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_row_chosen);
}

static void
kontor_payment_list_class_init (KontorPaymentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kontor_payment_list_dispose;
  object_class->finalize = kontor_payment_list_finalize;
  object_class->set_property = kontor_payment_list_set_property;
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_PAYMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, KONTOR_TYPE_REMOTE_RECORD);
  g_type_ensure (KONTOR_TYPE_ACCOUNTS_STRIP);
  g_type_ensure (KONTOR_TYPE_TOTALS);
  g_type_ensure (KONTOR_TYPE_RECORD_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kontor_payment_list_init (KontorPaymentList *self)
{
  self->tab = &tabs[0];
  gtk_widget_init_template (GTK_WIDGET (self));
}
