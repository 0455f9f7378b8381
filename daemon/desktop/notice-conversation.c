/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice-conversation.c — one notification for each conversation: the latest that the customer
 * wrote, or that a person is needed. It goes when the conversation is read. A crowd has one for
 * all, which goes when one of them is read: who reads sees the others. */
#include "desktop/notices-inside.h"

#include "base/clock.h"
#include "config.h"
#include "inbox/conversation.h"
#include "inbox/counts.h"
#include "inbox/messages.h"

#include <glib/gi18n-lib.h>

#define LOOK_BACK 20
#define CROWD "conversation/"   /* its place is the inbox */

static const struct { const char *kind; const char *words; } kinds[] = {
  { "image", N_("Picture") }, { "video", N_("Video") }, { "voice", N_("Voice message") },
  { "audio", N_("Audio file") }, { "document", N_("Document") }, { "sticker", N_("Sticker") },
  { "location", N_("Place") }, { "contacts", N_("Contact") }, { "order", N_("Order") },
};

/* (transfer full) (nullable): what the customer said last. */
static char *
dup_said (KontorNotices *self, gint64 conversation)
{
  g_autoptr(GPtrArray) latest = kontor_messages_query (self->house->store, conversation, NULL,
                                                       LOOK_BACK, FALSE, NULL, NULL);

  for (guint i = 0; latest != NULL && i < latest->len; i++)
    {
      const KontorSaid *said = latest->pdata[i];

      if (!g_str_equal (said->direction, "in"))
        continue;
      if (said->text != NULL && *said->text != '\0')
        return g_strdup (said->text);
      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        if (g_str_equal (kinds[j].kind, said->kind))
          return g_strdup (_(kinds[j].words));
    }

  return NULL;
}

static void
ring (KontorNotices *self, const KontorConversation *conversation, const char *key,
      gboolean is_needed)
{
  g_autofree char *said = dup_said (self, conversation->id), *title = NULL;
  const char *bare = is_needed ? _("A customer needs you") : _("New message");
  gboolean is_private = kontor_notices_is_private (self);

  if (is_private)
    title = g_strdup (bare);
  else if (is_needed)
    /* TRANSLATORS: %s is a customer's name */
    title = g_strdup_printf (_("%s needs you"), conversation->name);
  else
    title = g_strdup (conversation->name);
  kontor_notices_ring (self, &(KontorNote) {
    key, title, is_private || said == NULL ? "" : said,
    { "default", C_("notification", "Open"), "reply", C_("notification", "Reply"), "snooze",
      _("Remind me in an hour"), NULL } }, bare);
}

void
kontor_notice_conversation (KontorNotices *self, const char *id, GError **error)
{
  g_autoptr(KontorConversation) conversation =
    kontor_conversation_get (self->house->store, g_ascii_strtoll (id, NULL, 10), error);
  g_autofree char *key = g_strconcat ("conversation/", id, NULL);
  g_autofree char *needed = g_strconcat ("needed/", id, NULL);
  gboolean is_new, is_needed;

  if (conversation == NULL)
    return;
  if (conversation->unread == 0)
    {
      kontor_bell_withdraw (self->bell, key);
      kontor_bell_withdraw (self->bell, CROWD);
      return;
    }
  if (conversation->last_in_at_us <= self->crowd_us)
    return;
  self->latest_us = MAX (self->latest_us, conversation->last_in_at_us);
  is_new = kontor_notices_is_news (self, key, conversation->last_in_at_us);
  is_needed = conversation->waiting &&
              kontor_notices_is_news (self, needed, conversation->last_in_at_us);
  if (is_needed && kontor_notices_may (self, "unsure"))
    ring (self, conversation, key, TRUE);
  else if (is_new && kontor_notices_may (self, "messages"))
    ring (self, conversation, key, FALSE);
}

void
kontor_notice_crowd (KontorNotices *self)
{
  gint64 told_us = MAX (self->crowd_us, self->latest_us);
  KontorCounts counts = { 0 };
  g_autofree char *title = NULL;

  if (!kontor_counts_read (self->house->store, self->house->owner.id, &counts, NULL))
    return;
  self->crowd_us = kontor_clock_now_us ();
  if (counts.unread < self->crowd_unread)
    kontor_bell_withdraw (self->bell, CROWD);
  self->crowd_unread = counts.unread;
  if (counts.unread_at_us <= told_us || !kontor_notices_may (self, "messages"))
    return;
  title = g_strdup_printf (ngettext ("%d unread message", "%d unread messages", counts.unread),
                           (int) counts.unread);
  kontor_notices_ring (self, &(KontorNote) {
    CROWD, title, "", { "default", C_("notification", "Open"), NULL } }, _("New message"));
}
