/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preview.h — the conversation that a service makes, for whoever sets it up: its questions, what
 * is repeated, what is said at the end. Nothing of it stands afterwards. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  gboolean is_customer;   /* else it is the assistant who says it */
  char    *text;
} KontorPreviewLine;

/* (transfer full): of KontorPreviewLine. The customer says just the service's name, then one
 * example for each question, then yes. It ends early where an example does not have the form that
 * a field asks for. @language: (nullable): that of the business. NOT_FOUND; not inside a
 * transaction. */
GPtrArray *kontor_preview_service (KontorStore *store, const char *service, const char *language,
                                   GError **error);

G_END_DECLS
