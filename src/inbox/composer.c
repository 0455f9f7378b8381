/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/composer.h"

#include <string.h>

#include "inbox/canned-box.h"
#include "inbox/emoji-button.h"
#include "inbox/later-popover.h"
#include "inbox/mention-box.h"
#include "inbox/reply-bar.h"
#include "inbox/sending.h"
#include "inbox/staged-files.h"
#include "inbox/template-box.h"
#include "widgets/plain-text.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

#define TYPING_TOLD_US (20 * G_USEC_PER_SEC)

struct _KontorComposer
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  gint64              conversation;  /* 0: none yet */
  GHashTable         *begun;         /* conversation as text → what was begun there */
  KontorRemoteRecord *canned;        /* (nullable): the saved reply this began as */
  char               *back_text;     /* what came back, and the name it goes under once more */
  char               *back_once;
  gint64              told_us;       /* when the contact was told last that somebody writes */

  GtkStack           *stack;
  KontorTemplateBox  *templates;
  KontorReplyBar     *reply;
  GtkWidget          *steps;
  GtkLabel           *steps_text;
  KontorCannedBox    *replies;
  KontorMentionBox   *mentions;
  KontorStagedFiles  *files;
  GtkWidget          *frame;
  GtkTextView        *view;
  GtkLabel           *hint;
  GtkToggleButton    *note;
  GtkWidget          *attach;
  GtkWidget          *send;
  GtkWidget          *later;
};

G_DEFINE_FINAL_TYPE (KontorComposer, kontor_composer, ADW_TYPE_BIN)

static void
set_text (KontorComposer *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

static gboolean
is_note (KontorComposer *self)
{
  return gtk_toggle_button_get_active (self->note);
}

static void
show (KontorComposer *self)
{
  g_autofree char *text = kontor_plain_text_dup (self->view);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gboolean has_files = kontor_staged_files_get_count (self->files) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->hint), *text == '\0');
  gtk_label_set_text (self->hint, is_note (self) ? _("Write a note for the team, @ for one of them")
                      : _("Write a reply, / for a saved one"));
  gtk_widget_set_sensitive (self->send, *stripped != '\0' || (has_files && !is_note (self)));
  gtk_widget_set_sensitive (self->later, gtk_widget_get_sensitive (self->send) &&
                                         !is_note (self) && !kontor_reply_bar_edits (self->reply));
  gtk_widget_set_visible (GTK_WIDGET (self->reply), kontor_reply_bar_is_set (self->reply) &&
                                                    !is_note (self));
  gtk_widget_set_visible (self->steps, self->canned != NULL && !is_note (self) &&
                                       *gtk_label_get_text (self->steps_text) != '\0');
  gtk_widget_set_sensitive (self->attach,
                            !is_note (self) && !kontor_reply_bar_edits (self->reply));
  if (is_note (self))
    gtk_widget_add_css_class (self->frame, "note");
  else
    gtk_widget_remove_css_class (self->frame, "note");
}

/* What was written meanwhile stays; it comes after what comes back. */
static void
on_ended (KontorSending *sending, gboolean is_sent, gpointer widget)
{
  KontorComposer *self = KONTOR_COMPOSER (widget);
  gboolean is_here = self->conversation == sending->conversation;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, sending->conversation);
  g_autofree char *now = is_here ? kontor_plain_text_dup (self->view)
    : g_strdup (g_hash_table_lookup (self->begun, key));
  g_autofree char *both = now != NULL && *now != '\0'
    ? g_strdup_printf ("%s\n%s", sending->text, now) : g_strdup (sending->text);

  if (is_sent)
    return;
  g_free (self->back_text);
  self->back_text = g_strdup (sending->text);
  g_free (self->back_once);
  self->back_once = g_strdup (sending->once);
  if (is_here && sending->path != NULL)
    {
      kontor_staged_files_add (self->files, sending->path, sending->is_ours);
      sending->is_ours = FALSE;
    }
  if (is_here)
    set_text (self, both);
  else
    g_hash_table_insert (self->begun, g_steal_pointer (&key), g_steal_pointer (&both));
}

/* Takes @path, which may be NULL. @at_us: 0: now. */
static void
hand_over (KontorComposer *self, const char *text, char *path, gboolean is_ours, gint64 at_us)
{
  gboolean is_again = path == NULL && g_strcmp0 (text, self->back_text) == 0;
  KontorSending *sending = kontor_sending_new (self->conversation, text,
                                               is_again ? self->back_once : NULL);
  GVariantDict options;

  sending->path = path;
  sending->is_ours = is_ours;
  if (!is_note (self))
    {
      g_variant_dict_init (&options, NULL);
      if (path != NULL)
        g_variant_dict_insert (&options, "file", "s", path);
      if (at_us > 0)
        g_variant_dict_insert (&options, "at", "x", at_us);
      kontor_reply_bar_put (self->reply, &options);
      if (self->canned != NULL)
        g_variant_dict_insert (&options, "reply", "s", kontor_remote_record_get_id (self->canned));
      sending->options = g_variant_ref_sink (g_variant_dict_end (&options));
      sending->draft = kontor_reply_bar_get_draft (self->reply);
    }
  kontor_sending_go (sending, kontor_remote_house_get_remote (self->house), GTK_WIDGET (self),
                     on_ended);
}

