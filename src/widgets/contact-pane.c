/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/contact-pane.h"

#include "widgets/label-editor.h"
#include "remote/remote-list.h"
#include "widgets/booking-row.h"
#include "widgets/conversation-row.h"
#include "widgets/form-dialog.h"
#include "widgets/merge-box.h"
#include "widgets/page.h"
#include "widgets/payment-box.h"
#include "widgets/record-facts.h"
#include "widgets/timeline.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MOST_BOOKINGS 5

struct _KontorContactPane
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *contact;
  KontorRemoteList   *bookings;
  KontorRemoteList   *threads;
  KontorRemoteList   *identifiers;

  GtkWidget          *back;
  GtkWidget          *hide;
  GtkStack           *stack;
  GtkListBox         *talks;
  GtkListBox         *known;
  KontorMergeBox     *merges;
  AdwAvatar          *avatar;
  GtkLabel           *name;
  GtkLabel           *phone;
  GtkLabel           *consent;
  KontorLabelEditor  *labels;
  KontorRecordFacts  *facts;
  GtkListBox         *booked;
  KontorPaymentBox   *payments;
  KontorTimeline     *timeline;
};

enum { PROP_IS_PAGE = 1, PROP_IS_ALONE, N_PROPS };
enum { BACK, N_SIGNALS };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* What stands above the facts. */
static const char *const hidden[] = { "name", "phone", "consent", "labels", NULL };

G_DEFINE_FINAL_TYPE (KontorContactPane, kontor_contact_pane, ADW_TYPE_BIN)

static void
show_consent (KontorContactPane *self)
{
  const char *consent = kontor_remote_record_get_text (self->contact, "consent");
  const char *style = g_str_equal (consent, "opted-in") ? "success"
    : g_str_equal (consent, "opted-out") ? "error" : NULL;
  const char *classes[] = { "pill-label", style, NULL };

  gtk_label_set_text (self->consent, g_str_equal (consent, "opted-in") ? _("May be written to")
                      : g_str_equal (consent, "opted-out") ? _("Said STOP")
                      : _("Not asked for consent"));
  gtk_widget_set_css_classes (GTK_WIDGET (self->consent), classes);
}

static void
on_gone (KontorContactPane *self)
{
  gboolean is_gone;

  g_object_get (self->contact, "is-gone", &is_gone, NULL);
  if (is_gone)
    gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
draw (KontorContactPane *self)
{
  const char *name = kontor_remote_record_get_text (self->contact, "name");
  const char *phone = kontor_remote_record_get_text (self->contact, "phone");
  g_autofree char *shown = kontor_wording_phone (phone);

  adw_avatar_set_text (self->avatar, name);
  adw_avatar_set_show_initials (self->avatar, *name != '\0');
  gtk_label_set_text (self->name, *name != '\0' ? name : _("Name not known"));
  gtk_label_set_text (self->phone, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->phone), *phone != '\0');
  show_consent (self);
  kontor_label_editor_set_contact (self->labels, self->contact);
}

static GtkWidget *
make_booking (gpointer item, gpointer data)
{
  return kontor_record_row_wrap (kontor_booking_row_new (KONTOR_CONTACT_PANE (data)->house), item);
}

static void
on_booking_activated (KontorContactPane *self, GtkListBoxRow *row)
{
  KontorRecordRow *booking = KONTOR_RECORD_ROW (gtk_list_box_row_get_child (row));
  g_autofree char *place = g_strconcat (
    "bookings/", kontor_remote_record_get_id (kontor_record_row_get_item (booking)), NULL);

  kontor_page_go (GTK_WIDGET (self), place);
}

static void
on_edit (KontorContactPane *self)
{
  if (self->contact != NULL)
    kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "contact", self->contact);
}

static void
on_book (KontorContactPane *self)
{
  g_autofree char *place = self->contact == NULL ? NULL
    : g_strconcat ("bookings/new/", kontor_remote_record_get_id (self->contact), NULL);

  if (place != NULL)
    kontor_page_go (GTK_WIDGET (self), place);
}

static GVariant *
make_filter (const char *id)
{
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "contact", "s", id);

  return g_variant_dict_end (&filter);
}

/* An action on this contact. (transfer none): its form. */
static KontorFormDialog *
act (KontorContactPane *self, const char *action)
{
  static const char *const fixed[] = { "contact", NULL };

  return kontor_form_dialog_act (GTK_WIDGET (self), self->house, action,
                                 make_filter (kontor_remote_record_get_id (self->contact)), fixed);
}

static void
on_consent (KontorContactPane *self)
{
  if (self->contact != NULL)
    kontor_form_dialog_set_heading (
      act (self, "set-consent"), _("Consent"),
      _("Who said STOP is not written to. Change it only where the customer asked for it, and say "
        "how: it is kept."), _("_Change"));
}

static void
on_merge (KontorContactPane *self)
{
  if (self->contact == NULL)
    return;
  kontor_form_dialog_set_heading (
    act (self, "merge-contact"),
    _("Same Person as…"), _("What is known of the other is kept here: conversations, bookings, "
                            "numbers. It can be undone."), _("_Merge"));
}

static GtkWidget *
make_talk (gpointer item, gpointer data)
{
  return kontor_record_row_wrap (kontor_conversation_row_new (KONTOR_CONTACT_PANE (data)->house),
                                 item);
}

