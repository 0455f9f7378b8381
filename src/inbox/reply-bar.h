/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reply-bar.h — above the entry: which message the text that is written there answers, or takes the
 * place of: a draft of the assistant, or what was sent. Sends nothing. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Signal: "dropped": whoever writes wants no such message any more. */
#define KONTOR_TYPE_REPLY_BAR (kontor_reply_bar_get_type ())
G_DECLARE_FINAL_TYPE (KontorReplyBar, kontor_reply_bar, KONTOR, REPLY_BAR, AdwBin)

void     kontor_reply_bar_set_house (KontorReplyBar *self, KontorRemoteHouse *house);
/* @message: (nullable): none. @edits: the text takes its place, and does not answer it. */
void     kontor_reply_bar_set       (KontorReplyBar *self, KontorRemoteRecord *message,
                                     gboolean edits);
gboolean kontor_reply_bar_is_set    (KontorReplyBar *self);
gboolean kontor_reply_bar_edits     (KontorReplyBar *self);
/* The draft of the assistant that the text takes the place of; 0: of none. */
gint64   kontor_reply_bar_get_draft (KontorReplyBar *self);
/* Into @options of Inbox.Send(). */
void     kontor_reply_bar_put       (KontorReplyBar *self, GVariantDict *options);

G_END_DECLS