static void
forget (KontorComposer *self)
{
  kontor_reply_bar_set (self->reply, NULL, FALSE);
  g_clear_object (&self->canned);
}

/* Marks the first "{booking}" that nothing was known for. */
static gboolean
mark_blank (KontorComposer *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *text = kontor_plain_text_dup (self->view);
  const char *open = strchr (text, '{'), *close = open != NULL ? strchr (open, '}') : NULL;
  GtkTextIter start, end;

  if (close == NULL || self->canned == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, g_utf8_pointer_to_offset (text, open));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, g_utf8_pointer_to_offset (text, close + 1));
  gtk_text_buffer_select_range (buffer, &start, &end);

  return TRUE;
}

/* A text with files goes with the first of them, as its caption. @at_us: 0: now. */
static void
send_at (KontorComposer *self, gint64 at_us)
{
  g_autofree char *text = kontor_plain_text_dup (self->view);
  gboolean has_files = !is_note (self) && !kontor_reply_bar_edits (self->reply) &&
                       kontor_staged_files_get_count (self->files) > 0;
  const char *caption = g_strstrip (text);
  gboolean is_ours = FALSE;

  if (self->conversation == 0 || (*text == '\0' && !has_files))
    return;
  if (mark_blank (self))
    {
      kontor_toast_say (GTK_WIDGET (self), _("Write something for what is marked first."));
      return;
    }
  if (!has_files)
    hand_over (self, text, NULL, FALSE, at_us);
  while (has_files && kontor_staged_files_get_count (self->files) > 0)
    {
      char *path = kontor_staged_files_steal (self->files, &is_ours);

      hand_over (self, caption, path, is_ours, at_us);
      g_clear_object (&self->canned);
      caption = "";
    }
  set_text (self, "");
  forget (self);
  gtk_toggle_button_set_active (self->note, FALSE);
  show (self);
}

static void
on_send (KontorComposer *self)
{
  send_at (self, 0);
}

/* What was sent is not to be sent once more by who thought better of it. */
static void
on_reply_dropped (KontorComposer *self)
{
  gboolean changes = kontor_reply_bar_edits (self->reply) &&
                     kontor_reply_bar_get_draft (self->reply) == 0;

  kontor_reply_bar_set (self->reply, NULL, FALSE);
  if (changes)
    set_text (self, "");
  show (self);
}

static void
on_steps_dropped (KontorComposer *self)
{
  g_clear_object (&self->canned);
  show (self);
}

/* Who does not see the list hears which of it Enter would take. */
static void
tell_marked (KontorComposer *self)
{
  GtkWidget *row = kontor_canned_box_get_marked (self->replies);

  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->view),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

/* A "/" at the start, and one word after it, looks for a saved reply. */
static void
look_for_reply (KontorComposer *self)
{
  g_autofree char *text = kontor_plain_text_dup (self->view);
  gboolean is_asked = *text == '/' && strpbrk (text, " \n\t") == NULL && !is_note (self);

  kontor_canned_box_look_for (self->replies, self->conversation, is_asked ? text + 1 : NULL);
  tell_marked (self);
}

static void
on_reply_filled (KontorComposer *self, KontorRemoteRecord *reply, const char *text)
{
  g_autofree char *steps = kontor_canned_dup_steps (self->house, reply);
  KontorRemoteRecord *canned = *text != '\0' ? reply : NULL;

  g_set_object (&self->canned, canned);
  gtk_label_set_text (self->steps_text, steps);
  set_text (self, text);
  mark_blank (self);
  kontor_composer_focus (self);
}

/* Whoever writes by an input method ends a word with Enter too: that one is not ours. */
static gboolean
on_key (KontorComposer *self, guint key, guint code, GdkModifierType state,
        GtkEventController *controller)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  if (kontor_canned_box_take_key (self->replies, key))
    {
      tell_marked (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && kontor_reply_bar_is_set (self->reply))
    {
      on_reply_dropped (self);
      return GDK_EVENT_STOP;
    }
  if (!is_enter || (state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_text_view_im_context_filter_keypress (self->view, event))
    return GDK_EVENT_STOP;
  on_send (self);

  return GDK_EVENT_STOP;
}

static void
on_text_changed (KontorComposer *self)
{
  gint64 now_us = g_get_monotonic_time ();
  KontorRemote *remote;

  show (self);
  look_for_reply (self);
  if (self->conversation == 0 || is_note (self) ||
      gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0 ||
      (self->told_us != 0 && now_us - self->told_us < TYPING_TOLD_US))
    return;
  remote = kontor_remote_house_get_remote (self->house);
  self->told_us = now_us;
  kontor_dbus_inbox_call_typing (kontor_remote_get_inbox (remote), self->conversation, NULL, NULL,
                                 NULL);
}

static void
on_emoji (KontorComposer *self, const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (self->view), text, -1);
  kontor_composer_focus (self);
}

