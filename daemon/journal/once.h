/* SPDX-License-Identifier: GPL-3.0-or-later */
/* once.h — what is asked for twice under the same name is done once: whoever asks chooses the name,
 * and may ask again when an answer was lost. What came of it is kept in the transaction that does
 * it. */
#pragma once

#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

/* (transfer full): who asks for what, in the same words whatever the order of the arguments. */
char    *kontor_once_dup_digest (const KontorActor *actor, GVariant *arguments);
/* TRUE with *before set (transfer full) when it was done, with NULL when it was not; FALSE with
 * NOT_ALLOWED when the name stands for something else: another @name, or other words in @asked. */
gboolean kontor_once_find       (KontorStore *store, const char *once, const char *name,
                                 const char *asked, GVariant **before, GError **error);
/* @result: a{sv}: what kontor_once_find() gives from then on. */
gboolean kontor_once_keep       (KontorStore *store, const char *once, const char *name,
                                 const char *asked, GVariant *result, GError **error);

G_END_DECLS
