/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mention-box.c — its keys are taken before the text gets them: the Enter that chooses a name is
 * not the one that keeps the note. */
#include "inbox/mention-box.h"

#include "remote/remote-list.h"
#include "widgets/list-keys.h"

#include <glib/gi18n.h>

#define MOST_TEAMMATES 500

struct _KontorMentionBox
{
  AdwBin              parent_instance;

  GtkTextView        *text;
  GtkToggleButton    *note;
  GtkFilterListModel *fitting;
  char               *typed;      /* what follows the "@", folded; NULL: there is none */
  gboolean            is_hushed;  /* hidden until something else is typed */

  GtkListBox         *list;
};

G_DEFINE_FINAL_TYPE (KontorMentionBox, kontor_mention_box, ADW_TYPE_BIN)

/* The beginning of the name, or of a word in it. */
static gboolean
fits (gpointer teammate, gpointer data)
{
  KontorMentionBox *self = data;
  g_autofree char *name = g_utf8_casefold (kontor_remote_record_get_text (teammate, "name"), -1);
  g_auto(GStrv) words = g_strsplit (name, " ", -1);

  for (guint i = 0; self->typed != NULL && words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], self->typed))
      return TRUE;

  return FALSE;
}

static GtkWidget *
make_row (gpointer teammate, gpointer data)
{
  const char *name = kontor_remote_record_get_text (teammate, "name");
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/* Whether the cursor stands in "@" and the beginning of a name; *start is at the "@" then. */
static gboolean
find_start (KontorMentionBox *self, GtkTextIter *start, GtkTextIter *cursor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  gtk_text_buffer_get_iter_at_mark (buffer, cursor, gtk_text_buffer_get_insert (buffer));
  *start = *cursor;
  while (gtk_text_iter_backward_char (start))
    {
      gunichar here = gtk_text_iter_get_char (start);
      GtkTextIter before = *start;

      if (here == '@')
        return !gtk_text_iter_backward_char (&before) ||
               !g_unichar_isalnum (gtk_text_iter_get_char (&before));
      if (!g_unichar_isalnum (here) && here != '-')
        return FALSE;
    }

  return FALSE;
}

/* Who does not see the list hears which of it Enter would take. */
static void
tell_marked (KontorMentionBox *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->text),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
show (KontorMentionBox *self)
{
  gboolean was_shown = gtk_widget_get_visible (GTK_WIDGET (self));
  gboolean is_shown = self->typed != NULL && !self->is_hushed &&
                      g_list_model_get_n_items (G_LIST_MODEL (self->fitting)) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  if (is_shown && gtk_list_box_get_selected_row (self->list) == NULL)
    kontor_list_keys_mark (self->list, 0);
  if (is_shown || was_shown)
    tell_marked (self);
}

static void
look (KontorMentionBox *self)
{
  GtkTextIter start, cursor;
  g_autofree char *typed = NULL, *folded = NULL;

  if (gtk_toggle_button_get_active (self->note) && find_start (self, &start, &cursor))
    {
      gtk_text_iter_forward_char (&start);
      typed = gtk_text_iter_get_text (&start, &cursor);
      folded = g_utf8_casefold (typed, -1);
    }
  if (g_strcmp0 (folded, self->typed) != 0)
    {
      g_free (self->typed);
      self->typed = g_steal_pointer (&folded);
      self->is_hushed = FALSE;
      gtk_filter_changed (gtk_filter_list_model_get_filter (self->fitting),
                          GTK_FILTER_CHANGE_DIFFERENT);
    }
  show (self);
}

static void
choose (KontorMentionBox *self, int index)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autoptr(KontorRemoteRecord) teammate = g_list_model_get_item (G_LIST_MODEL (self->fitting),
                                                                  index);
  g_autofree char *name = teammate == NULL ? NULL
    : g_strdup_printf ("@%s ", kontor_remote_record_get_text (teammate, "name"));
  GtkTextIter start, cursor;

  if (name == NULL || !find_start (self, &start, &cursor))
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &cursor);
  gtk_text_buffer_insert (buffer, &start, name, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static gboolean
on_key (KontorMentionBox *self, guint key)
{
  int index = -1;
  KontorListKey meant = gtk_widget_get_visible (GTK_WIDGET (self))
    ? kontor_list_keys_read (self->list, key, &index) : KONTOR_LIST_KEY_NONE;

  if (meant == KONTOR_LIST_KEY_MOVED)
    tell_marked (self);
  if (meant == KONTOR_LIST_KEY_LEFT)
    {
      self->is_hushed = TRUE;
      show (self);
    }
  else if (meant == KONTOR_LIST_KEY_CHOSEN)
    choose (self, index);

  return meant != KONTOR_LIST_KEY_NONE;
}

static void
on_row_activated (KontorMentionBox *self, GtkListBoxRow *row)
{
  choose (self, gtk_list_box_row_get_index (row));
}

static GListModel *
make_teammates (KontorRemoteHouse *house)
{
  KontorRemoteList *teammates;
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "active", "b", TRUE);
  teammates = kontor_remote_list_new_records (kontor_remote_house_get_remote (house), "teammate",
                                              g_variant_dict_end (&filter), FALSE);
  kontor_remote_list_set_page (teammates, MOST_TEAMMATES);

  return G_LIST_MODEL (teammates);
}

void
kontor_mention_box_watch (KontorMentionBox *self, KontorRemoteHouse *house, GtkTextView *text,
                          GtkToggleButton *note)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text);

  self->text = text;
  self->note = note;
  self->fitting = gtk_filter_list_model_new (
    make_teammates (house), GTK_FILTER (gtk_custom_filter_new (fits, self, NULL)));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->fitting), make_row, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (text), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (look), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (note, "toggled", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  /* Who is there is told a moment later. */
  g_signal_connect_object (self->fitting, "items-changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
kontor_mention_box_dispose (GObject *object)
{
  KontorMentionBox *self = KONTOR_MENTION_BOX (object);

  if (self->list != NULL && self->fitting != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->fitting);

  G_OBJECT_CLASS (kontor_mention_box_parent_class)->dispose (object);
}

static void
kontor_mention_box_finalize (GObject *object)
{
  g_free (KONTOR_MENTION_BOX (object)->typed);

  G_OBJECT_CLASS (kontor_mention_box_parent_class)->finalize (object);
}

static void
kontor_mention_box_class_init (KontorMentionBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_mention_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_mention_box_finalize;
}

static void
kontor_mention_box_init (KontorMentionBox *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "canned");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Teammates to mention"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  g_object_set (scrolled, "child", self->list, "hscrollbar-policy", GTK_POLICY_NEVER,
                "propagate-natural-height", TRUE, "max-content-height", 160, NULL);
  gtk_widget_add_css_class (scrolled, "card");
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
