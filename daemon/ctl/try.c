/* SPDX-License-Identifier: GPL-3.0-or-later */
/* try.c — an answer is tried: what the model writes is shown as it comes, and in the end what would
 * really be said, and from what. The conversation is kept here and given with each question. */
#include "ctl/command.h"
#include "ctl/print.h"
#include "ctl/sides.h"
#include "model/error.h"
#include "model/record.h"

#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

typedef struct {
  KontorCtl          *ctl;
  KontorCtlArguments *arguments;
  GMainLoop          *loop;
  char               *trial;      /* (nullable): it is not named yet */
  GString            *streamed;
  GVariant           *result;     /* (nullable): it is under way */
  GPtrArray          *history;    /* of GVariant */
  gboolean            is_gone;
} Trying;

static void
on_text (KontorDBusAssistants *assistants, const char *trial, const char *text, gboolean begins,
         gpointer data)
{
  Trying *self = data;

  if (g_strcmp0 (trial, self->trial) != 0)
    return;
  if (begins && self->streamed->len > 0)
    {
      g_string_truncate (self->streamed, 0);
      if (!self->ctl->json)
        kontor_ctl_print_text ("\n");
    }
  g_string_append (self->streamed, text);
  if (!self->ctl->json)
    kontor_ctl_print_text (text);
}

static void
on_ended (KontorDBusAssistants *assistants, const char *trial, GVariant *result, gpointer data)
{
  Trying *self = data;

  if (g_strcmp0 (trial, self->trial) != 0)
    return;
  self->result = g_variant_ref (result);
  g_main_loop_quit (self->loop);
}

static void
on_owner_changed (GObject *proxy, GParamSpec *property, gpointer data)
{
  Trying *self = data;
  g_autofree char *owner = g_dbus_proxy_get_name_owner (G_DBUS_PROXY (proxy));

  self->is_gone |= owner == NULL;
  if (owner == NULL)
    g_main_loop_quit (self->loop);
}

static GVariant *
make_line (const char *from, const char *text, const char *memory)
{
  g_auto(GVariantDict) line = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&line, "from", "s", from);
  g_variant_dict_insert (&line, "text", "s", text);
  if (memory != NULL)
    g_variant_dict_insert (&line, "memory", "s", memory);

  return g_variant_ref_sink (g_variant_dict_end (&line));
}

static GVariant *
make_options (Trying *self, GError **error)
{
  g_auto(GVariantDict) options = G_VARIANT_DICT_INIT (NULL);
  const char *contact = kontor_ctl_arguments_get_option (self->arguments, "contact");
  GVariantBuilder history;

  if (!kontor_ctl_side_fill (&options, self->arguments, error))
    return NULL;
  if (contact != NULL)
    g_variant_dict_insert (&options, "contact", "s", contact);
  g_variant_builder_init (&history, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < self->history->len; i++)
    g_variant_builder_add_value (&history, self->history->pdata[i]);
  g_variant_dict_insert_value (&options, "history", g_variant_builder_end (&history));

  return g_variant_ref_sink (g_variant_dict_end (&options));
}

/* Lines of "title: text" for what is there. */
static void
add_text (GString *out, const char *title, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, "%s: %s\n", title, text);
}

static void
add_names (GString *out, const char *title, GVariant *result, const char *name)
{
  g_autofree const char **names = NULL;
  g_autofree char *joined = NULL;

  if (!g_variant_lookup (result, name, "^a&s", &names))
    return;
  joined = g_strjoinv (", ", (char **) names);
  add_text (out, title, joined);
}

static void
add_each (GString *out, const char *title, GVariant *result, const char *name, const char *first,
          const char *second)
{
  g_autoptr(GVariant) list = g_variant_lookup_value (result, name, G_VARIANT_TYPE ("aa{sv}"));
  GVariantIter iter;
  GVariant *one;

  if (list == NULL)
    return;
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_loop (&iter, "@a{sv}", &one))
    {
      const char *more = kontor_record_get_text (one, second);
      g_autofree char *text = g_strdup_printf ("%s %s", kontor_record_get_text (one, first),
                                               more != NULL ? more : "");

      add_text (out, title, g_strstrip (text));
    }
}

static void
add_cost (GString *out, GVariant *result)
{
  g_autofree char *cost = kontor_ctl_dup_cost (
    kontor_record_get_int (result, "cost-nano", 0), kontor_record_get_text (result, "currency"));

  add_text (out, C_("of a trial", "cost"), cost);
  g_string_append_printf (out, "%s: %" G_GINT64_FORMAT " ms\n", C_("of a trial", "time"),
                          kontor_record_get_int (result, "latency-ms", 0));
}

