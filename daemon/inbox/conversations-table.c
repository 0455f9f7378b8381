/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/conversation.h"

#include <string.h>

#include "agenda/agenda.h"
#include "inbox/search.h"
#include "journal/audit.h"
#include "model/error.h"

#define COLUMNS \
  "SELECT c.id, c.channel_id, c.contact_id, p.name, p.phone, c.state, c.held_by, c.assignee," \
  " c.waiting, c.unread, c.last_at, c.last_text, p.consent," \
  " EXISTS (SELECT 1 FROM turn t WHERE t.conversation_id = c.id)" \
  " OR EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id)," \
  " c.last_kind, c.last_in_at, l.kind, p.language, c.mode, COALESCE(c.mode, l.mode)," \
  " COALESCE(l.quiet, -1), c.away_until, p.labels, COALESCE(l.quiet_most, 30)" \
  " FROM conversation c JOIN contact p ON p.id = c.contact_id" \
  " JOIN channel l ON l.id = c.channel_id"

static const char *const modes[] = { "automatic", "draft", "off", NULL };

const char *
kontor_mode_get_name (KontorMode mode)
{
  return modes[mode];
}

/* What nobody has chosen is automatic. */
static KontorMode
read_mode (const char *name)
{
  for (guint i = 0; name != NULL && modes[i] != NULL; i++)
    if (g_str_equal (modes[i], name))
      return i;

  return KONTOR_MODE_AUTOMATIC;
}

void
kontor_conversation_free (KontorConversation *self)
{
  g_free (self->channel);
  g_free (self->contact);
  g_free (self->name);
  g_free (self->state);
  g_free (self->held_by);
  g_free (self->assignee);
  g_free (self->last_text);
  g_free (self->last_kind);
  g_free (self->channel_kind);
  g_free (self->consent);
  g_free (self->language);
  g_free (self->own_mode);
  g_free (self->labels);
  g_free (self);
}

static char *
read_name (KontorRows *rows, const char *contact, GError **error)
{
  const char *name = kontor_rows_text (rows, 3);
  g_autoptr(GError) local = NULL;
  char *phone;

  if (name != NULL && *name != '\0')
    return g_strdup (name);
  phone = kontor_rows_dup_sealed (rows, 4, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return phone != NULL ? phone : g_strdup (contact);
}

static KontorConversation *
read_row (KontorRows *rows, GError **error)
{
  g_autoptr(KontorConversation) self = g_new0 (KontorConversation, 1);

  self->id = kontor_rows_int (rows, 0);
  self->channel = kontor_kind_format_id (kontor_kind_find ("channel"), kontor_rows_int (rows, 1));
  self->contact = kontor_kind_format_id (kontor_kind_find ("contact"), kontor_rows_int (rows, 2));
  self->name = read_name (rows, self->contact, error);
  self->state = g_strdup (kontor_rows_text (rows, 5));
  self->held_by = g_strdup (kontor_rows_text (rows, 6));
  if (!kontor_rows_is_null (rows, 7))
    self->assignee =
      kontor_kind_format_id (kontor_kind_find ("teammate"), kontor_rows_int (rows, 7));
  self->waiting = kontor_rows_int (rows, 8) != 0;
  self->unread = kontor_rows_int (rows, 9);
  self->last_at_us = kontor_rows_int (rows, 10);
  self->last_text = g_strdup (kontor_rows_text (rows, 11));
  self->consent = g_strdup (kontor_rows_text (rows, 12));
  self->busy = kontor_rows_int (rows, 13) != 0;
  self->last_kind = g_strdup (kontor_rows_text (rows, 14));
  self->last_in_at_us = kontor_rows_int (rows, 15);
  self->channel_kind = g_strdup (kontor_rows_text (rows, 16));
  self->language = g_strdup (kontor_rows_text (rows, 17));
  self->own_mode = g_strdup (kontor_rows_text (rows, 18));
  self->mode = read_mode (kontor_rows_text (rows, 19));
  self->quiet_s = kontor_rows_int (rows, 20);
  self->away_until_us = kontor_rows_int (rows, 21);
  self->labels = g_strdup (kontor_rows_text (rows, 22));
  self->quiet_most_s = kontor_rows_int (rows, 23);

  return self->name != NULL ? g_steal_pointer (&self) : NULL;
}

KontorConversation *
kontor_conversation_get (KontorStore *store, gint64 id, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error, COLUMNS " WHERE c.id = ?", "x", id);

  if (rows == NULL)
    return NULL;
  if (kontor_rows_next (rows))
    return read_row (rows, error);
  if (kontor_rows_done (rows, error))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                 "there is no conversation %" G_GINT64_FORMAT, id);

  return NULL;
}

