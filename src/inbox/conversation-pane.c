/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conversation-pane.c — a window that opens shows no conversation: what writes in one is made with
 * the first. */
#include "inbox/conversation-pane.h"

#include "inbox/composer.h"
#include "inbox/thread-view.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MINUTE_US G_TIME_SPAN_MINUTE
#define HURRY_MINUTES (3 * 60)

struct _KontorConversationPane
{
  AdwBin                    parent_instance;

  KontorRemoteHouse        *house;
  gint64                    shown;
  KontorRemoteRecord       *conversation;  /* NULL: none */
  guint                     clock;         /* the timer of the next full minute */

  KontorConversationHeader *header;
  GtkStack                 *stack;
  KontorThreadView         *thread;
  GtkLabel                 *holder;
  GtkButton                *hold;
  GtkLabel                 *window;
  GtkBox                   *desk;
  KontorComposer           *composer;      /* NULL until a conversation was opened */
};

enum { CONVERSATION_TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorConversationPane, kontor_conversation_pane, ADW_TYPE_BIN)

/* What happens by itself where nobody holds it. */
static const char *
word_mode (KontorConversationPane *self)
{
  const char *mode = kontor_remote_record_get_text (self->conversation, "mode");

  return g_str_equal (mode, "off") ? _("The assistant is silent here")
    : g_str_equal (mode, "draft") ? _("The assistant drafts, you send")
    : _("The assistant answers here");
}

/* Held by whoever took it over: a teammate, or nobody in particular. */
static void
show_holder (KontorConversationPane *self)
{
  const char *held_by = kontor_remote_record_get_text (self->conversation, "held-by");
  const char *me = kontor_remote_house_get_text (self->house, "teammate");
  gboolean is_held = *held_by != '\0';
  gboolean is_stop = g_str_equal (kontor_remote_record_get_text (self->conversation, "consent"),
                                  "opted-out");
  const char *name = g_str_has_prefix (held_by, "teammate:")
    ? kontor_remote_house_get_author (self->house, held_by)
    : kontor_remote_house_get_label (self->house, "teammate", held_by);
  gboolean is_me = g_str_has_suffix (held_by, me) && *me != '\0';
  g_autofree char *words = is_stop ? g_strdup (_("The customer said STOP"))
    : !is_held ? g_strdup (word_mode (self))
    : g_str_equal (held_by, "system") ? g_strdup (_("Waits for you: too much was said by itself"))
    : g_str_equal (held_by, "phone") ? g_strdup (_("The owner answers on the phone"))
    : is_me ? g_strdup (_("You answer here"))
    : g_strdup_printf (_("%s answers here"), name);

  gtk_label_set_text (self->holder, words);
  gtk_button_set_label (self->hold, is_held ? _("Hand Back") : _("Take Over"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hold), is_held
                               ? _("The assistant answers again")
                               : _("People answer from now on"));
  /* Two who answer at once confuse a customer. */
  if (is_stop || (is_held && !is_me))
    gtk_widget_add_css_class (GTK_WIDGET (self->holder), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->holder), "warning");
}

static gboolean on_minute (gpointer data);

/* How long the customer can still be answered freely; the last hours are told in amber. */
static void
show_window (KontorConversationPane *self)
{
  gint64 until_us = kontor_record_get_int (kontor_remote_record_get_values (self->conversation),
                                           "window-until", -1);
  gint64 left = until_us > 0 ? (until_us - g_get_real_time ()) / MINUTE_US : 0;
  g_autofree char *words = left >= 60
    ? g_strdup_printf (_("%d h %02d min left to answer"), (int) (left / 60), (int) (left % 60))
    : g_strdup_printf (_("%d min left to answer"), (int) left);
  const char *classes[] = { "caption", "numeric", left < HURRY_MINUTES ? "warning" : "dim-label",
                            NULL };

  g_clear_handle_id (&self->clock, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->window), left > 0);
  gtk_label_set_text (self->window, words);
  gtk_widget_set_css_classes (GTK_WIDGET (self->window), classes);
  if (left > 0)
    self->clock = g_timeout_add_seconds (60, on_minute, self);
}

static gboolean
on_minute (gpointer data)
{
  KontorConversationPane *self = data;

  self->clock = 0;
  show_window (self);

  return G_SOURCE_REMOVE;
}

static void
mark_read (KontorConversationPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  if (self->conversation != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)) &&
      kontor_remote_record_get_int (self->conversation, "unread") > 0)
    kontor_dbus_inbox_call_mark_read (kontor_remote_get_inbox (remote), self->shown, NULL, NULL,
                                      NULL);
}

