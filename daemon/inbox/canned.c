/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/canned.h"

#include "base/clock.h"
#include "contacts/business.h"
#include "contacts/labels.h"
#include "inbox/conversation.h"
#include "inbox/mentions.h"
#include "inbox/texts.h"
#include "journal/keep.h"
#include "model/error.h"
#include "model/text.h"
#include "store/records.h"

static GVariant *
find_reply (KontorStore *store, const char *reply, GError **error)
{
  return kontor_records_get (store, kontor_kind_find ("canned-reply"), reply, error);
}

/* (transfer full) (nullable): the next booking to come, or else the last one. */
static GVariant *
find_booking (KontorStore *store, const char *contact)
{
  const char *const orders[] = { "at>=", "at<" };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (NULL);
      g_autoptr(GVariant) asked = NULL;
      g_autoptr(GPtrArray) found = NULL;

      g_variant_dict_insert (&filter, "contact", "s", contact);
      g_variant_dict_insert (&filter, "state!=", "s", "cancelled");
      g_variant_dict_insert (&filter, orders[i], "x", kontor_clock_now_us ());
      asked = g_variant_ref_sink (g_variant_dict_end (&filter));
      found = kontor_records_query (store, kontor_kind_find ("booking"),
        &(KontorQuery) { .filter = asked, .limit = 1, .descending = i > 0 }, NULL, NULL);
      if (found != NULL && found->len > 0)
        return g_variant_ref (found->pdata[0]);
    }

  return NULL;
}

/* (transfer full): "BK000041, Saturday 21 November 2026, 09:00 Dubai time" */
static char *
dup_booking (KontorStore *store, const char *contact, const char *language)
{
  g_autoptr(GVariant) booking = find_booking (store, contact);
  const char *id = booking != NULL ? kontor_record_get_text (booking, "id") : NULL, *local, *zone;
  g_autofree char *date = NULL, *time = NULL;
  KontorWallTime at;

  if (id == NULL || !g_variant_lookup (booking, "at", "(&s&sx)", &local, &zone, NULL) ||
      !kontor_wall_time_parse (local, &at, NULL))
    return g_strdup (id);
  date = kontor_texts_dup_date (language, &at);
  time = kontor_texts_dup_time (language, &at, zone);

  return g_strdup_printf ("%s, %s, %s", id, date, time);
}

/* Takes @value; nothing is known where that is NULL or empty. */
static void
put (GHashTable *values, const char *name, char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (values, g_strdup (name), value);
  else
    g_free (value);
}

static char *
dup_first (const char *name)
{
  g_auto(GStrv) words = g_strsplit (name != NULL ? name : "", " ", 2);

  return g_strdup (words[0]);
}

static GHashTable *
gather (KontorStore *store, const KontorActor *actor, const KontorConversation *conversation,
        GError **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);
  g_autoptr(GVariant) contact = business != NULL
    ? kontor_records_get (store, kontor_kind_find ("contact"), conversation->contact, error) : NULL;
  g_autoptr(GVariant) me = contact != NULL
    ? kontor_records_get (store, kontor_kind_find ("teammate"), actor->id, error) : NULL;
  const char *language, *name;

  if (me == NULL)
    return NULL;
  name = kontor_record_get_text (contact, "name");
  language = conversation->language != NULL && *conversation->language != '\0'
    ? conversation->language : business->language;
  put (values, "name", g_strdup (name));
  put (values, "first-name", dup_first (name));
  put (values, "business", g_strdup (business->name));
  put (values, "me", g_strdup (kontor_record_get_text (me, "name")));
  put (values, "booking", dup_booking (store, conversation->contact, language));

  return g_steal_pointer (&values);
}

char *
kontor_canned_fill (KontorStore *store, const KontorActor *actor, gint64 conversation,
                    const char *reply, GError **error)
{
  g_autoptr(GVariant) record = find_reply (store, reply, error);
  g_autoptr(KontorConversation) into = record != NULL
    ? kontor_conversation_get (store, conversation, error) : NULL;
  g_autoptr(GHashTable) values = into != NULL ? gather (store, actor, into, error) : NULL;
  const char *text = record != NULL ? kontor_record_get_text (record, "text") : NULL;

  return values != NULL ? kontor_text_fill_from (text != NULL ? text : "", values) : NULL;
}

static const char *
get_given (GVariant *reply, const char *name)
{
  const char *text = kontor_record_get_text (reply, name);

  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
do_steps (KontorStore *store, const KontorActor *actor, const KontorConversation *on,
          GVariant *reply, GError **error)
{
  const char *label = get_given (reply, "label"), *assignee = get_given (reply, "assignee");
  const char *note = get_given (reply, "note"), *state = get_given (reply, "state");
  gint64 snooze_s = kontor_record_get_int (reply, "snooze", 0);

  if (label != NULL && !kontor_labels_add (store, actor, on->contact, label, error))
    return FALSE;
  if (assignee != NULL && !kontor_conversation_assign (store, actor, on->id, assignee, error))
    return FALSE;
  if (note != NULL && kontor_notes_add (store, actor, on->id, note, error) == 0)
    return FALSE;
  if (state != NULL && !kontor_conversation_set_state (store, actor, on->id, state, 0, error))
    return FALSE;
  if (snooze_s > 0 &&
      !kontor_conversation_set_state (store, actor, on->id, "snoozed", kontor_clock_now_us () +
                                      snooze_s * G_USEC_PER_SEC, error))
    return FALSE;

  return !kontor_record_get_yes (reply, "hand-back") ||
         kontor_conversation_hold (store, actor, on->id, FALSE, error);
}

gboolean
kontor_canned_apply (KontorStore *store, const KontorActor *actor, gint64 conversation,
                     const char *reply, GError **error)
{
  g_autoptr(GVariant) record = find_reply (store, reply, error);
  g_autoptr(KontorConversation) on = record != NULL
    ? kontor_conversation_get (store, conversation, error) : NULL;

  if (on == NULL || !kontor_store_begin (store, error))
    return FALSE;
  if (do_steps (store, actor, on, record, error) && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

static gboolean
check_reply (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  static const char *const what[] = { "text", "label", "assignee", "note", "state" };

  for (guint i = 0; i < G_N_ELEMENTS (what); i++)
    if (get_given (whole, what[i]) != NULL)
      return TRUE;
  if (kontor_record_get_int (whole, "snooze", 0) > 0 || kontor_record_get_yes (whole, "hand-back"))
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                       "text: write what is said, or choose something that is done");

  return FALSE;
}

const KontorRule kontor_canned_reply_rule = {
  .kind = "canned-reply",
  .writers = KONTOR_ROLES_OFFICE,
  .check = check_reply,
};
