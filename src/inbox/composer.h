/* SPDX-License-Identifier: GPL-3.0-or-later */
/* composer.h — where people write: a reply or a note, with files. What was begun in a conversation
 * is found there again; what could not be sent comes back with the reason. It sends by the bus and
 * shows nothing of what was sent: that comes as a message. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_COMPOSER (kontor_composer_get_type ())
G_DECLARE_FINAL_TYPE (KontorComposer, kontor_composer, KONTOR, COMPOSER, AdwBin)

void kontor_composer_set_house        (KontorComposer *self, KontorRemoteHouse *house);
/* Values of a conversation; the text follows when it is another one. */
void kontor_composer_set_conversation (KontorComposer *self, KontorRemoteRecord *conversation);
void kontor_composer_reply_to         (KontorComposer *self, KontorRemoteRecord *message);
/* A draft of the assistant, or what was sent, is put into the entry; what is sent then goes instead
 * of it. */
void kontor_composer_edit             (KontorComposer *self, KontorRemoteRecord *message);
/* What was not sent after all, unless something is being written. */
void kontor_composer_take_back        (KontorComposer *self, const char *text);
void kontor_composer_focus            (KontorComposer *self);
/* Takes in what was dropped: a GdkFileList or a GdkTexture. */
gboolean kontor_composer_take         (KontorComposer *self, const GValue *value);

G_END_DECLS