static void
draw (KontorConversationPane *self)
{
  if (self->conversation == NULL ||
      kontor_remote_record_get_int (self->conversation, "id") == 0)
    return;
  show_holder (self);
  show_window (self);
  kontor_composer_set_conversation (self->composer, self->conversation);
  mark_read (self);
  g_signal_emit (self, signals[CONVERSATION_TOLD], 0, self->conversation);
}

static void
make_composer (KontorConversationPane *self)
{
  self->composer = g_object_new (KONTOR_TYPE_COMPOSER, NULL);
  kontor_composer_set_house (self->composer, self->house);
  gtk_box_append (self->desk, GTK_WIDGET (self->composer));
}

void
kontor_conversation_pane_show (KontorConversationPane *self, gint64 conversation,
                               const char *message)
{
  if (conversation != 0 && self->composer == NULL)
    make_composer (self);
  if (conversation != self->shown)
    {
      if (self->conversation != NULL)
        g_signal_handlers_disconnect_by_func (self->conversation, draw, self);
      g_clear_object (&self->conversation);
      g_clear_handle_id (&self->clock, g_source_remove);
      self->shown = conversation;
      if (conversation != 0)
        {
          self->conversation = kontor_remote_record_follow_conversation (
            kontor_remote_house_get_remote (self->house), conversation);
          g_signal_connect_object (self->conversation, "notify::values", G_CALLBACK (draw), self,
                                   G_CONNECT_SWAPPED);
        }
      kontor_conversation_header_show (self->header, self->conversation);
      kontor_thread_view_show (self->thread, conversation);
      gtk_stack_set_visible_child_name (self->stack, conversation != 0 ? "thread" : "none");
    }
  if (message != NULL && *message != '\0')
    kontor_thread_view_find (self->thread, message);
  else if (conversation != 0)
    kontor_composer_focus (self->composer);
}

gint64
kontor_conversation_pane_get_shown (KontorConversationPane *self)
{
  return self->shown;
}

KontorConversationHeader *
kontor_conversation_pane_get_header (KontorConversationPane *self)
{
  return self->header;
}

static void
on_hold (KontorConversationPane *self)
{
  gboolean is_held = *kontor_remote_record_get_text (self->conversation, "held-by") != '\0';

  gtk_widget_activate_action (GTK_WIDGET (self->header), "conversation.hold", "b", !is_held);
}

static void
on_reply (KontorConversationPane *self, KontorRemoteRecord *message)
{
  kontor_composer_reply_to (self->composer, message);
}

static void
on_edit (KontorConversationPane *self, KontorRemoteRecord *message)
{
  kontor_composer_edit (self->composer, message);
}

static void
on_taken_back (KontorConversationPane *self, const char *text)
{
  kontor_composer_take_back (self->composer, text);
}

static gboolean
on_dropped (KontorConversationPane *self, const GValue *value)
{
  return self->composer != NULL && kontor_composer_take (self->composer, value);
}

/* What came in while nobody looked is read when somebody looks again. */
static void
on_active_changed (GtkWindow *window, GParamSpec *pspec, KontorConversationPane *self)
{
  mark_read (self);
}

static void
kontor_conversation_pane_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kontor_conversation_pane_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active",
                           G_CALLBACK (on_active_changed), widget, 0);
}

static void
kontor_conversation_pane_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_active_changed, widget);
  GTK_WIDGET_CLASS (kontor_conversation_pane_parent_class)->unroot (widget);
}

void
kontor_conversation_pane_set_house (KontorConversationPane *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_conversation_header_set_house (self->header, house);
  kontor_thread_view_set_house (self->thread, house, FALSE);
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
}

static void
kontor_conversation_pane_dispose (GObject *object)
{
  KontorConversationPane *self = KONTOR_CONVERSATION_PANE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_object (&self->conversation);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_conversation_pane_parent_class)->dispose (object);
}

static void
kontor_conversation_pane_class_init (KontorConversationPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_conversation_pane_dispose;
  widget_class->root = kontor_conversation_pane_root;
  widget_class->unroot = kontor_conversation_pane_unroot;
  signals[CONVERSATION_TOLD] = g_signal_new ("conversation-told", KONTOR_TYPE_CONVERSATION_PANE,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             1, KONTOR_TYPE_REMOTE_RECORD);
  g_type_ensure (KONTOR_TYPE_CONVERSATION_HEADER);
  g_type_ensure (KONTOR_TYPE_THREAD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/conversation-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorConversationPane, header);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationPane, thread);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationPane, holder);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationPane, hold);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationPane, window);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationPane, desk);
  gtk_widget_class_bind_template_callback (widget_class, on_hold);
  gtk_widget_class_bind_template_callback (widget_class, on_reply);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_taken_back);
}

static void
kontor_conversation_pane_init (KontorConversationPane *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
