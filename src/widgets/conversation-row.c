/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/conversation-row.h"

#include "widgets/label-chips.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorConversationRow
{
  KontorRecordRow parent_instance;

  AdwAvatar      *avatar;
  GtkLabel       *name;
  GtkLabel       *when;
  GtkLabel       *text;
  GtkLabel       *unread;
  GtkWidget      *held;
  GtkLabel       *state;
  KontorLabelChips *labels;
};

G_DEFINE_FINAL_TYPE (KontorConversationRow, kontor_conversation_row, KONTOR_TYPE_RECORD_ROW)

/* A list shows one line: what comes after a line break follows after a blank. */
static char *
dup_line (const char *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autofree char *line = g_strjoinv (" ", lines);

  return g_strdup (g_strstrip (line));
}

static void
show_state (KontorConversationRow *self, const char *state)
{
  gboolean is_open = g_str_equal (state, "open") || *state == '\0';
  g_autofree char *word = kontor_wording_choice (state);

  gtk_label_set_text (self->state, word);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !is_open);
}

/* (transfer container) (nullable) */
static const char **
dup_labels (KontorRemoteRecord *record)
{
  const char **labels = NULL;

  g_variant_lookup (kontor_remote_record_get_values (record), "labels", "^a&s", &labels);

  return labels;
}

static void
kontor_conversation_row_draw (KontorRecordRow *row, KontorRemoteRecord *record)
{
  KontorConversationRow *self = KONTOR_CONVERSATION_ROW (row);
  const char *name = kontor_remote_record_get_text (record, "name");
  g_autofree char *shown = kontor_wording_phone (name);
  gint64 unread = kontor_remote_record_get_int (record, "unread");
  gint64 at_us = kontor_remote_record_get_int (record, "last-at");
  g_autofree char *when = at_us > 0 ? kontor_wording_short (at_us) : g_strdup ("");
  g_autofree char *text = dup_line (kontor_remote_record_get_text (record, "last-text"));
  const char *kind = kontor_wording_kind (kontor_remote_record_get_text (record, "last-kind"));
  const char *line = kontor_remote_record_get_yes (record, "typing") ? _("typing…")
    : *text == '\0' && kind != NULL ? kind : text;
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, unread);
  g_autofree char *waits = unread > 0
    ? g_strdup_printf (g_dngettext (NULL, ", %d unread", ", %d unread", unread), (int) unread)
    : g_strdup ("");
  g_autofree const char **labels = dup_labels (record);
  g_autofree char *named = labels != NULL ? g_strjoinv (", ", (char **) labels) : g_strdup ("");
  g_autofree char *summary = g_strdup_printf ("%s, %s%s: %s%s%s", name, when, waits, line,
                                              *named != '\0' ? " · " : "", named);

  adw_avatar_set_text (self->avatar, name);
  adw_avatar_set_show_initials (self->avatar, g_unichar_isalpha (g_utf8_get_char (name)));
  gtk_label_set_text (self->name, shown);
  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->text, line);
  gtk_label_set_text (self->unread, count);
  gtk_widget_set_visible (GTK_WIDGET (self->unread), unread > 0);
  gtk_widget_set_visible (self->held, *kontor_remote_record_get_text (record, "held-by") != '\0');
  if (unread > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "heading");
  show_state (self, kontor_remote_record_get_text (record, "state"));
  kontor_label_chips_set (self->labels, kontor_record_row_get_house (row), labels);
  kontor_record_row_set_summary (row, summary);
}

static void
kontor_conversation_row_class_init (KontorConversationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  KONTOR_RECORD_ROW_CLASS (klass)->draw = kontor_conversation_row_draw;
  g_type_ensure (KONTOR_TYPE_LABEL_CHIPS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/kontor/Kontor/ui/widgets/conversation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorConversationRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationRow, name);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationRow, when);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationRow, text);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationRow, unread);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationRow, held);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationRow, state);
  gtk_widget_class_bind_template_child (widget_class, KontorConversationRow, labels);
}

static void
kontor_conversation_row_init (KontorConversationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_conversation_row_new (gpointer house)
{
  GtkWidget *self = g_object_new (KONTOR_TYPE_CONVERSATION_ROW, NULL);

  kontor_record_row_set_house (KONTOR_RECORD_ROW (self), house);

  return self;
}
