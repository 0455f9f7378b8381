/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistants/knowledge-view.h"

#include "assistants/file-row.h"
#include "widgets/file-dialog.h"
#include "widgets/record-group.h"

#include <glib/gi18n.h>

#define TESTED_LINES 5

struct _KontorKnowledgeView
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  GPtrArray           *found;     /* rows of what a question found */

  GtkBox              *box;
  AdwPreferencesGroup *files;
  AdwPreferencesGroup *test;
  GtkEditable         *question;
};

G_DEFINE_FINAL_TYPE (KontorKnowledgeView, kontor_knowledge_view, ADW_TYPE_BIN)

static void
take (KontorKnowledgeView *self, GFile *file)
{
  adw_preferences_group_add (self->files,
                             kontor_file_row_new (kontor_remote_house_get_remote (self->house),
                                                  file));
}

static void
on_chosen (GListModel *files, gpointer data)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      take (data, file);
    }
}

static void
on_add (KontorKnowledgeView *self)
{
  kontor_file_dialog_open (GTK_WIDGET (self), _("Add to the Knowledge"), on_chosen);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y,
         KontorKnowledgeView *self)
{
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *at = files; at != NULL; at = at->next)
    take (self, at->data);

  return files != NULL;
}

static void
add_found (KontorKnowledgeView *self, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), TESTED_LINES);
  adw_preferences_group_add (self->test, row);
  g_ptr_array_add (self->found, row);
}

static void
clear_found (KontorKnowledgeView *self)
{
  for (guint i = 0; i < self->found->len; i++)
    adw_preferences_group_remove (self->test, self->found->pdata[i]);
  g_ptr_array_set_size (self->found, 0);
}

/* "82 % · prices.csv": how well it fits, and where it comes from. */
static void
add_passage (KontorKnowledgeView *self, GVariant *passage)
{
  const char *title = kontor_record_get_text (passage, "title");
  const char *text = kontor_record_get_text (passage, "text");
  g_autofree char *words = NULL;
  double score = 0;

  g_variant_lookup (passage, "score", "d", &score);
  words = g_strdup_printf (_("fits %d %% · %s\n%s"), (int) (score * 100 + 0.5),
                           kontor_record_get_text (passage, "source"), text);
  add_found (self, title != NULL && *title != '\0' ? title
             : kontor_record_get_text (passage, "id"), words);
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorKnowledgeView) self = data;
  g_autoptr(GVariant) passages = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean answers;
  GVariantIter iter;
  GVariant *passage;

  clear_found (self);
  if (!kontor_dbus_assistants_call_ask_finish (KONTOR_DBUS_ASSISTANTS (source), &passages, &answers,
                                               result, &error))
    {
      words = kontor_remote_dup_words (error);
      add_found (self, _("This could not be asked"), words);
      return;
    }
  if (answers)
    add_found (self, _("It would answer"),
               _("with the first of these, as it stands, where no model is lent."));
  else
    add_found (self, _("It would stay silent"), g_variant_n_children (passages) == 0
               ? _("Nothing in the knowledge speaks of it: add a passage that does.")
               : _("None of these fits well enough to be sure: a passage with the words of the "
                   "question would."));
  g_variant_iter_init (&iter, passages);
  while (g_variant_iter_loop (&iter, "@a{sv}", &passage))
    add_passage (self, passage);
}

static void
on_ask (KontorKnowledgeView *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  const char *question = gtk_editable_get_text (self->question);

  if (*question != '\0')
    kontor_dbus_assistants_call_ask (kontor_remote_get_assistants (remote), question, NULL,
                                     on_asked, g_object_ref (self));
}

static char *
dup_passage (KontorRemoteHouse *house, KontorRemoteRecord *passage)
{
  const char *source = kontor_remote_record_get_text (passage, "source");

  return g_strdup_printf ("%s%s%s", source, *source != '\0' ? " · " : "",
                          kontor_remote_record_get_text (passage, "text"));
}

static void
kontor_knowledge_view_dispose (GObject *object)
{
  g_clear_object (&KONTOR_KNOWLEDGE_VIEW (object)->house);

  G_OBJECT_CLASS (kontor_knowledge_view_parent_class)->dispose (object);
}

static void
kontor_knowledge_view_finalize (GObject *object)
{
  g_ptr_array_unref (KONTOR_KNOWLEDGE_VIEW (object)->found);

  G_OBJECT_CLASS (kontor_knowledge_view_parent_class)->finalize (object);
}

static void
kontor_knowledge_view_class_init (KontorKnowledgeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_knowledge_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_knowledge_view_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/kontor/Kontor/ui/assistants/knowledge-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorKnowledgeView, box);
  gtk_widget_class_bind_template_child (widget_class, KontorKnowledgeView, files);
  gtk_widget_class_bind_template_child (widget_class, KontorKnowledgeView, test);
  gtk_widget_class_bind_template_child (widget_class, KontorKnowledgeView, question);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_ask);
}

static void
kontor_knowledge_view_init (KontorKnowledgeView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->found = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
kontor_knowledge_view_new (KontorRemoteHouse *house)
{
  KontorKnowledgeView *self = g_object_new (KONTOR_TYPE_KNOWLEDGE_VIEW, NULL);
  GtkWidget *passages = kontor_record_group_new (house, "knowledge", _("Passages"),
                                                 _("The first five hundred, as they may be said."),
                                                 _("New Passage"));

  self->house = g_object_ref (house);
  kontor_record_group_set_words (KONTOR_RECORD_GROUP (passages), dup_passage);
  kontor_record_group_show (KONTOR_RECORD_GROUP (passages), NULL, NULL);
  gtk_box_append (self->box, passages);

  return GTK_WIDGET (self);
}
