/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/list-keys.h"

static int
get_marked (GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

void
kontor_list_keys_mark (GtkListBox *list, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  if (row != NULL)
    gtk_list_box_select_row (list, row);
}

KontorListKey
kontor_list_keys_read (GtkListBox *list, guint key, int *index)
{
  *index = get_marked (list);
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      kontor_list_keys_mark (list, key == GDK_KEY_Up ? MAX (*index - 1, 0) : *index + 1);
      *index = get_marked (list);
      return KONTOR_LIST_KEY_MOVED;
    case GDK_KEY_Escape:
      return KONTOR_LIST_KEY_LEFT;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      return *index >= 0 ? KONTOR_LIST_KEY_CHOSEN : KONTOR_LIST_KEY_NONE;
    default:
      return KONTOR_LIST_KEY_NONE;
    }
}
