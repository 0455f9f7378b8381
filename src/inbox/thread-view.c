/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thread-view.c — who looks at the end keeps looking at the end; who reads further up is left in
 * peace. Going to a row takes a few frames: a list of rows of many heights knows where one is only
 * when it has drawn those around it (and GTK 4.8 leaves a list blank that is moved by its
 * adjustment before that). */
#include "inbox/thread-view.h"

#include "inbox/body.h"
#include "inbox/message-row.h"
#include "inbox/sending.h"
#include "inbox/thread.h"
#include "inbox/why.h"
#include "widgets/question.h"
#include "widgets/row-factory.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

#define FRAMES 4
#define NEAR_END_PX 60

struct _KontorThreadView
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  gboolean            as_customer;
  gint64              conversation;
  KontorThread       *thread;
  char               *wanted;       /* a message that is looked for */
  KontorRemoteRecord *doomed;       /* (nullable): one that a question is asked about */
  gboolean            is_at_end;
  guint               frames;       /* left to go to the end, or to what was found */
  guint               target;       /* a position, or GTK_INVALID_LIST_POSITION: the end */
  guint               tick;

  GtkScrolledWindow  *scrolled;
  GtkWidget          *latest;       /* the way back from far up */
  GtkListView        *view;
  GtkSingleSelection *selection;
};

enum { REPLY, EDIT, TAKEN_BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorThreadView, kontor_thread_view, ADW_TYPE_BIN)

static guint
count_rows (KontorThreadView *self)
{
  return self->thread != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->thread)) : 0;
}

/* How far the end of what was read is below what is in sight. */
static double
measure_left (KontorThreadView *self)
{
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (self->scrolled);

  return gtk_adjustment_get_upper (at) - gtk_adjustment_get_value (at) -
         gtk_adjustment_get_page_size (at);
}

/* A screen ahead of whoever scrolls, both ways; a high window takes more than one page. */
static void
load_more (KontorThreadView *self)
{
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double page = gtk_adjustment_get_page_size (at);

  if (self->thread == NULL || self->frames > 0)
    return;
  if (gtk_adjustment_get_value (at) < page)
    kontor_thread_load_older (self->thread);
  if (measure_left (self) < page)
    kontor_thread_load_newer (self->thread);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KontorThreadView *self = KONTOR_THREAD_VIEW (widget);
  guint count = count_rows (self);
  guint position = self->target < count ? self->target : count - 1;

  if (count > 0 && self->frames < FRAMES)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  if (self->frames-- > 0)
    return G_SOURCE_CONTINUE;
  self->frames = 0;
  self->tick = 0;
  load_more (self);

  return G_SOURCE_REMOVE;
}

static void
go_to (KontorThreadView *self, guint position)
{
  self->target = position;
  self->frames = FRAMES;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
}

static void
set_at_end (KontorThreadView *self, gboolean is_at_end)
{
  self->is_at_end = is_at_end;
  gtk_widget_set_visible (self->latest, !is_at_end);
}

static void
on_scrolled (KontorThreadView *self)
{
  if (self->frames > 0)
    return;
  set_at_end (self, measure_left (self) < NEAR_END_PX &&
              (self->thread == NULL || kontor_thread_has_latest (self->thread)));
  load_more (self);
}

/* The pane became narrower, or a row higher. */
static void
on_measured (KontorThreadView *self)
{
  if (self->is_at_end && self->frames == 0)
    go_to (self, GTK_INVALID_LIST_POSITION);
}

static void open_thread (KontorThreadView *self, gint64 around);

/* What stands in no thread (a reaction, what was discarded) is not found where it was said. */
static void
look_for_wanted (KontorThreadView *self)
{
  guint position;

  if (self->wanted == NULL || !kontor_thread_is_loaded (self->thread))
    return;
  if (kontor_thread_find (self->thread, self->wanted, &position) != NULL)
    {
      set_at_end (self, FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (self->view), "found");
      gtk_single_selection_set_selected (self->selection, position);
      go_to (self, position);
    }
  else if (count_rows (self) == 0)
    {
      open_thread (self, 0);
      return;
    }
  g_clear_pointer (&self->wanted, g_free);
}

static void
on_rows_changed (KontorThreadView *self, guint position, guint removed, guint added)
{
  if (self->is_at_end && self->wanted == NULL)
    go_to (self, GTK_INVALID_LIST_POSITION);
}

static void
on_read (KontorThreadView *self)
{
  if (self->wanted != NULL)
    look_for_wanted (self);
  else if (self->is_at_end)
    kontor_thread_load_newer (self->thread);
}

static void
drop_thread (KontorThreadView *self)
{
  if (self->thread == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->thread, self);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->thread);
}