static void
on_talk_activated (KontorContactPane *self, GtkListBoxRow *row)
{
  KontorRecordRow *talk = KONTOR_RECORD_ROW (gtk_list_box_row_get_child (row));
  g_autofree char *place = g_strconcat (
    "inbox/", kontor_remote_record_get_id (kontor_record_row_get_item (talk)), NULL);

  kontor_page_go (GTK_WIDGET (self), place);
}

/* As a person would say it, not as the line calls it. */
static GtkWidget *
make_known (gpointer item, gpointer data)
{
  const char *kind = kontor_remote_record_get_text (item, "kind");
  g_autofree char *value =
    kontor_wording_phone (kontor_remote_record_get_text (item, "value"));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               g_str_equal (kind, "phone") ? _("Phone number")
                               : g_str_equal (kind, "jid") ? _("WhatsApp address")
                               : g_str_equal (kind, "lid") ? _("WhatsApp address without a number")
                               : _("Known to this business only"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
show_bookings (KontorContactPane *self, const char *id)
{
  g_autoptr(GtkSliceListModel) latest = NULL;

  g_clear_object (&self->bookings);
  self->bookings = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                                   "booking", make_filter (id), TRUE);
  kontor_remote_list_set_page (self->bookings, MOST_BOOKINGS);
  latest = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->bookings)), 0,
                                     MOST_BOOKINGS);
  gtk_list_box_bind_model (self->booked, G_LIST_MODEL (latest), make_booking, self, NULL);
}

static void
show_talks (KontorContactPane *self, const char *id)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  g_clear_object (&self->threads);
  g_clear_object (&self->identifiers);
  self->threads = kontor_remote_list_new_conversations (remote, make_filter (id));
  self->identifiers = kontor_remote_list_new_records (remote, "identifier", make_filter (id),
                                                      FALSE);
  gtk_list_box_bind_model (self->talks, G_LIST_MODEL (self->threads), make_talk, self, NULL);
  gtk_list_box_bind_model (self->known, G_LIST_MODEL (self->identifiers), make_known, self, NULL);
}

static void
leave (KontorContactPane *self)
{
  if (self->contact != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->contact, draw, self);
      g_signal_handlers_disconnect_by_func (self->contact, on_gone, self);
    }
  g_clear_object (&self->contact);
}

void
kontor_contact_pane_show (KontorContactPane *self, const char *id)
{
  if (id != NULL && self->contact != NULL &&
      g_str_equal (kontor_remote_record_get_id (self->contact), id))
    return;
  leave (self);
  gtk_stack_set_visible_child_name (self->stack, id != NULL && *id != '\0' ? "contact" : "none");
  if (id == NULL || *id == '\0')
    return;
  self->contact = kontor_remote_record_follow (kontor_remote_house_get_remote (self->house),
                                               "contact", id);
  g_signal_connect_object (self->contact, "notify::values", G_CALLBACK (draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contact, "notify::is-gone", G_CALLBACK (on_gone), self,
                           G_CONNECT_SWAPPED);
  kontor_record_facts_set_record (self->facts, self->contact);
  kontor_timeline_set_subject (self->timeline, "contact", id);
  kontor_merge_box_show (self->merges, self->house, id);
  show_bookings (self, id);
  show_talks (self, id);
  kontor_payment_box_show (self->payments, self->house, "contact", id);
  draw (self);
}

static void
on_back (KontorContactPane *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

void
kontor_contact_pane_set_house (KontorContactPane *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_record_facts_set_house (self->facts, house, "contact", hidden);
  kontor_timeline_set_house (self->timeline, house);
  kontor_label_editor_set_house (self->labels, house);
}

static void
kontor_contact_pane_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  KontorContactPane *self = KONTOR_CONTACT_PANE (object);

  if (id == PROP_IS_PAGE)
    gtk_widget_set_visible (self->hide, !g_value_get_boolean (value));
  else if (id == PROP_IS_ALONE)
    gtk_widget_set_visible (self->back, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_contact_pane_dispose (GObject *object)
{
  KontorContactPane *self = KONTOR_CONTACT_PANE (object);

  g_clear_object (&self->contact);
  g_clear_object (&self->bookings);
  g_clear_object (&self->threads);
  g_clear_object (&self->identifiers);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_contact_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/contact-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, name);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, phone);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, consent);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, labels);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, facts);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, booked);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, payments);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, timeline);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_book);
  gtk_widget_class_bind_template_callback (widget_class, on_booking_activated);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, back);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, hide);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, talks);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, known);
  gtk_widget_class_bind_template_child (widget_class, KontorContactPane, merges);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_consent);
  gtk_widget_class_bind_template_callback (widget_class, on_merge);
  gtk_widget_class_bind_template_callback (widget_class, on_talk_activated);
}

static void
kontor_contact_pane_class_init (KontorContactPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = kontor_contact_pane_dispose;
  object_class->set_property = kontor_contact_pane_set_property;
  props[PROP_IS_PAGE] = g_param_spec_boolean ("is-page", NULL, NULL, FALSE, flags);
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[BACK] = g_signal_new ("back", KONTOR_TYPE_CONTACT_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KONTOR_TYPE_LABEL_EDITOR);
  g_type_ensure (KONTOR_TYPE_MERGE_BOX);
  g_type_ensure (KONTOR_TYPE_PAYMENT_BOX);
  g_type_ensure (KONTOR_TYPE_RECORD_FACTS);
  g_type_ensure (KONTOR_TYPE_TIMELINE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kontor_contact_pane_init (KontorContactPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
