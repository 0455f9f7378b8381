/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doors.h — one for each interface, (transfer full); for bus/bus.c alone. */
#pragma once

#include "bus/bus.h"
#include "kontor-dbus-actions.h"
#include "kontor-dbus-assistants.h"
#include "kontor-dbus-channels.h"
#include "kontor-dbus-daemon.h"
#include "kontor-dbus-inbox.h"
#include "kontor-dbus-lock.h"
#include "kontor-dbus-records.h"

G_BEGIN_DECLS

KontorDBusRecords    *kontor_door_records    (KontorBusHouse *house);
KontorDBusInbox      *kontor_door_inbox      (KontorBusHouse *house);
KontorDBusChannels   *kontor_door_channels   (KontorBusHouse *house);
KontorDBusActions    *kontor_door_actions    (KontorBusHouse *house);
KontorDBusAssistants *kontor_door_assistants (KontorBusHouse *house);
KontorDBusDaemon     *kontor_door_daemon     (KontorBusHouse *house);
KontorDBusLock       *kontor_door_lock       (KontorBusHouse *house);

/* Servers of models on this computer; for bus/assistants.c. */
void kontor_door_servers    (KontorDBusAssistants *door, KontorBusHouse *house);

/* Whether what is kept is sound; for bus/daemon.c. */
void kontor_door_check (KontorDBusDaemon *door, KontorBusHouse *house);

/* What brings files in; for bus/records.c. */
void kontor_door_import (KontorDBusRecords *door, KontorBusHouse *house);

/* The part of the inbox that leaves the machine; for bus/inbox.c. */
void kontor_door_inbox_send (KontorDBusInbox *door, KontorBusHouse *house);

G_END_DECLS
