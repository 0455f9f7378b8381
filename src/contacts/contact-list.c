/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/contact-list.h"

#include "contacts/contact-row.h"
#include "remote/remote-list.h"
#include "widgets/record-list.h"

#include <glib/gi18n.h>

struct _KontorContactList
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;

  AdwHeaderBar      *header;
  GtkEditable       *search;
  GtkMenuButton     *narrow;
  GtkDropDown       *sort;
  GtkDropDown       *label;
  GtkDropDown       *consent;
  GtkButton         *clear;
  KontorRecordList  *list;
};

enum { PROP_IS_ALONE = 1, N_PROPS };
enum { CHOSEN, N_SIGNALS };
enum { BY_NAME, BY_NAME_BACK, NEWEST, OLDEST };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorContactList, kontor_contact_list, ADW_TYPE_BIN)

/* The first line of a choice stands for any. */
static const char *
get_label (KontorContactList *self)
{
  KontorRemoteRecord *label = gtk_drop_down_get_selected (self->label) > 0
    ? gtk_drop_down_get_selected_item (self->label) : NULL;

  return label != NULL ? kontor_remote_record_get_text (label, "name") : NULL;
}

static const char *
get_consent (KontorContactList *self)
{
  static const char *const values[] = { NULL, "opted-in", "unknown", "opted-out" };
  guint at = gtk_drop_down_get_selected (self->consent);

  return at < G_N_ELEMENTS (values) ? values[at] : NULL;
}

static char *
dup_text (KontorContactList *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
}

GVariant *
kontor_contact_list_get_filter (KontorContactList *self)
{
  g_autofree char *text = dup_text (self);
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  if (*text != '\0')
    g_variant_dict_insert (&filter, "~", "s", text);
  if (get_label (self) != NULL)
    g_variant_dict_insert (&filter, "labels~", "s", get_label (self));
  if (get_consent (self) != NULL)
    g_variant_dict_insert (&filter, "consent", "s", get_consent (self));

  return g_variant_dict_end (&filter);
}

gboolean
kontor_contact_list_is_narrowed (KontorContactList *self)
{
  g_autofree char *text = dup_text (self);

  return *text != '\0' || get_label (self) != NULL || get_consent (self) != NULL;
}

static void
ask (KontorContactList *self)
{
  guint sort = gtk_drop_down_get_selected (self->sort);
  gboolean is_filtered = get_label (self) != NULL || get_consent (self) != NULL;
  g_autoptr(KontorRemoteList) list = NULL;

  if (self->house == NULL)
    return;
  list = kontor_remote_list_new_sorted (kontor_remote_house_get_remote (self->house), "contact",
                                        kontor_contact_list_get_filter (self),
                                        sort <= BY_NAME_BACK ? "name" : NULL,
                                        sort == BY_NAME_BACK || sort == NEWEST);
  if (kontor_contact_list_is_narrowed (self))
    kontor_record_list_set_empty (self->list, "edit-find-symbolic", _("Nobody fits"),
                                  _("Numbers are found whole; of names and e-mail addresses a part "
                                    "is enough."));
  else
    kontor_record_list_set_empty (self->list, "avatar-default-symbolic", _("Nobody is known yet"),
                                  _("Customers come here when they write, from a file by the menu "
                                    "above, or one by one with the +."));
  kontor_record_list_set_list (self->list, list);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear), is_filtered);
  if (is_filtered)
    gtk_widget_add_css_class (GTK_WIDGET (self->narrow), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->narrow), "accent");
}

static void
on_clear (KontorContactList *self)
{
  gtk_drop_down_set_selected (self->label, 0);
  gtk_drop_down_set_selected (self->consent, 0);
}

static void
on_stop_search (KontorContactList *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
on_row_chosen (KontorContactList *self, KontorRemoteRecord *contact)
{
  g_signal_emit (self, signals[CHOSEN], 0, contact);
}

void
kontor_contact_list_select (KontorContactList *self, const char *id)
{
  kontor_record_list_select (self->list, id);
}

void
kontor_contact_list_search (KontorContactList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static char *
dup_label_name (GObject *item, gpointer data)
{
  return KONTOR_IS_REMOTE_RECORD (item)
         ? g_strdup (kontor_remote_record_get_text (KONTOR_REMOTE_RECORD (item), "name"))
         : g_strdup (_("Any Label"));
}

static void
fill_labels (KontorContactList *self, KontorRemoteHouse *house)
{
  g_autoptr(GtkExpression) name = gtk_cclosure_expression_new (
    G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_label_name), NULL, NULL);
  g_autoptr(GtkStringList) any = gtk_string_list_new ((const char *[]) { "", NULL });
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkFlattenListModel) both = NULL;

  g_list_store_append (models, any);
  g_list_store_append (models, kontor_remote_house_get_labels (house));
  both = gtk_flatten_list_model_new (G_LIST_MODEL (models));
  gtk_drop_down_set_expression (self->label, name);
  gtk_drop_down_set_model (self->label, G_LIST_MODEL (both));
}

void
kontor_contact_list_set_house (KontorContactList *self, KontorRemoteHouse *house)
{
  kontor_record_list_set_rows (self->list, _("Contacts"), kontor_contact_row_new, house);
  /* A choice that is filled is chosen anew: without a house nothing is asked for by that. */
  fill_labels (self, house);
  self->house = g_object_ref (house);
  ask (self);
}

static void
kontor_contact_list_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_IS_ALONE)
    adw_header_bar_set_show_end_title_buttons (KONTOR_CONTACT_LIST (object)->header,
                                               g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_contact_list_dispose (GObject *object)
{
  g_clear_object (&KONTOR_CONTACT_LIST (object)->house);

  G_OBJECT_CLASS (kontor_contact_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/contacts/contact-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorContactList, header);
  gtk_widget_class_bind_template_child (widget_class, KontorContactList, search);
  gtk_widget_class_bind_template_child (widget_class, KontorContactList, narrow);
  gtk_widget_class_bind_template_child (widget_class, KontorContactList, sort);
  gtk_widget_class_bind_template_child (widget_class, KontorContactList, label);
  gtk_widget_class_bind_template_child (widget_class, KontorContactList, consent);
  gtk_widget_class_bind_template_child (widget_class, KontorContactList, clear);
  gtk_widget_class_bind_template_child (widget_class, KontorContactList, list);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_chosen);
}

static void
kontor_contact_list_class_init (KontorContactListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kontor_contact_list_dispose;
  object_class->set_property = kontor_contact_list_set_property;
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", KONTOR_TYPE_CONTACT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, KONTOR_TYPE_REMOTE_RECORD);
  g_type_ensure (KONTOR_TYPE_RECORD_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kontor_contact_list_init (KontorContactList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
