/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conversation.c — what a person does in a conversation: write, note, hold, release, assign. */
#include <string.h>

#include "ctl/command.h"
#include "ctl/print.h"
#include "model/error.h"
#include "model/field.h"

#include <glib/gi18n.h>

static gboolean
done (KontorCtl *ctl, const char *name, gint64 number)
{
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_number (name, number));

  return TRUE;
}

/* When it goes, what goes with it, and the name under which it goes once. */
static gboolean
add_delivery (GVariantDict *options, KontorCtlArguments *arguments, GError **error)
{
  const char *at = kontor_ctl_arguments_get_option (arguments, "at");
  const char *reply = kontor_ctl_arguments_get_option (arguments, "reply");
  const char *given = kontor_ctl_arguments_get_option (arguments, "once");
  g_autofree char *once = given != NULL ? g_strdup (given) : g_uuid_string_random ();
  const KontorField field = { "at", KONTOR_FIELD_INSTANT };
  g_autoptr(GVariant) due = at != NULL ? kontor_field_from_text (&field, at, NULL, error) : NULL;

  if (at != NULL && due == NULL)
    {
      g_prefix_error (error, "--at: ");
      return FALSE;
    }
  if (due != NULL)
    g_variant_dict_insert_value (options, "at", due);
  if (reply != NULL)
    g_variant_dict_insert (options, "reply", "s", reply);
  g_variant_dict_insert (options, "once", "s", once);

  return TRUE;
}

/* (transfer full): NULL when "about" is no number. */
static GVariant *
dup_send_options (KontorCtlArguments *arguments, GError **error)
{
  g_auto(GVariantDict) options = G_VARIANT_DICT_INIT (NULL);
  const char *kind = kontor_ctl_arguments_get_option (arguments, "kind");
  const char *body = kontor_ctl_arguments_get_option (arguments, "body");
  const char *file = kontor_ctl_arguments_get_option (arguments, "file");
  const char *about = kontor_ctl_arguments_get_option (arguments, "about");
  gint64 message;

  if (!add_delivery (&options, arguments, error))
    return NULL;

  if (about != NULL && !g_ascii_string_to_signed (about, 10, 1, G_MAXINT64, &message, error))
    {
      g_prefix_error (error, "--about: ");
      return NULL;
    }
  if (about != NULL)
    g_variant_dict_insert (&options, "about", "x", message);
  if (kind != NULL)
    g_variant_dict_insert (&options, "kind", "s", kind);
  if (body != NULL)
    g_variant_dict_insert (&options, "body", "s", body);
  if (file != NULL)
    {
      g_autofree char *path = g_canonicalize_filename (file, NULL);

      g_variant_dict_insert (&options, "file", "s", path);
    }
  if (kontor_ctl_arguments_has_option (arguments, "despite-stop"))
    g_variant_dict_insert (&options, "despite-stop", "b", TRUE);

  return g_variant_ref_sink (g_variant_dict_end (&options));
}

/* An answer that was lost is asked for once more: under its name nothing is sent twice. */
static gboolean
send (KontorCtl *ctl, gint64 id, const char *text, GVariant *options, gint64 *message,
      GError **error)
{
  g_autoptr(GError) local = NULL;

  if (kontor_dbus_inbox_call_send_sync (ctl->inbox, id, text, options, message, NULL, &local))
    return TRUE;
  if (kontor_ctl_is_unanswered (local))
    return kontor_dbus_inbox_call_send_sync (ctl->inbox, id, text, options, message, NULL, error);
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gboolean
kontor_ctl_send (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  gboolean despite_stop = kontor_ctl_arguments_has_option (arguments, "despite-stop");
  gboolean wordless = kontor_ctl_arguments_get_n_words (arguments) == 1 &&
                      (kontor_ctl_arguments_has_option (arguments, "file") ||
                       kontor_ctl_arguments_has_option (arguments, "body"));
  g_autofree char *text = wordless ? g_strdup ("")
                                   : kontor_ctl_arguments_dup_text (arguments, 1, error);
  g_autoptr(GVariant) options = text != NULL ? dup_send_options (arguments, error) : NULL;
  g_autoptr(GError) local = NULL;
  gint64 id, message;

  if (options == NULL || !kontor_ctl_arguments_get_id (arguments, 0, &id, error))
    return FALSE;
  if (send (ctl, id, text, options, &message, &local))
    return done (ctl, "message", message);

  if (!despite_stop && g_error_matches (local, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED) &&
      strstr (local->message, "--despite-stop") == NULL)
    {
      g_dbus_error_strip_remote_error (local);
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "%s\n%s", local->message,
                   _("Where the customer said STOP, --despite-stop writes all the same."));
    }
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gboolean
kontor_ctl_cancel (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_cancel_scheduled_sync (ctl->inbox, id, NULL, error))
    return FALSE;

  return done (ctl, "message", id);
}

