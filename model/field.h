/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field.h — one field of a record: its type, its name, what may stand in it.
 *
 * The type decides everything about a value; docs/architecture.md has the table:
 *
 *   type         GVariant  SQL columns                           text (CSV, command line)
 *   text         s         NAME TEXT                             as it is, one line
 *   long-text    s         NAME TEXT                             as it is
 *   number       x         NAME INTEGER                          1450
 *   money        (xs)      NAME_minor INTEGER, NAME_currency     1450.50 AED
 *   date         s         NAME TEXT                             2026-11-21
 *   time         (ssx)     NAME_local, NAME_zone, NAME_at        2026-11-21 09:00 Asia/Dubai
 *   instant      x         NAME INTEGER, µs since 1970 UTC       2026-11-21T05:00:00Z
 *   duration     x         NAME INTEGER, seconds                 1h30m
 *   choice       s         NAME TEXT                             one of the choices
 *   yes-no       b         NAME INTEGER                          yes
 *   link         s         NAME: the other kind's key            the other record's id
 *   phone        s         NAME BLOB sealed, NAME_hash BLOB      +971501234567
 *   secret       s         NAME INTEGER, 1 when the keyring has it   never shown
 *   attachments  as        NAME TEXT, JSON                       separated by spaces
 *
 * An empty text, choice, date, link or phone is the same as none.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks a title for translation; field lists are data, translated where they are shown. */
#define N_(String) (String)

typedef enum {
  KONTOR_FIELD_TEXT,
  KONTOR_FIELD_LONG_TEXT,
  KONTOR_FIELD_NUMBER,
  KONTOR_FIELD_MONEY,
  KONTOR_FIELD_DATE,
  KONTOR_FIELD_TIME,
  KONTOR_FIELD_INSTANT,
  KONTOR_FIELD_DURATION,
  KONTOR_FIELD_CHOICE,
  KONTOR_FIELD_YES_NO,
  KONTOR_FIELD_LINK,
  KONTOR_FIELD_PHONE,
  KONTOR_FIELD_SECRET,
  KONTOR_FIELD_ATTACHMENTS,
  KONTOR_FIELD_N_TYPES
} KontorFieldType;

typedef enum {
  KONTOR_FIELD_PLAIN     = 0,
  KONTOR_FIELD_REQUIRED  = 1 << 0,
  KONTOR_FIELD_READ_ONLY = 1 << 1, /* the daemon's own: refused from outside */
  KONTOR_FIELD_FOUND     = 1 << 2, /* a text to search and sort by: NAME_key is it folded */
} KontorFieldFlags;

/**
 * KontorField:
 * @name: in kebab-case; columns write it with underscores; "x-…" for a business's own
 * @title: what people read, marked with N_()
 * @choices: for a choice: "draft|sent|paid"
 * @of: for a link: the kind it leads to; for a text: the list it is usually chosen from, "zone" or
 *   "currency"
 * @check: (nullable): a regular expression (PCRE) the whole text must match
 */
typedef struct {
  const char       *name;
  KontorFieldType   type;
  KontorFieldFlags  flags;
  const char       *title;
  const char       *choices;
  const char       *of;
  const char       *check;
} KontorField;

/* What a text leaves unsaid: the shop's zone, currency and country. NULLs where there is none. */
typedef struct {
  const char *zone;      /* IANA name */
  const char *currency;  /* ISO 4217 */
  const char *country;   /* ISO 3166 alpha-2 */
} KontorLocale;

const char         *kontor_field_type_get_name (KontorFieldType type); /* "long-text" */
/* FALSE when there is no such type. */
gboolean            kontor_field_type_find     (const char *name, KontorFieldType *type);
const GVariantType *kontor_field_get_variant_type (const KontorField *field);

/* Lists end with a field without name. NULL when it is not there, or @fields is NULL. */
const KontorField  *kontor_fields_find         (const KontorField *fields, const char *name);

/* Whether @value stands for nothing: an empty text, an empty list. */
gboolean            kontor_field_is_empty      (const KontorField *field, GVariant *value);
/* KONTOR_ERROR_BAD_INPUT with what is wrong, in words for an owner, without the field's name. */
gboolean            kontor_field_check         (const KontorField *field, GVariant *value,
                                                GError **error);

/* (transfer full): as the table above says. */
char               *kontor_field_to_text       (const KontorField *field, GVariant *value);
/* (transfer full), never floating. A phone is brought to E.164, a time gets its instant.
 * An hour that a change of clocks leaves out or brings twice is refused. */
GVariant           *kontor_field_from_text     (const KontorField *field, const char *text,
                                                const KontorLocale *locale, GError **error);

G_END_DECLS