/* The reply is shown again only where it is not what was streamed. */
static void
print_result (Trying *self)
{
  GVariant *result = self->result;
  const char *outcome = kontor_record_get_text (result, "outcome");
  const char *reply = kontor_record_get_text (result, "reply");
  g_autoptr(GString) out = g_string_new (self->streamed->len > 0 ? "\n" : NULL);

  if (reply != NULL && !g_str_equal (reply, self->streamed->str))
    g_string_append_printf (out, "%s%s\n", self->streamed->len > 0 ? _("It would say:\n") : "",
                            reply);
  g_string_append_c (out, '\n');
  add_text (out, C_("of a trial", "outcome"), outcome);
  add_text (out, C_("of a trial", "because"), kontor_record_get_text (result, "reason"));
  add_text (out, C_("of a trial", "no model"), kontor_record_get_text (result, "failure"));
  add_text (out, C_("of a trial", "by"), kontor_record_get_text (result, "by"));
  add_names (out, C_("of a trial", "prompt"), result, "prompts");
  add_each (out, C_("of a trial", "read"), result, "passages", "id", "title");
  add_names (out, C_("of a trial", "facts"), result, "facts");
  add_names (out, C_("of a trial", "tools"), result, "tools");
  add_each (out, C_("of a trial", "would do"), result, "done", "action", "object");
  add_each (out, C_("of a trial", "model"), result, "calls", "model", "provider");
  add_cost (out, result);
  kontor_ctl_print_text (out->str);
}

/* FALSE with error. The next text goes on from here. */
static gboolean
try_text (Trying *self, const char *text, GError **error)
{
  g_autoptr(GVariant) options = make_options (self, error);
  const char *reply, *outcome;

  g_string_truncate (self->streamed, 0);
  g_clear_pointer (&self->trial, g_free);
  g_clear_pointer (&self->result, g_variant_unref);
  if (options == NULL ||
      !kontor_dbus_assistants_call_try_sync (self->ctl->assistants, text, options, &self->trial,
                                             NULL, error))
    return FALSE;
  if (self->result == NULL && !self->is_gone)
    g_main_loop_run (self->loop);
  if (self->result == NULL)
    {
      g_set_error_literal (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER, "");
      return FALSE;
    }
  outcome = kontor_record_get_text (self->result, "outcome");
  reply = kontor_record_get_text (self->result, "reply");
  g_ptr_array_add (self->history, make_line ("customer", text, NULL));
  if (reply != NULL)
    g_ptr_array_add (self->history, make_line ("assistant", reply,
                                               kontor_record_get_text (self->result, "memory")));
  if (self->ctl->json)
    kontor_ctl_print_json (kontor_ctl_record_to_json (NULL, self->result));
  else
    print_result (self);
  if (!g_str_equal (outcome, "failed"))
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                       kontor_record_get_text (self->result, "reason"));

  return FALSE;
}

static gboolean
try_lines (Trying *self, GError **error)
{
  g_autoptr(GInputStream) standard = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GDataInputStream) input = g_data_input_stream_new (standard);
  gboolean is_terminal = isatty (STDIN_FILENO);
  gboolean fine = TRUE;

  while (fine)
    {
      g_autoptr(GError) local = NULL;
      g_autofree char *line = NULL;

      if (is_terminal)
        kontor_ctl_print_text ("> ");
      line = g_data_input_stream_read_line_utf8 (input, NULL, NULL, &local);
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      if (line == NULL || g_str_equal (line, "/quit"))
        return *error == NULL;
      if (*g_strstrip (line) != '\0')
        fine = try_text (self, line, error);
    }

  return FALSE;
}

gboolean
kontor_ctl_try (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GPtrArray) history =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr(GString) streamed = g_string_new (NULL);
  Trying self = { .ctl = ctl, .arguments = arguments, .loop = loop, .history = history,
                  .streamed = streamed };
  g_autoptr(GError) local = NULL;
  g_autofree char *text = NULL;

  if (kontor_ctl_arguments_get_n_words (arguments) > 0)
    text = kontor_ctl_arguments_dup_text (arguments, 0, &local);
  g_signal_connect (ctl->assistants, "trial-text", G_CALLBACK (on_text), &self);
  g_signal_connect (ctl->assistants, "trial-ended", G_CALLBACK (on_ended), &self);
  g_signal_connect (ctl->assistants, "notify::g-name-owner", G_CALLBACK (on_owner_changed), &self);
  if (local == NULL && text != NULL)
    try_text (&self, text, &local);
  else if (local == NULL)
    try_lines (&self, &local);
  g_signal_handlers_disconnect_by_data (ctl->assistants, &self);
  g_free (self.trial);
  g_clear_pointer (&self.result, g_variant_unref);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}
