/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn-file.c — a table says who plays which line. The whole house is opened on a folder of its
 * own, and "restart" closes it and opens it again. */
#include "turn-file.h"

#include <glib/gstdio.h>

#include "base/clock.h"
#include "channels/practice.h"
#include "contacts/business.h"
#include "house.h"
#include "inbox/messages.h"
#include "journal/action.h"
#include "journal/keep.h"
#include "model/error.h"
#include "model/json.h"
#include "store/records.h"
#include "turn-lines.h"

#define CUSTOMER "+971500000001"

static const KontorActor owner = { "teammate", "TM1", KONTOR_ROLE_MANAGER, NULL };

typedef struct {
  const char  *demos;
  char        *demo;      /* its folder, or NULL */
  char        *folder;
  char        *phone;
  char        *name;
  KontorHouse *house;
  gint64       seen;      /* the last message that was looked at */
  GString     *faults;
  guint        line;
} Play;

static void
fault (Play *play, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
fault (Play *play, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_string_append_printf (play->faults, "%sline %u: %s", play->faults->len > 0 ? "\n" : "",
                          play->line, text);
}

static gboolean
open_house (Play *play, GError **error)
{
  KontorStore *store;

  if (play->house != NULL)
    return TRUE;
  store = kontor_house_open_store (play->folder, FALSE, error);
  play->house = store != NULL ? kontor_house_open (play->folder, store, play->demo, error) : NULL;

  return play->house != NULL;
}

/* Everything that can be done now is done: idle work, and what is on its way out. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static gboolean
open_demo (Play *play, const char *name, GError **error)
{
  g_free (play->demo);
  play->demo = g_build_filename (play->demos, name, NULL);
  if (g_file_test (play->demo, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "there is no shop “%s”", name);

  return FALSE;
}

static gboolean
play_shop (Play *play, const KontorTurnLine *line, GError **error)
{
  return open_demo (play, line->rest, error);
}

static gboolean
play_at (Play *play, const KontorTurnLine *line, GError **error)
{
  kontor_clock_set_us (line->value);

  return TRUE;
}

static gboolean
play_later (Play *play, const KontorTurnLine *line, GError **error)
{
  kontor_clock_advance_us (line->value * G_USEC_PER_SEC);
  settle ();

  return TRUE;
}

/* "+971500000001 Jeffrey" */
static gboolean
play_from (Play *play, const KontorTurnLine *line, GError **error)
{
  g_free (play->phone);
  g_free (play->name);
  play->phone = g_strdup (line->words[0]);
  play->name = g_strdup (line->words[1]);

  return TRUE;
}

static gboolean
say (Play *play, const char *text, GError **error)
{
  KontorChannel *practice;
  g_autofree char *id = g_uuid_string_random ();

  if (!open_house (play, error))
    return FALSE;
  practice = kontor_lines_find_kind (play->house->lines, "practice");
  kontor_practice_say (KONTOR_PRACTICE (practice),
                       kontor_message_new (id, play->phone, play->name, text,
                                           kontor_clock_now_us ()),
                       NULL, NULL);
  settle ();
  kontor_clock_advance_us (G_USEC_PER_SEC);

  return TRUE;
}

static gboolean
play_say (Play *play, const KontorTurnLine *line, GError **error)
{
  return say (play, line->rest, error);
}

/* The next answer that nobody looked at yet; what could not be sent is none. */
static KontorSaid *
next_said (Play *play, GError **error)
{
  g_autoptr(GPtrArray) conversations = kontor_conversations_query (play->house->store,
    &(KontorConversationQuery) { 0 }, NULL, error);
  KontorSaid *next = NULL;

  for (guint i = 0; conversations != NULL && i < conversations->len; i++)
    {
      const KontorConversation *conversation = conversations->pdata[i];
      g_autoptr(GPtrArray) said =
        kontor_messages_query (play->house->store, conversation->id, NULL, 0,
                                                         TRUE, NULL, error);

      for (guint j = 0; said != NULL && j < said->len; j++)
        {
          KontorSaid *one = said->pdata[j];

          if (g_str_equal (one->direction, "out") && !g_str_equal (one->state, "failed") &&
              one->id > play->seen && (next == NULL || one->id < next->id))
            {
              g_clear_pointer (&next, kontor_said_free);
              next = g_ptr_array_steal_index (said, j);
              break;
            }
        }
    }
  if (next != NULL)
    play->seen = next->id;

  return next;
}

/* "*" stands for any text, "\n" for a new line. */
static gboolean
play_hear (Play *play, const KontorTurnLine *line, GError **error)
{
  g_autofree char *pattern = g_strcompress (line->rest);
  g_autoptr(KontorSaid) said = open_house (play, error) ? next_said (play, error) : NULL;

  if (said == NULL)
    {
      fault (play, "nothing was said; expected: %s", line->rest);
      return TRUE;
    }
  g_print ("  < %s\n", said->text);
  if (!g_pattern_match_simple (pattern, said->text))
    fault (play, "said: %s\nexpected: %s", said->text, pattern);

  return TRUE;
}

static gboolean
play_silent (Play *play, const KontorTurnLine *line, GError **error)
{
  g_autoptr(KontorSaid) said = open_house (play, error) ? next_said (play, error) : NULL;

  if (said != NULL)
    fault (play, "said, though nothing should be: %s", said->text);

  return TRUE;
}

static gboolean
play_restart (Play *play, const KontorTurnLine *line, GError **error)
{
  g_clear_pointer (&play->house, kontor_house_close);

  return open_house (play, error);
}

/* Splits "service=cut at=2026-11-21T10:00 note=two words" at the words that have a "=". */
static GVariant *
read_pairs (char **words, const KontorField *fields, const KontorLocale *locale, GError **error)
{
  g_auto(GVariantDict) values = G_VARIANT_DICT_INIT (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (words[i], "=", 2);
      const KontorField *field = kontor_fields_find (fields, pair[0]);
      g_autoptr(GVariant) value = NULL;

      if (pair[1] == NULL)
        continue;
      value = field != NULL ? kontor_field_from_text (field, pair[1], locale, error)
                            : g_variant_ref_sink (g_variant_new_string (pair[1]));
      if (value == NULL)
        return NULL;
      g_variant_dict_insert_value (&values, pair[0], value);
    }

  return g_variant_ref_sink (g_variant_dict_end (&values));
}

static GVariant *
read_values (Play *play, char **words, const KontorField *fields, GError **error)
{
  g_autoptr(KontorBusiness) business = kontor_business_load (play->house->store, error);
  KontorLocale locale;

  if (business == NULL)
    return NULL;
  locale = kontor_business_get_locale (business);

  return read_pairs (words, fields, &locale, error);
}

/* "book service=cut …": what stands in the audit log last was this, and these arguments fit. */
static gboolean
play_did (Play *play, const KontorTurnLine *line, GError **error)
{
  g_autoptr(GPtrArray) log = NULL;

  if (!open_house (play, error))
    return FALSE;
  log = kontor_records_query (play->house->store, kontor_kind_find ("audit"),
                              &(KontorQuery) { .limit = 8, .descending = TRUE }, NULL, error);
  for (guint i = 0; log != NULL && i < log->len; i++)
    {
      const char *object = kontor_record_get_text (log->pdata[i], "object");

      if (g_strcmp0 (kontor_record_get_text (log->pdata[i], "action"), line->words[0]) == 0 &&
          (line->words[1] == NULL || g_strcmp0 (object, line->words[1]) == 0))
        return TRUE;
    }
  fault (play, "“%s” was not done", line->rest);

  return log != NULL;
}

/* "mark-paid booking=BK000001": the owner does something. */
static gboolean
play_do (Play *play, const KontorTurnLine *line, GError **error)
{
  const KontorAction *action = kontor_action_find (line->words[0]);
  g_autoptr(GVariant) arguments = NULL, result = NULL;

  if (action == NULL)
    {
      fault (play, "there is no action “%s”", line->words[0]);
      return TRUE;
    }
  if (!open_house (play, error))
    return FALSE;
  arguments = read_values (play, line->words + 1, action->takes, error);
  if (arguments == NULL)
    return FALSE;
  result = kontor_action_run (play->house->store, &owner, action->name, arguments, NULL, error);
  settle ();

  return result != NULL;
}

/* "service chauffeur capacity=1": the owner changes a record; "-" makes a new one. */
static gboolean
play_save (Play *play, const KontorTurnLine *line, GError **error)
{
  const KontorKind *kind = kontor_kind_find (line->words[0]);
  const char *target = g_str_equal (line->words[1], "-") ? NULL : line->words[1];
  g_autoptr(GVariant) values = NULL;
  g_autofree char *id = NULL;

  if (kind == NULL)
    {
      fault (play, "there is no kind of record “%s”", line->words[0]);
      return TRUE;
    }
  if (!open_house (play, error))
    return FALSE;
  values = read_values (play, line->words + 2, kind->fields, error);
  if (values == NULL)
    return FALSE;
  id = kontor_keep_save (play->house->store, &kontor_actor_system, kind, target, values, error);
  settle ();

  return id != NULL;
}

/* "1 I am on my way": a person of the business writes into conversation 1. */
static gboolean
play_staff (Play *play, const KontorTurnLine *line, GError **error)
{
  gint64 id;

  if (!open_house (play, error))
    return FALSE;
  id = kontor_outbox_say (play->house->store, &owner, line->value, line->rest, 0, NULL, error);
  settle ();

  return id > 0;
}

static gboolean (*const plays[KONTOR_TURN_N_VERBS]) (Play *, const KontorTurnLine *, GError **) = {
  [KONTOR_TURN_SHOP] = play_shop, [KONTOR_TURN_AT] = play_at, [KONTOR_TURN_LATER] = play_later,
  [KONTOR_TURN_FROM] = play_from, [KONTOR_TURN_SAY] = play_say, [KONTOR_TURN_HEAR] = play_hear,
  [KONTOR_TURN_SILENT] = play_silent, [KONTOR_TURN_RESTART] = play_restart,
  [KONTOR_TURN_DID] = play_did, [KONTOR_TURN_DO] = play_do, [KONTOR_TURN_SAVE] = play_save,
  [KONTOR_TURN_STAFF] = play_staff,
};

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
play_clear (Play *play)
{
  g_clear_pointer (&play->house, kontor_house_close);
  settle ();
  remove_folder (play->folder);
  g_free (play->folder);
  g_free (play->demo);
  g_free (play->phone);
  g_free (play->name);
  g_string_free (play->faults, TRUE);
  kontor_clock_reset ();
}

static gboolean
play_init (Play *play, const char *demos, GError **error)
{
  char *folder = g_dir_make_tmp ("kontor-turn-XXXXXX", error);

  if (folder == NULL)
    return FALSE;
  *play = (Play) {
    .demos = demos, .folder = folder, .phone = g_strdup (CUSTOMER), .faults = g_string_new (NULL)
  };

  return TRUE;
}

static gboolean
play_lines (Play *play, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const KontorTurnLine *line = lines->pdata[i];

      play->line = line->number;
      g_print ("%s\n", line->written);
      if (!plays[line->verb] (play, line, error))
        {
          g_prefix_error (error, "line %u: ", play->line);
          return FALSE;
        }
    }
  if (play->faults->len > 0)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, play->faults->str);

  return play->faults->len == 0;
}

