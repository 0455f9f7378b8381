/* SPDX-License-Identifier: GPL-3.0-or-later */
/* practice.c — plays the customer.
 *
 * Nothing guesses how long an answer takes: the conversation says itself that it is busy, and is
 * read again whenever the inbox says that it changed. One main loop carries it all; where a
 * terminal is read, what a person or a reminder says in between is shown as it comes. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ctl/command.h"
#include "ctl/inbox.h"
#include "ctl/print.h"
#include "ctl/table.h"
#include "model/error.h"
#include "model/record.h"

#include <gio/gunixinputstream.h>

#include <glib/gi18n.h>

/* NANP keeps 555-0100 to 555-0199 for fiction: it is nobody's. */
#define USUAL_CUSTOMER "+12025550123"
#define USUAL_WAIT_S 30

typedef struct {
  KontorCtl        *ctl;
  GMainLoop        *loop;
  GDataInputStream *input;        /* NULL where the text was given */
  const char       *channel;
  char             *from;
  char             *name;         /* (nullable) */
  gint64            conversation; /* 0 before the first message of this customer */
  gint64            shown;        /* the newest message that was seen */
  guint             wait_s;
  guint             limit_id;
  gboolean          is_waiting;
  gboolean          is_terminal;
  JsonArray        *replies;
  GError           *error;
} Practice;

static void ask (Practice *practice);

/* Where lines are read, a failure is told and the next line may do better: the exit code keeps
 * it. */
static void
fail (Practice *practice, GError *error)
{
  gboolean is_over = practice->input == NULL || kontor_ctl_is_no_daemon (error);

  g_clear_handle_id (&practice->limit_id, g_source_remove);
  practice->is_waiting = FALSE;
  if (practice->error == NULL || is_over)
    {
      g_clear_error (&practice->error);
      practice->error = g_error_copy (error);
    }
  if (is_over)
    g_main_loop_quit (practice->loop);
  else
    {
      g_autofree char *words = kontor_ctl_dup_words (error);

      fprintf (stderr, "kontorctl: %s\n", words);
      ask (practice);
    }
  g_error_free (error);
}

static void
print_reply (Practice *practice, const char *text)
{
  g_autofree char *safe = kontor_ctl_text_dup_safe (text, TRUE);
  g_auto(GStrv) lines = NULL;
  g_autofree char *shown = NULL, *line = NULL;

  if (practice->input == NULL)
    line = g_strconcat (safe, "\n", NULL);
  else
    {
      lines = g_strsplit (safe, "\n", -1);
      shown = g_strjoinv ("\n  ", lines);
      line = g_strconcat ("< ", shown, "\n", NULL);
    }
  kontor_ctl_print_text (line);
}

static void
take_reply (Practice *practice, GVariant *message)
{
  const char *text = kontor_record_get_text (message, "text");
  const char *state = kontor_record_get_text (message, "state");
  const char *reason = kontor_record_get_text (message, "reason");

  if (practice->ctl->json)
    json_array_add_element (practice->replies,
                            kontor_ctl_record_to_json (kontor_ctl_message_fields, message));
  else if (g_strcmp0 (state, "failed") == 0)
    fprintf (stderr, _("kontorctl: an answer could not be sent: %s\n"),
             reason != NULL ? reason : "");
  else
    print_reply (practice, text != NULL ? text : "");
}

/* What the assistant proposes, and what is for later, is for people. */
static gboolean
is_unsent (GVariant *message)
{
  static const char *const inside[] = { "draft", "scheduled", "discarded", NULL };
  const char *state = kontor_record_get_text (message, "state");

  return state != NULL && g_strv_contains (inside, state);
}

/* How many there were, or -1 with an error. */
static int
show_replies (Practice *practice, GError **error)
{
  g_autoptr(GVariant) messages = NULL;
  GVariantIter iter;
  GVariant *message;
  int count = 0;

  messages = kontor_ctl_get_messages (practice->ctl, practice->conversation, practice->shown, 0,
                                      error);
  if (messages == NULL)
    return -1;

  g_variant_iter_init (&iter, messages);
  while (g_variant_iter_loop (&iter, "@a{sv}", &message))
    {
      practice->shown = MAX (practice->shown, kontor_record_get_int (message, "id", 0));
      if (g_strcmp0 (kontor_record_get_text (message, "direction"), "out") != 0 ||
          is_unsent (message))
        continue;
      if (!practice->is_waiting && practice->is_terminal && count == 0)
        kontor_ctl_print_text ("\r");
      take_reply (practice, message);
      count++;
    }

  return count;
}

