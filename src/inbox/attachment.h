/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attachment.h — the file of a message: a picture, a sound to play, or a document to open. While it
 * is on its way its place is kept. */
#pragma once

#include <adwaita.h>

#include "remote/remote-record.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_ATTACHMENT (kontor_attachment_get_type ())
G_DECLARE_FINAL_TYPE (KontorAttachment, kontor_attachment, KONTOR, ATTACHMENT, AdwBin)

/* @message: (nullable): nothing is shown then, or where it has no file. */
void kontor_attachment_set (KontorAttachment *self, KontorRemoteRecord *message);

G_END_DECLS
