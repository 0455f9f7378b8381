/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract.h — what a message says of a service's fields, by rules: labels, forms, the service's own
 * choices, places after "from … to …", dates and times in words. Pure: text in, values out. It
 * never guesses between two readings: what is unclear is left out, or named as a problem. */
#pragma once

#include "model/language.h"
#include "model/when.h"
#include "operations/services.h"

G_BEGIN_DECLS

/* What is known from the desk: the moment, the shop, and which field the customer was asked for
 * (a field's name, "date" or "time"; NULL: none). */
typedef struct {
  const KontorLanguage *language;
  gint64                now_us;
  GTimeZone            *zone;
  const char           *country;   /* (nullable): for phone numbers */
  gboolean              month_first;
  const char           *asked;     /* (nullable) */
  int                   part;      /* of the day that was said before, as KontorWhen has it */
} KontorExtractContext;

/**
 * KontorExtract:
 * @values: field → text, of char *: a service's fields under their names (choices by their title,
 *   phones in E.164, numbers as digits, dates YYYY-MM-DD), and "date" (YYYY-MM-DD), "time" (HH:MM)
 * @problems: field → KontorWhenProblem as GINT, of "date" and "time": said, but past, impossible
 *   or unclear
 * @part: of the day, said without an hour, as KontorWhen has it
 * @half_unsure: the time was a bare hour that may be meant twelve hours later
 */
typedef struct {
  GHashTable *values;
  GHashTable *problems;
  int         part;
  gboolean    half_unsure;
} KontorExtract;

/* (transfer full), never NULL. @service: (nullable): only date, time, name and phone then. */
KontorExtract *kontor_extract_read (const char *text, const KontorService *service,
                                    const KontorExtractContext *context);
void           kontor_extract_free (KontorExtract *self);

/* (transfer none) (nullable): the service that @text speaks of, by names, labels and choices;
 * NULL when none or several fit equally; the only
 * service of a shop is meant where nothing else is said. @services: of KontorService. */
KontorService *kontor_extract_find_service (GPtrArray *services, const char *text,
                                            const KontorLanguage *language);

/* Whether @text asks for something to be done, and not only about something. */
gboolean       kontor_extract_is_wish (const char *text, const KontorLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorExtract, kontor_extract_free)

G_END_DECLS
