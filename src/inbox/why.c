/* SPDX-License-Identifier: GPL-3.0-or-later */
/* why.c — each answerer notes in its own words what it went by, so what is not known by name is
 * shown as it is noted: a new answerer needs nothing here. */
#include "inbox/why.h"

#include <string.h>

#include "model/json.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

#define MOST_WORDS 6

struct _KontorWhy
{
  AdwWindow           parent_instance;

  KontorRemoteHouse  *house;
  JsonNode           *root;
  GPtrArray          *groups;   /* of AdwPreferencesGroup, on the page */
  AdwPreferencesPage *page;
};

#define KONTOR_TYPE_WHY (kontor_why_get_type ())
G_DECLARE_FINAL_TYPE (KontorWhy, kontor_why, KONTOR, WHY, AdwWindow)
G_DEFINE_FINAL_TYPE (KontorWhy, kontor_why, ADW_TYPE_WINDOW)

static const struct { const char *found; const char *words; } verdicts[] = {
  { "sure", N_("One passage of your knowledge answers it clearly") },
  { "close", N_("Two passages were about as near as each other") },
  { "unsure", N_("No passage of your knowledge was near enough") },
};

static const struct { const char *name; const char *title; } titles[] = {
  { "rule", N_("Because") }, { "because", N_("Left to people because") },
  { "doubt", N_("Not sent by itself because") }, { "handed-over", N_("Handed over because") },
  { "passages", N_("Read in your knowledge") }, { "facts", N_("Known from your books") },
  { "left-out", N_("Kept from the model") }, { "prompts", N_("Prompts") },
  { "tools", N_("Tools") }, { "done", N_("Done") }, { "calls", N_("Models asked") },
  { "assistant", N_("Assistant") }, { "language", N_("Language") },
};

/* What is shown in another way, or says nothing to an owner. */
static const char *const untold[] = { "message", "station", "questions", "answer", "speaks", NULL };

static const char *
word_verdict (const char *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (verdicts[i].found, found) == 0)
      return _(verdicts[i].words);

  return "";
}

static char *
dup_title (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].name, name))
      return g_strdup (_(titles[i].title));

  return kontor_wording_choice (name);
}

static char *
dup_passage (KontorWhy *self, JsonObject *about)
{
  const char *title = kontor_remote_house_get_label (self->house, "knowledge",
                                                     kontor_json_get_text (about, "passage"));

  /* TRANSLATORS: a passage of the knowledge and how well it fits: "Child seats · fits 92 %" */
  return g_strdup_printf (_("%s · fits %d %%"), title,
                          (int) (kontor_json_get_double (about, "score", 0) * 100 + 0.5));
}

static char *dup_value (KontorWhy *self, JsonNode *node);

/* "provider: Own, model: small", or what is known better by name. */
static char *
dup_object (KontorWhy *self, JsonObject *object)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GList) names = json_object_get_members (object);

  if (kontor_json_get_text (object, "passage") != NULL)
    return dup_passage (self, object);
  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *value = dup_value (self, json_object_get_member (object, name->data));

      if (*value != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "", (char *) name->data,
                                value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_array (KontorWhy *self, JsonArray *array)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *value = dup_value (self, json_array_get_element (array, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_value (KontorWhy *self, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return dup_object (self, json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return dup_array (self, json_node_get_array (node));
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _("Yes") : _("No"));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return g_strdup_printf ("%.2f", json_node_get_double (node));

  return g_strdup (json_node_get_string (node));
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (KontorWhy *self, const char *markup)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), markup);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);

  return ADW_PREFERENCES_GROUP (group);
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
add_question (KontorWhy *self, JsonObject *question)
{
  const char *asked = kontor_json_get_text (question, "asked");
  g_autofree char *words = join_words (kontor_json_get_object (question, "words"));
  g_autofree char *heading = g_markup_printf_escaped ("“%s”", asked != NULL ? asked : "");
  g_autofree char *passage = kontor_json_get_text (question, "passage") != NULL
    ? dup_passage (self, question) : NULL;
  AdwPreferencesGroup *group = add_group (self, heading);

  add_row (group, _("Found"), word_verdict (kontor_json_get_text (question, "found")));
  add_row (group, _("Nearest passage"), passage);
  add_row (group, _("Words that counted"), words);
}

static void
add_members (KontorWhy *self, AdwPreferencesGroup *group, JsonObject *object)
{
  g_autoptr(GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *title = dup_title (name->data);
      g_autofree char *text = g_strv_contains (untold, name->data) ? NULL
        : dup_value (self, json_object_get_member (object, name->data));

      add_row (group, title, text);
    }
}

/* Names of passages are told a moment later: all is laid out anew then. */
static void
fill (KontorWhy *self)
{
  JsonObject *why = json_node_get_object (self->root);
  JsonObject *answer = kontor_json_get_object (why, "answer");
  JsonArray *questions;
  AdwPreferencesGroup *group;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  group = add_group (self, NULL);
  add_members (self, group, why);
  if (answer != NULL)
    add_members (self, group, answer);
  questions = kontor_json_get_array (answer != NULL ? answer : why, "questions");
  for (guint i = 0; i < kontor_json_get_length (questions); i++)
    if (kontor_json_get_nth (questions, i) != NULL)
      add_question (self, kontor_json_get_nth (questions, i));
}

static void
kontor_why_dispose (GObject *object)
{
  KontorWhy *self = KONTOR_WHY (object);

  g_clear_object (&self->house);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (kontor_why_parent_class)->dispose (object);
}

static void
kontor_why_class_init (KontorWhyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_why_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
kontor_why_init (KontorWhy *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->groups = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Why Did It Say That?"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 460);
}

void
kontor_why_show (GtkWidget *widget, KontorRemoteHouse *house, KontorRemoteRecord *message)
{
  const char *why = kontor_remote_record_get_text (message, "why");
  g_autoptr(JsonNode) root = kontor_json_parse (why, strlen (why), NULL);
  KontorWhy *self;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  self = g_object_new (KONTOR_TYPE_WHY, "transient-for", gtk_widget_get_root (widget), NULL);
  self->house = g_object_ref (house);
  self->root = g_steal_pointer (&root);
  g_signal_connect_object (house, "label-found", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
