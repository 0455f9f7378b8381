/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments/payment-list.h"

#include "payments/accounts-strip.h"
#include "payments/payment-filter.h"
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

  AdwHeaderBar        *header;
  GtkToggleButton     *requests, *ledger, *pay_outs, *compared;
  GtkMenuButton       *narrow;
  KontorPaymentFilter *filter;
  KontorAccountsStrip *accounts;
  KontorTotals        *totals;
  KontorRecordList    *list;
};

enum { PROP_IS_ALONE = 1, N_PROPS };
enum { CHOSEN, N_SIGNALS };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorPaymentList, kontor_payment_list, ADW_TYPE_BIN)

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
  kontor_payment_filter_add (self->filter, &filter);

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
  gboolean is_narrowed = kontor_payment_filter_is_narrowed (self->filter);
  g_autoptr(KontorRemoteList) list = NULL;

  if (self->house == NULL)
    return;
  list = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                         self->tab->kind, make_filter (self), TRUE);
  if (is_narrowed || kontor_totals_is_narrowed (self->totals))
    kontor_record_list_set_empty (self->list, "edit-find-symbolic", _("Nothing fits"),
                                  _("There may be more at other times, or hidden by the filter."));
  else
    kontor_record_list_set_empty (self->list, "kontor-coins-symbolic", _(self->tab->empty),
                                  _(self->tab->words));
  kontor_record_list_set_list (self->list, list);
  if (is_narrowed)
    gtk_widget_add_css_class (GTK_WIDGET (self->narrow), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->narrow), "accent");
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
  kontor_payment_filter_set_kind (self->filter, self->tab->kind, self->tab->standing);
  ask (self);
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

void
kontor_payment_list_set_house (KontorPaymentList *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_record_list_set_rows (self->list, _("Payments"), kontor_money_row_new, house);
  kontor_accounts_strip_set_house (self->accounts, house);
  kontor_totals_set_house (self->totals, house);
  kontor_payment_filter_set_kind (self->filter, self->tab->kind, self->tab->standing);
  kontor_payment_filter_set_house (self->filter, house);
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
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, filter);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, accounts);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, totals);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentList, list);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_row_chosen);
}

static void
kontor_payment_list_class_init (KontorPaymentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kontor_payment_list_dispose;
  object_class->set_property = kontor_payment_list_set_property;
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_PAYMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, KONTOR_TYPE_REMOTE_RECORD);
  g_type_ensure (KONTOR_TYPE_ACCOUNTS_STRIP);
  g_type_ensure (KONTOR_TYPE_PAYMENT_FILTER);
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
