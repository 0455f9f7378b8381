/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/services-page.h"

#include "services/service-pane.h"
#include "services/service-row.h"
#include "widgets/form-dialog.h"
#include "widgets/page.h"
#include "widgets/record-list.h"
#include "widgets/width-bin.h"

#include <glib/gi18n.h>

struct _KontorServicesPage
{
  AdwBin             parent_instance;

  KontorRemoteHouse *house;

  AdwLeaflet        *leaflet;
  AdwHeaderBar      *header;
  KontorRecordList  *list;
  KontorServicePane *pane;
};

static void kontor_services_page_page_init (KontorPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorServicesPage, kontor_services_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (KONTOR_TYPE_PAGE,
                                                      kontor_services_page_page_init))

static void
open_service (KontorServicesPage *self, const char *code)
{
  kontor_service_pane_show (self->pane, code);
  kontor_record_list_select (self->list, code);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_chosen (KontorServicesPage *self, KontorRemoteRecord *service)
{
  open_service (self, kontor_remote_record_get_id (service));
}

static void
on_back (KontorServicesPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_added (KontorServicesPage *self, GVariant *service)
{
  open_service (self, kontor_record_get_text (service, "id"));
}

static void
on_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const hidden[] = { "code", NULL };
  KontorServicesPage *self = KONTOR_SERVICES_PAGE (widget);
  KontorFormDialog *dialog =
    kontor_form_dialog_keep (widget, self->house, "service", NULL,
                             g_variant_new_parsed ("{'fulfilment': <'slot'>, 'active': <true>}"),
                             hidden);

  kontor_form_dialog_set_heading (dialog, _("New Service"),
                                  _("What it asks customers for comes next."), _("_Save"));
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
}

static void
kontor_services_page_show_place (KontorPage *page, const char *where)
{
  if (g_str_equal (where, "new"))
    gtk_widget_activate_action (GTK_WIDGET (page), "services.new", NULL);
  else if (*where != '\0')
    open_service (KONTOR_SERVICES_PAGE (page), where);
}

static void
kontor_services_page_page_init (KontorPageInterface *iface)
{
  iface->show_place = kontor_services_page_show_place;
}

static void
leave (KontorServicesPage *self)
{
  kontor_service_pane_show (self->pane, NULL);
  kontor_record_list_select (self->list, NULL);
}

static void
kontor_services_page_dispose (GObject *object)
{
  g_clear_object (&KONTOR_SERVICES_PAGE (object)->house);

  G_OBJECT_CLASS (kontor_services_page_parent_class)->dispose (object);
}

static void
kontor_services_page_class_init (KontorServicesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_services_page_dispose;
  g_type_ensure (KONTOR_TYPE_RECORD_LIST);
  g_type_ensure (KONTOR_TYPE_SERVICE_PANE);
  g_type_ensure (KONTOR_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/services/services-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorServicesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KontorServicesPage, header);
  gtk_widget_class_bind_template_child (widget_class, KontorServicesPage, list);
  gtk_widget_class_bind_template_child (widget_class, KontorServicesPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_install_action (widget_class, "services.new", NULL, on_new);
}

static void
kontor_services_page_init (KontorServicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_services_page_new (KontorRemoteHouse *house)
{
  KontorServicesPage *self = g_object_new (KONTOR_TYPE_SERVICES_PAGE, NULL);
  g_autoptr(KontorRemoteList) list =
    kontor_remote_list_new_records (kontor_remote_house_get_remote (house), "service", NULL,
                                    FALSE);

  self->house = g_object_ref (house);
  kontor_record_list_set_rows (self->list, _("Services"), kontor_service_row_new, house);
  kontor_record_list_set_empty (self->list, "kontor-tag-symbolic", _("Nothing is offered yet"),
                                _("A service is what customers can book: its price, its hours and "
                                  "what they are asked for. Add one with the + above."));
  kontor_record_list_set_list (self->list, list);
  kontor_service_pane_set_house (self->pane, house);
  g_object_bind_property (self->leaflet, "folded", self->header, "show-end-title-buttons",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->leaflet, "folded", self->pane, "is-alone",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (house, "business-changed", G_CALLBACK (leave), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
