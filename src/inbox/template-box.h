/* SPDX-License-Identifier: GPL-3.0-or-later */
/* template-box.h — what stands in the composer's place when the customer wrote too long ago: the
 * texts that the line's operator has approved, with their blanks to fill in. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_TEMPLATE_BOX (kontor_template_box_get_type ())
G_DECLARE_FINAL_TYPE (KontorTemplateBox, kontor_template_box, KONTOR, TEMPLATE_BOX, AdwBin)

void kontor_template_box_set_house        (KontorTemplateBox *self, KontorRemoteHouse *house);
void kontor_template_box_set_conversation (KontorTemplateBox *self,
                                           KontorRemoteRecord *conversation);

G_END_DECLS
