/* SPDX-License-Identifier: GPL-3.0-or-later */
/* house.h — one business, opened: its store and everything that works on it, wired together. The
 * daemon opens the owner's or a demo's; a dialogue test opens one in a folder of its own. */
#pragma once

#include "agenda/agenda.h"
#include "assistant/learn.h"
#include "assistant/models/choose.h"
#include "channels/lines.h"
#include "desk/desk.h"
#include "broadcasts/templates.h"
#include "inbox/media.h"
#include "inbox/outbox.h"
#include "inbox/receive.h"
#include "inbox/typists.h"
#include "operations/welcome.h"
#include "payments/payments.h"

G_BEGIN_DECLS

typedef struct {
  char            *folder;
  KontorStore     *store;
  KontorLines     *lines;
  KontorReceive   *receive;
  KontorTypists   *typists;
  KontorOutbox    *outbox;
  KontorMediaJobs *media;
  KontorTemplates *templates;
  KontorPayments  *payments;
  KontorWelcome   *welcome;
  KontorAgenda    *agenda;
  KontorChoose    *choose;
  KontorLearn     *learn;
  KontorDesk      *desk;
  guint            index_idle;      /* a pause before indexing, or indexing */
  guint            index_pauses;
  gboolean         index_touched;   /* in this pause */
  guint            index_watch;
} KontorHouse;

/* The store of @folder, with the key that opens its sealed columns: from the keyring, or made and
 * put there the first time. @use_keyring FALSE: a key of this process alone, for tests. */
KontorStore *kontor_house_open_store (const char *folder, gboolean use_keyring, GError **error);

/* Takes @store (transfer full), also on error. @demo: (nullable): the folder of a demo business
 * whose data is loaded first where the store is empty. */
KontorHouse *kontor_house_open  (const char *folder, KontorStore *store, const char *demo,
                                 GError **error);
void         kontor_house_close (KontorHouse *self);

/* Removes the database in @folder, which is not open, its backups and its key. Nothing but demos
 * is ever erased. */
gboolean     kontor_house_erase (const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorHouse, kontor_house_close)

G_END_DECLS
