/* SPDX-License-Identifier: GPL-3.0-or-later */
/* emoji-button.h — opens the toolkit's chooser of emoji. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "picked" (s): an emoji. */
#define KONTOR_TYPE_EMOJI_BUTTON (kontor_emoji_button_get_type ())
G_DECLARE_FINAL_TYPE (KontorEmojiButton, kontor_emoji_button, KONTOR, EMOJI_BUTTON, AdwBin)

G_END_DECLS
