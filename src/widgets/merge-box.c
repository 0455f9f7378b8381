/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/merge-box.h"

#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorMergeBox
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;
  char              *contact;
  GListModel        *merges;    /* of KontorRemoteRecord: as the one that stays, or as the other */

  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (KontorMergeBox, kontor_merge_box, ADW_TYPE_BIN)

static void
run (KontorMergeBox *self, const char *action, const char *first, const char *first_value,
     const char *second, const char *second_value)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict arguments;

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, first, "s", first_value);
  if (second != NULL)
    g_variant_dict_insert (&arguments, second, "s", second_value);
  kontor_toast_call (GTK_WIDGET (self), kontor_remote_get_actions (remote), "Run",
                     g_variant_new ("(s@a{sv}@a{sv})", action, g_variant_dict_end (&arguments),
                                    kontor_remote_no_options ()));
}

static KontorRemoteRecord *
get_merge (KontorMergeBox *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  g_autoptr(KontorRemoteRecord) merge = g_list_model_get_item (
    self->merges, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  return merge;
}

static void
on_merge (KontorMergeBox *self, GtkWidget *button)
{
  KontorRemoteRecord *merge = get_merge (self, button);

  run (self, "merge-contact", "contact", kontor_remote_record_get_text (merge, "contact"), "other",
       kontor_remote_record_get_text (merge, "other"));
}

static void
on_dismiss (KontorMergeBox *self, GtkWidget *button)
{
  run (self, "dismiss-merge", "merge", kontor_remote_record_get_id (get_merge (self, button)), NULL,
       NULL);
}

static void
on_undo (KontorMergeBox *self, GtkWidget *button)
{
  run (self, "undo-merge", "merge", kontor_remote_record_get_id (get_merge (self, button)), NULL,
       NULL);
}

static void
add_button (KontorMergeBox *self, GtkWidget *row, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static const char *
get_proof (const char *proof)
{
  return g_str_equal (proof, "line") ? _("the line says so")
         : g_str_equal (proof, "email") ? _("same e-mail address")
         : g_str_equal (proof, "phone") ? _("same phone number") : _("a person said so");
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  KontorMergeBox *self = data;
  const char *name = kontor_remote_record_get_text (item, "other-name");
  const char *other = kontor_remote_record_get_text (item, "other");
  const char *proof = get_proof (kontor_remote_record_get_text (item, "proof"));
  gboolean is_done = g_str_equal (kontor_remote_record_get_text (item, "state"), "merged");
  gboolean is_other = g_str_equal (other, self->contact);
  const char *stays = kontor_remote_house_get_label (
    self->house, "contact", kontor_remote_record_get_text (item, "contact"));
  const char *who = is_other ? stays : *name != '\0' ? name : other;
  g_autofree char *title = g_strdup_printf (is_done ? _("Was also %s") : _("May also be %s"), who);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), proof);
  if (is_done)
    add_button (self, row, _("_Take Apart"), G_CALLBACK (on_undo));
  else
    {
      add_button (self, row, _("They Are _Two"), G_CALLBACK (on_dismiss));
      add_button (self, row, _("_Merge"), G_CALLBACK (on_merge));
    }

  return row;
}

/* A name came that was not known when the rows were made. */
static void
draw (KontorMergeBox *self)
{
  if (self->merges != NULL)
    gtk_list_box_bind_model (self->list, self->merges, make_row, self, NULL);
}

static void
on_items_changed (KontorMergeBox *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->merges) > 0);
}

static GListModel *
make_list (KontorMergeBox *self, const char *role, const char *const *states)
{
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, role, "s", self->contact);
  g_variant_dict_insert (&filter, "state", "^as", states);

  return G_LIST_MODEL (kontor_remote_list_new_records (
    kontor_remote_house_get_remote (self->house), "merge", g_variant_dict_end (&filter), TRUE));
}

void
kontor_merge_box_show (KontorMergeBox *self, KontorRemoteHouse *house, const char *contact)
{
  static const char *const both[] = { "suggested", "merged", NULL };
  static const char *const open[] = { "suggested", NULL };
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GListModel) stays = NULL, other = NULL;

  if (g_set_object (&self->house, house))
    g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  g_free (self->contact);
  self->contact = g_strdup (contact);
  stays = make_list (self, "contact", both);
  other = make_list (self, "other", open);
  g_list_store_append (models, stays);
  g_list_store_append (models, other);
  if (self->merges != NULL)
    g_signal_handlers_disconnect_by_func (self->merges, on_items_changed, self);
  g_clear_object (&self->merges);
  self->merges = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
  g_signal_connect_object (self->merges, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  draw (self);
  on_items_changed (self);
}

static void
kontor_merge_box_dispose (GObject *object)
{
  KontorMergeBox *self = KONTOR_MERGE_BOX (object);

  g_clear_object (&self->merges);
  g_clear_object (&self->house);
  g_clear_pointer (&self->contact, g_free);

  G_OBJECT_CLASS (kontor_merge_box_parent_class)->dispose (object);
}

static void
kontor_merge_box_class_init (KontorMergeBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_merge_box_dispose;
}

static void
kontor_merge_box_init (KontorMergeBox *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Same Person"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
