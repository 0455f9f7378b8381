/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-kept.c — who cannot read a message asks for it once more, so what was said lately
 * is kept, with our token for receipts that come after a crash. A ring: the next one takes the
 * place of the oldest. */
#define G_LOG_DOMAIN "channels"

#include <string.h>

#include "channels/linked-device-inside.h"

#define FORM "(sssssay)"
#define MOST 1000

void
kontor_linked_kept_free (KontorLinkedKept *kept)
{
  g_free (kept->token);
  g_free (kept->user);
  g_free (kept->type);
  g_free (kept->media);
  g_free (kept->edit);
  g_clear_pointer (&kept->plain, g_bytes_unref);
  g_free (kept);
}

static guint32
load_number (KontorLinkedDevice *self, const char *kind)
{
  g_autoptr(GBytes) bytes = NULL;

  if (!kontor_linked_keys_load (self->keys, kind, "", 0, &bytes, NULL) || bytes == NULL ||
      g_bytes_get_size (bytes) != sizeof (guint32))
    return 0;

  return GUINT32_FROM_LE (*(const guint32 *) g_bytes_get_data (bytes, NULL));
}

/* Whose place the next one takes. */
static gboolean
take_place (KontorLinkedDevice *self, const char *id, GError **error)
{
  const guint32 place = load_number (self, "sent-place");
  const guint32 next = GUINT32_TO_LE ((place + 1) % MOST);
  g_autoptr(GBytes) oldest = NULL, name = g_bytes_new (id, strlen (id) + 1);
  g_autoptr(GBytes) number = g_bytes_new (&next, sizeof next);

  if (!kontor_linked_keys_load (self->keys, "sent-id", "", place, &oldest, error))
    return FALSE;
  if (oldest != NULL &&
      !kontor_linked_keys_save (self->keys, "sent", g_bytes_get_data (oldest, NULL), 0, NULL,
                                error))
    return FALSE;

  return kontor_linked_keys_save (self->keys, "sent-id", "", place, name, error) &&
         kontor_linked_keys_save (self->keys, "sent-place", "", 0, number, error);
}

gboolean
kontor_linked_keep_sent (KontorLinkedDevice *self, const char *id, const KontorLinkedKept *kept,
                         GError **error)
{
  g_autoptr(KontorLinkedKept) known = kontor_linked_find_sent (self, id);
  g_autoptr(GVariant) value = g_variant_ref_sink (g_variant_new (
    "(sssss@ay)", kept->token != NULL ? kept->token : "", kept->user, kept->type,
    kept->media != NULL ? kept->media : "", kept->edit != NULL ? kept->edit : "",
    g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, kept->plain, TRUE)));
  g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes (value);

  return (known != NULL || take_place (self, id, error)) &&
         kontor_linked_keys_save (self->keys, "sent", id, 0, bytes, error);
}

static char *
dup_filled (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

KontorLinkedKept *
kontor_linked_find_sent (KontorLinkedDevice *self, const char *id)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GVariant) value = NULL, plain = NULL;
  const char *token, *user, *type, *media, *edit;
  KontorLinkedKept *kept;

  if (!kontor_linked_keys_load (self->keys, "sent", id, 0, &bytes, NULL) || bytes == NULL)
    return NULL;
  value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORM), bytes, FALSE));
  g_variant_get (value, "(&s&s&s&s&s@ay)", &token, &user, &type, &media, &edit, &plain);
  kept = g_new0 (KontorLinkedKept, 1);
  *kept = (KontorLinkedKept) { dup_filled (token), g_strdup (user), g_strdup (type),
                               dup_filled (media), dup_filled (edit),
                               g_variant_get_data_as_bytes (plain) };

  return kept;
}
