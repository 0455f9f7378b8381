/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/channel-row.h"

#include "widgets/channel-badge.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorChannelRow
{
  AdwActionRow        parent_instance;

  KontorRemoteRecord *channel;

  GtkImage           *shape;
  KontorChannelBadge *badge;
};

/* A state is a word, a shape and a colour: never the colour alone. */
static const struct { const char *state; const char *icon; const char *style; const char *words; }
states[] = {
  { "connected", "emblem-ok-symbolic", "success", N_("Connected") },
  { "connecting", "content-loading-symbolic", "dim-label", N_("Connecting…") },
  { "degraded", "dialog-warning-symbolic", "warning", N_("Does not work now") },
  { "logged-out", "dialog-error-symbolic", "error", N_("Needs you") },
  { "banned", "dialog-error-symbolic", "error", N_("Barred by the provider") },
  { "off", "radio-symbolic", "dim-label", N_("Switched off") },
};

G_DEFINE_FINAL_TYPE (KontorChannelRow, kontor_channel_row, ADW_TYPE_ACTION_ROW)

static void
add_times (KontorChannelRow *self, GString *words)
{
  gint64 retry_at_us = kontor_remote_record_get_int (self->channel, "retry-at");
  gint64 last_at_us = kontor_remote_record_get_int (self->channel, "last-at");

  if (retry_at_us > 0)
    {
      g_autofree char *clock = kontor_wording_clock (retry_at_us);

      /* TRANSLATORS: a clock time */
      g_string_append_printf (words, _(" · tries again at %s"), clock);
    }
  if (last_at_us > 0)
    {
      g_autofree char *since = kontor_wording_since (last_at_us);

      /* TRANSLATORS: "just now", "24 minutes ago" */
      g_string_append_printf (words, _(" · last message %s"), since);
    }
}

static void
draw (KontorChannelRow *self)
{
  const char *name = kontor_remote_record_get_text (self->channel, "name");
  const char *kind = kontor_remote_record_get_text (self->channel, "kind");
  const char *cause = kontor_remote_record_get_text (self->channel, "cause");
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *summary = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].state, kontor_remote_record_get_text (self->channel, "state")))
      {
        gtk_image_set_from_icon_name (self->shape, states[i].icon);
        gtk_widget_set_css_classes (GTK_WIDGET (self->shape),
                                    (const char *[]) { states[i].style, NULL });
        g_string_append (words, _(states[i].words));
      }
  if (*cause != '\0')
    g_string_append_printf (words, " · %s", cause);
  add_times (self, words);
  summary = g_strdup_printf ("%s: %s", name, words->str);
  kontor_channel_badge_set (self->badge, kind, kontor_wording_title (
                              kontor_remote_record_get_text (self->channel, "kind-title")));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
}

KontorRemoteRecord *
kontor_channel_row_get_channel (KontorChannelRow *self)
{
  return self->channel;
}

static void
kontor_channel_row_dispose (GObject *object)
{
  g_clear_object (&KONTOR_CHANNEL_ROW (object)->channel);

  G_OBJECT_CLASS (kontor_channel_row_parent_class)->dispose (object);
}

static void
kontor_channel_row_class_init (KontorChannelRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_channel_row_dispose;
}

static void
kontor_channel_row_init (KontorChannelRow *self)
{
  self->shape = GTK_IMAGE (gtk_image_new ());
  self->badge = g_object_new (KONTOR_TYPE_CHANNEL_BADGE, NULL);
  /* Else the title is read twice: alone, and in the name of the row. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->shape));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->badge));
}

GtkWidget *
kontor_channel_row_new (KontorRemoteRecord *channel)
{
  KontorChannelRow *self = g_object_new (KONTOR_TYPE_CHANNEL_ROW, NULL);

  self->channel = g_object_ref (channel);
  g_signal_connect_object (channel, "notify::values", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  draw (self);

  return GTK_WIDGET (self);
}
