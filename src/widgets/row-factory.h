/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row-factory.h — rows of a list: a widget type with a property "item" and, for people who do not
 * see it, a property "summary" with what the row says, in a sentence. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef GtkWidget *(*KontorRowMake) (gpointer data);

/* (transfer full): @make is called for each widget that is needed; it may be used for many items
 * one after the other. "item" is set to NULL when a row is taken away. */
GtkListItemFactory *kontor_row_factory_new (KontorRowMake make, gpointer data);

G_END_DECLS
