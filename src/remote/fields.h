/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fields.h — field lists, kinds and actions as the daemon told them. Forms, columns and palettes
 * are drawn from these: a new kind or action needs no file in the app. Values, owned by whoever
 * made them; the texts of a field live as long as its list. */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef struct _KontorRemoteFields KontorRemoteFields;

/* @told: aa{sv} as in Records.Kinds(); what has no known type is left out. */
KontorRemoteFields *kontor_remote_fields_new  (GVariant *told);
void                kontor_remote_fields_free (KontorRemoteFields *self);
/* Ended by a field without name. */
const KontorField  *kontor_remote_fields_get  (KontorRemoteFields *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorRemoteFields, kontor_remote_fields_free)

/* A step of setting something up. */
typedef struct {
  char  *title;   /* what holds when it is done */
  char  *text;    /* where to find what it needs */
  char **needs;   /* names of fields */
  char **takes;   /* of those that may be left empty */
} KontorRemoteStep;

/* A kind of record or channel, or an action; what is not told of one is "" or FALSE. */
typedef struct {
  char               *name;
  char               *title;
  char               *plural;
  char               *text;     /* a channel: for whom it is */
  char               *label;    /* the field that names a record */
  char               *of;       /* an action: the kind it is done to */
  char              **from;     /* an action: the states it may be done in; NULL: any */
  gboolean            writable;
  KontorRemoteFields *fields;
  GPtrArray          *steps;    /* a channel: of KontorRemoteStep */
} KontorRemoteKind;

KontorRemoteKind *kontor_remote_kind_new  (GVariant *told);
void              kontor_remote_kind_free (KontorRemoteKind *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorRemoteKind, kontor_remote_kind_free)

G_END_DECLS