static gint64
number_of (const char *kind, const char *id)
{
  gint64 number = 0;

  return id != NULL && kontor_kind_parse_id (kontor_kind_find (kind), id, &number) ? number : 0;
}

static void
add (GString *sql, GString *types, GPtrArray *values, const char *condition, GVariant *value)
{
  g_string_append (sql, condition);
  g_string_append_c (types, g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? 's' : 'x');
  g_ptr_array_add (values, g_variant_ref_sink (value));
}

/* What fits few rows is found by its own index and then put in order; what fits many is met soon
 * by walking through all, the latest first. Which of the two is told by counting, up to here. */
#define FEW 2000

static gboolean
is_rare (KontorStore *store, const char *sql, gint64 value)
{
  g_autofree char *counted = g_strdup_printf ("SELECT COUNT(*) FROM (%s LIMIT ?)", sql);
  g_autoptr(KontorRows) rows = kontor_store_ask (store, NULL, counted, "xx", value, (gint64) FEW);

  return rows != NULL && kontor_rows_next (rows) && kontor_rows_int (rows, 0) < FEW;
}

/* Either of two conditions that say the same: an expression over a column keeps its index out. */
static void
add_number (KontorStore *store, GString *sql, GString *types, GPtrArray *values, gint64 number,
            const char *counted, const char *rare, const char *common)
{
  add (sql, types, values, is_rare (store, counted, number) ? rare : common,
       g_variant_new_int64 (number));
}

#define ANY_STATE "state IN ('open', 'pending', 'snoozed', 'closed')"

static void
add_assignee (KontorStore *store, GString *sql, GString *types, GPtrArray *values,
              const char *assignee)
{
  if (*assignee != '\0')
    add (sql, types, values, " AND c.assignee = ?",
         g_variant_new_int64 (number_of ("teammate", assignee)));
  else
    add_number (store, sql, types, values, 0,
                "SELECT 1 FROM conversation WHERE " ANY_STATE " AND assignee IS NULL AND 0 = ?",
                " AND c." ANY_STATE " AND c.assignee IS NULL AND 0 = ?",
                " AND COALESCE(c.assignee, 0) = ?");
}

static void
add_conditions (KontorStore *store, GString *sql, GString *types, GPtrArray *values,
                const KontorConversationQuery *query)
{
  if (query->id > 0)
    add (sql, types, values, " AND c.id = ?", g_variant_new_int64 (query->id));
  if (query->channel != NULL)
    add_number (store, sql, types, values, number_of ("channel", query->channel),
                "SELECT 1 FROM conversation WHERE channel_id = ?",
                " AND c.channel_id = ?", " AND COALESCE(c.channel_id, 0) = ?");
  if (query->contact != NULL)
    add (sql, types, values, " AND c.contact_id = ?",
         g_variant_new_int64 (number_of ("contact", query->contact)));
  if (query->label != NULL)
    add_number (store, sql, types, values, number_of ("label", query->label),
                "SELECT 1 FROM contact_label WHERE label_id = ?",
                " AND c.contact_id IN (SELECT contact_id FROM contact_label WHERE label_id = ?)",
                " AND EXISTS (SELECT 1 FROM contact_label x WHERE x.label_id = ?"
                " AND x.contact_id = c.contact_id)");
  if (query->state != NULL)
    add (sql, types, values, g_str_equal (query->state, "open")
         ? " AND COALESCE(c.state, '') = ?" : " AND c.state <> 'open' AND c.state = ?",
         g_variant_new_string (query->state));
  if (query->assignee != NULL)
    add_assignee (store, sql, types, values, query->assignee);
  if (query->unread)
    g_string_append (sql, " AND c.unread > 0");
  if (query->mentioned != NULL)
    add (sql, types, values, " AND c.id IN (SELECT m.conversation_id FROM mention x JOIN message m"
         " ON m.id = x.message_id WHERE x.teammate_id = ?)",
         g_variant_new_int64 (number_of ("teammate", query->mentioned)));
}

