/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verdict-list.h — what becomes of each row of a file: all of them, or those that are not taken. */
#pragma once

#include <adwaita.h>

#include "model/csv-file.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_VERDICT_LIST (kontor_verdict_list_get_type ())
G_DECLARE_FINAL_TYPE (KontorVerdictList, kontor_verdict_list, KONTOR, VERDICT_LIST, AdwBin)

void  kontor_verdict_list_clear      (KontorVerdictList *self);
/* @verdicts: aa{sv} as Records.Import() gives them. */
void  kontor_verdict_list_add        (KontorVerdictList *self, GVariant *verdicts);
guint kontor_verdict_list_count      (KontorVerdictList *self, const char *outcome);
/* Whether only rows are shown that were refused or left out. */
void  kontor_verdict_list_set_only   (KontorVerdictList *self, gboolean only);
/* (transfer full): CSV: line, outcome, id, reason, and the row as it came. */
char *kontor_verdict_list_dup_report (KontorVerdictList *self, KontorCsvFile *file);

G_END_DECLS
