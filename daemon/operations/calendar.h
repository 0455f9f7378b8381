/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar.h — bookings as a file for calendars. */
#pragma once

#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* (transfer full): iCalendar with an event for each booking that fits. An event keeps its UID for
 * good, so that taking the file in again changes it and adds none. @filter: as for
 * kontor_records_query(), or the id of one alone: {"id"}. */
char *kontor_calendar_write (KontorStore *store, GVariant *filter, GError **error);

G_END_DECLS