gboolean
kontor_turn_file_play (const char *path, const char *demos, GError **error)
{
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  gboolean fine = FALSE;
  gsize size;
  Play play;

  if (!g_file_get_contents (path, &text, &size, error))
    return FALSE;
  lines = kontor_turn_lines_parse (text, size, error);
  if (lines != NULL && play_init (&play, demos, error))
    {
      fine = play_lines (&play, lines, error);
      play_clear (&play);
    }
  if (!fine)
    g_prefix_error (error, "%s: ", path);

  return fine;
}

/* "2026-11-20T12:00:00+04:00"; nothing where the message does not say when. */
static gboolean
replay_clock (JsonObject *message, GError **error)
{
  const char *text = kontor_json_get_text (message, "at");
  g_autoptr(GDateTime) at = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (at != NULL)
    kontor_clock_set_us (g_date_time_to_unix (at) * G_USEC_PER_SEC);
  else if (text != NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "“%s” is no time as in 2026-11-20T12:00:00+04:00", text);

  return text == NULL || at != NULL;
}

static gboolean
replay_one (Play *play, JsonObject *message, GError **error)
{
  g_autoptr(KontorSaid) said = NULL;
  const char *text = kontor_json_get_text (message, "text");
  const char *from = kontor_json_get_text (message, "from");

  if (!replay_clock (message, error))
    return FALSE;
  g_free (play->phone);
  play->phone = g_strdup (from != NULL ? from : CUSTOMER);
  g_print ("> %s\n", text != NULL ? text : "");
  if (!say (play, text != NULL ? text : "", error))
    return FALSE;
  while ((said = next_said (play, error)) != NULL)
    {
      g_print ("< %s\n", said->text);
      g_clear_pointer (&said, kontor_said_free);
    }

  return TRUE;
}

gboolean
kontor_turn_file_replay (const char *path, const char *demos, const char *demo, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr(JsonNode) root = NULL;
  gboolean fine = TRUE;
  JsonArray *messages;
  gsize size;
  Play play;

  if (!g_file_get_contents (path, &text, &size, error))
    return FALSE;
  root = kontor_json_parse (text, size, error);
  if (root == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_ARRAY (root))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "%s: a JSON array is expected",
                   path);
      return FALSE;
    }
  if (!play_init (&play, demos, error))
    return FALSE;
  fine = demo == NULL || open_demo (&play, demo, error);
  messages = json_node_get_array (root);
  for (guint i = 0; fine && i < json_array_get_length (messages); i++)
    fine = kontor_json_get_nth (messages, i) == NULL ||
           replay_one (&play, kontor_json_get_nth (messages, i), error);
  play_clear (&play);

  return fine;
}