gboolean
kontor_ctl_fill (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *reply = kontor_ctl_arguments_get_word (arguments, 1);
  g_autofree char *text = NULL, *line = NULL;
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_fill_reply_sync (ctl->inbox, id, reply, &text, NULL, error))
    return FALSE;
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_text ("text", text));
  else
    {
      line = g_strconcat (text, "\n", NULL);
      kontor_ctl_print_text (line);
    }

  return TRUE;
}

gboolean
kontor_ctl_again (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_send_again_sync (ctl->inbox, id, NULL, error))
    return FALSE;

  return done (ctl, "message", id);
}

gboolean
kontor_ctl_note (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autofree char *text = kontor_ctl_arguments_dup_text (arguments, 1, error);
  gint64 id, message;

  if (text == NULL || !kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_note_sync (ctl->inbox, id, text, &message, NULL, error))
    return FALSE;

  return done (ctl, "message", message);
}

static gboolean
set_held (KontorCtl *ctl, KontorCtlArguments *arguments, gboolean is_held, GError **error)
{
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_hold_sync (ctl->inbox, id, is_held, NULL, error))
    return FALSE;

  return done (ctl, "conversation", id);
}

gboolean
kontor_ctl_hold (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  return set_held (ctl, arguments, TRUE, error);
}

gboolean
kontor_ctl_release (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  return set_held (ctl, arguments, FALSE, error);
}

gboolean
kontor_ctl_mode (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *mode = kontor_ctl_arguments_get_word (arguments, 1);
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_set_mode_sync (ctl->inbox, id,
                                             g_str_equal (mode, "channel") ? "" : mode, NULL,
                                             error))
    return FALSE;

  return done (ctl, "conversation", id);
}

gboolean
kontor_ctl_accept (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  gboolean is_edited = kontor_ctl_arguments_get_n_words (arguments) > 1;
  g_autofree char *text = is_edited ? kontor_ctl_arguments_dup_text (arguments, 1, error)
                                    : g_strdup ("");
  gint64 id, sent;

  if (text == NULL || !kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_accept_draft_sync (ctl->inbox, id, text,
                                                 g_variant_new ("a{sv}", NULL), &sent, NULL,
                                                 error))
    return FALSE;

  return done (ctl, "message", sent);
}

gboolean
kontor_ctl_discard (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_discard_draft_sync (ctl->inbox, id, NULL, error))
    return FALSE;

  return done (ctl, "message", id);
}

gboolean
kontor_ctl_assign (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *teammate = kontor_ctl_arguments_get_word (arguments, 1);
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_assign_sync (ctl->inbox, id, teammate != NULL ? teammate : "", NULL,
                                           error))
    return FALSE;

  return done (ctl, "conversation", id);
}

gboolean
kontor_ctl_state (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  static const KontorField field = { "until", KONTOR_FIELD_INSTANT };
  const char *text = kontor_ctl_arguments_get_option (arguments, "until");
  g_autoptr(GVariant) until = NULL;
  GVariantDict options;
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error))
    return FALSE;
  if (text != NULL)
    {
      until = kontor_field_from_text (&field, text, NULL, error);
      if (until == NULL)
        return FALSE;
    }
  g_variant_dict_init (&options, NULL);
  if (until != NULL)
    g_variant_dict_insert_value (&options, "until", until);
  if (!kontor_dbus_inbox_call_set_state_sync (ctl->inbox, id,
                                              kontor_ctl_arguments_get_word (arguments, 1),
                                              g_variant_dict_end (&options), NULL, error))
    return FALSE;

  return done (ctl, "conversation", id);
}

gboolean
kontor_ctl_read (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  gint64 id;

  if (!kontor_ctl_arguments_get_id (arguments, 0, &id, error) ||
      !kontor_dbus_inbox_call_mark_read_sync (ctl->inbox, id, NULL, error))
    return FALSE;

  return done (ctl, "conversation", id);
}
