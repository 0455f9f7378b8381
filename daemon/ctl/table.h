/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.h — texts in columns, aligned as a terminal shows them.
 *
 * Pure: makes a text and never prints it. Wide characters count two columns, combining ones none.
 * Control characters are replaced: what a customer wrote cannot command the owner's terminal.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KontorCtlTable KontorCtlTable;

/* @headings: (nullable): NULL at the end; without them there is no first line.
 * @n_columns: counts where there are no headings. */
KontorCtlTable *kontor_ctl_table_new      (const char *const *headings, guint n_columns);
/* The same with @headings that were marked with N_(), said in the owner's language. Names of fields
 * are none: they are what one writes. */
KontorCtlTable *kontor_ctl_table_new_titled (const char *const *headings);
void            kontor_ctl_table_free     (KontorCtlTable *table);

/* Numbers stand to the right. */
void            kontor_ctl_table_set_right (KontorCtlTable *table, guint column);
/* The last column keeps its lines and is wrapped instead of cut. */
void            kontor_ctl_table_set_wrap  (KontorCtlTable *table);
/* @cells: NULL at the end, as many as there are columns. */
void            kontor_ctl_table_add_row   (KontorCtlTable *table, const char *const *cells);

/* @width: the columns of the terminal; 0: as wide as it gets, nothing is cut.
 * Columns with nothing in them are left out; then the widest are cut, the first one never; then
 * columns are left out from the right. (transfer full): lines, each ended. */
char           *kontor_ctl_table_dup_text  (KontorCtlTable *table, guint width);

/* The columns a terminal uses for one line of UTF-8. */
guint           kontor_ctl_text_get_width  (const char *text);
/* (transfer full): at most @width columns, the last of them "…" when it was cut. */
char           *kontor_ctl_text_dup_cut    (const char *text, guint width);
/* (transfer full): control characters replaced; line ends stay when @lines, else become spaces. */
char           *kontor_ctl_text_dup_safe   (const char *text, gboolean lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorCtlTable, kontor_ctl_table_free)

G_END_DECLS
