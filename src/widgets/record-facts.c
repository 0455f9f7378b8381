/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/record-facts.h"

#include <string.h>

#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorRecordFacts
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *record;
  char               *kind;
  const char *const  *hidden;
  char               *service;      /* whose own fields are told, or asked for */
  KontorRemoteFields *own;          /* (nullable) */
  GCancellable       *cancellable;

  GtkListBox         *list;
};

G_DEFINE_FINAL_TYPE (KontorRecordFacts, kontor_record_facts, ADW_TYPE_BIN)

static void
add_fact (KontorRecordFacts *self, const char *title, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (title), *value = gtk_label_new (text);
  g_autofree char *summary = g_strdup_printf ("%s: %s", title, text);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_can_focus (value, FALSE);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (box, "fact");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), value);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
  gtk_list_box_append (self->list, row);
}

static gboolean
is_hidden (KontorRecordFacts *self, const char *name)
{
  return self->hidden != NULL && g_strv_contains (self->hidden, name);
}

static void
add_known (KontorRecordFacts *self, const KontorField *field)
{
  g_autoptr(GVariant) value =
    kontor_record_get (kontor_remote_record_get_values (self->record), field->name);
  g_autofree char *text = kontor_wording_value (self->house, field, value);

  if (*text != '\0')
    add_fact (self, kontor_wording_title (field->title), text);
}

/* (nullable): what the service says of its own "x-dropoff" */
static const KontorField *
find_own (KontorRecordFacts *self, const char *name)
{
  return self->own != NULL
         ? kontor_fields_find (kontor_remote_fields_get (self->own), name) : NULL;
}

/* (transfer full): until that is told, or where it no longer has the field: "Dropoff" */
static char *
dup_own_title (KontorRecordFacts *self, const char *name)
{
  const KontorField *field = find_own (self, name);

  return field != NULL ? g_strdup (field->title) : kontor_wording_choice (name + strlen ("x-"));
}

static char *
dup_own_text (KontorRecordFacts *self, const char *name, GVariant *value)
{
  const KontorField *field = find_own (self, name);
  g_autofree char *text = field != NULL ? kontor_wording_value (self->house, field, value)
    : g_strdup ("");

  if (*text != '\0')
    return g_steal_pointer (&text);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_strdup (g_variant_get_boolean (value) ? _("Yes") : _("No"));

  return g_variant_print (value, FALSE);
}

static void
add_own (KontorRecordFacts *self)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, kontor_remote_record_get_values (self->record));
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      gboolean is_own = g_str_has_prefix (name, "x-");
      g_autofree char *title = is_own ? dup_own_title (self, name) : NULL;
      g_autofree char *text = is_own ? dup_own_text (self, name, value) : NULL;

      if (is_own && *text != '\0')
        add_fact (self, title, text);
    }
}

static void
draw (KontorRecordFacts *self)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, self->kind);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->record == NULL || kind == NULL)
    return;
  for (const KontorField *field = kontor_remote_fields_get (kind->fields); field->name != NULL;
       field++)
    if (!is_hidden (self, field->name))
      add_known (self, field);
  add_own (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}

static void
on_own_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorRecordFacts) self = data;
  g_autoptr(GVariant) told = NULL;

  if (!kontor_dbus_records_call_own_fields_finish (KONTOR_DBUS_RECORDS (source), &told, result,
                                                   NULL))
    return;
  g_clear_pointer (&self->own, kontor_remote_fields_free);
  self->own = kontor_remote_fields_new (told);
  draw (self);
}

static void
forget_own (KontorRecordFacts *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->own, kontor_remote_fields_free);
  g_clear_pointer (&self->service, g_free);
}

/* What a service collects has the titles that the business gave it. */
static void
ask_own (KontorRecordFacts *self)
{
  const char *service = self->record != NULL
    ? kontor_remote_record_get_text (self->record, "service") : "";
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict about;

  if (g_strcmp0 (service, self->service) == 0)
    return;
  forget_own (self);
  self->service = g_strdup (service);
  self->cancellable = g_cancellable_new ();
  if (*service == '\0')
    return;
  g_variant_dict_init (&about, NULL);
  g_variant_dict_insert (&about, "service", "s", service);
  kontor_dbus_records_call_own_fields (kontor_remote_get_records (remote), self->kind,
                                       g_variant_dict_end (&about), self->cancellable,
                                       on_own_told, g_object_ref (self));
}

static void
on_values_changed (KontorRecordFacts *self)
{
  ask_own (self);
  draw (self);
}

void
kontor_record_facts_set_house (KontorRecordFacts *self, KontorRemoteHouse *house, const char *kind,
                               const char *const *hidden)
{
  self->house = g_object_ref (house);
  self->kind = g_strdup (kind);
  self->hidden = hidden;
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
}

void
kontor_record_facts_set_record (KontorRecordFacts *self, KontorRemoteRecord *record)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, on_values_changed, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, "notify::values", G_CALLBACK (on_values_changed), self,
                             G_CONNECT_SWAPPED);
  on_values_changed (self);
}

static void
kontor_record_facts_dispose (GObject *object)
{
  forget_own (KONTOR_RECORD_FACTS (object));
  g_clear_object (&KONTOR_RECORD_FACTS (object)->record);
  g_clear_object (&KONTOR_RECORD_FACTS (object)->house);

  G_OBJECT_CLASS (kontor_record_facts_parent_class)->dispose (object);
}

static void
kontor_record_facts_finalize (GObject *object)
{
  g_free (KONTOR_RECORD_FACTS (object)->kind);

  G_OBJECT_CLASS (kontor_record_facts_parent_class)->finalize (object);
}

static void
kontor_record_facts_class_init (KontorRecordFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_record_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_record_facts_finalize;
}

static void
kontor_record_facts_init (KontorRecordFacts *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}
