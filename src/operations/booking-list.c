/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/booking-list.h"

#include "remote/remote-list.h"
#include "widgets/booking-row.h"
#include "widgets/record-list.h"
#include "widgets/time-entry.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorBookingList
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  KontorRemoteList  *services;
  char             **states;      /* what may stand in "state", as the daemon told; NULL: not yet */
  gboolean           is_unpaid;   /* only what is not paid */

  AdwHeaderBar      *header;
  GtkToggleButton   *ongoing;
  GtkToggleButton   *past;
  GtkToggleButton   *paid;
  GtkToggleButton   *all;
  GtkMenuButton     *narrow;
  GtkDropDown       *state;
  GtkDropDown       *service;
  GtkBox            *days;
  KontorTimeEntry   *from;
  KontorTimeEntry   *to;
  GtkButton         *clear;
  KontorRecordList  *list;
};

enum { PROP_IS_ALONE = 1, N_PROPS };
enum { CHOSEN, N_SIGNALS };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorBookingList, kontor_booking_list, ADW_TYPE_BIN)

/* The first line of a choice stands for any. */
static const char *
get_state (KontorBookingList *self)
{
  guint at = gtk_drop_down_get_selected (self->state);

  return self->states != NULL && at > 0 && at <= g_strv_length (self->states)
         ? self->states[at - 1] : NULL;
}

static const char *
get_service (KontorBookingList *self)
{
  KontorRemoteRecord *service = gtk_drop_down_get_selected (self->service) > 0
    ? gtk_drop_down_get_selected_item (self->service) : NULL;

  return service != NULL ? kontor_remote_record_get_id (service) : NULL;
}

/* 0: no day was chosen. */
static gint64
get_day_us (KontorTimeEntry *entry, int days)
{
  g_autofree char *text = kontor_time_entry_dup_text (entry);
  g_autofree char *full = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) day = *text != '\0' ? g_date_time_new_from_iso8601 (full, zone) : NULL;
  g_autoptr(GDateTime) at = day != NULL ? g_date_time_add_days (day, days) : NULL;

  return at != NULL ? g_date_time_to_unix (at) * G_USEC_PER_SEC : 0;
}

static void
add_tab (KontorBookingList *self, GVariantDict *filter)
{
  static const char *const open[] = { "requested", "confirmed", "in-progress", NULL };
  static const char *const over[] = { "completed", "cancelled", "no-show", NULL };
  static const char *const unpaid[] = { "unpaid", "link-sent", "part-paid", NULL };

  if (get_state (self) != NULL)
    g_variant_dict_insert (filter, "state", "s", get_state (self));
  else if (gtk_toggle_button_get_active (self->ongoing))
    g_variant_dict_insert (filter, "state", "^as", open);
  else if (gtk_toggle_button_get_active (self->past))
    g_variant_dict_insert (filter, "state", "^as", over);
  if (gtk_toggle_button_get_active (self->paid))
    g_variant_dict_insert (filter, "payment", "s", "paid");
  else if (self->is_unpaid)
    g_variant_dict_insert (filter, "payment", "^as", unpaid);
}

static gboolean
is_narrowed (KontorBookingList *self)
{
  return get_state (self) != NULL || get_service (self) != NULL || self->is_unpaid ||
         get_day_us (self->from, 0) != 0 || get_day_us (self->to, 0) != 0;
}

GVariant *
kontor_booking_list_make_filter (KontorBookingList *self)
{
  gint64 from_us = get_day_us (self->from, 0), to_us = get_day_us (self->to, 1);
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  add_tab (self, &filter);
  if (get_service (self) != NULL)
    g_variant_dict_insert (&filter, "service", "s", get_service (self));
  if (from_us != 0)
    g_variant_dict_insert (&filter, "at>=", "x", from_us);
  if (to_us != 0)
    g_variant_dict_insert (&filter, "at<", "x", to_us);

  return g_variant_dict_end (&filter);
}

static void
show_emptiness (KontorBookingList *self)
{
  if (is_narrowed (self))
    kontor_record_list_set_empty (self->list, "edit-find-symbolic", _("Nothing fits"),
                                  _("Other bookings are hidden by the filter."));
  else if (gtk_toggle_button_get_active (self->past))
    kontor_record_list_set_empty (self->list, "document-open-recent-symbolic",
                                  _("Nothing has passed yet"),
                                  _("What was done, cancelled or missed is kept here."));
  else if (gtk_toggle_button_get_active (self->paid))
    kontor_record_list_set_empty (self->list, "emblem-ok-symbolic", _("Nothing is paid yet"),
                                  _("Bookings come here when they are marked paid."));
  else
    kontor_record_list_set_empty (self->list, "x-office-calendar-symbolic", _("Nothing is booked"),
                                  _("Bookings appear here when customers book, or when you add "
                                    "one with the + above."));
}

static void
ask (KontorBookingList *self)
{
  g_autoptr(KontorRemoteList) list = NULL;

  if (self->house == NULL)
    return;
  list = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house), "booking",
                                         kontor_booking_list_make_filter (self),
                                         !gtk_toggle_button_get_active (self->ongoing));
  show_emptiness (self);
  kontor_record_list_set_list (self->list, list);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear), is_narrowed (self));
  if (is_narrowed (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->narrow), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->narrow), "accent");
}

