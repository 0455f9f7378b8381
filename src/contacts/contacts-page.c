/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/contacts-page.h"

#include "contacts/contact-list.h"
#include "contacts/fields-dialog.h"
#include "contacts/import-dialog.h"
#include "widgets/export.h"
#include "widgets/contact-pane.h"
#include "widgets/file-dialog.h"
#include "widgets/form-dialog.h"
#include "widgets/page.h"
#include "widgets/width-bin.h"

#include <glib/gi18n.h>

struct _KontorContactsPage
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;

  AdwLeaflet        *leaflet;
  KontorContactList *list;
  KontorContactPane *pane;
};

static void kontor_contacts_page_page_init (KontorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorContactsPage, kontor_contacts_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KONTOR_TYPE_PAGE,
                                                      kontor_contacts_page_page_init))

static void
open_contact (KontorContactsPage *self, const char *id)
{
  kontor_contact_pane_show (self->pane, id);
  kontor_contact_list_select (self->list, id);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_chosen (KontorContactsPage *self, KontorRemoteRecord *contact)
{
  open_contact (self, kontor_remote_record_get_id (contact));
}

static void
on_back (KontorContactsPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_made (KontorContactsPage *self, GVariant *contact)
{
  const char *id = kontor_record_get_text (contact, "id");

  if (id != NULL)
    open_contact (self, id);
}

static void
on_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorContactsPage *self = KONTOR_CONTACTS_PAGE (widget);
  KontorFormDialog *dialog = kontor_form_dialog_edit (widget, self->house, "contact", NULL);

  kontor_form_dialog_set_heading (dialog, _("New Contact"), NULL, _("_Add"));
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_made), self, G_CONNECT_SWAPPED);
}

static void
on_file_chosen (GListModel *files, gpointer data)
{
  KontorContactsPage *self = data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);

  if (file != NULL)
    kontor_import_dialog_open (GTK_WIDGET (self), self->house, file);
}

static void
on_bring_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kontor_file_dialog_open (widget, _("Bring In Contacts from a File"), on_file_chosen);
}

static void
on_place_chosen (GFile *file, gpointer data)
{
  KontorContactsPage *self = data;

  kontor_export_save (GTK_WIDGET (self), self->house, "Export",
                      g_variant_new ("(s@a{sv})", "contact",
                                     kontor_contact_list_get_filter (self->list)), file);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KontorContactsPage *self = KONTOR_CONTACTS_PAGE (widget);
  gboolean is_part = kontor_contact_list_is_narrowed (self->list);

  kontor_file_dialog_save (widget, is_part ? _("Save the Contacts That Are Shown")
                           : _("Save All Contacts"), "contacts.csv", on_place_chosen);
}

static void
on_fields (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kontor_fields_dialog_open (widget, KONTOR_CONTACTS_PAGE (widget)->house);
}

static void
kontor_contacts_page_show_place (KontorPage *page, const char *where)
{
  if (g_str_equal (where, "new"))
    on_new (GTK_WIDGET (page), NULL, NULL);
  else if (g_str_equal (where, "bring-in"))
    on_bring_in (GTK_WIDGET (page), NULL, NULL);
  else if (*where != '\0')
    open_contact (KONTOR_CONTACTS_PAGE (page), where);
}

static gboolean
kontor_contacts_page_search (KontorPage *page)
{
  KontorContactsPage *self = KONTOR_CONTACTS_PAGE (page);

  on_back (self);
  kontor_contact_list_search (self->list);

  return TRUE;
}

static void
kontor_contacts_page_page_init (KontorPageInterface *iface)
{
  iface->show_place = kontor_contacts_page_show_place;
  iface->search = kontor_contacts_page_search;
}

/* Another business was opened. */
static void
leave (KontorContactsPage *self)
{
  kontor_contact_pane_show (self->pane, NULL);
  kontor_contact_list_select (self->list, NULL);
}

static void
kontor_contacts_page_dispose (GObject *object)
{
  g_clear_object (&KONTOR_CONTACTS_PAGE (object)->house);

  G_OBJECT_CLASS (kontor_contacts_page_parent_class)->dispose (object);
}

static void
kontor_contacts_page_class_init (KontorContactsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_contacts_page_dispose;
  g_type_ensure (KONTOR_TYPE_CONTACT_LIST);
  g_type_ensure (KONTOR_TYPE_CONTACT_PANE);
  g_type_ensure (KONTOR_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/contacts/contacts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorContactsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KontorContactsPage, list);
  gtk_widget_class_bind_template_child (widget_class, KontorContactsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_install_action (widget_class, "contacts.new", NULL, on_new);
  gtk_widget_class_install_action (widget_class, "contacts.bring-in", NULL, on_bring_in);
  gtk_widget_class_install_action (widget_class, "contacts.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "contacts.fields", NULL, on_fields);
}

static void
kontor_contacts_page_init (KontorContactsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_contacts_page_new (KontorRemoteHouse *house)
{
  KontorContactsPage *self = g_object_new (KONTOR_TYPE_CONTACTS_PAGE, NULL);

  self->house = g_object_ref (house);
  kontor_contact_list_set_house (self->list, house);
  kontor_contact_pane_set_house (self->pane, house);
  g_object_bind_property (self->leaflet, "folded", self->list, "is-alone", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", self->pane, "is-alone", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (house, "business-changed", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
