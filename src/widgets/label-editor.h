/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label-editor.h — the labels of a customer, and a button that puts others on: all there are, to be
 * ticked, and a line for a new one. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_LABEL_EDITOR (kontor_label_editor_get_type ())
G_DECLARE_FINAL_TYPE (KontorLabelEditor, kontor_label_editor, KONTOR, LABEL_EDITOR, AdwBin)

void kontor_label_editor_set_house   (KontorLabelEditor *self, KontorRemoteHouse *house);
/* A contact as it was last told. */
void kontor_label_editor_set_contact (KontorLabelEditor *self, KontorRemoteRecord *contact);

G_END_DECLS
