/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desktop.h — what the desktop shows of the business that is open, whether the window is open or
 * not. It links no GTK; what the desktop lacks is left out without loss. */
#pragma once

#include "agenda/agenda.h"
#include "base/app-lock.h"
#include "channels/lines.h"
#include "inbox/outbox.h"
#include "journal/actor.h"

G_BEGIN_DECLS

typedef struct {
  GDBusConnection *connection;
  KontorStore     *store;
  KontorLines     *lines;
  KontorAgenda    *agenda;
  KontorOutbox    *outbox;
  const char      *folder;      /* of the business that is open */
  gboolean         is_demo;
  KontorAppLock   *lock;
  KontorActor      owner;       /* the teammate at this desktop */
  void           (*quit) (gpointer data);
  gpointer         data;
} KontorDesktopHouse;

typedef struct _KontorDesktop KontorDesktop;

/* @house is lent as long as it is open. */
KontorDesktop *kontor_desktop_open  (const KontorDesktopHouse *house);
void           kontor_desktop_close (KontorDesktop *self);

G_END_DECLS
