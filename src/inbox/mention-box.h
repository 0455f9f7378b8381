/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mention-box.h — teammates to choose from while "@" and the beginning of a name are written in a
 * note. It reads and writes at the cursor of the text it watches, and takes the arrows, Enter, Tab
 * and Escape while it is shown. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_MENTION_BOX (kontor_mention_box_get_type ())
G_DECLARE_FINAL_TYPE (KontorMentionBox, kontor_mention_box, KONTOR, MENTION_BOX, AdwBin)

/* @note: is pressed while what is written is a note: customers are not told names by it. */
void kontor_mention_box_watch (KontorMentionBox *self, KontorRemoteHouse *house,
                               GtkTextView *text, GtkToggleButton *note);

G_END_DECLS
