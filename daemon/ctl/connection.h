/* SPDX-License-Identifier: GPL-3.0-or-later */
/* connection.h — the daemon as a command sees it: its interfaces, and how the answer is wanted.
 *
 * Calls wait for their answer, two minutes at most. Nothing is kept from one start to the next.
 */
#pragma once

#include "kontor-dbus-actions.h"
#include "kontor-dbus-assistants.h"
#include "kontor-dbus-channels.h"
#include "kontor-dbus-daemon.h"
#include "kontor-dbus-inbox.h"
#include "kontor-dbus-lock.h"
#include "kontor-dbus-records.h"

G_BEGIN_DECLS

#define KONTOR_CTL_BUS_NAME "org.kontor.Kontor.Daemon"
#define KONTOR_CTL_OBJECT_PATH "/org/kontor/Kontor/Daemon"
#define KONTOR_CTL_PAGE 200 /* records a call */

typedef struct {
  gboolean              json;
  GDBusConnection      *bus;
  KontorDBusRecords    *records;
  KontorDBusInbox      *inbox;
  KontorDBusChannels   *channels;
  KontorDBusActions    *actions;
  KontorDBusAssistants *assistants;
  KontorDBusDaemon     *daemon;
  KontorDBusLock       *lock;
  guint                 filter;
} KontorCtl;

KontorCtl *kontor_ctl_new     (gboolean json);
void       kontor_ctl_free    (KontorCtl *ctl);

/* Everything but json is NULL until then. @start: the bus may start the daemon. Where there is
 * none, KONTOR_CTL_ERROR_NO_DAEMON says how to start it. */
gboolean   kontor_ctl_connect (KontorCtl *ctl, gboolean start, GError **error);

/* Whether @error says that the daemon is not there, or went away. */
gboolean   kontor_ctl_is_no_daemon (const GError *error);
/* Whether nobody knows what became of it: it may have been done. */
gboolean   kontor_ctl_is_unanswered (const GError *error);

/* (transfer full): what to tell a person: the daemon's words, or those of the bus in plain ones. */
char      *kontor_ctl_dup_words (const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorCtl, kontor_ctl_free)

G_END_DECLS
