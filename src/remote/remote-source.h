/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote-source.h — what a list is of, and how a page of it is asked for. A value, owned by its
 * list. */
#pragma once

#include "remote/remote.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_REMOTE_OF_RECORDS,
  KONTOR_REMOTE_OF_CONVERSATIONS,
  KONTOR_REMOTE_OF_MESSAGES,
  KONTOR_REMOTE_OF_HITS,
} KontorRemoteOf;

typedef struct {
  KontorRemoteOf of;
  KontorRemote  *remote;
  char          *text;          /* of records: the kind; of hits: what is searched for */
  GVariant      *filter;
  gint64         conversation;  /* of messages */
  gint64         from;          /* of messages: where the first page begins; 0: at the latest */
  gboolean       oldest_first;  /* of messages */
  gboolean       descending;    /* of records */
  char          *sort;          /* of records: NULL: the kind's order */
} KontorRemoteSource;

/* @filter: (nullable): may be floating */
KontorRemoteSource *kontor_remote_source_new  (KontorRemote *remote, KontorRemoteOf of,
                                               const char *text, GVariant *filter);
void                kontor_remote_source_free (KontorRemoteSource *self);
/* Answers with (aa{sv}s), by g_dbus_proxy_call_finish (). @after: (nullable) */
void                kontor_remote_source_ask  (KontorRemoteSource *self, const char *after,
                                               guint limit, GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
