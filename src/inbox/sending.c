/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/sending.h"

#include <string.h>

#include "model/error.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct {
  KontorSending         *sending;
  KontorRemote          *remote;
  GtkWidget             *widget;
  KontorSendingEnded     ended;       /* (nullable) */
  gboolean               is_second;   /* the answer to the first time was lost */
} Trip;

/* What the daemon refuses until a person says that it is meant, by an option of Inbox.Send(). */
typedef struct { const char *refusal, *heading, *text, *yes, *option; } Question;

static const Question questions[] = {
  { "STOP", N_("This customer said STOP"),
    N_("They asked for no more messages. Write only what they are waiting for."),
    N_("_Send All the Same"), "despite-stop" },
  { "take the conversation over", N_("Somebody else answers here"),
    N_("Read what was said last: two who answer at once confuse a customer. If you send this, you "
       "answer here from now on."),
    N_("_Take Over and Send"), "take-over" },
};

static void go (Trip *trip);

KontorSending *
kontor_sending_new (gint64 conversation, const char *text, const char *once)
{
  KontorSending *self = g_new0 (KontorSending, 1);

  self->conversation = conversation;
  self->text = g_strdup (text);
  self->once = once != NULL ? g_strdup (once) : g_uuid_string_random ();

  return self;
}

void
kontor_sending_free (KontorSending *self)
{
  g_free (self->text);
  g_clear_pointer (&self->options, g_variant_unref);
  g_free (self->once);
  if (self->is_ours)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self);
}

static void
end (const Trip *trip, gboolean is_sent)
{
  if (trip->ended != NULL)
    trip->ended (trip->sending, is_sent, trip->widget);
}

static void
trip_free (Trip *trip)
{
  kontor_sending_free (trip->sending);
  g_object_unref (trip->remote);
  g_object_unref (trip->widget);
  g_free (trip);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Trip, trip_free)

static void
set_option (KontorSending *self, const char *name, GVariant *value)
{
  GVariantDict options;

  g_variant_dict_init (&options, self->options);
  g_variant_dict_insert_value (&options, name, value);
  g_variant_unref (self->options);
  self->options = g_variant_ref_sink (g_variant_dict_end (&options));
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, Trip *trip)
{
  if (g_str_equal (response, "cancel"))
    {
      end (trip, FALSE);
      trip_free (trip);
      return;
    }
  set_option (trip->sending, response, g_variant_new_boolean (TRUE));
  go (trip);
}

/* Takes @trip. */
static void
ask (Trip *trip, const Question *question)
{
  GtkRoot *root = gtk_widget_get_root (trip->widget);
  GtkWidget *dialog = adw_message_dialog_new (root != NULL ? GTK_WINDOW (root) : NULL,
                                              _(question->heading), _(question->text));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Do Not Send"),
                                    question->option, _(question->yes), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), question->option,
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_answered), trip);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_lost (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

/* (nullable): what to ask about a refusal. What is for later is never said to who said STOP, nor
 * is anybody talked over by it: nobody is asked. A draft is never said to who said STOP, either. */
static const Question *
find_question (const KontorSending *sending, const GError *error)
{
  gint64 at_us;

  if (sending->options == NULL || g_variant_lookup (sending->options, "at", "x", &at_us) ||
      !g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (strstr (error->message, questions[i].refusal) != NULL &&
        (sending->draft == 0 || !g_str_equal (questions[i].option, "despite-stop")))
      return &questions[i];

  return NULL;
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Trip) trip = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);
  const Question *question;

  if (answer != NULL)
    {
      end (trip, TRUE);
      return;
    }
  if (is_lost (error) && trip->sending->options != NULL && trip->sending->draft == 0 &&
      !trip->is_second)
    {
      trip->is_second = TRUE;
      go (g_steal_pointer (&trip));
      return;
    }
  question = find_question (trip->sending, error);
  if (question != NULL)
    {
      ask (g_steal_pointer (&trip), question);
      return;
    }
  end (trip, FALSE);
  kontor_toast_error (trip->widget, error);
}

/* Takes @trip. */
static void
go (Trip *trip)
{
  const KontorSending *sending = trip->sending;
  const char *method = sending->draft != 0 ? "AcceptDraft"
    : sending->options != NULL ? "Send" : "Note";
  GVariant *arguments = sending->draft != 0
    ? g_variant_new ("(xs@a{sv})", sending->draft, sending->text, sending->options)
    : sending->options != NULL
    ? g_variant_new ("(xs@a{sv})", sending->conversation, sending->text, sending->options)
    : g_variant_new ("(xs)", sending->conversation, sending->text);

  g_dbus_proxy_call (G_DBUS_PROXY (kontor_remote_get_inbox (trip->remote)), method, arguments,
                     G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_sent, trip);
}

void
kontor_sending_go (KontorSending *self, KontorRemote *remote, GtkWidget *widget,
                   KontorSendingEnded ended)
{
  Trip *trip = g_new0 (Trip, 1);

  trip->sending = self;
  trip->remote = g_object_ref (remote);
  trip->widget = g_object_ref (widget);
  trip->ended = ended;
  if (self->options != NULL)
    {
      set_option (self, "once", g_variant_new_string (self->once));
      set_option (self, "alone", g_variant_new_boolean (TRUE));
    }
  go (trip);
}
