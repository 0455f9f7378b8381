/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notices-inside.h — for the files of desktop/notice… alone. */
#pragma once

#include "desktop/bell.h"
#include "desktop/notices.h"

G_BEGIN_DECLS

struct _KontorNotices
{
  const KontorDesktopHouse *house;
  KontorBell               *bell;
  GVariant                 *settings;  /* the record; NULL: it was never read */
  gint64                    opened_us;
  gint64                    crowd_us;  /* what came until then was told of as a crowd */
  gint64                    crowd_unread;
  gint64                    latest_us; /* when the latest message came that was told of by itself */
  GHashTable               *told;      /* key → gint64: the moment or number it was told of */
  GHashTable               *touched;   /* set of "kind/id" */
  GHashTable               *away;      /* id of a line → gint64: since when */
  guint                     away_alarm;
  gint64                    disk_us;   /* when the disk is looked at again */
  guint                     watch, timer;
  gulong                    answered, health, lock;
};

/* Reads the switches anew; those that were read last stay where that fails. */
void     kontor_notices_read_settings (KontorNotices *self);
/* Whether notices of @kind are wanted, now. */
gboolean kontor_notices_may      (KontorNotices *self, const char *kind);
/* @bare: all that is said of it while the owner's lock is closed. */
void     kontor_notices_ring     (KontorNotices *self, const KontorNote *note, const char *bare);
/* Whether what customers say and who they are is nobody's business who looks at the screen. */
gboolean kontor_notices_is_private (KontorNotices *self);
/* Whether @at_us is later than what was told of @key, and than the start; it is told from then
 * on. */
gboolean kontor_notices_is_news  (KontorNotices *self, const char *key, gint64 at_us);
/* The same by a number, and for what is older than the start, too. */
gboolean kontor_notices_is_next  (KontorNotices *self, const char *key, gint64 number);
/* @id of the watched @kind is looked at in a moment. */
void     kontor_notices_touch    (KontorNotices *self, const char *kind, const char *id);

/* KontorNoticeLook: @id was touched. An error is a record that is gone: there is nothing to say. */
void kontor_notice_conversation (KontorNotices *self, const char *id, GError **error);
void kontor_notice_booking      (KontorNotices *self, const char *id, GError **error);
void kontor_notice_order        (KontorNotices *self, const char *id, GError **error);
void kontor_notice_money        (KontorNotices *self, const char *id, GError **error);
void kontor_notice_store        (KontorNotices *self, const char *fault, GError **error);
void kontor_notice_models       (KontorNotices *self, const char *id, GError **error);
void kontor_notice_call         (KontorNotices *self, const char *id, GError **error);
void kontor_notice_mention      (KontorNotices *self, const char *id, GError **error);
/* What was not seen yet when this began. */
void kontor_notice_mentions_left (KontorNotices *self);
void kontor_notice_channel      (KontorNotices *self, KontorChannel *channel);
void kontor_notice_away         (KontorNotices *self, KontorChannel *channel);
/* Whether there is space left. */
void kontor_notice_disk         (KontorNotices *self);

/* Many conversations were touched at once: how much is unread rings, once for all of them. */
void kontor_notice_crowd        (KontorNotices *self);

/* The action that the answer @yes takes on the booking or order @key is about; NULL: none. */
const char *kontor_notice_find_action (const char *kind, gboolean yes);

G_END_DECLS
