/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-store.h — where keys and sessions of one linked device lie, given by whoever has a place.
 *
 * A record is known by its kind, a name and a number, and is bytes that only the Signal code reads.
 * They are secrets: who keeps them seals them. signal.h writes the records of one operation in a
 * row and only once it succeeded, so a store may put them into whatever transaction is open.
 * The store in memory is for tests and tools.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KONTOR_SIGNAL_SELF,          /* name "", number 0: our identity and registration id */
  KONTOR_SIGNAL_COUNTERS,      /* name "", number 0: which keys come next */
  KONTOR_SIGNAL_SESSION,       /* a user and a device of theirs */
  KONTOR_SIGNAL_IDENTITY,      /* a user and a device of theirs: the key they showed first */
  KONTOR_SIGNAL_PREKEY,        /* name "", number: its id */
  KONTOR_SIGNAL_SIGNED_PREKEY, /* name "", number: its id */
  KONTOR_SIGNAL_SENDER_KEY,    /* "GROUP USER" and a device */
  KONTOR_SIGNAL_N_RECORDS
} KontorSignalRecord;

/**
 * KontorSignalStore:
 * @load: *record is (transfer full), NULL without error where there is none
 * @save: keeps a copy of @record in the place of what was there; NULL forgets it
 * @list: (transfer full): guint32, the numbers that @name has of a kind, ascending
 *
 * FALSE and NULL with an error. @data is the caller's and outlives the store's users.
 */
typedef struct {
  gboolean (*load) (gpointer data, KontorSignalRecord kind, const char *name, guint32 number,
                    GBytes **record, GError **error);
  gboolean (*save) (gpointer data, KontorSignalRecord kind, const char *name, guint32 number,
                    GBytes *record, GError **error);
  GArray  *(*list) (gpointer data, KontorSignalRecord kind, const char *name, GError **error);
  gpointer   data;
} KontorSignalStore;

typedef struct _KontorSignalMemory KontorSignalMemory;

KontorSignalMemory      *kontor_signal_memory_new       (void);
void                     kontor_signal_memory_free      (KontorSignalMemory *self);
const KontorSignalStore *kontor_signal_memory_get_store (KontorSignalMemory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSignalMemory, kontor_signal_memory_free)

G_END_DECLS
