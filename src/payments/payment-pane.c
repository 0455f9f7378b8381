/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments/payment-pane.h"

#include "widgets/action-box.h"
#include "widgets/form-dialog.h"
#include "widgets/page.h"
#include "widgets/pill.h"
#include "widgets/record-facts.h"
#include "widgets/timeline.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorPaymentPane
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *record;       /* NULL: none */
  char               *kind;

  AdwWindowTitle     *title;
  GtkWidget          *back;
  GtkStack           *stack;
  GtkLabel           *amount;
  GtkLabel           *who;
  GtkButton          *sold;
  GtkLabel           *state;
  GtkLabel           *reason;
  KontorActionBox    *actions;
  AdwBin             *facts;
  KontorTimeline     *timeline;
};

enum { PROP_IS_ALONE = 1, N_PROPS };
enum { BACK, N_SIGNALS };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* What stands above the facts, or is nobody's business but the gateway's. */
static const char *const hidden[] = { "amount", "state", "contact", "booking", "conversation",
                                      "reason", "stage", "key", "attempts", "looked", "closed",
                                      NULL };

/* What may be done with a payment while it stands so. */
static const struct {
  const char *action;
  const char *states[4];
} possible[] = {
  { "refund-payment", { "paid", "part-paid", "part-refunded" } },
  { "withdraw-payment", { "open", "part-paid" } },
  { "look-payment", { "open", "part-paid", "expired", "withdrawn" } },
};

G_DEFINE_FINAL_TYPE (KontorPaymentPane, kontor_payment_pane, ADW_TYPE_BIN)

static const char *
get (KontorPaymentPane *self, const char *name)
{
  return kontor_remote_record_get_text (self->record, name);
}

/* Money that leaves is asked about in a form, the rest is done at once. */
static void
on_asked (KontorPaymentPane *self, const char *name)
{
  static const char *const fixed[] = { "payment", NULL };
  const KontorRemoteKind *action = kontor_remote_house_find_action (self->house, name);
  KontorFormDialog *dialog;
  GVariantDict given;

  if (action == NULL)
    return;
  g_variant_dict_init (&given, NULL);
  g_variant_dict_insert (&given, "payment", "s", kontor_remote_record_get_id (self->record));
  dialog = kontor_form_dialog_act (GTK_WIDGET (self), self->house, name,
                                   g_variant_dict_end (&given), fixed);
  kontor_form_dialog_set_heading (dialog, kontor_wording_title (action->title),
                                  _("Leave the amount empty to give back all that is left."),
                                  kontor_wording_title (action->title));
}

static void
show_actions (KontorPaymentPane *self)
{
  if (!kontor_action_box_begin (self->actions, self->house, self->kind,
                                kontor_remote_record_get_id (self->record), get (self, "state")))
    return;
  for (guint i = 0; g_str_equal (self->kind, "payment") && i < G_N_ELEMENTS (possible); i++)
    {
      const KontorRemoteKind *action =
        kontor_remote_house_find_action (self->house, possible[i].action);
      gboolean is_refund = g_str_equal (possible[i].action, "refund-payment");

      for (guint j = 0; j < G_N_ELEMENTS (possible[i].states); j++)
        if (action != NULL && g_strcmp0 (possible[i].states[j], get (self, "state")) == 0)
          kontor_action_box_add (self->actions, action, is_refund,
                                 is_refund ? "destructive-action" : NULL);
    }
}

static void
show_head (KontorPaymentPane *self)
{
  const char *state = *get (self, "state") != '\0' ? get (self, "state")
    : *get (self, "entry") != '\0' ? get (self, "entry") : get (self, "verdict");
  g_autofree char *amount = NULL;
  const char *contact = get (self, "contact"), *currency;
  GVariant *values = kontor_remote_record_get_values (self->record);
  gint64 minor;

  if (kontor_record_get_money (values, "amount", &minor, &currency) ||
      kontor_record_get_money (values, "theirs", &minor, &currency) ||
      kontor_record_get_money (values, "ours", &minor, &currency))
    amount = kontor_wording_money (minor, currency);
  gtk_label_set_text (self->amount, amount != NULL ? amount : "");
  gtk_label_set_text (self->who, kontor_remote_house_get_label (self->house, "contact", contact));
  gtk_widget_set_visible (GTK_WIDGET (self->who), *contact != '\0');
  gtk_button_set_label (self->sold, get (self, "booking"));
  gtk_widget_set_visible (GTK_WIDGET (self->sold), *get (self, "booking") != '\0');
  kontor_pill_show (self->state, state);
  gtk_label_set_text (self->reason, get (self, "reason"));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *get (self, "reason") != '\0');
}

