/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-golden.c — what was said in a real conversation becomes one that must go well from now on.
 * The customer's words are kept as they are: whoever makes it takes out what must not stay. */
#include "assistant/golden.h"
#include "inbox/conversation.h"
#include "inbox/messages.h"
#include "journal/action.h"
#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

#include <string.h>

/* A longer one is cut at its beginning, where it is another matter by then. */
#define MOST_MESSAGES 60

static const KontorField takes[] = {
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_REQUIRED, N_("Conversation") },
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "must", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN,
    N_("What must hold of the last answer, a line each: say …, call …, do …, hand over") },
  { NULL }
};

static void
add_lines (GString *script, const char *mark, const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (script, "%s %s\n", mark, lines[i]);
}

/* Where the assistant answered by itself it must again, unless more is stated. */
static void
add_message (GString *script, const KontorSaid *said, gboolean is_stated)
{
  if (g_str_equal (said->direction, "in"))
    add_lines (script, ">", said->text);
  else if (!said->automatic)
    add_lines (script, "=", said->text);
  else
    {
      add_lines (script, "<", said->text);
      if (!is_stated)
        g_string_append (script, "must answer\n");
    }
}

static void
add_stated (GString *script, const char *must)
{
  g_auto(GStrv) lines = g_strsplit (must, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (script, "%s%s\n",
                              g_str_has_prefix (lines[i], "must ") ? "" : "must ", lines[i]);
}

static char *
write_script (KontorStore *store, gint64 conversation, const char *must, GError **error)
{
  g_autoptr(GPtrArray) all = kontor_messages_query (store, conversation, NULL, MOST_MESSAGES,
                                                    FALSE, NULL, error);
  GString *script;
  gboolean begun = FALSE;

  if (all == NULL)
    return NULL;
  script = g_string_new (NULL);
  for (guint i = all->len; i > 0; i--)
    {
      const KontorSaid *said = all->pdata[i - 1];

      begun |= g_str_equal (said->direction, "in");
      if (begun && said->text != NULL && !g_str_equal (said->direction, "note") &&
          kontor_said_was_said (said))
        add_message (script, said, must != NULL);
    }
  add_stated (script, must != NULL ? must : "");

  return g_string_free (script, FALSE);
}

static gboolean
remember_where (KontorStore *store, const char *id, gint64 conversation, GError **error)
{
  g_autoptr(GVariant) values =
    g_variant_ref_sink (g_variant_new_parsed ("{'conversation': <%x>}", conversation));

  return kontor_records_update (store, kontor_kind_find ("golden"), id, values, error);
}

static GVariant *
make (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("golden");
  gint64 number = kontor_record_get_int (arguments, "conversation", 0);
  g_autoptr(KontorConversation) conversation = kontor_conversation_get (store, number, error);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  g_autofree char *script = NULL, *id = NULL;

  if (conversation == NULL)
    return NULL;
  script = write_script (store, number, kontor_record_get_text (arguments, "must"), error);
  if (script == NULL)
    return NULL;
  g_variant_dict_insert (&dict, "name", "s", kontor_record_get_text (arguments, "name"));
  g_variant_dict_insert (&dict, "script", "s", script);
  values = g_variant_ref_sink (g_variant_dict_end (&dict));
  id = kontor_keep_save (store, actor, kind, NULL, values, error);

  return id != NULL && remember_where (store, id, number, error)
         ? kontor_records_get (store, kind, id, error) : NULL;
}

const KontorAction kontor_make_golden_action = {
  .name = "make-golden",
  .title = N_("Make a golden conversation"),
  .of = "golden",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = make,
};
