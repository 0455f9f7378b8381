/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link.c — a phone makes a channel its linked device: the code is drawn in the terminal, two
 * squares above one another in a character, and again as often as the daemon has a new one. */
#include "ctl/link.h"

#include <qrencode.h>

#include "ctl/print.h"
#include "model/error.h"
#include "model/record.h"

#include <glib/gi18n.h>

/* Squares around the code without which a camera does not find it. */
#define QUIET 2

typedef struct {
  KontorCtl  *ctl;
  GMainLoop  *loop;
  const char *id;
  gboolean    by_letters;
  gboolean    is_over;
  char       *shown;       /* (nullable): what was shown last */
  GError     *error;
} Link;

static gboolean
is_dark (const QRcode *code, int row, int column)
{
  return row >= 0 && column >= 0 && row < code->width && column < code->width &&
         (code->data[row * code->width + column] & 1) != 0;
}

char *
kontor_ctl_link_draw (const char *text)
{
  QRcode *code = *text != '\0' ? QRcode_encodeString8bit (text, 0, QR_ECLEVEL_L) : NULL;
  GString *drawn = g_string_new (NULL);

  /* Light squares are drawn, so that it is right on a dark terminal; phones read both. */
  for (int row = -QUIET; code != NULL && row < code->width + QUIET; row += 2)
    {
      for (int column = -QUIET; column < code->width + QUIET; column++)
        {
          gboolean above = !is_dark (code, row, column), below = !is_dark (code, row + 1, column);

          g_string_append (drawn, above && below ? "█" : above ? "▀" : below ? "▄" : " ");
        }
      g_string_append_c (drawn, '\n');
    }
  if (code != NULL)
    QRcode_free (code);

  return g_string_free (drawn, FALSE);
}

static void
show (Link *self, const char *text)
{
  g_autofree char *drawn = NULL, *line = NULL;

  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  if (self->ctl->json)
    drawn = kontor_ctl_json_to_line (kontor_ctl_json_text (self->by_letters ? "link-code"
                                                                           : "link-qr", text));
  else
    drawn = self->by_letters ? g_strdup (text) : kontor_ctl_link_draw (text);
  line = g_strconcat (drawn, "\n", NULL);
  kontor_ctl_print_text (line);
}

static void
end (Link *self, const char *cause)
{
  if (cause != NULL)
    g_set_error (&self->error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s", cause);
  self->is_over = TRUE;
  g_main_loop_quit (self->loop);
}

/* (transfer full) (nullable) */
static GVariant *
find_channel (Link *self)
{
  g_autoptr(GVariant) channels = NULL;
  GVariantIter iter;
  GVariant *channel;

  if (!kontor_dbus_channels_call_list_sync (self->ctl->channels, &channels, NULL, &self->error))
    return NULL;
  g_variant_iter_init (&iter, channels);
  while ((channel = g_variant_iter_next_value (&iter)) != NULL)
    {
      if (g_strcmp0 (kontor_record_get_text (channel, "id"), self->id) == 0)
        return channel;
      g_variant_unref (channel);
    }
  g_set_error (&self->error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, _("there is no channel %s"),
               self->id);

  return NULL;
}

static void
look (Link *self)
{
  g_autoptr(GVariant) channel = find_channel (self);
  g_autoptr(GVariant) facts = channel != NULL
    ? g_variant_lookup_value (channel, "facts", G_VARIANT_TYPE_VARDICT) : NULL;
  const char *text = NULL, *cause = NULL;

  if (channel == NULL)
    {
      end (self, NULL);
      return;
    }
  if (facts != NULL)
    {
      g_variant_lookup (facts, self->by_letters ? "link-code" : "link-qr", "&s", &text);
      g_variant_lookup (facts, "link-over", "&s", &cause);
    }
  if (g_str_equal (kontor_record_get_text (channel, "state"), "connected"))
    {
      kontor_ctl_print_hint (_("Linked."));
      end (self, NULL);
    }
  else if (text != NULL)
    show (self, text);
  else if (cause != NULL)
    end (self, cause);
}

static void
on_changed (KontorDBusChannels *channels, const char *channel, gpointer user_data)
{
  Link *self = user_data;

  if (!self->is_over && g_strcmp0 (channel, self->id) == 0)
    look (self);
}

gboolean
kontor_ctl_link_wait (KontorCtl *ctl, const char *id, gboolean by_letters, GError **error)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Link self = { .ctl = ctl, .loop = loop, .id = id, .by_letters = by_letters };
  gulong handler = g_signal_connect (ctl->channels, "changed", G_CALLBACK (on_changed), &self);

  kontor_ctl_print_hint (by_letters
    ? _("On the phone: WhatsApp, Linked devices, Link a device, Link with phone number instead.")
    : _("On the phone: WhatsApp, Linked devices, Link a device."));
  kontor_ctl_print_hint (
    _("This is an unofficial client, at your own risk: docs/linked-device.md."));
  look (&self);
  if (!self.is_over)
    g_main_loop_run (loop);
  g_signal_handler_disconnect (ctl->channels, handler);
  g_free (self.shown);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);

  return FALSE;
}

static gboolean
set_active (KontorCtl *ctl, const char *id, const char *phone, gboolean active, GError **error)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *saved = NULL;

  g_variant_dict_insert (&dict, "active", "s", active ? "yes" : "no");
  if (phone != NULL)
    g_variant_dict_insert (&dict, "x-phone", "s", phone);

  return kontor_dbus_records_call_save_sync (ctl->records, "channel", id,
                                             g_variant_dict_end (&dict), &saved, NULL, error);
}

gboolean
kontor_ctl_channel_link (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *id = kontor_ctl_arguments_get_word (arguments, 0);
  const char *phone = kontor_ctl_arguments_get_option (arguments, "code");

  return set_active (ctl, id, phone, FALSE, error) && set_active (ctl, id, phone, TRUE, error) &&
         kontor_ctl_link_wait (ctl, id, phone != NULL, error);
}