/* @around: a message, or 0 for the latest */
static void
open_thread (KontorThreadView *self, gint64 around)
{
  drop_thread (self);
  gtk_widget_remove_css_class (GTK_WIDGET (self->view), "found");
  g_clear_pointer (&self->wanted, g_free);
  set_at_end (self, around == 0);
  if (self->conversation == 0)
    return;
  self->thread = kontor_thread_new (kontor_remote_house_get_remote (self->house),
                                    self->conversation, around, self->as_customer);
  g_signal_connect_object (self->thread, "items-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->thread, "read", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->thread));
}

void
kontor_thread_view_show (KontorThreadView *self, gint64 conversation)
{
  if (self->conversation == conversation)
    return;
  self->conversation = conversation;
  open_thread (self, 0);
}

void
kontor_thread_view_find (KontorThreadView *self, const char *message)
{
  g_autofree char *wanted = g_strdup (message);
  guint position;

  if (self->thread == NULL)
    return;
  if (kontor_thread_find (self->thread, wanted, &position) == NULL)
    open_thread (self, g_ascii_strtoll (wanted, NULL, 10));
  g_free (self->wanted);
  self->wanted = g_steal_pointer (&wanted);
  look_for_wanted (self);
}

static void
on_latest (KontorThreadView *self)
{
  if (!kontor_thread_has_latest (self->thread))
    open_thread (self, 0);
  set_at_end (self, TRUE);
  go_to (self, GTK_INVALID_LIST_POSITION);
}

void
kontor_thread_view_set_house (KontorThreadView *self, KontorRemoteHouse *house,
                              gboolean as_customer)
{
  g_autoptr(GtkListItemFactory) factory =
    kontor_row_factory_new (as_customer ? kontor_message_row_new_customer
                            : kontor_message_row_new, house);

  self->house = g_object_ref (house);
  self->as_customer = as_customer;
  gtk_list_view_set_factory (self->view, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  as_customer ? _("What the customer sees") : _("Messages"), -1);
}

/* (transfer none) (nullable) */
static KontorRemoteRecord *
find_message (KontorThreadView *self, const char *id)
{
  guint position;
  KontorThreadItem *item = self->thread != NULL ? kontor_thread_find (self->thread, id, &position)
    : NULL;

  return item != NULL ? kontor_thread_item_get_record (item) : NULL;
}

static void
call (KontorThreadView *self, const char *method, GVariant *arguments)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  kontor_toast_call (GTK_WIDGET (self), kontor_remote_get_inbox (remote), method, arguments);
}

typedef struct {
  KontorThreadView   *self;
  KontorRemoteRecord *message;
} TakingBack;

static void
on_cancelled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree TakingBack *taking = data;
  g_autoptr(KontorThreadView) self = taking->self;
  g_autoptr(KontorRemoteRecord) message = taking->message;
  g_autoptr(GError) error = NULL;

  if (kontor_dbus_inbox_call_cancel_scheduled_finish (KONTOR_DBUS_INBOX (source), result, &error))
    g_signal_emit (self, signals[TAKEN_BACK], 0, kontor_remote_record_get_text (message, "text"));
  else
    kontor_toast_error (GTK_WIDGET (self), error);
}

static void
take_back (KontorThreadView *self, KontorRemoteRecord *message)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  TakingBack *taking = g_new0 (TakingBack, 1);

  taking->self = g_object_ref (self);
  taking->message = g_object_ref (message);
  kontor_dbus_inbox_call_cancel_scheduled (kontor_remote_get_inbox (remote),
                                           kontor_remote_record_get_int (message, "id"), NULL,
                                           on_cancelled, taking);
}

static void
accept (KontorThreadView *self, KontorRemoteRecord *message)
{
  KontorSending *sending =
    kontor_sending_new (kontor_remote_record_get_int (message, "conversation"), "", NULL);

  sending->draft = kontor_remote_record_get_int (message, "id");
  sending->options = g_variant_ref_sink (kontor_remote_no_options ());
  kontor_sending_go (sending, kontor_remote_house_get_remote (self->house), GTK_WIDGET (self),
                     NULL);
}

static void
on_pending_action (GtkWidget *widget, const char *name, GVariant *id)
{
  KontorThreadView *self = KONTOR_THREAD_VIEW (widget);
  KontorRemoteRecord *message = find_message (self, g_variant_get_string (id, NULL));
  gint64 number = message != NULL ? kontor_remote_record_get_int (message, "id") : 0;

  if (message == NULL)
    return;
  if (g_str_equal (name, "thread.accept"))
    accept (self, message);
  else if (g_str_equal (name, "thread.discard"))
    call (self, "DiscardDraft", g_variant_new ("(x)", number));
  else if (g_str_equal (name, "thread.edit"))
    g_signal_emit (self, signals[EDIT], 0, message);
  else if (g_str_equal (name, "thread.cancel"))
    take_back (self, message);
}

static void
delete_for_everyone (gpointer object)
{
  KontorThreadView *self = object;
  KontorSending *sending = kontor_sending_new (self->conversation, "", NULL);
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "kind", "s", "system");
  g_variant_dict_insert (&options, "body", "s", "{\"type\":\"taken-back\"}");
  g_variant_dict_insert (&options, "about", "x",
                         kontor_remote_record_get_int (self->doomed, "id"));
  sending->options = g_variant_ref_sink (g_variant_dict_end (&options));
  kontor_sending_go (sending, kontor_remote_house_get_remote (self->house), GTK_WIDGET (self),
                     NULL);
}

