/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kept.h — a store as a new business has it, and short words for what tests do with it. */
#pragma once

#include "journal/audit.h"
#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

static const KontorActor kept_owner = { "teammate", "TM1", KONTOR_ROLE_MANAGER, NULL };

static inline KontorStore *
kept_open (const char *path)
{
  static const guint8 raw[KONTOR_SEAL_KEY_SIZE] = { 7 };
  g_autoptr(GBytes) key = g_bytes_new_static (raw, sizeof raw);
  g_autoptr(GError) error = NULL;
  KontorStore *store = kontor_store_open (path, &error);

  g_assert_no_error (error);
  kontor_store_set_key (store, key, &error);
  g_assert_no_error (error);

  return store;
}

/* How many entries the audit log has, or −1 with what is wrong with it; a few at a time. */
static inline gint64
kept_verify (KontorStore *store, GError **error)
{
  KontorAuditPlace place = { 0 };
  gboolean more = TRUE, fine = TRUE;

  while (more && fine)
    fine = kontor_audit_verify (store, &place, 2, &more, error);
  g_free (place.hash);

  return fine ? place.n : -1;
}

/* A value or record in GVariant's text form; full. */
static inline GVariant *
kept_make (const char *text)
{
  return g_variant_ref_sink (g_variant_new_parsed (text));
}

/* (transfer full): the id; NULL with error when it was refused. */
static inline char *
kept_try (KontorStore *store, const KontorActor *actor, const char *kind, const char *id,
          const char *values, GError **error)
{
  g_autoptr(GVariant) given = kept_make (values);

  return kontor_keep_save (store, actor, kontor_kind_find (kind), id, given, error);
}

static inline char *
kept_save (KontorStore *store, const char *kind, const char *id, const char *values)
{
  g_autoptr(GError) error = NULL;
  char *saved = kept_try (store, &kept_owner, kind, id, values, &error);

  g_assert_no_error (error);
  g_assert_nonnull (saved);

  return saved;
}

static inline void
kept_add (KontorStore *store, const char *kind, const char *values)
{
  g_free (kept_save (store, kind, NULL, values));
}

static inline GVariant *
kept_get (KontorStore *store, const char *kind, const char *id)
{
  g_autoptr(GError) error = NULL;
  GVariant *record = kontor_records_get (store, kontor_kind_find (kind), id, &error);

  g_assert_no_error (error);

  return record;
}

static inline void
kept_assert_text (KontorStore *store, const char *kind, const char *id, const char *field,
                  const char *expected)
{
  g_autoptr(GVariant) record = kept_get (store, kind, id);

  g_assert_cmpstr (kontor_record_get_text (record, field), ==, expected);
}

static inline gint64
kept_count (KontorStore *store, const char *kind)
{
  g_autoptr(GError) error = NULL;
  gint64 count = kontor_records_count (store, kontor_kind_find (kind), NULL, &error);

  g_assert_no_error (error);

  return count;
}

static inline void
kept_run (KontorStore *store, const char *sql)
{
  g_autoptr(GError) error = NULL;

  kontor_store_run (store, &error, sql, "");
  g_assert_no_error (error);
}
