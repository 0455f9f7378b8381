/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app-lock.h — the owner's own lock on Kontor: a passphrase or PIN, set by the owner or not at all.
 *
 * While it is closed nobody at this desktop reads or does anything; customers are answered all the
 * same. It is closed at every start, after a time without anybody, when the computer goes to sleep,
 * and when told. Only Argon2id's hash of the word is kept, in a file of the data folder that nobody
 * else may read. It keeps out who sits down at an open desktop, not who may write the
 * owner's files: that person can take the file away. The business that is open, a demo or the
 * owner's, changes nothing.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What to do with the right word. */
typedef enum {
  KONTOR_APP_LOCK_OPEN,
  KONTOR_APP_LOCK_SET,     /* another word and time-out; the first needs no old one */
  KONTOR_APP_LOCK_REMOVE,
} KontorAppLockDeed;

/* Signal: "changed" (): whether there is one, whether it is closed, or its time-out. */
#define KONTOR_TYPE_APP_LOCK (kontor_app_lock_get_type ())
G_DECLARE_FINAL_TYPE (KontorAppLock, kontor_app_lock, KONTOR, APP_LOCK, GObject)

/* FAILED where its file is there and cannot be read: better no start than no lock. */
KontorAppLock *kontor_app_lock_new        (const char *folder, GError **error);

gboolean       kontor_app_lock_is_set     (KontorAppLock *self);
gboolean       kontor_app_lock_is_closed  (KontorAppLock *self);
/* Seconds without anybody until it closes; 0: never by itself. */
gint64         kontor_app_lock_get_idle_s (KontorAppLock *self);

/* Somebody is at the desktop. Opens nothing. */
void           kontor_app_lock_touch      (KontorAppLock *self);
/* Closes it, where there is one. */
void           kontor_app_lock_close      (KontorAppLock *self);

/* @fresh, @idle_s: for SET alone. A wrong word is NOT_ALLOWED; after the third each costs a wait
 * that doubles up to five minutes and outlives the process: TRY_LATER says how long. One try at a
 * time. */
void           kontor_app_lock_try_async  (KontorAppLock *self, KontorAppLockDeed deed,
                                           const char *word, const char *fresh, gint64 idle_s,
                                           GAsyncReadyCallback done, gpointer data);
gboolean       kontor_app_lock_try_finish (KontorAppLock *self, GAsyncResult *result,
                                           GError **error);

G_END_DECLS
