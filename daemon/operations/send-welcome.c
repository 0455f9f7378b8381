/* SPDX-License-Identifier: GPL-3.0-or-later */
/* send-welcome.c — the customer gets the welcome kit of what was booked. */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/action.h"
#include "model/error.h"
#include "operations/welcome.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { NULL }
};

static const char *const offered[] = { "confirmed", "in-progress", NULL };

static GVariant *
send_welcome (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_autoptr(GVariant) booking =
    kontor_records_get (store, kontor_kind_find ("booking"),
                        kontor_record_get_text (arguments, "booking"), error);
  g_autoptr(GVariant) service = booking != NULL
    ? kontor_records_get (store, kontor_kind_find ("service"),
                          kontor_record_get_text (booking, "service"), error) : NULL;
  const char *id = booking != NULL ? kontor_record_get_text (booking, "id") : NULL;

  if (service == NULL)
    return NULL;
  if (!kontor_welcome_has_kit (service))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "%s has no welcome kit; write its text, or name its files, in the service",
                   kontor_record_get_text (service, "name"));
      return NULL;
    }
  if (!kontor_agenda_put (store, KONTOR_WELCOME_SEND, id, kontor_clock_now_us (), error))
    return NULL;

  return g_steal_pointer (&booking);
}

const KontorAction kontor_send_welcome_action = {
  .name = "send-welcome",
  .title = N_("Send welcome kit"),
  .of = "booking",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .offered = offered,
  .run = send_welcome,
};
