/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-facts.h — a record to be read: each field that holds something, drawn from the list of
 * fields that the daemon told, its own fields by their names. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_RECORD_FACTS (kontor_record_facts_get_type ())
G_DECLARE_FINAL_TYPE (KontorRecordFacts, kontor_record_facts, KONTOR, RECORD_FACTS, AdwBin)

/* @hidden: (nullable): names of fields that stand elsewhere, ended by NULL; must outlive it. */
void kontor_record_facts_set_house  (KontorRecordFacts *self, KontorRemoteHouse *house,
                                     const char *kind, const char *const *hidden);
/* @record: (nullable) */
void kontor_record_facts_set_record (KontorRecordFacts *self, KontorRemoteRecord *record);

G_END_DECLS
