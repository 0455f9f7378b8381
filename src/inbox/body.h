/* SPDX-License-Identifier: GPL-3.0-or-later */
/* body.h — what a message holds besides its text, as people read it. Pure. */
#pragma once

#include <pango/pango.h>

#include "remote/remote-record.h"

G_BEGIN_DECLS

/* (transfer full): what the row shows as the message's text; "" where its file says it all. */
char    *kontor_body_dup_text    (KontorRemoteRecord *message);
/* (transfer full): one line of it, for a quote or a list. */
char    *kontor_body_dup_line    (KontorRemoteRecord *message);
/* (transfer full) (nullable): who of a group said it, by name or number. */
char    *kontor_body_dup_member  (KontorRemoteRecord *message);
/* Whether it takes the place of what it is about. */
gboolean kontor_body_is_edit     (KontorRemoteRecord *message);
/* (transfer full): the emoji of a reaction, or "". */
char    *kontor_body_dup_emoji   (KontorRemoteRecord *message);
/* (transfer full) (nullable): where a location points, as an address for a browser. */
char    *kontor_body_dup_place   (KontorRemoteRecord *message);
/* (transfer full) (nullable): the titles of buttons or choices that went with it, one a line. */
char    *kontor_body_dup_choices (KontorRemoteRecord *message);
/* (transfer full) (nullable): how its text is drawn where it mentions teammates; @me: the id of who
 * is called most. */
PangoAttrList *kontor_body_dup_marks (KontorRemoteRecord *message, const char *me);

G_END_DECLS
