/* SPDX-License-Identifier: GPL-3.0-or-later */
/* action-box.h — what can be done with a record, as buttons beside each other. What is offered is
 * the page's to say; an action that asks for more has dots behind its title and is the page's to
 * open, a plain one is run at once with the record as its argument. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signal: "asked" (string): the name of an action that asks for more. */
#define KONTOR_TYPE_ACTION_BOX (kontor_action_box_get_type ())
G_DECLARE_FINAL_TYPE (KontorActionBox, kontor_action_box, KONTOR, ACTION_BOX, AdwBin)

/* TRUE: the buttons are to be added anew for the record @id of @kind. @stands is what decides which
 * there are: while it is the same they stay, and with them the focus. */
gboolean kontor_action_box_begin (KontorActionBox *self, KontorRemoteHouse *house,
                                  const char *kind, const char *id, const char *stands);
/* @style: (nullable): a style class */
void     kontor_action_box_add   (KontorActionBox *self, const KontorRemoteKind *action,
                                  gboolean asks, const char *style);

G_END_DECLS
