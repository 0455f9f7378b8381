/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-daemon.h"

#include <string.h>

#include "model/error.h"

#define NAME "org.kontor.Kontor.Daemon"
#define PATH "/org/kontor/Kontor/Daemon"

/* An answer with nothing in it, of the type that the method gives. */
static GVariant *
make_nothing (const GDBusMethodInfo *method)
{
  g_autoptr(GString) type = g_string_new ("(");

  for (guint i = 0; method->out_args != NULL && method->out_args[i] != NULL; i++)
    g_string_append (type, method->out_args[i]->signature);
  g_string_append_c (type, ')');

  return g_variant_new_from_data (G_VARIANT_TYPE (type->str), NULL, 0, FALSE, NULL, NULL);
}

static GVariant *
find_answer (FakeDaemon *self, const char *method, GVariant *arguments)
{
  g_autoptr(GVariant) first = g_variant_n_children (arguments) > 0
    ? g_variant_get_child_value (arguments, 0) : NULL;
  gboolean is_text = first != NULL && g_variant_is_of_type (first, G_VARIANT_TYPE_STRING);
  g_autofree char *both = is_text
    ? g_strdup_printf ("%s %s", method, g_variant_get_string (first, NULL)) : NULL;
  GVariant *answer = both != NULL ? g_hash_table_lookup (self->answers, both) : NULL;

  return answer != NULL ? answer : g_hash_table_lookup (self->answers, method);
}

static void
on_call (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
         const char *method, GVariant *arguments, GDBusMethodInvocation *invocation, gpointer data)
{
  FakeDaemon *self = data;
  g_autofree char *said = g_variant_print (arguments, FALSE);
  GVariant *answer = find_answer (self, method, arguments);

  g_ptr_array_add (self->calls, g_strdup_printf ("%s %s", method, said));
  if (answer == NULL)
    g_dbus_method_invocation_return_value (
      invocation, make_nothing (g_dbus_method_invocation_get_method_info (invocation)));
  else if (g_variant_is_of_type (answer, G_VARIANT_TYPE_STRING))
    g_dbus_method_invocation_return_error_literal (invocation, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                                                   g_variant_get_string (answer, NULL));
  else
    g_dbus_method_invocation_return_value (invocation, answer);
}

static void
offer (FakeDaemon *self)
{
  static const GDBusInterfaceVTable table = { .method_call = on_call };
  GDBusInterfaceInfo *const offered[] = {
    kontor_dbus_records_interface_info (), kontor_dbus_inbox_interface_info (),
    kontor_dbus_channels_interface_info (), kontor_dbus_actions_interface_info (),
    kontor_dbus_daemon_interface_info (),
  };

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      g_autoptr(GError) error = NULL;

      g_dbus_connection_register_object (self->connection, PATH, offered[i], &table, self, NULL,
                                         &error);
      g_assert_no_error (error);
    }
}

void
fake_daemon_open (FakeDaemon *self)
{
  /* The toolkit holds on to a bus that it has met: there is one, which ends with the process. */
  static GTestDBus *bus = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) owned = NULL;

  if (bus == NULL)
    {
      bus = g_test_dbus_new (G_TEST_DBUS_NONE);
      g_test_dbus_up (bus);
    }
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_variant_unref);
  self->calls = g_ptr_array_new_with_free_func (g_free);
  self->connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  offer (self);
  owned = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", NAME, 4), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
on_told (guint *left)
{
  (*left)--;
}

/* Kinds and actions come one after the other, behind what is seen. */
void
fake_daemon_tell (FakeDaemon *self)
{
  g_autoptr(GError) error = NULL;
  guint left = 2;
  gulong handler;

  self->remote = kontor_remote_new (self->connection, &error);
  g_assert_no_error (error);
  self->house = kontor_remote_house_new (self->remote);
  handler = g_signal_connect_swapped (self->house, "kinds-told", G_CALLBACK (on_told), &left);
  fake_daemon_until (left == 0);
  g_signal_handler_disconnect (self->house, handler);
}

void
fake_daemon_close (FakeDaemon *self)
{
  g_clear_object (&self->house);
  g_clear_object (&self->remote);
  while (g_main_context_iteration (NULL, FALSE));
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->calls);
}

void
fake_daemon_answer (FakeDaemon *self, const char *call, const char *answer)
{
  g_hash_table_insert (self->answers, g_strdup (call),
                       g_variant_ref_sink (g_variant_new_parsed (answer)));
}

void
fake_daemon_refuse (FakeDaemon *self, const char *call, const char *message)
{
  if (message != NULL)
    g_hash_table_insert (self->answers, g_strdup (call),
                         g_variant_ref_sink (g_variant_new_string (message)));
  else
    g_hash_table_remove (self->answers, call);
}

/* (nullable) */
static const char *
find_call (FakeDaemon *self, const char *method)
{
  g_autofree char *start = g_strconcat (method, " ", NULL);

  for (guint i = 0; i < self->calls->len; i++)
    if (g_str_has_prefix (self->calls->pdata[i], start))
      return self->calls->pdata[i];

  return NULL;
}

gboolean
fake_daemon_heard (FakeDaemon *self, const char *method)
{
  return find_call (self, method) != NULL;
}

const char *
fake_daemon_await (FakeDaemon *self, const char *method)
{
  fake_daemon_until (fake_daemon_heard (self, method));

  return find_call (self, method);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));

  return gtk_widget_get_tooltip_text (widget);
}

GtkWidget *
fake_find (GtkWidget *widget, GType type, const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (text == NULL || g_strcmp0 (get_text (widget), text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fake_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}
