/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/composer.h"

#include "inbox/body.h"
#include "inbox/staged-files.h"
#include "inbox/template-box.h"
#include "model/error.h"
#include "widgets/file-dialog.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define TYPING_TOLD_US (20 * G_USEC_PER_SEC)

struct _KontorComposer
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  gint64              conversation;  /* 0: none yet */
  GHashTable         *begun;         /* conversation as text → what was begun there */
  KontorRemoteRecord *answered;      /* (nullable): what is replied to */
  gint64              told_us;       /* when the contact was told last that somebody writes */

  GtkStack           *stack;
  KontorTemplateBox  *templates;
  GtkWidget          *reply;
  GtkLabel           *reply_author;
  GtkLabel           *reply_text;
  KontorStagedFiles  *files;
  GtkWidget          *frame;
  GtkTextView        *view;
  GtkLabel           *hint;
  GtkToggleButton    *note;
  GtkWidget          *attach;
  GtkWidget          *send;
};

typedef struct {   /* what was handed over, so that it can come back */
  KontorComposer *self;
  gint64          conversation;
  char           *text;
  GVariant       *options;       /* (nullable): a note */
  char           *path;          /* (nullable): of the file that goes with it */
  gboolean        is_ours;       /* it is to be removed in the end */
} Sending;

G_DEFINE_FINAL_TYPE (KontorComposer, kontor_composer, ADW_TYPE_BIN)

static void hand_over (Sending *sending);

static char *
dup_text (KontorComposer *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

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
  g_autofree char *text = dup_text (self);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gboolean has_files = kontor_staged_files_get_count (self->files) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->hint), *text == '\0');
  gtk_label_set_text (self->hint, is_note (self) ? _("Write a note for the team")
                      : _("Write a reply"));
  gtk_widget_set_sensitive (self->send, *stripped != '\0' || (has_files && !is_note (self)));
  gtk_widget_set_visible (self->reply, self->answered != NULL && !is_note (self));
  gtk_widget_set_sensitive (self->attach, !is_note (self));
  if (is_note (self))
    gtk_widget_add_css_class (self->frame, "note");
  else
    gtk_widget_remove_css_class (self->frame, "note");
}

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->self);
  g_free (sending->text);
  g_clear_pointer (&sending->options, g_variant_unref);
  if (sending->is_ours)
    g_unlink (sending->path);
  g_free (sending->path);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

/* What was written meanwhile stays; it comes after what comes back. */
static void
give_back (Sending *sending)
{
  KontorComposer *self = sending->self;
  gboolean is_here = self->conversation == sending->conversation;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, sending->conversation);
  g_autofree char *now = is_here ? dup_text (self)
    : g_strdup (g_hash_table_lookup (self->begun, key));
  g_autofree char *both = now != NULL && *now != '\0'
    ? g_strdup_printf ("%s\n%s", sending->text, now) : g_strdup (sending->text);

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

static void
on_stop_answered (AdwMessageDialog *dialog, const char *response, Sending *sending)
{
  GVariantDict options;

  if (!g_str_equal (response, "send"))
    {
      give_back (sending);
      sending_free (sending);
      return;
    }
  g_variant_dict_init (&options, sending->options);
  g_variant_dict_insert (&options, "despite-stop", "b", TRUE);
  g_variant_unref (sending->options);
  sending->options = g_variant_ref_sink (g_variant_dict_end (&options));
  hand_over (sending);
}

static void
ask_despite_stop (Sending *sending)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (sending->self));
  GtkWidget *dialog = adw_message_dialog_new (root != NULL ? GTK_WINDOW (root) : NULL,
    _("This customer said STOP"),
    _("They asked for no more messages. Write only what they are waiting for."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Do Not Send"),
                                    "send", _("_Send All the Same"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "send",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_stop_answered), sending);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Sending) sending = data;
  KontorComposer *self = sending->self;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);
  gboolean is_stop = g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED) &&
                     g_strstr_len (error->message, -1, "STOP") != NULL;

  if (answer != NULL)
    return;
  if (is_stop)
    {
      ask_despite_stop (g_steal_pointer (&sending));
      return;
    }
  give_back (sending);
  kontor_toast_error (GTK_WIDGET (self), error);
}

/* Takes @sending. */
static void
hand_over (Sending *sending)
{
  KontorRemote *remote = kontor_remote_house_get_remote (sending->self->house);
  GVariant *arguments = sending->options != NULL
    ? g_variant_new ("(xs@a{sv})", sending->conversation, sending->text, sending->options)
    : g_variant_new ("(xs)", sending->conversation, sending->text);

  g_dbus_proxy_call (G_DBUS_PROXY (kontor_remote_get_inbox (remote)),
                     sending->options != NULL ? "Send" : "Note", arguments,
                     G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_sent, sending);
}

/* Takes @path, which may be NULL. */
static Sending *
prepare (KontorComposer *self, const char *text, char *path, gboolean is_ours)
{
  Sending *sending = g_new0 (Sending, 1);
  GVariantDict options;

  sending->self = g_object_ref (self);
  sending->conversation = self->conversation;
  sending->text = g_strdup (text);
  sending->path = path;
  sending->is_ours = is_ours;
  if (is_note (self))
    return sending;
  g_variant_dict_init (&options, NULL);
  if (path != NULL)
    g_variant_dict_insert (&options, "file", "s", path);
  if (self->answered != NULL)
    g_variant_dict_insert (&options, "about", "x",
                           kontor_remote_record_get_int (self->answered, "id"));
  sending->options = g_variant_ref_sink (g_variant_dict_end (&options));

  return sending;
}