/* A word that stands everywhere is looked for in the newest of what has it. */
static gboolean
add_words (KontorStore *store, GString *sql, GString *types, GPtrArray *values, const char *words,
           GError **error)
{
  g_autofree char *match = words != NULL ? kontor_search_dup_match (store, words, error) : NULL;

  if (match != NULL)
    add (sql, types, values, " AND c.id IN (SELECT conversation_id FROM message"
         " WHERE state <> 'discarded' AND id IN (SELECT rowid FROM message_words"
         " WHERE message_words MATCH ? ORDER BY rowid DESC LIMIT 2000))",
         g_variant_new_string (match));

  return match != NULL || words == NULL;
}

/* A page starts after "1763715600000000|17". */
static void
add_page (GString *sql, GString *types, GPtrArray *values, const KontorConversationQuery *query)
{
  const char *bar = query->after != NULL ? strchr (query->after, '|') : NULL;

  if (bar != NULL)
    {
      add (sql, types, values, " AND (c.last_at, c.id) < (?, ",
           g_variant_new_int64 (g_ascii_strtoll (query->after, NULL, 10)));
      add (sql, types, values, "?)", g_variant_new_int64 (g_ascii_strtoll (bar + 1, NULL, 10)));
    }
  g_string_append (sql, " ORDER BY c.last_at DESC, c.id DESC");
  if (query->limit > 0)
    add (sql, types, values, " LIMIT ?", g_variant_new_int64 ((gint64) query->limit + 1));
}

GPtrArray *
kontor_conversations_query (KontorStore *store, const KontorConversationQuery *query, char **next,
                            GError **error)
{
  g_autoptr(GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_conversation_free);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr(GString) sql = g_string_new (COLUMNS " WHERE 1");
  g_autoptr(GString) types = g_string_new (NULL);
  g_autoptr(KontorRows) rows = NULL;

  if (next != NULL)
    *next = NULL;
  add_conditions (store, sql, types, values, query);
  if (!add_words (store, sql, types, values, query->words, error))
    return NULL;
  add_page (sql, types, values, query);
  rows = kontor_store_ask_v (store, error, sql->str, types->str, values);
  if (rows == NULL)
    return NULL;

  while (kontor_rows_next (rows))
    {
      KontorConversation *row = read_row (rows, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (found, row);
    }
  if (!kontor_rows_done (rows, error))
    return NULL;
  if (query->limit > 0 && found->len > query->limit)
    {
      KontorConversation *last = found->pdata[query->limit - 1];

      if (next != NULL)
        *next = g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, last->last_at_us,
                                 last->id);
      g_ptr_array_set_size (found, query->limit);
    }

  return g_steal_pointer (&found);
}

/* 0 without error where there is none; −1 with error. */
static gint64
find_conversation (KontorStore *store, gint64 channel, gint64 contact, GError **error)
{
  g_autoptr(KontorRows) rows =
    kontor_store_ask (store, error,
                      "SELECT id FROM conversation WHERE channel_id = ? AND contact_id = ?", "xx",
                      channel, contact);
  gint64 id = 0;

  if (rows == NULL)
    return -1;
  if (kontor_rows_next (rows))
    id = kontor_rows_int (rows, 0);

  return kontor_rows_done (rows, error) ? id : -1;
}

gboolean
kontor_conversation_is_nobodys (const KontorConversation *self)
{
  return self->held_by == NULL || g_str_equal (self->held_by, "system");
}

gint64
kontor_conversation_ensure (KontorStore *store, const char *channel, const char *contact,
                            GError **error)
{
  gint64 channel_id = number_of ("channel", channel), contact_id = number_of ("contact", contact);
  gint64 id = find_conversation (store, channel_id, contact_id, error);

  if (id != 0)
    return MAX (id, 0);

  return kontor_store_run (store, error,
                           "INSERT INTO conversation (channel_id, contact_id) VALUES (?, ?)", "xx",
                           channel_id, contact_id)
         ? kontor_store_last_id (store) : 0;
}

static void
touch (KontorStore *store, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  kontor_store_touch (store, "conversation", text);
}

/* After each single statement: was there such a conversation, and who did what to it? */
static gboolean
tell (KontorStore *store, const KontorActor *actor, const char *action, gint64 id, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (kontor_store_changes (store) == 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "there is no conversation %s",
                   text);
      return FALSE;
    }
  touch (store, id);

  return kontor_audit_write (store, actor, action, "conversation", text, NULL, "done", error);
}

