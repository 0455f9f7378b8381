/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote-list.h — a GListModel over the bus: it fetches pages by key as they are wanted and follows
 * what changes. Items are KontorRemoteRecord.
 *
 * When something changes, what was fetched is read again from the top, only as far as is needed to
 * find what changed, and the difference is told as one small splice; a row that only has other
 * values keeps its item and its place. It never resets, so selection and place are kept.
 */
#pragma once

#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Properties: is-loading (gboolean), is-loaded (gboolean: the first page is there),
 * words (string: why it could not be read, or NULL), n-items (guint). */
#define KONTOR_TYPE_REMOTE_LIST (kontor_remote_list_get_type ())
G_DECLARE_FINAL_TYPE (KontorRemoteList, kontor_remote_list, KONTOR, REMOTE_LIST, GObject)

/* @filter: (nullable): a{sv} as the method of the bus takes it, may be floating. */
/* @sort: (nullable): the text they are ordered by; NULL: as their kind is. */
KontorRemoteList   *kontor_remote_list_new_sorted        (KontorRemote *remote, const char *kind,
                                                          GVariant *filter, const char *sort,
                                                          gboolean descending);
#define kontor_remote_list_new_records(remote, kind, filter, descending) \
  kontor_remote_list_new_sorted (remote, kind, filter, NULL, descending)
KontorRemoteList   *kontor_remote_list_new_conversations (KontorRemote *remote, GVariant *filter);
/* The latest first, @from a message on, or all (0); or those after @from, the @oldest_first. */
KontorRemoteList   *kontor_remote_list_new_messages      (KontorRemote *remote,
                                                          gint64 conversation, gint64 from,
                                                          gboolean oldest_first);
KontorRemoteList   *kontor_remote_list_new_search        (KontorRemote *remote, const char *text);

/* Asks for the first page now instead of in the next turn of the main loop: what is to be on the
 * screen at once is on its way while that is being made. Nothing where it was asked for. */
void                kontor_remote_list_begin             (KontorRemoteList *self);
gboolean            kontor_remote_list_has_more          (KontorRemoteList *self);
/* Fetches the next page, if there is one and none is on its way. */
void                kontor_remote_list_load_more         (KontorRemoteList *self);
/* How many each page holds that is asked for from now on; 0: 50, as it is unless told. */
void                kontor_remote_list_set_page          (KontorRemoteList *self, guint page);
gboolean            kontor_remote_list_is_loaded         (KontorRemoteList *self);
/* (transfer none) (nullable) */
KontorRemoteRecord *kontor_remote_list_find              (KontorRemoteList *self, const char *id,
                                                          guint *position);

G_END_DECLS
