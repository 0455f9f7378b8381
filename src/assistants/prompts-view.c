/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prompts-view.c — what is written and not saved is tried, too: the conversation beside it gets the
 * text as it stands. */
#include "assistants/prompts-view.h"

#include "assistants/try-view.h"
#include "assistants/versions-view.h"
#include "widgets/plain-text.h"
#include "widgets/question.h"
#include "widgets/toast.h"
#include "widgets/width-bin.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorPromptsView
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  KontorRemoteList    *prompts;
  KontorRemoteRecord  *prompt;      /* the one that is open; NULL: none */
  gboolean             is_filling;
  gboolean             is_changed;

  GtkDropDown         *choice;
  GtkLabel            *version;
  GtkTextView         *text;
  GtkWidget           *save;
  GtkWidget           *discard;
  AdwBin              *beside;
  AdwBin              *below;
  KontorTryView       *trial;
  KontorVersionsView  *versions;
};

G_DEFINE_FINAL_TYPE (KontorPromptsView, kontor_prompts_view, ADW_TYPE_BIN)

static void
show_state (KontorPromptsView *self)
{
  g_autofree char *text = self->is_changed ? kontor_plain_text_dup (self->text) : NULL;
  g_autofree char *version = self->prompt == NULL ? g_strdup ("")
    : g_strdup_printf (_("version %d"), (int) kontor_remote_record_get_int (self->prompt,
                                                                            "version"));

  gtk_label_set_text (self->version, self->is_changed ? _("not saved") : version);
  gtk_widget_set_sensitive (self->save, self->is_changed);
  gtk_widget_set_sensitive (self->discard, self->is_changed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), !self->is_changed);
  if (self->prompt != NULL)
    kontor_try_view_set_text (self->trial, kontor_remote_record_get_text (self->prompt, "purpose"),
                              text);
}

static void
on_edited (KontorPromptsView *self)
{
  if (self->is_filling)
    return;
  self->is_changed = TRUE;
  show_state (self);
}

/* What is being written is not overwritten by what came from elsewhere. */
static void
draw (KontorPromptsView *self)
{
  if (self->prompt == NULL || self->is_changed)
    return;
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text),
                            kontor_remote_record_get_text (self->prompt, "text"), -1);
  self->is_filling = FALSE;
  show_state (self);
}

static void
open_prompt (KontorPromptsView *self, KontorRemoteRecord *prompt)
{
  if (self->prompt == prompt)
    return;
  if (self->prompt != NULL)
    g_signal_handlers_disconnect_by_func (self->prompt, draw, self);
  g_set_object (&self->prompt, prompt);
  self->is_changed = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->text), prompt != NULL);
  kontor_versions_view_show (self->versions, prompt);
  if (prompt == NULL)
    return;
  g_signal_connect_object (prompt, "notify::values", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  draw (self);
}

static void
on_chosen (KontorPromptsView *self)
{
  open_prompt (self, gtk_drop_down_get_selected_item (self->choice));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorPromptsView) self = data;
  g_autoptr(GError) error = NULL;

  if (!kontor_dbus_records_call_save_finish (KONTOR_DBUS_RECORDS (source), NULL, result, &error))
    {
      kontor_toast_error (GTK_WIDGET (self), error);
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }
  self->is_changed = FALSE;
  show_state (self);
  kontor_toast_say (GTK_WIDGET (self), _("Saved: it counts from the next message on."));
}

static void
on_save (KontorPromptsView *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  g_autofree char *text = kontor_plain_text_dup (self->text);
  GVariantDict values;

  g_variant_dict_init (&values, NULL);
  g_variant_dict_insert (&values, "text", "s", text);
  gtk_widget_set_sensitive (self->save, FALSE);
  kontor_dbus_records_call_save (kontor_remote_get_records (remote), "prompt",
                                 kontor_remote_record_get_id (self->prompt),
                                 g_variant_dict_end (&values), NULL, on_saved,
                                 g_object_ref (self));
}

static void
discard (gpointer object)
{
  KontorPromptsView *self = object;

  self->is_changed = FALSE;
  draw (self);
}

static void
on_discard (KontorPromptsView *self)
{
  kontor_question_ask (GTK_WIDGET (self), _("Discard what you wrote?"),
                       _("The prompt stays as it was saved."), _("_Discard"), discard, self);
}

/* What was written was for the other business. */
static void
leave (KontorPromptsView *self)
{
  open_prompt (self, NULL);
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), "", -1);
  self->is_filling = FALSE;
}

static void
on_listed (KontorPromptsView *self)
{
  if (self->prompt == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->prompts)) > 0)
    on_chosen (self);
}

static char *
dup_name (GObject *item, gpointer data)
{
  /* The five there are from the start are named in English. */
  return g_strdup (kontor_wording_title (
    KONTOR_IS_REMOTE_RECORD (item)
    ? kontor_remote_record_get_text (KONTOR_REMOTE_RECORD (item), "name") : ""));
}

static void
kontor_prompts_view_dispose (GObject *object)
{
  KontorPromptsView *self = KONTOR_PROMPTS_VIEW (object);

  g_clear_object (&self->prompts);
  g_clear_object (&self->prompt);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_prompts_view_parent_class)->dispose (object);
}

static void
kontor_prompts_view_class_init (KontorPromptsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_prompts_view_dispose;
  g_type_ensure (KONTOR_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/assistants/prompts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorPromptsView, choice);
  gtk_widget_class_bind_template_child (widget_class, KontorPromptsView, version);
  gtk_widget_class_bind_template_child (widget_class, KontorPromptsView, text);
  gtk_widget_class_bind_template_child (widget_class, KontorPromptsView, save);
  gtk_widget_class_bind_template_child (widget_class, KontorPromptsView, discard);
  gtk_widget_class_bind_template_child (widget_class, KontorPromptsView, beside);
  gtk_widget_class_bind_template_child (widget_class, KontorPromptsView, below);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_discard);
}

static void
kontor_prompts_view_init (KontorPromptsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
}

GtkWidget *
kontor_prompts_view_new (KontorRemoteHouse *house)
{
  KontorPromptsView *self = g_object_new (KONTOR_TYPE_PROMPTS_VIEW, NULL);
  g_autoptr(GtkExpression) name = gtk_cclosure_expression_new (
    G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_name), NULL, NULL);

  self->house = g_object_ref (house);
  self->trial = KONTOR_TRY_VIEW (kontor_try_view_new (house));
  self->versions = KONTOR_VERSIONS_VIEW (kontor_versions_view_new (house));
  adw_bin_set_child (self->beside, GTK_WIDGET (self->trial));
  adw_bin_set_child (self->below, GTK_WIDGET (self->versions));
  self->prompts = kontor_remote_list_new_records (kontor_remote_house_get_remote (house),
                                                  "prompt", NULL, FALSE);
  gtk_drop_down_set_expression (self->choice, name);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (self->prompts));
  g_signal_connect_object (self->prompts, "items-changed", G_CALLBACK (on_listed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (house, "business-changed", G_CALLBACK (leave), self,
                           G_CONNECT_SWAPPED);
  show_state (self);

  return GTK_WIDGET (self);
}
