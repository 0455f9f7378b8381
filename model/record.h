/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record.h — what the business keeps, described once.
 *
 * A record is an immutable dictionary a{sv}; its kind lists its fields. From that list come its
 * table, its D-Bus form, its edit form, its JSON, its CSV columns, its audit diff and the schema
 * handed to a model. A record that was stored has "id", a text.
 *
 * To add a kind: model/fields/<kind>.c with a KontorKind named kontor_<kind>_kind, the kind in the
 * list in model/meson.build, and the next daemon/store/migrations/NNNN-<name>.sql.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "model/field.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_KIND_PLAIN    = 0,
  KONTOR_KIND_JOURNAL  = 1 << 0, /* written by the daemon alone, never changed: audit, ledger… */
  KONTOR_KIND_ACTIONS  = 1 << 1, /* written by actions alone: they keep its states and money */
  KONTOR_KIND_SINGLE   = 1 << 2, /* there is one, "1": the business */
} KontorKindFlags;

/**
 * KontorKind:
 * @name: in kebab-case
 * @title, @plural: what people read, marked with N_()
 * @prefix, @digits: how its short ids are written: "BK", 6 gives BK000001; digits 0 gives CT7.
 *   NULL when the id is a text of its own, the field @key
 * @key: (nullable): the field whose text is the id
 * @label: the field that names a record to people
 * @sort: (nullable): the column pages are ordered by before the id
 * @has_own: whether fields "x-…" may stand in it; they are kept in the column extra, sealed
 * @view: (nullable): what is read instead of the table, with columns derived by SQL
 */
typedef struct {
  const char        *name;
  const char        *title;
  const char        *plural;
  const char        *prefix;
  int                digits;
  const char        *key;
  const char        *label;
  const char        *sort;
  const char        *view;
  gboolean           has_own;
  KontorKindFlags    flags;
  const KontorField *fields;
} KontorKind;

/* Ended by NULL. */
const KontorKind *const *kontor_kinds_get_all (void);
const KontorKind  *kontor_kind_find     (const char *name);

/* (transfer full): "BK000040" for 40. */
char              *kontor_kind_format_id (const KontorKind *kind, gint64 number);
/* Reads "BK000040", "bk40" or "40"; FALSE for anything else. */
gboolean           kontor_kind_parse_id  (const KontorKind *kind, const char *id, gint64 *number);

/* @own: (nullable): the business's own fields, named "x-…".
 * @partial: only what is given is checked; what is required may be missing, but not emptied.
 * KONTOR_ERROR_BAD_INPUT with one line "field: what is wrong" for each fault. */
gboolean           kontor_record_check   (const KontorField *fields, const KontorField *own,
                                          GVariant *record, gboolean partial, GError **error);

/* (transfer full) (nullable): the value of @name, or NULL. */
GVariant          *kontor_record_get     (GVariant *record, const char *name);
/* (transfer none) (nullable): lives as long as @record; NULL when missing or no text. */
const char        *kontor_record_get_text (GVariant *record, const char *name);
/* @fallback when missing or no number. */
gint64             kontor_record_get_int (GVariant *record, const char *name, gint64 fallback);
gboolean           kontor_record_get_yes (GVariant *record, const char *name);
/* FALSE when missing; @currency is lent, as above. */
gboolean           kontor_record_get_money (GVariant *record, const char *name,
                                            gint64 *minor, const char **currency);
/* (transfer full): @record with what @changes has in its place. */
GVariant          *kontor_record_merge   (GVariant *record, GVariant *changes);

/* JSON both ways: money {"minor":145050,"currency":"AED"}, time {"local":…,"zone":…,"at":…},
 * everything else a string, an integer, a boolean or an array of strings. Integers are exact,
 * and a time's "at" may be left out. Secrets are left out on the way out. (transfer full) */
JsonNode          *kontor_record_to_json (const KontorField *fields, GVariant *record);
/* @json: as kontor_json_parse() gave it: json-glib alone turns a number beyond 64 bits into
 * another. "id" may stand in it; null is as if it were not there. BAD_INPUT with one line
 * "field: what is wrong" for each fault of form; what may stand in a field is for
 * kontor_record_check(). */
GVariant          *kontor_record_from_json (const KontorField *fields, const KontorField *own,
                                            JsonNode *json, GError **error);
/* JSON Schema (2020-12) of what may be given: read-only and secret fields are left out. */
JsonNode          *kontor_record_to_schema (const char *title, const KontorField *fields,
                                            const KontorField *own);

/* CSV: "id", then every field but secrets, then the own ones. (transfer full): GStrv */
char             **kontor_record_columns (const KontorField *fields, const KontorField *own);
char             **kontor_record_to_row  (char **columns, const KontorField *fields,
                                          const KontorField *own, GVariant *record);
/* Empty cells are left out; an unknown column, or a cell beyond the columns, is BAD_INPUT.
 * (transfer full) */
GVariant          *kontor_record_from_row (char **columns, char **cells, const KontorField *fields,
                                           const KontorField *own, const KontorLocale *locale,
                                           GError **error);

G_END_DECLS
