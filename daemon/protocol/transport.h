/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transport.h — the two things a session wants of the network, so that a test can be the network: a
 * socket for bytes, and a page. kontor_transport_get_net () is the real one.
 */
#pragma once

#include "net/socket.h"

G_BEGIN_DECLS

/* @page: NULL and an error where it could not be had. */
typedef void (*KontorPageFetched) (GBytes *page, const GError *error, gpointer user_data);

typedef struct {
  /* As kontor_socket_open (): the events come later, never from within. */
  gpointer (*open)  (gpointer data, const char *url, const KontorSocketEvents *events,
                     gpointer user_data);
  void     (*send)  (gpointer line, GBytes *bytes);
  void     (*close) (gpointer line);
  /* @fetched is called once, and not at all after @cancellable was cancelled. */
  void     (*fetch) (gpointer data, const char *url, GCancellable *cancellable,
                     KontorPageFetched fetched, gpointer user_data);
  gpointer   data;
} KontorTransport;

/* Lent for good. */
const KontorTransport *kontor_transport_get_net (void);

G_END_DECLS
