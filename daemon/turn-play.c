/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "turn-play.h"

#include <glib/gstdio.h>

#include "base/clock.h"
#include "channels/practice.h"
#include "inbox/conversation.h"
#include "model/error.h"

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

gboolean
kontor_play_open (KontorPlay *play, GError **error)
{
  KontorStore *store;

  if (play->house != NULL)
    return TRUE;
  store = kontor_house_open_store (play->folder, FALSE, error);
  play->house = store != NULL ? kontor_house_open (play->folder, store, play->demo, error) : NULL;

  return play->house != NULL;
}

void
kontor_play_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

gboolean
kontor_play_open_demo (KontorPlay *play, const char *name, GError **error)
{
  g_free (play->demo);
  play->demo = g_build_filename (play->demos, name, NULL);
  if (g_file_test (play->demo, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND, "there is no shop “%s”", name);

  return FALSE;
}

gboolean
kontor_play_say (KontorPlay *play, const char *text, gint64 pause_s, GError **error)
{
  KontorChannel *practice;
  g_autofree char *id = g_uuid_string_random ();

  if (!kontor_play_open (play, error))
    return FALSE;
  practice = kontor_lines_find_kind (play->house->lines, "practice");
  kontor_practice_say (KONTOR_PRACTICE (practice),
                       kontor_message_new (id, play->phone, play->name, text,
                                           kontor_clock_now_us ()),
                       NULL, NULL);
  kontor_play_settle ();
  kontor_clock_advance_us (pause_s * G_USEC_PER_SEC);
  kontor_play_settle ();

  return TRUE;
}

static gboolean
is_said (const KontorSaid *one)
{
  return g_str_equal (one->direction, "out") && kontor_said_was_said (one);
}

static gboolean
is_draft (const KontorSaid *one)
{
  return g_str_equal (one->state, "draft");
}

/* The first behind message @after that is @wanted, or the @last one. */
static KontorSaid *
find_message (KontorPlay *play, gboolean (*wanted) (const KontorSaid *one), gint64 after,
              gboolean last, GError **error)
{
  g_autoptr(GPtrArray) conversations = kontor_conversations_query (play->house->store,
    &(KontorConversationQuery) { 0 }, NULL, error);
  gint64 found = 0;

  for (guint i = 0; conversations != NULL && i < conversations->len; i++)
    {
      const KontorConversation *conversation = conversations->pdata[i];
      g_autoptr(GPtrArray) said =
        kontor_messages_query (play->house->store, conversation->id, NULL, 0, TRUE, NULL, error);

      for (guint j = 0; said != NULL && j < said->len; j++)
        {
          const KontorSaid *one = said->pdata[j];

          if (wanted (one) && one->id > after &&
              (found == 0 || (last ? one->id > found : one->id < found)))
            found = one->id;
        }
    }

  return found != 0 ? kontor_messages_get (play->house->store, found, error) : NULL;
}

KontorSaid *
kontor_play_next_said (KontorPlay *play, GError **error)
{
  KontorSaid *next = find_message (play, is_said, play->seen, FALSE, error);

  if (next != NULL)
    play->seen = next->id;

  return next;
}

KontorSaid *
kontor_play_find_draft (KontorPlay *play, GError **error)
{
  return find_message (play, is_draft, 0, TRUE, error);
}

void
kontor_play_clear (KontorPlay *play)
{
  g_clear_pointer (&play->house, kontor_house_close);
  kontor_play_settle ();
  remove_folder (play->folder);
  g_free (play->folder);
  g_free (play->demo);
  g_free (play->phone);
  g_free (play->name);
  g_string_free (play->faults, TRUE);
  kontor_clock_reset ();
}

gboolean
kontor_play_init (KontorPlay *play, const char *demos, GError **error)
{
  char *folder = g_dir_make_tmp ("kontor-turn-XXXXXX", error);

  if (folder == NULL)
    return FALSE;
  *play = (KontorPlay) {
    .demos = demos, .folder = folder, .phone = g_strdup (KONTOR_PLAY_CUSTOMER),
    .faults = g_string_new (NULL)
  };

  return TRUE;
}
