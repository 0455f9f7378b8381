/* SPDX-License-Identifier: GPL-3.0-or-later */
/* delete-template.c — a template is taken back from the line's operator. Its name in this language
 * cannot be used again for 30 days (…/message_templates). */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "broadcasts/templates.h"
#include "journal/action.h"
#include "journal/timeline.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "template", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Template"), .of = "template" },
  { NULL }
};

static GVariant *
delete (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("template");
  const char *id = kontor_record_get_text (arguments, "template");
  g_autoptr(GVariant) record = kontor_records_get (store, kind, id, error);
  const char *remote = record != NULL ? kontor_record_get_text (record, "remote") : NULL;
  g_autoptr(GVariant) deleting = NULL;

  if (record == NULL)
    return NULL;
  if (remote == NULL || *remote == '\0')
    return kontor_agenda_drop (store, KONTOR_TEMPLATES_ASK, id, error) &&
           kontor_records_delete (store, kind, id, error) ? g_steal_pointer (&record) : NULL;
  deleting = g_variant_ref_sink (g_variant_new_parsed ("{'state': <'deleting'>}"));
  if (!kontor_records_update (store, kind, id, deleting, error) ||
      !kontor_timeline_write (store, actor, "template", id, "deleting", NULL, error) ||
      !kontor_agenda_put (store, KONTOR_TEMPLATES_ASK, id, kontor_clock_now_us (), error))
    return NULL;

  return kontor_records_get (store, kind, id, error);
}

const KontorAction kontor_delete_template_action = {
  .name = "delete-template",
  .title = N_("Delete"),
  .of = "template",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = delete,
};