/* A group tells twice: the one that goes out says nothing. */
static void
on_tab_toggled (KontorBookingList *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    ask (self);
}

static void
on_clear (KontorBookingList *self)
{
  self->is_unpaid = FALSE;
  gtk_drop_down_set_selected (self->state, 0);
  gtk_drop_down_set_selected (self->service, 0);
  kontor_time_entry_set_text (self->from, "");
  kontor_time_entry_set_text (self->to, "");
  ask (self);
}

static void
on_row_chosen (KontorBookingList *self, KontorRemoteRecord *booking)
{
  g_signal_emit (self, signals[CHOSEN], 0, booking);
}

void
kontor_booking_list_select (KontorBookingList *self, const char *id)
{
  kontor_record_list_select (self->list, id);
}

static void
show_today (KontorBookingList *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  kontor_time_entry_set_text (self->from, today);
  kontor_time_entry_set_text (self->to, today);
}

void
kontor_booking_list_show_tab (KontorBookingList *self, const char *name)
{
  GtkToggleButton *tab = g_str_equal (name, "ongoing") ? self->ongoing
    : g_str_equal (name, "past") ? self->past : g_str_equal (name, "paid") ? self->paid
    : self->all;

  on_clear (self);
  self->is_unpaid = g_str_equal (name, "unpaid");
  if (g_str_equal (name, "today"))
    show_today (self);
  gtk_toggle_button_set_active (tab, TRUE);
  ask (self);
}

static void
on_kinds_told (KontorBookingList *self)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, "booking");
  const KontorField *field = kind == NULL ? NULL
    : kontor_fields_find (kontor_remote_fields_get (kind->fields), "state");
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  if (field == NULL || field->choices == NULL)
    return;
  g_strfreev (self->states);
  self->states = g_strsplit (field->choices, "|", -1);
  gtk_string_list_append (words, _("Any State"));
  for (guint i = 0; self->states[i] != NULL; i++)
    {
      g_autofree char *word = kontor_wording_choice (self->states[i]);

      gtk_string_list_append (words, word);
    }
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (words));
}

static char *
dup_service_name (GObject *item, gpointer data)
{
  return KONTOR_IS_REMOTE_RECORD (item)
         ? g_strdup (kontor_remote_record_get_text (KONTOR_REMOTE_RECORD (item), "name"))
         : g_strdup (_("Any Service"));
}

static void
fill_services (KontorBookingList *self)
{
  g_autoptr(GtkExpression) name = gtk_cclosure_expression_new (
    G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_service_name), NULL, NULL);
  g_autoptr(GtkStringList) any = gtk_string_list_new ((const char *[]) { "", NULL });
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkFlattenListModel) both = NULL;

  self->services = kontor_remote_list_new_records (kontor_remote_house_get_remote (self->house),
                                                   "service", NULL, FALSE);
  g_list_store_append (models, any);
  g_list_store_append (models, self->services);
  both = gtk_flatten_list_model_new (G_LIST_MODEL (models));
  gtk_drop_down_set_expression (self->service, name);
  gtk_drop_down_set_model (self->service, G_LIST_MODEL (both));
}

void
kontor_booking_list_set_house (KontorBookingList *self, KontorRemoteHouse *house)
{
  kontor_record_list_set_rows (self->list, _("Bookings"), kontor_booking_row_new, house);
  self->house = g_object_ref (house);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (on_kinds_told), self,
                           G_CONNECT_SWAPPED);
  on_kinds_told (self);
  fill_services (self);
  ask (self);
}

static void
kontor_booking_list_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_IS_ALONE)
    adw_header_bar_set_show_end_title_buttons (KONTOR_BOOKING_LIST (object)->header,
                                               g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_booking_list_dispose (GObject *object)
{
  g_clear_object (&KONTOR_BOOKING_LIST (object)->services);
  g_clear_object (&KONTOR_BOOKING_LIST (object)->house);

  G_OBJECT_CLASS (kontor_booking_list_parent_class)->dispose (object);
}

static void
kontor_booking_list_finalize (GObject *object)
{
  g_strfreev (KONTOR_BOOKING_LIST (object)->states);

  G_OBJECT_CLASS (kontor_booking_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/operations/booking-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, header);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, ongoing);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, past);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, paid);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, all);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, narrow);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, state);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, service);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, days);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, clear);
  gtk_widget_class_bind_template_child (widget_class, KontorBookingList, list);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_row_chosen);
}

static void
kontor_booking_list_class_init (KontorBookingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kontor_booking_list_dispose;
  object_class->finalize = kontor_booking_list_finalize;
  object_class->set_property = kontor_booking_list_set_property;
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_BOOKING_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, KONTOR_TYPE_REMOTE_RECORD);
  g_type_ensure (KONTOR_TYPE_RECORD_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static KontorTimeEntry *
add_day (KontorBookingList *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *label = gtk_label_new (title);
  GtkWidget *entry = kontor_time_entry_new (FALSE);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (self->days, box);
  g_signal_connect_object (entry, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);

  return KONTOR_TIME_ENTRY (entry);
}

static void
kontor_booking_list_init (KontorBookingList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->from = add_day (self, _("From"));
  self->to = add_day (self, _("Until"));
}
