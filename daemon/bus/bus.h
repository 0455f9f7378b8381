/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bus.h — the doors on D-Bus: one file for each interface, all on one object. They translate and
 * decide nothing. */
#pragma once

#include <gio/gio.h>

#include "assistant/learn.h"
#include "assistant/models/choose.h"
#include "base/app-lock.h"
#include "channels/lines.h"
#include "inbox/typists.h"
#include "journal/actor.h"

G_BEGIN_DECLS

#define KONTOR_BUS_NAME "org.kontor.Kontor.Daemon"
#define KONTOR_BUS_PATH "/org/kontor/Kontor/Daemon"

/* What the doors open on; lent for as long as they stand. */
typedef struct {
  KontorStore *store;
  KontorLines *lines;
  KontorTypists *typists;
  KontorChoose *choose;
  KontorLearn *learn;
  KontorAppLock *lock;
  KontorActor  owner;    /* the teammate at this desktop: everybody on the session bus */
  const char  *demo;     /* the demo business that is open, or "" */
  const char  *folder;   /* where the data is */
  const char  *demos;    /* where demo businesses are */
  /* Opens a demo, or with NULL the owner's business again, and answers @invocation. What is lent
   * here changes with it: the doors are closed and opened anew. */
  void       (*change_demo) (const char *name, GDBusMethodInvocation *invocation, gpointer data);
  void       (*quit)        (gpointer data);
  gpointer     data;
} KontorBusHouse;

typedef struct _KontorBus KontorBus;

KontorBus *kontor_bus_open  (GDBusConnection *connection, const KontorBusHouse *house,
                             GError **error);
/* Everything may have changed: another business is open. */
void       kontor_bus_tell_all (KontorBus *self);
void       kontor_bus_close (KontorBus *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorBus, kontor_bus_close)

G_END_DECLS