static void
settle (Practice *practice)
{
  GError *error = NULL;
  int count = show_replies (practice, &error);

  if (count < 0)
    {
      fail (practice, error);
      return;
    }
  g_clear_handle_id (&practice->limit_id, g_source_remove);
  practice->is_waiting = FALSE;
  if (practice->input == NULL)
    {
      g_main_loop_quit (practice->loop);
      return;
    }
  if (count == 0)
    fprintf (stderr, "%s\n", _("(no answer)"));
  ask (practice);
}

/* Reads whether the answer is complete; a conversation that is busy stays as it is. */
static void
look (Practice *practice)
{
  GError *error = NULL;
  g_autoptr(GVariant) conversation =
    kontor_ctl_get_conversation (practice->ctl, practice->conversation, &error);

  if (conversation == NULL)
    fail (practice, error);
  else if (!kontor_record_get_yes (conversation, "busy"))
    settle (practice);
}

static gboolean
on_limit_reached (gpointer user_data)
{
  Practice *practice = user_data;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, practice->conversation);

  practice->limit_id = 0;
  /* TRANSLATORS: %u: seconds, %s: the number of a conversation */
  fail (practice, g_error_new (KONTOR_ERROR, KONTOR_ERROR_FAILED,
                               _("no answer came within %u s. “kontorctl messages %s” shows what "
                                 "was kept; --wait gives it longer"), practice->wait_s, id));

  return G_SOURCE_REMOVE;
}

static gboolean
names_conversation (GVariant *ids, gint64 conversation)
{
  gsize count = g_variant_n_children (ids);

  for (gsize i = 0; i < count; i++)
    {
      gint64 id;

      g_variant_get_child (ids, i, "x", &id);
      if (id == conversation)
        return TRUE;
    }

  return count == 0;
}

static void
on_inbox_changed (KontorDBusInbox *inbox, GVariant *conversations, GVariant *messages,
                  gpointer user_data)
{
  Practice *practice = user_data;

  if (practice->conversation == 0 || !names_conversation (conversations, practice->conversation))
    return;
  if (practice->is_waiting)
    look (practice);
  else if (practice->is_terminal && show_replies (practice, NULL) > 0)
    kontor_ctl_print_text ("> ");
}

static void
on_owner_changed (GObject *proxy, GParamSpec *property, gpointer user_data)
{
  g_autofree char *owner = g_dbus_proxy_get_name_owner (G_DBUS_PROXY (proxy));

  if (owner == NULL)
    fail (user_data, g_error_new_literal (G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER, ""));
}

static GVariant *
customer_message (Practice *practice, const char *text)
{
  GVariantDict message;

  g_variant_dict_init (&message, NULL);
  g_variant_dict_insert (&message, "from", "s", practice->from);
  g_variant_dict_insert (&message, "text", "s", text);
  if (practice->name != NULL)
    g_variant_dict_insert (&message, "name", "s", practice->name);

  return g_variant_dict_end (&message);
}

static void
say (Practice *practice, const char *text)
{
  GError *error = NULL;
  gint64 conversation, kept;

  if (!kontor_dbus_channels_call_practise_sync (practice->ctl->channels, practice->channel,
                                                customer_message (practice, text), &conversation,
                                                &kept, NULL, &error))
    {
      fail (practice, error);
      return;
    }
  if (conversation != practice->conversation)
    practice->shown = kept;
  practice->conversation = conversation;
  practice->is_waiting = TRUE;
  if (practice->wait_s > 0)
    practice->limit_id = g_timeout_add_seconds (practice->wait_s, on_limit_reached, practice);
  look (practice);
  if (practice->is_waiting && practice->wait_s == 0)
    on_limit_reached (practice);
}

static void
set_name (Practice *practice, const char *name)
{
  g_free (practice->name);
  practice->name = g_strdup (name);
}

static void
set_from (Practice *practice, const char *from)
{
  g_free (practice->from);
  practice->from = g_strdup (from);
  practice->conversation = 0;
  set_name (practice, NULL);
}

