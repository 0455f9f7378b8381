/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palette-item.h"

struct _KontorPaletteItem
{
  GObject parent_instance;

  char   *title;
  char   *hint;
  char   *icon;
  char   *action;
};

G_DEFINE_FINAL_TYPE (KontorPaletteItem, kontor_palette_item, G_TYPE_OBJECT)

KontorPaletteItem *
kontor_palette_item_new (const char *title, const char *hint, const char *icon,
                         const char *action)
{
  KontorPaletteItem *self = g_object_new (KONTOR_TYPE_PALETTE_ITEM, NULL);

  self->title = g_strdup (title);
  self->hint = g_strdup (hint);
  self->icon = g_strdup (icon);
  self->action = g_strdup (action);

  return self;
}

static void
kontor_palette_item_finalize (GObject *object)
{
  KontorPaletteItem *self = KONTOR_PALETTE_ITEM (object);

  g_free (self->title);
  g_free (self->hint);
  g_free (self->icon);
  g_free (self->action);

  G_OBJECT_CLASS (kontor_palette_item_parent_class)->finalize (object);
}

static void
kontor_palette_item_class_init (KontorPaletteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_palette_item_finalize;
}

static void
kontor_palette_item_init (KontorPaletteItem *self)
{
}

const char *
kontor_palette_item_get_title (KontorPaletteItem *self)
{
  return self->title;
}

const char *
kontor_palette_item_get_hint (KontorPaletteItem *self)
{
  return self->hint;
}

const char *
kontor_palette_item_get_icon (KontorPaletteItem *self)
{
  return self->icon;
}

const char *
kontor_palette_item_get_action (KontorPaletteItem *self)
{
  return self->action;
}

gboolean
kontor_palette_item_matches (KontorPaletteItem *self, const char *text)
{
  return *text == '\0' || g_str_match_string (text, self->title, TRUE) ||
         g_str_match_string (text, self->hint, TRUE);
}
