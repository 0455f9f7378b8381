/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mailbox.h — what one thread leaves for another: in order, none lost, and one wake for all that
 * was put in meanwhile. Whose box it is takes no longer than a slice at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KontorMailbox KontorMailbox;

/* @context: of the thread that takes; NULL: the main one. Lives as long as the program. */
KontorMailbox *kontor_mailbox_new (GMainContext *context, void (*take) (gpointer letter));
/* From any thread. */
void           kontor_mailbox_put (KontorMailbox *self, gpointer letter);

G_END_DECLS
