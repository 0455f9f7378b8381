/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/question.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct {
  void   (*yes) (gpointer object);
  GObject *object;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->object);
  g_free (question);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "yes"))
    question->yes (question->object);
}

void
kontor_question_ask (GtkWidget *widget, const char *heading, const char *body, const char *button,
                     void (*yes) (gpointer object), gpointer object)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                                              body);
  Question *question = g_new0 (Question, 1);

  question->yes = yes;
  question->object = g_object_ref (object);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "no", _("_Cancel"), "yes", button,
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "yes",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "no");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "no");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
