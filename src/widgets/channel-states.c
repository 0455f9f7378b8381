/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/channel-states.h"

#include "widgets/channel-badge.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorChannelStates
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  GVariant          *told;
  GtkListBox        *list;
};

/* A state is a shape and a colour: neither alone. */
static const struct { const char *state; const char *icon; const char *style; } shapes[] = {
  { "connected", "emblem-ok-symbolic", "success" },
  { "connecting", "content-loading-symbolic", "dim-label" },
  { "degraded", "dialog-warning-symbolic", "warning" },
  { "logged-out", "dialog-error-symbolic", "error" },
  { "banned", "dialog-error-symbolic", "error" },
  { "off", "radio-symbolic", "dim-label" },
};

enum { TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorChannelStates, kontor_channel_states, ADW_TYPE_BIN)

static char *
word_state (GVariant *channel)
{
  const char *cause = kontor_record_get_text (channel, "cause");
  gint64 retry_at_us = kontor_record_get_int (channel, "retry-at", 0);
  gint64 last_at_us = kontor_record_get_int (channel, "last-at", 0);
  g_autofree char *state = kontor_wording_choice (kontor_record_get_text (channel, "state"));
  g_autoptr(GString) words = g_string_new (state);

  if (cause != NULL && *cause != '\0')
    g_string_append_printf (words, " · %s", cause);
  if (retry_at_us > 0)
    {
      g_autofree char *clock = kontor_wording_clock (retry_at_us);

      /* TRANSLATORS: a clock time */
      g_string_append_printf (words, _(" · tries again at %s"), clock);
    }
  else if (last_at_us > 0)
    {
      g_autofree char *since = kontor_wording_since (last_at_us);

      /* TRANSLATORS: "just now", "24 minutes ago" */
      g_string_append_printf (words, _(" · last message %s"), since);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
make_row (GVariant *channel)
{
  const char *state = kontor_record_get_text (channel, "state");
  const char *name = kontor_record_get_text (channel, "name");
  GtkWidget *row = adw_action_row_new (), *image = gtk_image_new ();
  GtkWidget *badge = g_object_new (KONTOR_TYPE_CHANNEL_BADGE, NULL);
  g_autofree char *words = word_state (channel);
  g_autofree char *summary = g_strdup_printf ("%s: %s", name, words);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_equal (shapes[i].state, state))
      {
        gtk_image_set_from_icon_name (GTK_IMAGE (image), shapes[i].icon);
        gtk_widget_add_css_class (image, shapes[i].style);
      }
  kontor_channel_badge_set (KONTOR_CHANNEL_BADGE (badge), kontor_record_get_text (channel, "kind"),
                            kontor_record_get_text (channel, "kind"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);

  return row;
}

static void
show (KontorChannelStates *self, GVariant *channels)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (gsize i = 0; i < g_variant_n_children (channels); i++)
    {
      g_autoptr(GVariant) channel = g_variant_get_child_value (channels, i);

      gtk_list_box_append (self->list, make_row (channel));
    }
  g_signal_emit (self, signals[TOLD], 0, channels);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorChannelStates) self = data;
  g_autoptr(GVariant) channels = NULL;

  if (!kontor_dbus_channels_call_list_finish (KONTOR_DBUS_CHANNELS (source), &channels, result,
                                              NULL))
    return;
  if (self->told != NULL && g_variant_equal (channels, self->told))
    return;
  g_clear_pointer (&self->told, g_variant_unref);
  self->told = g_variant_ref (channels);
  show (self, channels);
}

static void
ask (KontorChannelStates *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  if (kontor_remote_get_state (remote) == KONTOR_REMOTE_THERE)
    kontor_dbus_channels_call_list (kontor_remote_get_channels (remote), NULL, on_listed,
                                    g_object_ref (self));
}

static void
on_records_changed (KontorChannelStates *self, GVariant *changed)
{
  g_autoptr(GVariant) ids = g_variant_lookup_value (changed, "channel", NULL);

  if (ids != NULL || g_variant_n_children (changed) == 0)
    ask (self);
}

void
kontor_channel_states_set_house (KontorChannelStates *self, KontorRemoteHouse *house)
{
  KontorRemote *remote = kontor_remote_house_get_remote (house);

  self->house = g_object_ref (house);
  g_signal_connect_object (remote, "renewed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "channels-changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "records-changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  ask (self);
}

static void
kontor_channel_states_dispose (GObject *object)
{
  KontorChannelStates *self = KONTOR_CHANNEL_STATES (object);

  g_clear_object (&self->house);
  g_clear_pointer (&self->told, g_variant_unref);

  G_OBJECT_CLASS (kontor_channel_states_parent_class)->dispose (object);
}

static void
kontor_channel_states_class_init (KontorChannelStatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_channel_states_dispose;
  signals[TOLD] = g_signal_new ("told", KONTOR_TYPE_CHANNEL_STATES, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_VARIANT);
}

static void
kontor_channel_states_init (KontorChannelStates *self)
{
  GtkWidget *placeholder = gtk_label_new (_("No channel yet"));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (placeholder, "placeholder");
  gtk_list_box_set_placeholder (self->list, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Channels"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}
