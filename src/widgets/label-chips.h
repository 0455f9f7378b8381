/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label-chips.h — the labels of a customer, each in its colour: with their names, or in a list as
 * dots that are named when they are pointed at. A colour is never the only sign of a label. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_LABEL_CHIPS (kontor_label_chips_get_type ())
G_DECLARE_FINAL_TYPE (KontorLabelChips, kontor_label_chips, KONTOR, LABEL_CHIPS, AdwBin)

/* Property: dots (gboolean). */
/* @names: (nullable): hidden where there is none. */
void       kontor_label_chips_set      (KontorLabelChips *self, KontorRemoteHouse *house,
                                        const char *const *names);
/* (transfer floating): one dot in the colour of the label @name. */
GtkWidget *kontor_label_chips_make_dot (KontorRemoteHouse *house, const char *name);
/* (transfer full): the names in a contact's field "labels". */
char     **kontor_label_chips_split    (const char *labels);

G_END_DECLS
