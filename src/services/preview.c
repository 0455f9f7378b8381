/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preview.c — each edit of a field may come as several changes: it is played once they rest. */
#include "services/preview.h"

#include "widgets/wording.h"

#include <glib/gi18n.h>

#define REST_MS 250

struct _KontorPreview
{
  AdwBin               parent_instance;

  KontorRemoteHouse   *house;
  char                *service;
  char               **languages;   /* codes, in the order of the choice; NULL: not told yet */
  GCancellable        *cancellable;
  guint                timer;

  AdwPreferencesGroup *group;
  GtkDropDown         *language;
  GtkBox              *lines;
};

G_DEFINE_FINAL_TYPE (KontorPreview, kontor_preview, ADW_TYPE_BIN)

static void
add_line (KontorPreview *self, const char *from, const char *text)
{
  gboolean is_customer = g_str_equal (from, "customer");
  GtkWidget *bubble = gtk_label_new (text);
  /* TRANSLATORS: who says it, and what, for screen readers */
  g_autofree char *summary = g_strdup_printf (_("%s: %s"), is_customer ? _("Customer")
                                              : _("Assistant"), text);

  gtk_label_set_wrap (GTK_LABEL (bubble), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (bubble), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (bubble), 0);
  gtk_label_set_selectable (GTK_LABEL (bubble), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (bubble), 44);
  gtk_widget_set_can_focus (bubble, FALSE);
  gtk_widget_set_halign (bubble, is_customer ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_add_css_class (bubble, "bubble");
  gtk_widget_add_css_class (bubble, is_customer ? "theirs" : "ours");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bubble), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  gtk_box_append (self->lines, bubble);
}

static void
clear (KontorPreview *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
}

static void
on_played (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorPreview) self = data;
  g_autoptr(GVariant) lines = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  GVariantIter iter;
  GVariant *line;

  if (!kontor_dbus_assistants_call_preview_finish (KONTOR_DBUS_ASSISTANTS (source), &lines, result,
                                                    &error))
    {
      if (kontor_remote_is_cancelled (error))
        return;
      clear (self);
      words = kontor_remote_dup_words (error);
      adw_preferences_group_set_description (self->group, words);
      return;
    }
  clear (self);
  adw_preferences_group_set_description (self->group,
                                         _("With examples for what a customer would answer."));
  g_variant_iter_init (&iter, lines);
  while (g_variant_iter_loop (&iter, "@a{sv}", &line))
    add_line (self, kontor_record_get_text (line, "from"), kontor_record_get_text (line, "text"));
}

static const char *
get_language (KontorPreview *self)
{
  guint at = gtk_drop_down_get_selected (self->language);

  return self->languages != NULL && at > 0 && at <= g_strv_length (self->languages)
         ? self->languages[at - 1] : "";
}

static gboolean
play (gpointer data)
{
  KontorPreview *self = data;
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict options;

  self->timer = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "language", "s", get_language (self));
  kontor_dbus_assistants_call_preview (kontor_remote_get_assistants (remote), self->service,
                                        g_variant_dict_end (&options), self->cancellable,
                                        on_played, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
play_soon (KontorPreview *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->service != NULL && self->house != NULL)
    self->timer = g_timeout_add (REST_MS, play, self);
}

/* Whatever a service is made of. */
static void
on_records_changed (KontorPreview *self, GVariant *ids)
{
  static const char *const kinds[] = { "service", "service-field", "service-choice", "wording",
                                       "business", NULL };
  gboolean concerns = g_variant_n_children (ids) == 0;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr(GVariant) those = g_variant_lookup_value (ids, kinds[i], NULL);

      concerns |= those != NULL;
    }
  if (concerns)
    play_soon (self);
}

void
kontor_preview_play (KontorPreview *self, const char *service)
{
  g_free (self->service);
  self->service = g_strdup (service);
  clear (self);
  play_soon (self);
}

static void
on_kinds_told (KontorPreview *self)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, "wording");
  const KontorField *field = kind == NULL ? NULL
    : kontor_fields_find (kontor_remote_fields_get (kind->fields), "language");
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  if (field == NULL || field->choices == NULL)
    return;
  g_strfreev (self->languages);
  self->languages = g_strsplit (field->choices, "|", -1);
  gtk_string_list_append (words, _("Your Language"));
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *word = kontor_wording_choice (self->languages[i]);

      gtk_string_list_append (words, word);
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (words));
}

static void
kontor_preview_dispose (GObject *object)
{
  KontorPreview *self = KONTOR_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_preview_parent_class)->dispose (object);
}

static void
kontor_preview_finalize (GObject *object)
{
  g_strfreev (KONTOR_PREVIEW (object)->languages);
  g_free (KONTOR_PREVIEW (object)->service);

  G_OBJECT_CLASS (kontor_preview_parent_class)->finalize (object);
}

static void
kontor_preview_class_init (KontorPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_preview_finalize;
}

static void
kontor_preview_init (KontorPreview *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->language = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_valign (GTK_WIDGET (self->language), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Language of the conversation"), -1);
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (play_soon), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (self->group, _("The Conversation It Makes"));
  adw_preferences_group_set_header_suffix (self->group, GTK_WIDGET (self->language));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->lines));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
kontor_preview_new (KontorRemoteHouse *house)
{
  KontorPreview *self = g_object_new (KONTOR_TYPE_PREVIEW, NULL);

  self->house = g_object_ref (house);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (on_kinds_told), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kontor_remote_house_get_remote (house), "records-changed",
                           G_CALLBACK (on_records_changed), self, G_CONNECT_SWAPPED);
  on_kinds_told (self);

  return GTK_WIDGET (self);
}
