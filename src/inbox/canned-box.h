/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canned-box.h — the saved replies that fit what was typed after a "/", over the entry. It is moved
 * through by the keys of the entry, which keeps the focus, or by the pointer; here they are also
 * made and changed. The daemon fills them in; one that says nothing is done at once. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Signal: "filled" (KontorRemoteRecord, s): the reply that was chosen, and its text; "" where it is
 * done already. */
#define KONTOR_TYPE_CANNED_BOX (kontor_canned_box_get_type ())
G_DECLARE_FINAL_TYPE (KontorCannedBox, kontor_canned_box, KONTOR, CANNED_BOX, AdwBin)

void     kontor_canned_box_set_house (KontorCannedBox *self, KontorRemoteHouse *house);
/* @typed: (nullable): what stands after the "/"; NULL hides it. */
void     kontor_canned_box_look_for  (KontorCannedBox *self, gint64 conversation,
                                      const char *typed);
/* TRUE where the key was for it: up, down, Enter, Tab and Escape while it is shown. */
gboolean kontor_canned_box_take_key  (KontorCannedBox *self, guint key);
/* (transfer none) (nullable): the row that Enter would choose, for who does not see it. */
GtkWidget *kontor_canned_box_get_marked (KontorCannedBox *self);
/* (transfer full): what a reply does besides its text, in words; "" for nothing. */
char    *kontor_canned_dup_steps     (KontorRemoteHouse *house, KontorRemoteRecord *reply);

G_END_DECLS
