/* SPDX-License-Identifier: GPL-3.0-or-later */
/* splice.h — what is different between a list as it was and as it was read again. Values. */
#pragma once

#include "remote/remote-record.h"

G_BEGIN_DECLS

typedef struct {
  guint position;
  guint removed;
  guint added;
} KontorSplice;

/* The one stretch in which two arrays of objects differ. */
KontorSplice kontor_splice_between    (GPtrArray *before, GPtrArray *after);

/* Whether every id in @changed stands in @read (GVariant); not where @changed is NULL, which is
 * everything. */
gboolean     kontor_splice_has_all    (GPtrArray *read, GHashTable *changed);

/* Whether something in @read (GVariant, from the top) was in @items and is not in @changed: the
 * rest of @items then stands where it stood, after it. @changed: (nullable): everything. */
gboolean     kontor_splice_has_border (GPtrArray *items, GPtrArray *read, GHashTable *changed);

/* (transfer full): @items and after them what of @page (aa{sv}) is not among them. */
GPtrArray   *kontor_splice_append     (GPtrArray *items, GVariant *page);

/* (transfer full): of KontorRemoteRecord: @read, each with the item that it had, and after it what
 * of @items lies beyond the border and did not change. *is_whole: in: @read is all there is; out:
 * also where there was no border to go on from. */
GPtrArray   *kontor_splice_merge      (GPtrArray *items, GPtrArray *read, GHashTable *changed,
                                       gboolean *is_whole);

G_END_DECLS
