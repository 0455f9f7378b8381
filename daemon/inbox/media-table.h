/* SPDX-License-Identifier: GPL-3.0-or-later */
/* media-table.h — the rows of files; for inbox/media.c alone. */
#pragma once

#include "inbox/media.h"

G_BEGIN_DECLS

typedef struct {
  gint64       message;
  char        *channel;   /* "CH2" */
  KontorMedia *media;
  gint64       attempts;
  gint64       since_us;
} KontorWaiting;

void       kontor_waiting_free    (KontorWaiting *self);
/* (transfer full): of KontorWaiting, the latest first: what people look at. */
GPtrArray *kontor_media_waiting   (KontorStore *store, guint limit, GError **error);
gboolean   kontor_media_set_here  (KontorStore *store, gint64 message, const char *sha256,
                                   gint64 size, GError **error);
gboolean   kontor_media_set_gone  (KontorStore *store, gint64 message, const char *reason,
                                   GError **error);
gboolean   kontor_media_put_off   (KontorStore *store, gint64 message, const char *reason,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorWaiting, kontor_waiting_free)

G_END_DECLS
