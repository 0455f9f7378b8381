/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keep.h — the one door by which records are saved and removed on somebody's behalf.
 *
 * Rights, fields, the kind's own rule, the table, audit and timeline, in one transaction. What
 * actions or the daemon alone may write (KONTOR_KIND_ACTIONS, KONTOR_KIND_JOURNAL) is refused here.
 *
 * A kind that needs more than its field list says has a rule: a KontorRule named
 * kontor_<kind>_rule in the room it belongs to, and the kind in that folder's list of rules.
 */
#pragma once

#include "journal/actor.h"
#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * KontorRule:
 * @kind: the kind's name
 * @writers: who may save and remove besides managers
 * @fill: (nullable): (transfer full): the values of a new record with what was left unsaid
 * @check: (nullable): what the field list cannot say; @whole is the record as it would be
 * @saved: (nullable): what must change with it; @old is NULL for a new record, @now for a removed;
 *   @actor: who saves or removes it
 * @dup_own: (nullable): the fields "x-…" that may stand in @record, (transfer full),
 *   for kontor_own_fields_free()
 * @get_choices: (nullable): what may stand in the text @field, as "a|b"; NULL: anything
 * @retired: (nullable): what a record that others need says from then on, as a text of a{sv}, in
 *   place of being deleted; its secrets are taken out of the keyring all the same
 * @find_same: (nullable): the id of the one that @record, which has none, is already; NULL: none
 * @dup_keys: (nullable): two records with a key in common are the same
 */
typedef struct {
  const char   *kind;
  KontorRoles   writers;
  GVariant   *(*fill)    (KontorStore *store, GVariant *values);
  gboolean    (*check)   (KontorStore *store, const char *id, GVariant *whole, GError **error);
  gboolean    (*saved)   (KontorStore *store, const KontorActor *actor, const char *id,
                          GVariant *old, GVariant *now, GError **error);
  KontorField *(*dup_own) (KontorStore *store, GVariant *record);
  const char  *(*get_choices) (const char *field);
  const char   *retired;
  char        *(*find_same) (KontorStore *store, GVariant *record);
  char       **(*dup_keys)  (GVariant *record);
} KontorRule;

/* @id: (nullable): NULL makes a new record. @values: a{sv}, only what changes.
 * (transfer full): the id. */
char        *kontor_keep_save    (KontorStore *store, const KontorActor *actor,
                                  const KontorKind *kind, const char *id, GVariant *values,
                                  GError **error);
/* What other records need is retired where its rule says how, and else refused with NOT_ALLOWED. */
gboolean     kontor_keep_remove  (KontorStore *store, const KontorActor *actor,
                                  const KontorKind *kind, const char *id, GError **error);

/* Whether links lead somewhere: NOT_FOUND with the field's name where they do not. */
gboolean     kontor_keep_check_links (KontorStore *store, const KontorField *fields,
                                      GVariant *values, GError **error);

/* (transfer full) (nullable): the own fields that may stand in @record. */
KontorField *kontor_keep_dup_own (KontorStore *store, const KontorKind *kind, GVariant *record);

/* (nullable): what may stand in the text @field of @kind, "a|b", where a list of the program says
 * so and not the kind itself. */
const char  *kontor_keep_get_choices (const KontorKind *kind, const char *field);

/* (transfer full) (nullable): as KontorRule has them. */
char        *kontor_keep_find_same (KontorStore *store, const KontorKind *kind, GVariant *record);
char       **kontor_keep_dup_keys  (const KontorKind *kind, GVariant *record);

/* Secrets never stand in the database: the keyring has them, under the record and the field, and
 * the record says "set". */

/* (transfer full): @values as the database keeps them. */
GVariant    *kontor_keep_mask_secrets  (const KontorField *fields, const KontorField *own,
                                        GVariant *values);
/* (transfer full): @values such that saving them leaves the keyring as it is, to try them out. */
GVariant    *kontor_keep_without_secrets (const KontorField *fields, const KontorField *own,
                                          GVariant *values);
/* Puts what @values has of secrets into the keyring; an empty one is taken out. */
gboolean     kontor_keep_store_secrets (KontorStore *store, const KontorKind *kind, const char *id,
                                        const KontorField *own, GVariant *values, GError **error);
/* (transfer full): @record with its secrets, for whoever works with them and never for showing.
 * TRY_LATER while the keyring is locked. */
GVariant    *kontor_keep_fill_secrets  (KontorStore *store, const KontorKind *kind,
                                        GVariant *record, GError **error);
gboolean     kontor_keep_clear_secrets (KontorStore *store, const KontorKind *kind,
                                        GVariant *record, GError **error);

/* Lists of own fields are made at run time: everything in them is owned. */
GArray      *kontor_own_fields_new  (void);
void         kontor_own_fields_add  (GArray *fields, const KontorField *field); /* copied */
KontorField *kontor_own_fields_end  (GArray *fields);
void         kontor_own_fields_free (KontorField *fields);

G_END_DECLS