/* A text with files goes with the first of them, as its caption. */
static void
on_send (KontorComposer *self)
{
  g_autofree char *text = dup_text (self);
  gboolean has_files = !is_note (self) && kontor_staged_files_get_count (self->files) > 0;
  const char *caption = g_strstrip (text);
  gboolean is_ours = FALSE;

  if (self->conversation == 0 || (*text == '\0' && !has_files))
    return;
  if (!has_files)
    hand_over (prepare (self, text, NULL, FALSE));
  while (has_files && kontor_staged_files_get_count (self->files) > 0)
    {
      char *path = kontor_staged_files_steal (self->files, &is_ours);

      hand_over (prepare (self, caption, path, is_ours));
      caption = "";
    }
  set_text (self, "");
  g_clear_object (&self->answered);
  gtk_toggle_button_set_active (self->note, FALSE);
  show (self);
}

static void
on_reply_dropped (KontorComposer *self)
{
  g_clear_object (&self->answered);
  show (self);
}

/* Whoever writes by an input method ends a word with Enter too: that one is not ours. */
static gboolean
on_key (KontorComposer *self, guint key, guint code, GdkModifierType state,
        GtkEventController *controller)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  if (key == GDK_KEY_Escape && self->answered != NULL)
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

static void
add_file (KontorComposer *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    kontor_staged_files_add (self->files, path, FALSE);
  else
    kontor_toast_say (GTK_WIDGET (self), _("Only files on this computer can be sent."));
}

static void
on_files_chosen (GListModel *files, gpointer data)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      add_file (data, file);
    }
}

static void
on_attach (KontorComposer *self)
{
  kontor_file_dialog_open (GTK_WIDGET (self), _("Send Files"), on_files_chosen);
}

static void
take_texture (KontorComposer *self, GdkTexture *texture)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_staged_files_add_texture (self->files, texture, &error))
    kontor_toast_error (GTK_WIDGET (self), error);
}

gboolean
kontor_composer_take (KontorComposer *self, const GValue *value)
{
  if (self->conversation == 0)
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    take_texture (self, g_value_get_object (value));
  else
    for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
      add_file (self, file->data);
  kontor_composer_focus (self);

  return TRUE;
}

static void
on_texture_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorComposer) self = data;
  g_autoptr(GdkTexture) texture =
    gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);

  if (texture != NULL)
    take_texture (self, texture);
}

/* A picture on the clipboard becomes a file; anything else is the text view's own. */
static void
on_paste (KontorComposer *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->view));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (!gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) ||
      gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    return;
  g_signal_stop_emission_by_name (self->view, "paste-clipboard");
  gdk_clipboard_read_texture_async (clipboard, NULL, on_texture_read, g_object_ref (self));
}

void
kontor_composer_reply_to (KontorComposer *self, KontorRemoteRecord *message)
{
  g_autofree char *line = kontor_body_dup_line (message);

  g_set_object (&self->answered, message);
  gtk_label_set_text (self->reply_author, kontor_remote_house_get_author (
                        self->house, kontor_remote_record_get_text (message, "author")));
  gtk_label_set_text (self->reply_text, line);
  show (self);
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
    g_hash_table_insert (self->begun, g_steal_pointer (&left), dup_text (self));
  self->conversation = 0;
  g_clear_object (&self->answered);
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
  gboolean is_over = kontor_record_get_int (values, "window-until", 1) == 0;

  if (id != self->conversation)
    change_conversation (self, id);
  if (is_over)
    kontor_template_box_set_conversation (self->templates, conversation);
  gtk_stack_set_visible_child_name (self->stack, is_over ? "templates" : "text");
}

void
kontor_composer_set_house (KontorComposer *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_template_box_set_house (self->templates, house);
}

static void
kontor_composer_dispose (GObject *object)
{
  g_clear_object (&KONTOR_COMPOSER (object)->answered);
  g_clear_object (&KONTOR_COMPOSER (object)->house);

  G_OBJECT_CLASS (kontor_composer_parent_class)->dispose (object);
}

static void
kontor_composer_finalize (GObject *object)
{
  g_hash_table_unref (KONTOR_COMPOSER (object)->begun);

  G_OBJECT_CLASS (kontor_composer_parent_class)->finalize (object);
}

static void
kontor_composer_class_init (KontorComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_composer_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_composer_finalize;
  g_type_ensure (KONTOR_TYPE_STAGED_FILES);
  g_type_ensure (KONTOR_TYPE_TEMPLATE_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/composer.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, templates);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, reply);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, reply_author);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, reply_text);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, files);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, frame);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, view);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, hint);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, note);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, attach);
  gtk_widget_class_bind_template_child (widget_class, KontorComposer, send);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_emoji);
  gtk_widget_class_bind_template_callback (widget_class, on_attach);
  gtk_widget_class_bind_template_callback (widget_class, on_paste);
  gtk_widget_class_bind_template_callback (widget_class, on_reply_dropped);
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
