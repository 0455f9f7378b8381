/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print.h — what goes to the terminal or into a pipe.
 *
 * Standard output carries the answer and nothing else, in UTF-8 whatever the locale. Hints are for
 * people: they go to standard error, and only where that is a terminal.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "model/field.h"

G_BEGIN_DECLS

/* The columns of the terminal; 0 where standard output is none. */
guint kontor_ctl_print_get_width (void);

void  kontor_ctl_print_text   (const char *text);
void  kontor_ctl_print_hint   (const char *text);
/* (transfer full) @json: one document, indented, ended by a line end. */
void  kontor_ctl_print_json   (JsonNode *json);
/* (transfer full): one line without its end. */
char *kontor_ctl_json_to_line (JsonNode *json);

/* @records: aa{sv} → an array of what kontor_record_to_json() makes of each. (transfer full) */
JsonNode *kontor_ctl_records_to_json (const KontorField *fields, GVariant *records);
/* {"name": text} and {"name": number}, for commands that answer with little. (transfer full) */
JsonNode *kontor_ctl_json_text   (const char *name, const char *text);
JsonNode *kontor_ctl_json_number (const char *name, gint64 number);
JsonNode *kontor_ctl_json_texts  (const char *const *texts);
/* (transfer full) @object */
JsonNode *kontor_ctl_json_object (JsonObject *object);

G_END_DECLS
