/* SPDX-License-Identifier: GPL-3.0-or-later */
/* voice.h — a sound to listen to. Nothing is opened before somebody plays it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_VOICE (kontor_voice_get_type ())
G_DECLARE_FINAL_TYPE (KontorVoice, kontor_voice, KONTOR, VOICE, AdwBin)

void kontor_voice_set_path (KontorVoice *self, const char *path);

G_END_DECLS
