/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sending.h — one thing that people wrote, on its way to the daemon. It goes under a name of its
 * own, so that asking anew after a lost answer sends nothing twice; who writes to a customer that
 * said STOP, or where somebody else answers, is asked first. What could not be handed over comes
 * back whole. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

typedef struct {
  gint64    conversation;
  char     *text;
  GVariant *options;   /* (nullable): as Inbox.Send() takes them; NULL: a note */
  gint64    draft;     /* the draft of the assistant that is said in these words, or as it stands
                        * where there are none; 0: none */
  char     *once;
  char     *path;      /* (nullable): of the file that goes with it */
  gboolean  is_ours;   /* it is to be removed in the end */
} KontorSending;

/* @once: (nullable): a new name. */
KontorSending *kontor_sending_new  (gint64 conversation, const char *text, const char *once);
void           kontor_sending_free (KontorSending *self);

/* Lends @self: it was handed over, or has come back. */
typedef void (*KontorSendingEnded) (KontorSending *self, gboolean is_sent, gpointer widget);

/* Takes @self. Errors are said at @widget, which is kept until it is over. @ended: (nullable) */
void           kontor_sending_go   (KontorSending *self, KontorRemote *remote, GtkWidget *widget,
                                    KontorSendingEnded ended);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSending, kontor_sending_free)

G_END_DECLS