static gboolean
finish (KontorStore *store, gboolean fine, GError **error)
{
  if (fine && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

gboolean
kontor_conversation_hold (KontorStore *store, const KontorActor *actor, gint64 id, gboolean held,
                          GError **error)
{
  g_autofree char *holder = held ? kontor_actor_dup_name (actor) : NULL;

  return kontor_store_begin (store, error) && finish (store,
    kontor_store_run (store, error, "UPDATE conversation SET held_by = ?, waiting = 0 WHERE id = ?",
                      "sx", holder, id) &&
    tell (store, actor, held ? "take-over" : "hand-back", id, error), error);
}

gboolean
kontor_conversation_assign (KontorStore *store, const KontorActor *actor, gint64 id,
                            const char *teammate, GError **error)
{
  gint64 number = number_of ("teammate", teammate);

  if (number == 0 && *teammate != '\0')
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "there is no teammate “%s”",
                   teammate);
      return FALSE;
    }

  return kontor_store_begin (store, error) && finish (store,
    kontor_store_run (store, error, "UPDATE conversation SET assignee = NULLIF(?, 0) WHERE id = ?",
                      "xx", number, id) &&
    tell (store, actor, "assign", id, error), error);
}

gboolean
kontor_conversation_set_state (KontorStore *store, const KontorActor *actor, gint64 id,
                               const char *state, gint64 until_us, GError **error)
{
  static const char *const states[] = { "open", "pending", "snoozed", "closed", NULL };
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (!g_strv_contains (states, state))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "“%s” is not one of: open, pending, snoozed, closed", state);
      return FALSE;
    }

  return kontor_store_begin (store, error) && finish (store,
    kontor_store_run (store, error,
                      "UPDATE conversation SET state = ?, snoozed_until = NULLIF(?, 0)"
                      " WHERE id = ?",
                      "sxx", state, until_us, id) &&
    tell (store, actor, "set-state", id, error) &&
    (g_str_equal (state, "snoozed") && until_us > 0
     ? kontor_agenda_put (store, "unsnooze", subject, until_us, error)
     : kontor_agenda_drop (store, "unsnooze", subject, error)), error);
}

gboolean
kontor_conversation_set_mode (KontorStore *store, const KontorActor *actor, gint64 id,
                              const char *mode, GError **error)
{
  const char *chosen = *mode != '\0' ? mode : NULL;

  if (chosen != NULL && !g_strv_contains (modes, chosen))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "“%s” is not one of: automatic, draft, off; nothing: as the channel", mode);
      return FALSE;
    }

  return kontor_store_begin (store, error) && finish (store,
    kontor_store_run (store, error, "UPDATE conversation SET mode = ? WHERE id = ?", "sx", chosen,
                      id) &&
    tell (store, actor, "set-mode", id, error), error);
}

gboolean
kontor_conversation_unsnooze (const char *subject, gpointer data, GError **error)
{
  gint64 id = g_ascii_strtoll (subject, NULL, 10);

  touch (data, id);

  return kontor_store_run (data, error, "UPDATE conversation SET state = 'open',"
                           " snoozed_until = NULL WHERE id = ? AND state = 'snoozed'", "x", id);
}

gboolean
kontor_conversation_mark_read (KontorStore *store, gint64 id, GError **error)
{
  if (!kontor_store_run (store, error, "UPDATE conversation SET unread = 0 WHERE id = ?", "x", id))
    return FALSE;
  touch (store, id);

  return TRUE;
}

gboolean
kontor_conversation_leave (KontorStore *store, gint64 id, gboolean *told, GError **error)
{
  if (!kontor_store_run (store, error,
                         "UPDATE conversation SET waiting = 1 WHERE id = ? AND waiting = 0", "x",
                         id))
    return FALSE;
  *told = kontor_store_changes (store) == 0;
  touch (store, id);

  return TRUE;
}

gboolean
kontor_conversation_set_away (KontorStore *store, gint64 id, gint64 until_us, GError **error)
{
  return kontor_store_run (store, error, "UPDATE conversation SET away_until = ? WHERE id = ?",
                           "xx", until_us, id);
}

gboolean
kontor_conversation_answer (KontorStore *store, gint64 id, GError **error)
{
  touch (store, id);

  return kontor_store_run (store, error, "UPDATE conversation SET waiting = 0 WHERE id = ?", "x",
                           id);
}