/* Whether the line was for this program: only what is known is; a customer may begin with "/". */
static gboolean
take_command (Practice *practice, const char *line)
{
  if (g_str_equal (line, "/quit"))
    g_main_loop_quit (practice->loop);
  else if (g_str_has_prefix (line, "/from "))
    set_from (practice, line + strlen ("/from "));
  else if (g_str_has_prefix (line, "/name "))
    set_name (practice, line + strlen ("/name "));
  else
    return FALSE;
  if (!g_str_equal (line, "/quit"))
    ask (practice);

  return TRUE;
}

static void
on_line_read (GObject *input, GAsyncResult *result, gpointer user_data)
{
  Practice *practice = user_data;
  GError *error = NULL;
  g_autofree char *line =
    g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (input), result, NULL, &error);

  if (error != NULL)
    fail (practice, error);
  else if (line == NULL)
    {
      if (practice->is_terminal)
        kontor_ctl_print_text ("\n");
      g_main_loop_quit (practice->loop);
    }
  else if (*g_strstrip (line) == '\0')
    ask (practice);
  else if (!take_command (practice, line))
    say (practice, line);
}

static void
ask (Practice *practice)
{
  if (practice->is_terminal)
    kontor_ctl_print_text ("> ");
  g_data_input_stream_read_line_async (practice->input, G_PRIORITY_DEFAULT, NULL, on_line_read,
                                       practice);
}

static gboolean
begin (gpointer user_data)
{
  ask (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
begin_with_text (gpointer user_data)
{
  gpointer *both = user_data;

  say (both[0], both[1]);

  return G_SOURCE_REMOVE;
}

static void
run_loop (Practice *practice, char *text)
{
  gpointer both[] = { practice, text };
  gulong changed = g_signal_connect (practice->ctl->inbox, "changed",
                                     G_CALLBACK (on_inbox_changed), practice);
  gulong owner = g_signal_connect (practice->ctl->inbox, "notify::g-name-owner",
                                   G_CALLBACK (on_owner_changed), practice);

  if (text != NULL)
    g_idle_add (begin_with_text, both);
  else
    g_idle_add (begin, practice);
  g_main_loop_run (practice->loop);

  g_signal_handler_disconnect (practice->ctl->inbox, changed);
  g_signal_handler_disconnect (practice->ctl->inbox, owner);
  g_clear_handle_id (&practice->limit_id, g_source_remove);
}

static GDataInputStream *
open_input (void)
{
  g_autoptr(GInputStream) raw = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  GDataInputStream *input = g_data_input_stream_new (raw);

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_ANY);

  return input;
}

static void
finish (Practice *practice)
{
  if (practice->ctl->json && (practice->input != NULL || practice->error == NULL))
    {
      JsonNode *node = json_node_new (JSON_NODE_ARRAY);

      json_node_set_array (node, practice->replies);
      kontor_ctl_print_json (node);
    }
  json_array_unref (practice->replies);
  g_clear_object (&practice->input);
  g_main_loop_unref (practice->loop);
  g_free (practice->from);
  g_free (practice->name);
}

gboolean
kontor_ctl_practice (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *from = kontor_ctl_arguments_get_option (arguments, "from");
  const char *channel = kontor_ctl_arguments_get_option (arguments, "channel");
  Practice practice = { .ctl = ctl, .channel = channel != NULL ? channel : "" };
  gboolean has_text = kontor_ctl_arguments_get_n_words (arguments) > 0;
  g_autofree char *text = NULL;

  if (!kontor_ctl_arguments_get_count (arguments, "wait", USUAL_WAIT_S, &practice.wait_s, error))
    return FALSE;
  text = has_text ? kontor_ctl_arguments_dup_text (arguments, 0, error) : NULL;
  if (has_text && text == NULL)
    return FALSE;

  practice.loop = g_main_loop_new (NULL, FALSE);
  practice.from = g_strdup (from != NULL ? from : USUAL_CUSTOMER);
  practice.name = g_strdup (kontor_ctl_arguments_get_option (arguments, "name"));
  practice.replies = json_array_new ();
  practice.input = has_text ? NULL : open_input ();
  practice.is_terminal = !has_text && !ctl->json && isatty (STDIN_FILENO) && isatty (STDOUT_FILENO);
  run_loop (&practice, text);
  finish (&practice);
  if (practice.error == NULL)
    return TRUE;
  g_propagate_error (error, practice.error);

  return FALSE;
}
