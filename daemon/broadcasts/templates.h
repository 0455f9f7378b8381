/* SPDX-License-Identifier: GPL-3.0-or-later */
/* templates.h — templates and what a line's operator says of them.
 *
 * An action writes the record and puts the asking on the agenda; asking again after a crash is part
 * of it: a name that is there already is found by listing. The operator's list is the truth: a
 * notice that something changed, a line that comes up and a day gone by have it read again.
 */
#pragma once

#include "channels/lines.h"
#include "model/message.h"

G_BEGIN_DECLS

/* What the agenda does: list those of channel @subject, because something changed or because time
 * went by (apart, so that an answer that was under way does not put off a change after it); ask
 * for what template @subject waits for. */
#define KONTOR_TEMPLATES_LIST "templates"
#define KONTOR_TEMPLATES_LIST_AGAIN "templates-again"
#define KONTOR_TEMPLATES_ASK "template"

#define KONTOR_TYPE_TEMPLATES (kontor_templates_get_type ())
G_DECLARE_FINAL_TYPE (KontorTemplates, kontor_templates, KONTOR, TEMPLATES, GObject)

/* Both are lent. Disposing of it ends what is being asked. */
KontorTemplates *kontor_templates_new    (KontorStore *store, KontorLines *lines);
/* KontorAgendaDo, @data: the KontorTemplates. */
gboolean         kontor_templates_list   (const char *subject, gpointer data, GError **error);
gboolean         kontor_templates_ask    (const char *subject, gpointer data, GError **error);
/* KontorReceiveNotice for "template". */
gboolean         kontor_templates_follow (KontorStore *store, const char *channel,
                                          const KontorNotice *notice, GError **error);

/* template-list.c: makes the records of @channel what @list, the operator's JSON, says: new ones
 * are added, those gone are removed, and what was asked for and not answered is left alone. Inside
 * a transaction. */
gboolean         kontor_templates_fold   (KontorStore *store, const char *channel,
                                          const char *list, GError **error);
/* What the operator calls a state, in our words: "APPROVED" → "approved". (transfer none) */
const char      *kontor_template_read_state (const char *status);

G_END_DECLS
