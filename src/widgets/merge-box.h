/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge-box.h — who seems to be the same person as a contact, to be decided, and who was made one
 * with it, to be taken apart again. Hidden where there is nobody. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_MERGE_BOX (kontor_merge_box_get_type ())
G_DECLARE_FINAL_TYPE (KontorMergeBox, kontor_merge_box, KONTOR, MERGE_BOX, AdwBin)

void kontor_merge_box_show (KontorMergeBox *self, KontorRemoteHouse *house, const char *contact);

G_END_DECLS
