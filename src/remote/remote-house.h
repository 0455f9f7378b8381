/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote-house.h — what the window knows of the business as a whole: its counts, its kinds of
 * records and actions, and the names behind ids. Lent to every page.
 *
 * Counts are asked for again shortly after anything changed; kinds when the daemon is there again;
 * a name the first time somebody needs it.
 */
#pragma once

#include "remote/fields.h"
#include "remote/remote-list.h"

G_BEGIN_DECLS

/* Properties: status (GVariant a{sv}, as Daemon.Status(); empty until told). Signals:
 *   "kinds-told" ()       kinds and actions are there, or others are
 *   "label-found" ()      a name that was asked for is known now, or another one
 *   "business-changed" () a demo was opened or closed: what a page shows is nobody's any more */
#define KONTOR_TYPE_REMOTE_HOUSE (kontor_remote_house_get_type ())
G_DECLARE_FINAL_TYPE (KontorRemoteHouse, kontor_remote_house, KONTOR, REMOTE_HOUSE, GObject)

KontorRemoteHouse      *kontor_remote_house_new         (KontorRemote *remote);
KontorRemote           *kontor_remote_house_get_remote  (KontorRemoteHouse *self);

GVariant               *kontor_remote_house_get_status  (KontorRemoteHouse *self);
gint64                  kontor_remote_house_get_count   (KontorRemoteHouse *self,
                                                         const char *name);
/* "" when missing. */
const char             *kontor_remote_house_get_text    (KontorRemoteHouse *self,
                                                         const char *name);

/* (nullable) */
const KontorRemoteKind *kontor_remote_house_find_kind   (KontorRemoteHouse *self,
                                                         const char *name);
const KontorRemoteKind *kontor_remote_house_find_action (KontorRemoteHouse *self,
                                                         const char *name);
/* (transfer none): of KontorRemoteKind */
GPtrArray              *kontor_remote_house_get_kinds   (KontorRemoteHouse *self);
GPtrArray              *kontor_remote_house_get_actions (KontorRemoteHouse *self);

/* (transfer none): of records of the kind "label"; "label-found" when they changed. */
KontorRemoteList       *kontor_remote_house_get_labels  (KontorRemoteHouse *self);

/* What people call the record: the id until it is known, "" for no id. */
const char             *kontor_remote_house_get_label   (KontorRemoteHouse *self,
                                                         const char *kind, const char *id);
/* The same for who said or did it: "assistant", "teammate:TM1", "contact"… */
const char             *kontor_remote_house_get_author  (KontorRemoteHouse *self,
                                                         const char *author);

G_END_DECLS
