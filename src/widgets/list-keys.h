/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list-keys.h — a list that is walked while the focus stays in the text beside it: what a key means
 * to it. It does nothing but move the mark. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  KONTOR_LIST_KEY_NONE,     /* the text's own */
  KONTOR_LIST_KEY_MOVED,    /* another row is marked */
  KONTOR_LIST_KEY_LEFT,     /* the list is to go */
  KONTOR_LIST_KEY_CHOSEN,   /* the marked row is wanted */
} KontorListKey;

/* @index: (out): of the row that is marked now; -1: none. */
KontorListKey kontor_list_keys_read (GtkListBox *list, guint key, int *index);
/* Marks the row at @index, if there is one. */
void          kontor_list_keys_mark (GtkListBox *list, int index);

G_END_DECLS
