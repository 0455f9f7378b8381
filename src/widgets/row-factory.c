/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row-factory.c — the name of a row belongs on the widget that GTK puts around it: that is what has
 * the focus and what a screen reader reads. GTK 4.8 has no way to set it but to look for it. */
#include "widgets/row-factory.h"

typedef struct {
  KontorRowMake make;
  gpointer      data;
} Rows;

static void
on_summary_changed (GtkWidget *row)
{
  GtkWidget *around = gtk_widget_get_parent (row);
  g_autofree char *summary = NULL;

  g_object_get (row, "summary", &summary, NULL);
  if (around != NULL && summary != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                    -1);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, Rows *rows)
{
  GtkWidget *row = rows->make (rows->data);

  g_signal_connect (row, "notify::summary", G_CALLBACK (on_summary_changed), NULL);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, Rows *rows)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_object_set (row, "item", gtk_list_item_get_item (list_item), NULL);
  on_summary_changed (row);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, Rows *rows)
{
  g_object_set (gtk_list_item_get_child (list_item), "item", NULL, NULL);
}

static void
free_rows (gpointer data, GClosure *closure)
{
  g_free (data);
}

GtkListItemFactory *
kontor_row_factory_new (KontorRowMake make, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Rows *rows = g_new0 (Rows, 1);

  rows->make = make;
  rows->data = data;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), rows, free_rows, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), rows);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), rows);

  return factory;
}
