/* SPDX-License-Identifier: GPL-3.0-or-later */
/* local.h — servers of models that run on this computer, found on their usual ports. Nothing but
 * this computer is asked, and no provider is made of what is found: it is offered. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  const char *title;
  guint       port;
} KontorLocalServer;

/* @base: for a provider of the family openai. @models: what it has loaded or can load. */
typedef struct {
  char  *title;
  char  *base;
  char **models;
} KontorLocalFound;

/* @servers: (nullable): ended by a title of NULL, lent for good; NULL for the usual ones. Ends
 * within three seconds. */
void       kontor_local_find_async  (const KontorLocalServer *servers, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): of KontorLocalFound, in the order of the list, none is no error. */
GPtrArray *kontor_local_find_finish (GAsyncResult *result, GError **error);

void       kontor_local_found_free  (KontorLocalFound *self);

G_END_DECLS
