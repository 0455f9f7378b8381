/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/why.h"

#include <string.h>

#include "model/json.h"

#include <glib/gi18n.h>

#define MOST_WORDS 6

static const struct { const char *found; const char *words; } verdicts[] = {
  { "sure", N_("One passage of your knowledge answers it clearly") },
  { "close", N_("Two passages were about as near as each other") },
  { "unsure", N_("No passage of your knowledge was near enough") },
};

static const char *
word_verdict (const char *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (verdicts[i].found, found) == 0)
      return _(verdicts[i].words);

  return "";
}

/* The row of a passage, whose title may be told a moment later. */
typedef struct {
  GWeakRef           row;
  KontorRemoteHouse *house;
  char              *passage;
  int                score;
} Passage;

static void
passage_free (gpointer data, GClosure *closure)
{
  Passage *self = data;

  g_weak_ref_clear (&self->row);
  g_free (self->passage);
  g_free (self);
}

static void
show_passage (Passage *self)
{
  g_autoptr(AdwActionRow) row = g_weak_ref_get (&self->row);
  const char *title = kontor_remote_house_get_label (self->house, "knowledge", self->passage);
  /* TRANSLATORS: a passage of the knowledge and how well it fits: "Child seats · fits 92 %" */
  g_autofree char *text = g_strdup_printf (_("%s · fits %d %%"), title, self->score);

  if (row != NULL)
    adw_action_row_set_subtitle (row, text);
}

static void
add_passage (AdwPreferencesGroup *group, KontorRemoteHouse *house, JsonObject *question)
{
  const char *id = kontor_json_get_text (question, "passage");
  GtkWidget *row;
  Passage *self;

  if (id == NULL)
    return;
  row = adw_action_row_new ();
  self = g_new0 (Passage, 1);
  g_weak_ref_init (&self->row, row);
  self->house = house;
  self->passage = g_strdup (id);
  self->score = kontor_json_get_double (question, "score", 0) * 100 + 0.5;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nearest passage"));
  adw_preferences_group_add (group, row);
  show_passage (self);
  g_signal_connect_data (house, "label-found", G_CALLBACK (show_passage), self, passage_free,
                         G_CONNECT_SWAPPED);
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  if (text == NULL || *text == '\0')
    {
      g_object_unref (g_object_ref_sink (row));
      return;
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_preferences_group_add (group, row);
}

/* (transfer full): the words that counted, with the heaviest first as they were told */
static char *
join_words (JsonObject *words)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GList) names = words != NULL ? json_object_get_members (words) : NULL;
  guint count = 0;

  for (GList *name = names; name != NULL && count < MOST_WORDS; name = name->next, count++)
    g_string_append_printf (text, "%s%s", count > 0 ? ", " : "", (char *) name->data);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_question (AdwPreferencesPage *page, KontorRemoteHouse *house, JsonObject *question)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *asked = kontor_json_get_text (question, "asked");
  g_autofree char *words = join_words (kontor_json_get_object (question, "words"));
  g_autofree char *safe = g_markup_printf_escaped ("“%s”", asked != NULL ? asked : "");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), safe);
  add_row (ADW_PREFERENCES_GROUP (group), _("Found"),
           word_verdict (kontor_json_get_text (question, "found")));
  add_passage (ADW_PREFERENCES_GROUP (group), house, question);
  add_row (ADW_PREFERENCES_GROUP (group), _("Words that counted"), words);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
fill (AdwPreferencesPage *page, KontorRemoteHouse *house, JsonObject *why)
{
  JsonArray *questions = kontor_json_get_array (why, "questions");
  const char *because = kontor_json_get_text (why, "because");
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < kontor_json_get_length (questions); i++)
    {
      JsonObject *question = kontor_json_get_nth (questions, i);

      if (question != NULL)
        add_question (page, house, question);
    }
  add_row (ADW_PREFERENCES_GROUP (group), _("Left to people because"), because);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

void
kontor_why_show (GtkWidget *widget, KontorRemoteHouse *house, KontorRemoteRecord *message)
{
  const char *why = kontor_remote_record_get_text (message, "why");
  g_autoptr(JsonNode) root = kontor_json_parse (why, strlen (why), NULL);
  GtkWidget *window = adw_window_new (), *page = adw_preferences_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkShortcut *escape = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                          gtk_named_action_new ("window.close"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), _("Why Did It Say That?"));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 440, 420);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    fill (ADW_PREFERENCES_PAGE (page), house, json_node_get_object (root));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  gtk_widget_set_vexpand (page, TRUE);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}
