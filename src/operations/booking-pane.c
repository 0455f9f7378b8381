/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/booking-pane.h"

#include "widgets/action-box.h"
#include "widgets/export.h"
#include "widgets/file-dialog.h"
#include "widgets/form-dialog.h"
#include "widgets/page.h"
#include "widgets/payment-box.h"
#include "widgets/pill.h"
#include "widgets/record-facts.h"
#include "widgets/timeline.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define N_RANKS 5

struct _KontorBookingPane
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *booking;      /* NULL: none */

  AdwWindowTitle     *title;
  GtkWidget          *back;
  GtkWidget          *save;
  GtkStack           *stack;
  GtkLabel           *when;
  GtkLabel           *who;
  GtkLabel           *state;
  GtkLabel           *payment;
  GtkLabel           *price;
  KontorActionBox    *actions;
  GtkWidget          *talk;
  KontorRecordFacts  *facts;
  KontorPaymentBox   *payments;
  KontorTimeline     *timeline;
};

enum { PROP_IS_ALONE = 1, N_PROPS };
enum { BACK, N_SIGNALS };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* What stands above the facts. */
static const char *const hidden[] = { "at", "contact", "state", "payment", "price", "conversation",
                                      NULL };

G_DEFINE_FINAL_TYPE (KontorBookingPane, kontor_booking_pane, ADW_TYPE_BIN)

static const char *
get (KontorBookingPane *self, const char *name)
{
  return kontor_remote_record_get_text (self->booking, name);
}

/* What was booked once more is another booking: that one is shown. */
static void
on_done (KontorBookingPane *self, GVariant *booking)
{
  const char *id = kontor_record_get_text (booking, "id");
  g_autofree char *place = g_strconcat ("bookings/", id, NULL);

  if (id != NULL && self->booking != NULL &&
      g_str_has_prefix (id, "BK") && !g_str_equal (id, kontor_remote_record_get_id (self->booking)))
    kontor_page_go (GTK_WIDGET (self), place);
}

/* A form that moves the booking on begins with what stands in it; one about money begins empty. */
static void
on_asked (KontorBookingPane *self, const char *name)
{
  static const char *const fixed[] = { "booking", NULL };
  const KontorRemoteKind *action = kontor_remote_house_find_action (self->house, name);
  KontorFormDialog *dialog;
  GVariantDict given;

  if (action == NULL)
    return;
  g_variant_dict_init (&given, action->from != NULL
                       ? kontor_remote_record_get_values (self->booking) : NULL);
  g_variant_dict_insert (&given, "booking", "s", kontor_remote_record_get_id (self->booking));
  dialog = kontor_form_dialog_act (GTK_WIDGET (self), self->house, action->name,
                                   g_variant_dict_end (&given), fixed);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  if (g_str_equal (action->name, "cancel-booking"))
    kontor_form_dialog_set_heading (dialog, _("Cancel This Booking"), NULL,
                                    _("Cancel the _Booking"));
  if (g_str_equal (action->name, "mark-paid"))
    kontor_form_dialog_set_heading (dialog, kontor_wording_title (action->title),
                                    _("Leave the amount empty for all that is still open."),
                                    kontor_wording_title (action->title));
}

static gboolean
takes_money (const KontorField *fields)
{
  for (; fields->name != NULL; fields++)
    if (fields->type == KONTOR_FIELD_MONEY)
      return TRUE;

  return FALSE;
}

/* What moves the booking on, and what is about its money; the first to be offered is the lowest,
 * and -1 is not offered. */
static int
rank (KontorBookingPane *self, const KontorRemoteKind *action)
{
  const KontorField *fields = kontor_remote_fields_get (action->fields);
  const KontorField *booking = kontor_fields_find (fields, "booking");
  gboolean is_paid = g_str_equal (get (self, "payment"), "paid");

  if (!g_str_equal (action->of, "booking") || booking == NULL ||
      (booking->flags & KONTOR_FIELD_REQUIRED) == 0)
    return -1;
  if (action->from == NULL)
    return takes_money (fields) && !is_paid ? 1 : -1;
  if (!g_strv_contains ((const char *const *) action->from, get (self, "state")))
    return -1;

  return g_str_has_prefix (action->name, "cancel") ? 4
         : g_str_has_prefix (action->name, "no-show") ? 3
         : g_str_has_prefix (action->name, "change") || g_str_has_prefix (action->name, "send") ? 2
         : 0;
}

static void
show_actions (KontorBookingPane *self)
{
  GPtrArray *actions = kontor_remote_house_get_actions (self->house);
  g_autofree char *stands = g_strconcat (get (self, "state"), " ", get (self, "payment"), NULL);
  const char *style = "suggested-action";

  if (!kontor_action_box_begin (self->actions, self->house, "booking",
                                kontor_remote_record_get_id (self->booking), stands))
    return;
  for (int at = 0; at < N_RANKS; at++)
    for (guint i = 0; i < actions->len; i++)
      {
        const KontorRemoteKind *action = actions->pdata[i];

        if (rank (self, action) != at)
          continue;
        if (style == NULL && g_str_has_prefix (action->name, "cancel"))
          style = "destructive-action";
        kontor_action_box_add (self->actions, action,
                               kontor_remote_fields_get (action->fields)[1].name != NULL, style);
        style = NULL;
      }
}

