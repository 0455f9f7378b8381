/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import-mapping.h — which column of a table is which field of a contact: guessed by their names,
 * chosen by people. */
#pragma once

#include <adwaita.h>

#include "model/csv-file.h"
#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signal: "changed" (). */
#define KONTOR_TYPE_IMPORT_MAPPING (kontor_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (KontorImportMapping, kontor_import_mapping, KONTOR, IMPORT_MAPPING, AdwBin)

/* @own: (nullable): the business's own fields; lent for as long as the mapping lives. */
void      kontor_import_mapping_fill (KontorImportMapping *self, KontorRemoteHouse *house,
                                      const KontorField *own, KontorCsvFile *file);
/* (transfer full): a{ss}: each column, and its field or "". */
GVariant *kontor_import_mapping_dup  (KontorImportMapping *self);

G_END_DECLS
