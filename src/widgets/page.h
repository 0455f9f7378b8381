/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page.h — what the window asks of a page. Pages never know each other: one sends people to another
 * by kontor_page_go (), which is an action of the window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_PAGE (kontor_page_get_type ())
G_DECLARE_INTERFACE (KontorPage, kontor_page, KONTOR, PAGE, GtkWidget)

struct _KontorPageInterface
{
  GTypeInterface parent;

  /* Shows what @where names on this page: an id, a word of the page's own, or "" for nothing. */
  void (*show_place) (KontorPage *self, const char *where);
  /* Starts looking for something; FALSE where there is nothing to search. */
  gboolean (*search) (KontorPage *self);
};

void     kontor_page_show_place (KontorPage *self, const char *where);
gboolean kontor_page_search     (KontorPage *self);

/* From any widget of a page: "inbox/12", "bookings/BK000001", "home". */
void     kontor_page_go         (GtkWidget *widget, const char *place);

G_END_DECLS