static void
show_price (KontorBookingPane *self)
{
  const char *currency;
  gint64 minor;
  gboolean has_price = kontor_record_get_money (kontor_remote_record_get_values (self->booking),
                                                "price", &minor, &currency);
  g_autofree char *price = has_price ? kontor_wording_money (minor, currency) : g_strdup ("");

  gtk_label_set_text (self->price, price);
  kontor_pill_show (self->payment, has_price ? get (self, "payment") : "");
}

static void
draw (KontorBookingPane *self)
{
  g_autoptr(GVariant) at = NULL;
  g_autofree char *when = NULL;

  if (self->booking == NULL || *get (self, "service") == '\0')
    return;
  at = kontor_record_get (kontor_remote_record_get_values (self->booking), "at");
  when = at != NULL ? kontor_wording_appointment (at) : g_strdup ("");
  adw_window_title_set_title (self->title, kontor_remote_house_get_label (
                                self->house, "service", get (self, "service")));
  adw_window_title_set_subtitle (self->title, kontor_remote_record_get_id (self->booking));
  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->who, kontor_remote_house_get_label (self->house, "contact",
                                                                get (self, "contact")));
  kontor_pill_show (self->state, get (self, "state"));
  show_price (self);
  show_actions (self);
  gtk_widget_set_visible (self->talk,
                          kontor_remote_record_get_int (self->booking, "conversation") != 0);
  gtk_widget_set_visible (self->save, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "booking");
}

void
kontor_booking_pane_show (KontorBookingPane *self, const char *id)
{
  if (self->booking != NULL && id != NULL &&
      g_str_equal (kontor_remote_record_get_id (self->booking), id))
    return;
  if (self->booking != NULL)
    g_signal_handlers_disconnect_by_func (self->booking, draw, self);
  g_clear_object (&self->booking);
  if (id != NULL)
    {
      self->booking = kontor_remote_record_follow (kontor_remote_house_get_remote (self->house),
                                                   "booking", id);
      g_signal_connect_object (self->booking, "notify::values", G_CALLBACK (draw), self,
                               G_CONNECT_SWAPPED);
    }
  kontor_record_facts_set_record (self->facts, self->booking);
  kontor_payment_box_show (self->payments, self->house, "booking", id);
  kontor_timeline_set_subject (self->timeline, "booking", id);
  adw_window_title_set_title (self->title, "");
  adw_window_title_set_subtitle (self->title, "");
  gtk_widget_set_visible (self->save, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
on_place_chosen (GFile *file, gpointer data)
{
  KontorBookingPane *self = data;
  GVariantDict filter;

  if (self->booking == NULL)
    return;
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "id", "s", kontor_remote_record_get_id (self->booking));
  kontor_export_save (GTK_WIDGET (self), self->house, "Calendar",
                      g_variant_new ("(@a{sv})", g_variant_dict_end (&filter)), file);
}

static void
on_save (KontorBookingPane *self)
{
  g_autofree char *name = g_strconcat (kontor_remote_record_get_id (self->booking), ".ics", NULL);

  kontor_file_dialog_save (GTK_WIDGET (self), _("Save This Booking for a Calendar"), name,
                           on_place_chosen);
}

static void
on_talk (KontorBookingPane *self)
{
  gint64 conversation = kontor_remote_record_get_int (self->booking, "conversation");
  g_autofree char *place = g_strdup_printf ("inbox/%" G_GINT64_FORMAT, conversation);

  kontor_page_go (GTK_WIDGET (self), place);
}

static void
on_back (KontorBookingPane *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

void
kontor_booking_pane_set_house (KontorBookingPane *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_record_facts_set_house (self->facts, house, "booking", hidden);
  kontor_timeline_set_house (self->timeline, house);
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
}

static void
kontor_booking_pane_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_IS_ALONE)
    gtk_widget_set_visible (KONTOR_BOOKING_PANE (object)->back, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_booking_pane_dispose (GObject *object)
{
  g_clear_object (&KONTOR_BOOKING_PANE (object)->booking);
  g_clear_object (&KONTOR_BOOKING_PANE (object)->house);

  G_OBJECT_CLASS (kontor_booking_pane_parent_class)->dispose (object);
}

static void
kontor_booking_pane_class_init (KontorBookingPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kontor_booking_pane_dispose;
  object_class->set_property = kontor_booking_pane_set_property;
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[BACK] = g_signal_new ("back", KONTOR_TYPE_BOOKING_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KONTOR_TYPE_ACTION_BOX);
  g_type_ensure (KONTOR_TYPE_PAYMENT_BOX);
  g_type_ensure (KONTOR_TYPE_RECORD_FACTS);
  g_type_ensure (KONTOR_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/operations/booking-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, title);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, back);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, save);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, when);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, who);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, state);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, payment);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, price);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, actions);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, talk);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, facts);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, payments);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingPane, timeline);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_talk);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
kontor_booking_pane_init (KontorBookingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