static void
draw (KontorPaymentPane *self)
{
  const KontorRemoteKind *told;

  if (self->record == NULL ||
      g_variant_n_children (kontor_remote_record_get_values (self->record)) == 0)
    return;
  told = kontor_remote_house_find_kind (self->house, self->kind);
  adw_window_title_set_title (self->title, kontor_remote_record_get_id (self->record));
  adw_window_title_set_subtitle (self->title,
                                 told != NULL ? kontor_wording_title (told->title) : "");
  show_head (self);
  show_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "record");
}

static void
show_facts (KontorPaymentPane *self)
{
  KontorRecordFacts *facts = g_object_new (KONTOR_TYPE_RECORD_FACTS, NULL);

  kontor_record_facts_set_house (facts, self->house, self->kind, hidden);
  kontor_record_facts_set_record (facts, self->record);
  adw_bin_set_child (self->facts, GTK_WIDGET (facts));
}

void
kontor_payment_pane_show (KontorPaymentPane *self, const char *kind, const char *id)
{
  if (self->record != NULL && id != NULL &&
      g_str_equal (kontor_remote_record_get_id (self->record), id))
    return;
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, draw, self);
  g_clear_object (&self->record);
  adw_bin_set_child (self->facts, NULL);
  adw_window_title_set_title (self->title, "");
  adw_window_title_set_subtitle (self->title, "");
  gtk_stack_set_visible_child_name (self->stack, "none");
  kontor_timeline_set_subject (self->timeline, kind, id);
  if (id == NULL)
    return;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  self->record = kontor_remote_record_follow (kontor_remote_house_get_remote (self->house), kind,
                                              id);
  g_signal_connect_object (self->record, "notify::values", G_CALLBACK (draw), self,
                           G_CONNECT_SWAPPED);
  show_facts (self);
  draw (self);
}

static void
on_sold (KontorPaymentPane *self)
{
  g_autofree char *place = g_strconcat ("bookings/", get (self, "booking"), NULL);

  kontor_page_go (GTK_WIDGET (self), place);
}

static void
on_back (KontorPaymentPane *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

void
kontor_payment_pane_set_house (KontorPaymentPane *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_timeline_set_house (self->timeline, house);
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
}

static void
kontor_payment_pane_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_IS_ALONE)
    gtk_widget_set_visible (KONTOR_PAYMENT_PANE (object)->back, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_payment_pane_dispose (GObject *object)
{
  g_clear_object (&KONTOR_PAYMENT_PANE (object)->record);
  g_clear_object (&KONTOR_PAYMENT_PANE (object)->house);

  G_OBJECT_CLASS (kontor_payment_pane_parent_class)->dispose (object);
}

static void
kontor_payment_pane_finalize (GObject *object)
{
  g_free (KONTOR_PAYMENT_PANE (object)->kind);

  G_OBJECT_CLASS (kontor_payment_pane_parent_class)->finalize (object);
}

static void
kontor_payment_pane_class_init (KontorPaymentPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kontor_payment_pane_dispose;
  object_class->finalize = kontor_payment_pane_finalize;
  object_class->set_property = kontor_payment_pane_set_property;
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[BACK] = g_signal_new ("back", KONTOR_TYPE_PAYMENT_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KONTOR_TYPE_ACTION_BOX);
  g_type_ensure (KONTOR_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/payments/payment-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, title);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, back);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, amount);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, who);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, sold);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, state);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, reason);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, actions);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, facts);
  gtk_widget_class_bind_template_child (widget_class, KontorPaymentPane, timeline);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_sold);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
kontor_payment_pane_init (KontorPaymentPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
