/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote-channels.h — the lines to the outside as they are now: a GListModel of KontorRemoteRecord
 * with what Channels.List() tells, and the kinds that one may be of.
 *
 * They are few and are all asked for whenever something about them changed; what is different is
 * told as one small splice, and a line that only has another state keeps its item.
 */
#pragma once

#include "remote/fields.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Properties: is-loaded (gboolean: it was told what there is), n-items (guint). Signals:
 *   "changed" ()       there are others, or one of them has another state
 *   "kinds-told" ()    the kinds are there */
#define KONTOR_TYPE_REMOTE_CHANNELS (kontor_remote_channels_get_type ())
G_DECLARE_FINAL_TYPE (KontorRemoteChannels, kontor_remote_channels, KONTOR, REMOTE_CHANNELS,
                      GObject)

KontorRemoteChannels   *kontor_remote_channels_new       (KontorRemote *remote);
gboolean                kontor_remote_channels_is_loaded (KontorRemoteChannels *self);
/* (transfer none): of KontorRemoteKind */
GPtrArray              *kontor_remote_channels_get_kinds (KontorRemoteChannels *self);
/* (transfer none) (nullable) */
const KontorRemoteKind *kontor_remote_channels_find_kind (KontorRemoteChannels *self,
                                                          const char *name);

/* Whether a line leads to real customers, and is not for practice. */
gboolean                kontor_remote_channel_is_real    (KontorRemoteRecord *channel);
/* (transfer full) (nullable): what the line says of itself by @name. */
char                   *kontor_remote_channel_dup_fact   (KontorRemoteRecord *channel,
                                                          const char *name);

G_END_DECLS