gboolean
kontor_composer_take (KontorComposer *self, const GValue *value)
{
  if (self->conversation == 0)
    return FALSE;
  kontor_staged_files_take (self->files, value);
  kontor_composer_focus (self);

  return TRUE;
}

static void
on_paste (KontorComposer *self)
{
  if (kontor_staged_files_paste (self->files,
                                 gtk_widget_get_clipboard (GTK_WIDGET (self->view))))
    g_signal_stop_emission_by_name (self->view, "paste-clipboard");
}

void
kontor_composer_reply_to (KontorComposer *self, KontorRemoteRecord *message)
{
  kontor_reply_bar_set (self->reply, message, FALSE);
  show (self);
  kontor_composer_focus (self);
}

void
kontor_composer_edit (KontorComposer *self, KontorRemoteRecord *message)
{
  forget (self);
  kontor_reply_bar_set (self->reply, message, TRUE);
  gtk_toggle_button_set_active (self->note, FALSE);
  set_text (self, kontor_remote_record_get_text (message, "text"));
  kontor_composer_focus (self);
}

void
kontor_composer_take_back (KontorComposer *self, const char *text)
{
  if (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0)
    set_text (self, text);
  kontor_composer_focus (self);
}

void
kontor_composer_focus (KontorComposer *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
change_conversation (KontorComposer *self, gint64 conversation)
{
  g_autofree char *left = g_strdup_printf ("%" G_GINT64_FORMAT, self->conversation);
  g_autofree char *come = g_strdup_printf ("%" G_GINT64_FORMAT, conversation);
  const char *begun = g_hash_table_lookup (self->begun, come);
  g_autofree char *text = g_strdup (begun != NULL ? begun : "");

  if (self->conversation != 0)
    g_hash_table_insert (self->begun, g_steal_pointer (&left), kontor_plain_text_dup (self->view));
  self->conversation = 0;
  forget (self);
  gtk_toggle_button_set_active (self->note, FALSE);
  kontor_staged_files_clear (self->files);
  set_text (self, text);
  self->conversation = conversation;
  self->told_us = 0;
  show (self);
}

void
kontor_composer_set_conversation (KontorComposer *self, KontorRemoteRecord *conversation)
{
  gint64 id = kontor_remote_record_get_int (conversation, "id");
  GVariant *values = kontor_remote_record_get_values (conversation);
  gboolean is_over = kontor_record_get_int (values, "window-until", 1) == 0, had_focus;

  if (id != self->conversation)
    change_conversation (self, id);
  if (is_over)
    kontor_template_box_set_conversation (self->templates, conversation);
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  gtk_stack_set_visible_child_name (self->stack, is_over ? "templates" : "text");
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

void
kontor_composer_set_house (KontorComposer *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_template_box_set_house (self->templates, house);
  kontor_canned_box_set_house (self->replies, house);
  kontor_reply_bar_set_house (self->reply, house);
  kontor_mention_box_watch (self->mentions, house, self->view, self->note);
}

static void
kontor_composer_dispose (GObject *object)
{
  g_clear_object (&KONTOR_COMPOSER (object)->canned);
  g_clear_object (&KONTOR_COMPOSER (object)->house);

  G_OBJECT_CLASS (kontor_composer_parent_class)->dispose (object);
}

static void
kontor_composer_finalize (GObject *object)
{
  g_hash_table_unref (KONTOR_COMPOSER (object)->begun);
  g_free (KONTOR_COMPOSER (object)->back_text);
  g_free (KONTOR_COMPOSER (object)->back_once);

  G_OBJECT_CLASS (kontor_composer_parent_class)->finalize (object);
}

static void
kontor_composer_class_init (KontorComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_composer_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_composer_finalize;
  g_type_ensure (KONTOR_TYPE_CANNED_BOX);
  g_type_ensure (KONTOR_TYPE_EMOJI_BUTTON);
  g_type_ensure (KONTOR_TYPE_LATER_POPOVER);
  g_type_ensure (KONTOR_TYPE_MENTION_BOX);
  g_type_ensure (KONTOR_TYPE_REPLY_BAR);
  g_type_ensure (KONTOR_TYPE_STAGED_FILES);
  g_type_ensure (KONTOR_TYPE_TEMPLATE_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/composer.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, templates);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, reply);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, steps);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, steps_text);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, replies);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, mentions);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, files);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, frame);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, view);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, hint);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, note);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, attach);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, send);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, later);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, kontor_staged_files_choose);
  gtk_widget_class_bind_template_callback (widget_class, on_emoji);
  gtk_widget_class_bind_template_callback (widget_class, on_paste);
  gtk_widget_class_bind_template_callback (widget_class, on_reply_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_reply_filled);
  gtk_widget_class_bind_template_callback (widget_class, on_steps_dropped);
  gtk_widget_class_bind_template_callback (widget_class, send_at);
}

static void
kontor_composer_init (KontorComposer *self)
{
  self->begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  show (self);
}
