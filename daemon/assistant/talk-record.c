/* SPDX-License-Identifier: GPL-3.0-or-later */
/* talk-record.c — what bookings, orders and enquiries have in common: they are named by their id,
 * changed by actions, and told with all that was collected. A message is one transaction with what
 * is done for it, so nothing needs a name to be done once. */
#include "assistant/talk.h"

#include "inbox/conversation.h"
#include "inbox/texts.h"
#include "journal/action.h"

char *
kontor_talk_fill_id (const KontorTalk *talk, const char *group, const char *name, const char *id)
{
  return kontor_texts_dup (talk->language->code, group, name, "id", id, NULL);
}

GVariant *
kontor_talk_run (const KontorTalk *talk, const char *action, GVariantDict *arguments,
                 GError **error)
{
  KontorActor actor = kontor_talk_get_actor (talk);
  g_autoptr(GVariant) asked = g_variant_ref_sink (g_variant_dict_end (arguments));

  return kontor_action_run (talk->store, &actor, action, asked, NULL, error);
}

gboolean
kontor_talk_leave (const KontorTalk *talk, GError **error)
{
  gboolean told;

  return kontor_conversation_leave (talk->store, talk->conversation, &told, error);
}

static gboolean
names_number (const KontorTalk *talk, const char *kind, const char *number)
{
  g_autofree char *pattern = g_strdup_printf ("\\b%s0*%s\\b", kontor_kind_find (kind)->prefix,
                                              number);

  return g_regex_match_simple (pattern, talk->text, G_REGEX_CASELESS, 0);
}

gboolean
kontor_talk_names (const KontorTalk *talk, const char *kind)
{
  return names_number (talk, kind, "[0-9]+");
}

GVariant *
kontor_talk_pick (const KontorTalk *talk, const char *kind, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *text = NULL;
      gint64 number = 0;

      kontor_kind_parse_id (kontor_kind_find (kind),
                            kontor_record_get_text (records->pdata[i], "id"), &number);
      text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
      if (names_number (talk, kind, text))
        return records->pdata[i];
    }

  return records->len == 1 ? records->pdata[0] : NULL;
}

char *
kontor_talk_ask_which (const KontorTalk *talk, const char *group, GPtrArray *records)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            kontor_record_get_text (records->pdata[i], "id"));

  return kontor_texts_dup (talk->language->code, group, "which", "ids", ids->str, NULL);
}

char *
kontor_talk_describe (const KontorTalk *talk, const KontorService *service, GVariant *record,
                      const char *group, const char *name)
{
  g_autoptr(GHashTable) values = kontor_talk_values_of (service, record);
  g_autofree char *head = kontor_talk_fill_id (talk, group, name,
                                               kontor_record_get_text (record, "id"));
  g_autofree char *summary = NULL;
  const char *currency;
  KontorMoney price;
  gint64 minor;
  gboolean has_price = kontor_record_get_money (record, "price", &minor, &currency) &&
                       kontor_money_set (&price, minor, currency, NULL);

  summary = kontor_talk_summary (talk, service, values, has_price ? &price : NULL);

  return g_strdup_printf ("%s\n%s", head, summary);
}

KontorDialogue *
kontor_talk_dialogue_about (KontorGoal goal, GVariant *record)
{
  KontorDialogue *dialogue = kontor_dialogue_new (goal);

  dialogue->service = g_strdup (kontor_record_get_text (record, "service"));
  dialogue->subject = g_strdup (kontor_record_get_text (record, "id"));

  return dialogue;
}
