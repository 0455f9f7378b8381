/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/plain-text.h"

char *
kontor_plain_text_dup (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
