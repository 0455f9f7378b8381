/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phone.h — telephone numbers in the one form in which they are kept: E.164, "+971501234567".
 *
 * Reads what people write: with + or the international prefix of @default_country, with or
 * without trunk prefix ("050…", "+44 (0)20…"), the calling code without +, spaces, dots, dashes,
 * slashes, brackets, digits of any script. It checks lengths and prefixes as the numbering plans
 * give them, not whether somebody has been given the number.
 *
 * The canonical form is what the country's plan has today:
 *   Mexico     +52 and 10 digits: the 1 that mobiles had after +52 until 2019 is dropped;
 *   Brazil     mobiles have 9 digits after the area: the 9 is added where it is missing;
 *   Argentina  the 9 after +54 marks a mobile: it is kept as written, for only the plan's owner
 *              knows; "0 11 15 …", the form at home, gets its 9 and loses its 15.
 * Lines to the outside use the other forms as well: look people up by kontor_phone_variants().
 *
 * Never logs: whoever does gives the number to kontor_phone_redact() first.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The canonical form, owned by the caller. @default_country is ISO 3166 alpha-2, or NULL when
 * only numbers with + can be meant. BAD_INPUT: letters, an extension, too short or too long, a
 * calling code that is not given out, a country that is not known. */
char *kontor_phone_parse (const char *text, const char *default_country, GError **error);

/* Is @phone E.164 with a known calling code and a length its plan has? */
gboolean kontor_phone_is_plausible (const char *phone);

/* All forms of a plausible E.164 number by which the same person is known, the canonical first;
 * mostly one. Free with g_strfreev(). */
char **kontor_phone_variants (const char *phone);

/* "+971•••••••67": calling code and the last two digits, a dot for each of the others. Of what is
 * no plausible number nothing is shown. */
char *kontor_phone_redact (const char *phone);

/* ISO 3166 alpha-2, or NULL for satellite and other numbers of no country. Where territories share
 * numbers (Guadeloupe and Saint Martin) it is the main one. */
const char *kontor_phone_country (const char *phone);

G_END_DECLS
