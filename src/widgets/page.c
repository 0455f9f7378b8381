/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/page.h"

G_DEFINE_INTERFACE (KontorPage, kontor_page, GTK_TYPE_WIDGET)

static void
kontor_page_default_init (KontorPageInterface *iface)
{
}

void
kontor_page_show_place (KontorPage *self, const char *where)
{
  KontorPageInterface *iface = KONTOR_PAGE_GET_IFACE (self);

  if (iface->show_place != NULL)
    iface->show_place (self, where);
}

gboolean
kontor_page_search (KontorPage *self)
{
  KontorPageInterface *iface = KONTOR_PAGE_GET_IFACE (self);

  return iface->search != NULL && iface->search (self);
}

void
kontor_page_go (GtkWidget *widget, const char *place)
{
  gtk_widget_activate_action (widget, "win.go", "s", place);
}
