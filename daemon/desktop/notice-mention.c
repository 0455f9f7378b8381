/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice-mention.c — a note of somebody else that mentions who sits here: one notification for each
 * conversation, until it is looked at. What was not seen yet is told again at the start: whoever
 * comes to this desk finds what was left for them. */
#include "desktop/notices-inside.h"

#include "config.h"
#include "contacts/teammates.h"
#include "inbox/conversation.h"
#include "inbox/mentions.h"
#include "inbox/messages.h"

#include <glib/gi18n-lib.h>

static void
ring (KontorNotices *self, const KontorSaid *note, const char *key)
{
  gboolean is_private = kontor_notices_is_private (self);
  g_autofree char *author = kontor_teammates_dup_name (self->house->store, note->author);
  const char *bare = _("A note mentions you");
  /* TRANSLATORS: %s is a teammate's name */
  g_autofree char *title = g_strdup_printf (_("%s mentions you"),
                                            author != NULL ? author : _("The team"));

  kontor_notices_ring (self, &(KontorNote) {
    key, is_private ? bare : title, is_private ? "" : note->text,
    { "default", C_("notification", "Open"), NULL } }, bare);
}

void
kontor_notice_mention (KontorNotices *self, const char *id, GError **error)
{
  g_autofree char *key = g_strconcat ("mention/", id, NULL);
  gint64 unseen = kontor_mentions_find_unseen (self->house->store, self->house->owner.id,
                                               g_ascii_strtoll (id, NULL, 10), error);
  g_autoptr(KontorSaid) note = unseen > 0
    ? kontor_messages_get (self->house->store, unseen, error) : NULL;

  if (unseen == 0)
    kontor_bell_withdraw (self->bell, key);
  else if (note != NULL && kontor_notices_is_next (self, key, note->id) &&
           kontor_notices_may (self, "mentions"))
    ring (self, note, key);
}

void
kontor_notice_mentions_left (KontorNotices *self)
{
  g_autoptr(GArray) left = kontor_mentions_list_unseen (self->house->store, self->house->owner.id,
                                                        NULL);

  for (guint i = 0; left != NULL && i < left->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (left, gint64, i));

      kontor_notices_touch (self, "mention", id);
    }
}
