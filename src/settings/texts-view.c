/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings/texts-view.h"

#include <string.h>

#include "settings/text-dialog.h"
#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorTextsView
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  char              **languages;   /* codes; NULL: not told yet */
  GCancellable       *cancellable;

  GtkDropDown        *language;
  GtkSearchEntry     *search;
  GtkListBox         *list;
  GPtrArray          *told;        /* of a{sv}, in the order of the rows */
};

G_DEFINE_FINAL_TYPE (KontorTextsView, kontor_texts_view, ADW_TYPE_BIN)

static const char *
get (GVariant *text, const char *name)
{
  return kontor_record_get_text (text, name);
}

/* What is said now. */
static const char *
get_said (GVariant *text)
{
  return *get (text, "text") != '\0' ? get (text, "text") : get (text, "usual");
}

static void
add_row (KontorTextsView *self, GVariant *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *group = kontor_wording_choice (get (text, "group"));
  g_autofree char *name = kontor_wording_choice (get (text, "name"));
  g_autofree char *where = g_strdup_printf ("%s · %s", group, name);
  gboolean is_own = *get (text, "text") != '\0';
  g_autofree char *summary = g_strdup_printf ("%s, %s%s%s", get_said (text), where,
                                              is_own ? ", " : "", is_own ? _("Your words") : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_said (text));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  if (is_own)
    {
      GtkWidget *pill = gtk_label_new (_("Your words"));

      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (pill, "pill-label");
      gtk_widget_add_css_class (pill, "accent");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  g_ptr_array_add (self->told, g_variant_ref (text));
  gtk_list_box_append (self->list, row);
}

static void
on_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorTextsView) self = data;
  g_autoptr(GVariant) texts = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *row;
  GVariantIter iter;
  GVariant *text;

  if (!kontor_dbus_inbox_call_texts_finish (KONTOR_DBUS_INBOX (source), &texts, result, &error))
    {
      if (!kontor_remote_is_cancelled (error))
        kontor_toast_error (GTK_WIDGET (self), error);
      return;
    }
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->told, 0);
  g_variant_iter_init (&iter, texts);
  while (g_variant_iter_loop (&iter, "@a{sv}", &text))
    add_row (self, text);
}

static void
ask (KontorTextsView *self)
{
  guint at = gtk_drop_down_get_selected (self->language);
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  if (self->languages == NULL || at >= g_strv_length (self->languages))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  kontor_dbus_inbox_call_texts (kontor_remote_get_inbox (remote), self->languages[at],
                                self->cancellable, on_told, g_object_ref (self));
}

static void
on_records_changed (KontorTextsView *self, GVariant *ids)
{
  g_autoptr(GVariant) ours = g_variant_lookup_value (ids, "customer-text", NULL);

  if (ours != NULL || g_variant_n_children (ids) == 0)
    ask (self);
}

static gboolean
fits (GtkListBoxRow *row, gpointer data)
{
  KontorTextsView *self = data;
  guint at = gtk_list_box_row_get_index (row);
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                             -1);
  g_autofree char *said = NULL;

  if (at >= self->told->len || *wanted == '\0')
    return TRUE;
  said = g_utf8_casefold (get_said (self->told->pdata[at]), -1);

  return strstr (said, wanted) != NULL || strstr (get (self->told->pdata[at], "code"), wanted);
}

static void
on_row_activated (KontorTextsView *self, GtkListBoxRow *row)
{
  kontor_text_dialog_open (GTK_WIDGET (self), kontor_remote_house_get_remote (self->house),
                           self->told->pdata[gtk_list_box_row_get_index (row)]);
}

static void
on_kinds_told (KontorTextsView *self)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, "business");
  const KontorField *field = kind == NULL ? NULL
    : kontor_fields_find (kontor_remote_fields_get (kind->fields), "language");
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  if (field == NULL || field->choices == NULL)
    return;
  g_strfreev (self->languages);
  self->languages = g_strsplit (field->choices, "|", -1);
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *word = kontor_wording_choice (self->languages[i]);

      gtk_string_list_append (words, word);
    }
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (words));
  ask (self);
}

static void
kontor_texts_view_dispose (GObject *object)
{
  KontorTextsView *self = KONTOR_TEXTS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->house);

  G_OBJECT_CLASS (kontor_texts_view_parent_class)->dispose (object);
}

static void
kontor_texts_view_finalize (GObject *object)
{
  g_strfreev (KONTOR_TEXTS_VIEW (object)->languages);
  g_ptr_array_unref (KONTOR_TEXTS_VIEW (object)->told);

  G_OBJECT_CLASS (kontor_texts_view_parent_class)->finalize (object);
}

static void
kontor_texts_view_class_init (KontorTextsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_texts_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_texts_view_finalize;
}

static void
kontor_texts_view_init (KontorTextsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *across = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->told = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  self->language = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->search), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Language of the texts"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a text"), -1);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, fits, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (across), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (across), GTK_WIDGET (self->language));
  gtk_box_append (GTK_BOX (box), across);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed",
                           G_CALLBACK (gtk_list_box_invalidate_filter), self->list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
kontor_texts_view_new (KontorRemoteHouse *house)
{
  KontorTextsView *self = g_object_new (KONTOR_TYPE_TEXTS_VIEW, NULL);

  self->house = g_object_ref (house);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (on_kinds_told), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kontor_remote_house_get_remote (house), "records-changed",
                           G_CALLBACK (on_records_changed), self, G_CONNECT_SWAPPED);
  on_kinds_told (self);

  return GTK_WIDGET (self);
}
