/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette-item.h — one thing to find or do: what it is called, and the action that does it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_PALETTE_ITEM (kontor_palette_item_get_type ())
G_DECLARE_FINAL_TYPE (KontorPaletteItem, kontor_palette_item, KONTOR, PALETTE_ITEM, GObject)

/* @action: detailed, as "win.go::inbox" */
KontorPaletteItem *kontor_palette_item_new          (const char *title, const char *hint,
                                                     const char *icon, const char *action);
const char        *kontor_palette_item_get_title    (KontorPaletteItem *self);
const char        *kontor_palette_item_get_hint     (KontorPaletteItem *self);
const char        *kontor_palette_item_get_icon     (KontorPaletteItem *self);
const char        *kontor_palette_item_get_action   (KontorPaletteItem *self);
/* Whether every word of @text begins a word of the title or the hint. */
gboolean           kontor_palette_item_matches      (KontorPaletteItem *self, const char *text);

G_END_DECLS
