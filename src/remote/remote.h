/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote.h — the daemon, as the window sees it: there, being started, or away.
 *
 * It starts the daemon by the bus, notices when it goes and tries again in growing steps. What is
 * asked while it is away fails at once with an error of the bus, which kontor_remote_dup_words()
 * puts into plain ones. Nothing here blocks, and nothing is asked twice by itself.
 *
 * Lends its proxies, its lists of kinds, its names and its status for as long as it lives.
 */
#pragma once

#include <gio/gio.h>

#include "kontor-dbus-actions.h"
#include "kontor-dbus-assistants.h"
#include "kontor-dbus-channels.h"
#include "kontor-dbus-daemon.h"
#include "kontor-dbus-inbox.h"
#include "kontor-dbus-lock.h"
#include "kontor-dbus-records.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_REMOTE_STARTING,
  KONTOR_REMOTE_THERE,
  KONTOR_REMOTE_AWAY,
} KontorRemoteState;

/* Properties: state (int, KontorRemoteState), closed (boolean). Signals:
 *   "renewed" ()                    it is there, for the first time or again, or was unlocked
 *   "records-changed" (a{sas})      as Records.Changed; empty: everything
 *   "inbox-changed" (ax, ax)        as Inbox.Changed
 *   "channels-changed" ()           as Channels.Changed */
#define KONTOR_TYPE_REMOTE (kontor_remote_get_type ())
G_DECLARE_FINAL_TYPE (KontorRemote, kontor_remote, KONTOR, REMOTE, GObject)

KontorRemote         *kontor_remote_new            (GDBusConnection *connection, GError **error);

KontorRemoteState     kontor_remote_get_state      (KontorRemote *self);
/* Why it is away, in words for an owner; "" when it is not. */
const char           *kontor_remote_get_cause      (KontorRemote *self);
/* Tries to start the daemon now, instead of when its turn comes. */
void                  kontor_remote_try_again      (KontorRemote *self);

KontorDBusRecords    *kontor_remote_get_records    (KontorRemote *self);
KontorDBusInbox      *kontor_remote_get_inbox      (KontorRemote *self);
KontorDBusChannels   *kontor_remote_get_channels   (KontorRemote *self);
KontorDBusActions    *kontor_remote_get_actions    (KontorRemote *self);
KontorDBusAssistants *kontor_remote_get_assistants (KontorRemote *self);
KontorDBusDaemon     *kontor_remote_get_daemon     (KontorRemote *self);
/* The one with properties. */
KontorDBusLock       *kontor_remote_get_lock       (KontorRemote *self);
/* Whether the owner's lock is closed, as far as is known. */
gboolean              kontor_remote_is_closed      (KontorRemote *self);

/* {}: floating. */
GVariant             *kontor_remote_no_options     (void);
/* (transfer full): what to tell an owner about @error. */
char                 *kontor_remote_dup_words      (const GError *error);
/* (transfer full): what the daemon says, an error or a reason that it kept, in the language of the
 * window: "the booking is closed" → "The booking is closed." */
char                 *kontor_remote_dup_sentence   (const char *text);
/* Whether @error only says that somebody here changed their mind. */
gboolean              kontor_remote_is_cancelled   (const GError *error);

G_END_DECLS
