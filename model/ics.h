/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ics.h — iCalendar (RFC 5545) as programs for calendars read it: lines that end with CRLF, folded
 * at 75 octets and never within a character, texts escaped, times in UTC. Writes what it is told:
 * which components and properties make sense is the caller's. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @name: of a property, with its parameters. @value: as it stands, such as "VEVENT". */
void kontor_ics_add         (GString *ics, const char *name, const char *value);
/* The same for a TEXT: what people write (RFC 5545, 3.3.11). Control characters are left out. */
void kontor_ics_add_text    (GString *ics, const char *name, const char *text);
/* A DATE-TIME in UTC, to the second. */
void kontor_ics_add_instant (GString *ics, const char *name, gint64 at_us);

G_END_DECLS
