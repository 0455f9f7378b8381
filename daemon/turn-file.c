/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn-file.c — a table says who plays which line. The whole house is opened on a folder of its
 * own, and "restart" closes it and opens it again. */
#include "turn-file.h"

#include "base/clock.h"
#include "contacts/business.h"
#include "desk/drafts.h"
#include "inbox/outbox.h"
#include "journal/action.h"
#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"
#include "turn-lines.h"
#include "turn-play.h"

static const KontorActor owner = { "teammate", "TM1", KONTOR_ROLE_MANAGER, NULL };

static void
fault (KontorPlay *play, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
fault (KontorPlay *play, const char *format, ...)
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
play_shop (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  return kontor_play_open_demo (play, line->rest, error);
}

static gboolean
play_at (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  kontor_clock_set_us (line->value);

  return TRUE;
}

static gboolean
play_later (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  kontor_clock_advance_us (line->value * G_USEC_PER_SEC);
  kontor_play_settle ();

  return TRUE;
}

/* "+971500000001 Jeffrey" */
static gboolean
play_from (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  g_free (play->phone);
  g_free (play->name);
  play->phone = g_strdup (line->words[0]);
  play->name = g_strdup (line->words[1]);

  return TRUE;
}

static gboolean
play_say (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  return kontor_play_say (play, line->rest, 10, error);
}

/* And in a second comes more. */
static gboolean
play_say_on (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  return kontor_play_say (play, line->rest, 1, error);
}

/* "*" stands for any text, "\n" for a new line. */
static gboolean
play_hear (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  g_autofree char *pattern = g_strcompress (line->rest);
  g_autoptr(KontorSaid) said = kontor_play_open (play, error)
    ? kontor_play_next_said (play, error) : NULL;

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
play_silent (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  g_autoptr(KontorSaid) said = kontor_play_open (play, error)
    ? kontor_play_next_said (play, error) : NULL;

  if (said != NULL)
    fault (play, "said, though nothing should be: %s", said->text);

  return TRUE;
}

static gboolean
play_restart (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  g_clear_pointer (&play->house, kontor_house_close);
  if (!kontor_play_open (play, error))
    return FALSE;
  kontor_play_settle ();

  return TRUE;
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
read_values (KontorPlay *play, char **words, const KontorField *fields, GError **error)
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
play_did (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  g_autoptr(GPtrArray) log = NULL;

  if (!kontor_play_open (play, error))
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
play_do (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  const KontorAction *action = kontor_action_find (line->words[0]);
  g_autoptr(GVariant) arguments = NULL, result = NULL;

  if (action == NULL)
    {
      fault (play, "there is no action “%s”", line->words[0]);
      return TRUE;
    }
  if (!kontor_play_open (play, error))
    return FALSE;
  arguments = read_values (play, line->words + 1, action->takes, error);
  if (arguments == NULL)
    return FALSE;
  result = kontor_action_run (play->house->store, &owner, action->name, arguments, NULL, error);
  kontor_play_settle ();

  return result != NULL;
}

/* "service chauffeur capacity=1": the owner changes a record; "-" makes a new one. */
static gboolean
play_save (KontorPlay *play, const KontorTurnLine *line, GError **error)
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
  if (!kontor_play_open (play, error))
    return FALSE;
  values = read_values (play, line->words + 2, kind->fields, error);
  if (values == NULL)
    return FALSE;
  id = kontor_keep_save (play->house->store, &kontor_actor_system, kind, target, values, error);
  kontor_play_settle ();

  return id != NULL;
}

/* "1 I am on my way": a person of the business writes into conversation 1. */
static gboolean
play_staff (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  gint64 id;

  if (!kontor_play_open (play, error))
    return FALSE;
  id = kontor_outbox_say (play->house->store, &owner, line->value, line->rest, 0, NULL, error);
  kontor_play_settle ();

  return id > 0;
}

static gboolean
play_mode (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  return kontor_play_open (play, error) &&
         kontor_conversation_set_mode (play->house->store, &owner, line->value, line->rest, error);
}

static KontorSaid *
expect_draft (KontorPlay *play, GError **error)
{
  KontorSaid *draft = kontor_play_open (play, error) ? kontor_play_find_draft (play, error) : NULL;

  if (draft == NULL)
    fault (play, "there is no draft");

  return draft;
}

static gboolean
play_draft (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  g_autofree char *pattern = g_strcompress (line->rest);
  g_autoptr(KontorSaid) draft = expect_draft (play, error);

  if (draft != NULL && !g_pattern_match_simple (pattern, draft->text))
    fault (play, "drafted: %s\nexpected: %s", draft->text, pattern);

  return TRUE;
}

/* The owner sends the latest draft, or what follows instead. */
static gboolean
play_accept (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  g_autoptr(KontorSaid) draft = expect_draft (play, error);

  if (draft != NULL &&
      kontor_outbox_accept (play->house->store, &owner, draft->id, line->rest, error) == 0)
    return FALSE;
  kontor_play_settle ();

  return TRUE;
}

static gboolean
play_discard (KontorPlay *play, const KontorTurnLine *line, GError **error)
{
  g_autoptr(KontorSaid) draft = expect_draft (play, error);

  return draft == NULL ||
         kontor_drafts_discard (play->house->store, &owner, draft->id, error);
}

static gboolean (*const plays[KONTOR_TURN_N_VERBS]) (KontorPlay *, const KontorTurnLine *,
                                                     GError **) = {
  [KONTOR_TURN_SHOP] = play_shop, [KONTOR_TURN_AT] = play_at, [KONTOR_TURN_LATER] = play_later,
  [KONTOR_TURN_FROM] = play_from, [KONTOR_TURN_SAY] = play_say,
  [KONTOR_TURN_SAY_ON] = play_say_on, [KONTOR_TURN_HEAR] = play_hear,
  [KONTOR_TURN_SILENT] = play_silent, [KONTOR_TURN_RESTART] = play_restart,
  [KONTOR_TURN_DID] = play_did, [KONTOR_TURN_DO] = play_do, [KONTOR_TURN_SAVE] = play_save,
  [KONTOR_TURN_STAFF] = play_staff, [KONTOR_TURN_MODE] = play_mode,
  [KONTOR_TURN_DRAFT] = play_draft, [KONTOR_TURN_ACCEPT] = play_accept,
  [KONTOR_TURN_DISCARD] = play_discard,
};

static gboolean
play_lines (KontorPlay *play, GPtrArray *lines, GError **error)
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
  KontorPlay play;

  if (!g_file_get_contents (path, &text, &size, error))
    return FALSE;
  lines = kontor_turn_lines_parse (text, size, error);
  if (lines != NULL && kontor_play_init (&play, demos, error))
    {
      fine = play_lines (&play, lines, error);
      kontor_play_clear (&play);
    }
  if (!fine)
    g_prefix_error (error, "%s: ", path);

  return fine;
}