static void
on_message_action (GtkWidget *widget, const char *name, GVariant *id)
{
  KontorThreadView *self = KONTOR_THREAD_VIEW (widget);
  KontorRemoteRecord *message = find_message (self, g_variant_get_string (id, NULL));
  g_autofree char *text = message != NULL ? kontor_body_dup_text (message) : NULL;

  if (g_str_equal (name, "thread.find"))
    kontor_thread_view_find (self, g_variant_get_string (id, NULL));
  else if (message == NULL)
    return;
  else if (g_str_equal (name, "thread.reply"))
    g_signal_emit (self, signals[REPLY], 0, message);
  else if (g_str_equal (name, "thread.copy"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  else if (g_str_equal (name, "thread.delete"))
    {
      g_set_object (&self->doomed, message);
      kontor_question_ask (widget, _("Delete for everyone?"),
                           _("The customer sees that a message was deleted, and no more. It stays "
                             "here, so that you know what was said."),
                           _("_Delete"), delete_for_everyone, self);
    }
  else if (g_str_equal (name, "thread.why"))
    kontor_why_show (widget, self->house, message);
  else if (g_str_equal (name, "thread.again"))
    call (self, "SendAgain", g_variant_new ("(x)", kontor_remote_record_get_int (message, "id")));
}

static void
on_react (GtkWidget *widget, const char *name, GVariant *target)
{
  KontorThreadView *self = KONTOR_THREAD_VIEW (widget);
  const char *id, *emoji;
  g_autofree char *body = NULL;
  GVariantDict options;

  g_variant_get (target, "(&s&s)", &id, &emoji);
  body = g_strdup_printf ("{\"emoji\":\"%s\"}", emoji);
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "kind", "s", "reaction");
  g_variant_dict_insert (&options, "about", "x", g_ascii_strtoll (id, NULL, 10));
  g_variant_dict_insert (&options, "body", "s", body);
  call (self, "Send", g_variant_new ("(xs@a{sv})", self->conversation, "",
                                     g_variant_dict_end (&options)));
}

static void
kontor_thread_view_dispose (GObject *object)
{
  KontorThreadView *self = KONTOR_THREAD_VIEW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->selection != NULL)
    drop_thread (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->house);
  g_clear_object (&self->doomed);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (kontor_thread_view_parent_class)->dispose (object);
}

static void
kontor_thread_view_class_init (KontorThreadViewClass *klass)
{
  static const char *const actions[] = { "thread.find", "thread.reply", "thread.copy",
                                         "thread.delete", "thread.why", "thread.again" };
  static const char *const pending[] = { "thread.accept", "thread.discard", "thread.edit",
                                         "thread.cancel" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_thread_view_dispose;
  signals[REPLY] = g_signal_new ("reply", KONTOR_TYPE_THREAD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, KONTOR_TYPE_REMOTE_RECORD);
  signals[EDIT] = g_signal_new ("edit", KONTOR_TYPE_THREAD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, KONTOR_TYPE_REMOTE_RECORD);
  signals[TAKEN_BACK] = g_signal_new ("taken-back", KONTOR_TYPE_THREAD_VIEW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], "s", on_message_action);
  for (guint i = 0; i < G_N_ELEMENTS (pending); i++)
    gtk_widget_class_install_action (widget_class, pending[i], "s", on_pending_action);
  gtk_widget_class_install_action (widget_class, "thread.react", "(ss)", on_react);
}

static void
make_way_back (KontorThreadView *self)
{
  self->latest = gtk_button_new_from_icon_name ("go-bottom-symbolic");
  gtk_widget_add_css_class (self->latest, "circular");
  gtk_widget_add_css_class (self->latest, "osd");
  gtk_widget_set_halign (self->latest, GTK_ALIGN_END);
  gtk_widget_set_valign (self->latest, GTK_ALIGN_END);
  gtk_widget_set_margin_end (self->latest, 18);
  gtk_widget_set_margin_bottom (self->latest, 12);
  gtk_widget_set_tooltip_text (self->latest, _("Latest messages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->latest), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Latest messages"), -1);
  g_signal_connect_object (self->latest, "clicked", G_CALLBACK (on_latest), self,
                           G_CONNECT_SWAPPED);
}

static void
kontor_thread_view_init (KontorThreadView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkAdjustment *at;

  make_way_back (self);
  set_at_end (self, TRUE);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (
    GTK_SELECTION_MODEL (g_object_ref (self->selection)), NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "thread");
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->scrolled));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->latest);
  adw_bin_set_child (ADW_BIN (self), overlay);
  at = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (at, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (at, "changed", G_CALLBACK (on_measured), self, G_CONNECT_SWAPPED);
}
