/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice-channel.c — a line that nothing but a person can bring back. One that tries again by
 * itself is notice-away's. */
#include "desktop/notices-inside.h"

#include "config.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

void
kontor_notice_channel (KontorNotices *self, KontorChannel *channel)
{
  const KontorChannelHealth *health = kontor_channel_get_health (channel);
  const char *id = kontor_channel_get_id (channel), *name;
  g_autoptr(GVariant) record = kontor_records_get (self->house->store,
                                                   kontor_kind_find ("channel"), id, NULL);
  g_autofree char *key = g_strconcat ("channel/", id, NULL), *title = NULL;

  if (health->state < KONTOR_CHANNEL_LOGGED_OUT || record == NULL)
    {
      kontor_bell_withdraw (self->bell, key);
      return;
    }
  if (!kontor_notices_may (self, "channels"))
    return;
  name = kontor_record_get_text (record, "name");
  /* TRANSLATORS: %s is the name of a channel */
  title = g_strdup_printf (health->state == KONTOR_CHANNEL_BANNED ? _("%s is banned")
                                                                  : _("%s is logged out"), name);
  kontor_notices_ring (self, &(KontorNote) {
    key, title, health->cause != NULL ? health->cause : "",
    { "default", C_("notification", "Open"), NULL } }, _("A channel needs you"));
}
