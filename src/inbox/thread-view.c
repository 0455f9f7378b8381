/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thread-view.c — who looks at the end keeps looking at the end; who reads further up is left in
 * peace. Going to a row takes a few frames: a list of rows of many heights knows where one is only
 * when it has drawn those around it (and GTK 4.8 leaves a list blank that is moved by its
 * adjustment before that). */
#include "inbox/thread-view.h"

#include "inbox/body.h"
#include "inbox/message-row.h"
#include "inbox/thread.h"
#include "inbox/why.h"
#include "widgets/row-factory.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

#define FRAMES 4
#define FAR 1000
#define NEAR_END_PX 60

struct _KontorThreadView
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  gboolean            as_customer;
  gint64              conversation;
  KontorThread       *thread;
  char               *wanted;       /* a message that is looked for */
  gboolean            is_at_end;
  guint               frames;       /* left to go to the end, or to what was found */
  guint               target;       /* a position, or GTK_INVALID_LIST_POSITION: the end */
  guint               tick;

  GtkScrolledWindow  *scrolled;
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
load_older (KontorThreadView *self)
{
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (self->scrolled);

  if (self->thread != NULL &&
      gtk_adjustment_get_value (at) < gtk_adjustment_get_page_size (at))
    kontor_remote_list_load_more (kontor_thread_get_list (self->thread));
}

static void
on_scrolled (KontorThreadView *self)
{
  GtkAdjustment *at = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double left = gtk_adjustment_get_upper (at) - gtk_adjustment_get_value (at) -
                gtk_adjustment_get_page_size (at);

  if (self->frames > 0)
    return;
  self->is_at_end = left < NEAR_END_PX;
  load_older (self);
}

/* The pane became narrower, or a row higher. */
static void
on_measured (KontorThreadView *self)
{
  if (self->is_at_end && self->frames == 0)
    go_to (self, GTK_INVALID_LIST_POSITION);
}

static void
look_for_wanted (KontorThreadView *self)
{
  guint position;

  if (self->wanted == NULL)
    return;
  /* Months back there may be thousands of messages between: far steps, until it is there. */
  if (kontor_thread_find (self->thread, self->wanted, &position) == NULL)
    {
      kontor_remote_list_set_page (kontor_thread_get_list (self->thread), FAR);
      kontor_remote_list_load_more (kontor_thread_get_list (self->thread));
      return;
    }
  kontor_remote_list_set_page (kontor_thread_get_list (self->thread), 0);
  g_clear_pointer (&self->wanted, g_free);
  self->is_at_end = FALSE;
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "found");
  gtk_single_selection_set_selected (self->selection, position);
  go_to (self, position);
}

static void
on_rows_changed (KontorThreadView *self, guint position, guint removed, guint added)
{
  if (self->wanted != NULL)
    look_for_wanted (self);
  else if (self->is_at_end)
    go_to (self, GTK_INVALID_LIST_POSITION);
}

static void
drop_thread (KontorThreadView *self)
{
  if (self->thread == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->thread, on_rows_changed, self);
  g_signal_handlers_disconnect_by_func (kontor_thread_get_list (self->thread), look_for_wanted,
                                        self);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->thread);
}

void
kontor_thread_view_show (KontorThreadView *self, gint64 conversation)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  g_autoptr(KontorRemoteList) list = NULL;

  if (self->conversation == conversation)
    return;
  drop_thread (self);
  self->conversation = conversation;
  self->is_at_end = TRUE;
  g_clear_pointer (&self->wanted, g_free);
  gtk_widget_remove_css_class (GTK_WIDGET (self->view), "found");
  if (conversation == 0)
    return;
  list = kontor_remote_list_new_messages (remote, conversation);
  self->thread = kontor_thread_new (remote, list, self->as_customer);
  g_signal_connect_object (self->thread, "items-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* A page may bring nothing but reactions: the rows do not change then. */
  g_signal_connect_object (list, "notify::is-loading", G_CALLBACK (look_for_wanted), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->thread));
}

void
kontor_thread_view_find (KontorThreadView *self, const char *message)
{
  g_free (self->wanted);
  self->wanted = g_strdup (message);
  if (self->thread != NULL)
    look_for_wanted (self);
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
on_pending_action (GtkWidget *widget, const char *name, GVariant *id)
{
  KontorThreadView *self = KONTOR_THREAD_VIEW (widget);
  KontorRemoteRecord *message = find_message (self, g_variant_get_string (id, NULL));
  gint64 number = message != NULL ? kontor_remote_record_get_int (message, "id") : 0;

  if (message == NULL)
    return;
  if (g_str_equal (name, "thread.accept"))
    call (self, "AcceptDraft", g_variant_new ("(xs)", number, ""));
  else if (g_str_equal (name, "thread.discard"))
    call (self, "DiscardDraft", g_variant_new ("(x)", number));
  else if (g_str_equal (name, "thread.edit"))
    g_signal_emit (self, signals[EDIT], 0, message);
  else if (g_str_equal (name, "thread.cancel"))
    take_back (self, message);
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
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (kontor_thread_view_parent_class)->dispose (object);
}

static void
kontor_thread_view_class_init (KontorThreadViewClass *klass)
{
  static const char *const actions[] = { "thread.find", "thread.reply", "thread.copy",
                                         "thread.why", "thread.again" };
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
kontor_thread_view_init (KontorThreadView *self)
{
  GtkAdjustment *at;

  self->is_at_end = TRUE;
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (
    GTK_SELECTION_MODEL (g_object_ref (self->selection)), NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "thread");
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  at = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (at, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (at, "changed", G_CALLBACK (on_measured), self, G_CONNECT_SWAPPED);
}
