/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn-replay.c — a recording is what came in, and when; what is answered is printed. */
#include "turn-file.h"

#include "base/clock.h"
#include "model/error.h"
#include "model/json.h"
#include "turn-play.h"

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
replay_one (KontorPlay *play, JsonObject *message, GError **error)
{
  g_autoptr(KontorSaid) said = NULL;
  const char *text = kontor_json_get_text (message, "text");
  const char *from = kontor_json_get_text (message, "from");

  if (!replay_clock (message, error))
    return FALSE;
  g_free (play->phone);
  play->phone = g_strdup (from != NULL ? from : KONTOR_PLAY_CUSTOMER);
  g_print ("> %s\n", text != NULL ? text : "");
  if (!kontor_play_say (play, text != NULL ? text : "", 10, error))
    return FALSE;
  while ((said = kontor_play_next_said (play, error)) != NULL)
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
  KontorPlay play;

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
  if (!kontor_play_init (&play, demos, error))
    return FALSE;
  fine = demo == NULL || kontor_play_open_demo (&play, demo, error);
  messages = json_node_get_array (root);
  for (guint i = 0; fine && i < json_array_get_length (messages); i++)
    fine = kontor_json_get_nth (messages, i) == NULL ||
           replay_one (&play, kontor_json_get_nth (messages, i), error);
  kontor_play_clear (&play);

  return fine;
}
