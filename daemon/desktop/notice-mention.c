/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice-mention.c — a note of somebody else that mentions who sits here: one notification for each
 * conversation, until it is looked at. What was not seen yet is told again at the start: whoever
 * comes to this desk finds what was left for them. */
#include "desktop/notices-inside.h"

#include "config.h"
#include "inbox/conversation.h"
#include "inbox/mentions.h"
#include "inbox/messages.h"
#include "store/records.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define TEAMMATE "teammate:"

/* (transfer full): what people call who wrote it. */
static char *
dup_author (KontorNotices *self, const KontorSaid *note)
{
  g_autoptr(GVariant) teammate = g_str_has_prefix (note->author, TEAMMATE)
    ? kontor_records_get (self->house->store, kontor_kind_find ("teammate"),
                          note->author + strlen (TEAMMATE), NULL) : NULL;
  const char *name = teammate != NULL ? kontor_record_get_text (teammate, "name") : NULL;

  return g_strdup (name != NULL ? name : _("The team"));
}

static void
ring (KontorNotices *self, const KontorSaid *note, const char *key)
{
  gboolean is_private = kontor_notices_is_private (self);
  g_autofree char *author = dup_author (self, note);
  g_autofree char *title = is_private ? g_strdup (_("A note mentions you"))
    /* TRANSLATORS: %s is a teammate's name */
    : g_strdup_printf (_("%s mentions you"), author);

  kontor_bell_ring (self->bell, &(KontorNote) {
    key, title, is_private ? "" : note->text,
    { "default", C_("notification", "Open"), NULL } });
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
