/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/views.h"

#include "journal/keep.h"
#include "store/records.h"

/* What the view says, unless that is asked for otherwise. */
static void
take (GVariant *view, const char *name, const char **asked)
{
  const char *value = kontor_record_get_text (view, name);

  if (*asked == NULL && value != NULL && *value != '\0')
    *asked = value;
}

GVariant *
kontor_inbox_view_apply (KontorStore *store, const char *id, const char *me,
                         KontorConversationQuery *query, GError **error)
{
  g_autoptr(GVariant) view = kontor_records_get (store, kontor_kind_find ("inbox-view"), id, error);
  const char *whose = view != NULL ? kontor_record_get_text (view, "whose") : NULL;

  if (view == NULL)
    return NULL;
  take (view, "channel", &query->channel);
  take (view, "label", &query->label);
  take (view, "state", &query->state);
  take (view, "words", &query->words);
  if (query->assignee == NULL && whose != NULL && *whose != '\0')
    query->assignee = g_str_equal (whose, "me") ? me : "";
  if (query->mentioned == NULL && kontor_record_get_yes (view, "mentioned"))
    query->mentioned = me;
  query->unread |= kontor_record_get_yes (view, "unread");

  return g_steal_pointer (&view);
}

const KontorRule kontor_inbox_view_rule = {
  .kind = "inbox-view",
  .writers = KONTOR_ROLES_OFFICE,
};
