/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wording.h — values as people read them. Instants are µs since 1970 UTC and are shown in the zone
 * of this computer; appointments are shown as the clock on the wall where they are. */
#pragma once

#include "model/field.h"
#include "remote/remote-house.h"

G_BEGIN_DECLS

/* (transfer full) each. */
char *kontor_wording_clock       (gint64 at_us);              /* "09:41" */
char *kontor_wording_day         (gint64 at_us);              /* "Today", "Friday 20 November" */
char *kontor_wording_short       (gint64 at_us);              /* "09:41", "Yesterday", "Fri" */
char *kontor_wording_since       (gint64 at_us);              /* "just now", "24 minutes ago" */
/* @time: (ssx), a field of type time: "Tomorrow, 09:00" */
char *kontor_wording_appointment (GVariant *time);
/* "09:00" of the same */
char *kontor_wording_hour        (GVariant *time);
/* A text as a sentence starts: "in-progress" → "In progress", translated where it is known. */
char *kontor_wording_choice      (const char *choice);
/* "1,240.00 AED" */
char *kontor_wording_money       (gint64 minor, const char *currency);
/* A phone number, or a name that may be one: its plus stays before it from right to left, too. */
char *kontor_wording_phone       (const char *phone);
/* Any value; "" for nothing. Links are shown by their label. */
char *kontor_wording_value       (KontorRemoteHouse *house, const KontorField *field,
                                  GVariant *value);
/* (nullable): what a message of this kind is called where its text is empty. */
const char *kontor_wording_kind  (const char *kind);
/* A title that came from the daemon, translated. */
const char *kontor_wording_title (const char *title);

/* Whether both are on one day here. */
gboolean kontor_wording_is_same_day (gint64 a_us, gint64 b_us);

/* (transfer full): what @record, of @kind, holds besides the fields named in @hidden: "Colour: Blue
 * · Hands back". "" for a @kind of NULL. */
char       *kontor_wording_facts        (KontorRemoteHouse *house, const KontorRemoteKind *kind,
                                         GVariant *record, const char *const *hidden);

G_END_DECLS
