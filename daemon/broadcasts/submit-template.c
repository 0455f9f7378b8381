/* SPDX-License-Identifier: GPL-3.0-or-later */
/* submit-template.c — a template goes to the line's operator to be read. One that failed on the way
 * may be submitted again under its name. */
#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "broadcasts/templates.h"
#include "journal/action.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "model/json.h"
#include "store/records.h"

/* …/message_templates: names of up to 512 small letters, digits and underscores. */
static const KontorField takes[] = {
  { "channel", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Channel"), .of = "channel" },
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name"), .check = "[a-z0-9_]{1,512}" },
  { "language", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Language"),
    .check = "[a-z]{2,3}(_[A-Z]{2,3})?" },
  { "category", KONTOR_FIELD_CHOICE, KONTOR_FIELD_REQUIRED, N_("Category"),
    .choices = "MARKETING|UTILITY|AUTHENTICATION" },
  { "components", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_REQUIRED, N_("Parts, as JSON") },
  { "named", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Variables have names") },
  { NULL }
};

static gboolean
check_components (const char *text, GError **error)
{
  g_autoptr(JsonNode) root = kontor_json_parse (text, strlen (text), error);
  JsonArray *parts = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                                                                  : NULL;

  if (root == NULL)
    {
      g_prefix_error (error, "components: ");
      return FALSE;
    }
  for (guint i = 0; i < kontor_json_get_length (parts); i++)
    if (g_strcmp0 (kontor_json_get_text (kontor_json_get_nth (parts, i), "type"), "BODY") == 0)
      return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                       "components: a JSON list of parts is expected, one of them of type BODY");

  return FALSE;
}

static GVariant *
find (KontorStore *store, GVariant *arguments, GError **error)
{
  g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (NULL);
  static const char *const key[] = { "channel", "name", "language" };
  g_autoptr(GVariant) asked = NULL;
  g_autoptr(GPtrArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (key); i++)
    g_variant_dict_insert (&filter, key[i], "s", kontor_record_get_text (arguments, key[i]));
  asked = g_variant_ref_sink (g_variant_dict_end (&filter));
  found = kontor_records_query (store, kontor_kind_find ("template"),
                                &(KontorQuery) { .filter = asked, .limit = 1 }, NULL, error);

  return found != NULL && found->len > 0 ? g_variant_ref (found->pdata[0]) : NULL;
}

/* (transfer full): the id of the record, new or failed before. */
static char *
keep (KontorStore *store, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("template");
  g_autoptr(GError) local = NULL;
  g_autoptr(GVariant) there = find (store, arguments, &local), values = NULL;
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (arguments);
  g_autofree char *id = there != NULL ? g_strdup (kontor_record_get_text (there, "id")) : NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (there != NULL && g_strcmp0 (kontor_record_get_text (there, "state"), "failed") != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "%s is this template already, and it is %s: delete it first, or take another "
                   "name", id, kontor_record_get_text (there, "state"));
      return NULL;
    }
  g_variant_dict_insert (&dict, "state", "s", "submitting");
  g_variant_dict_insert (&dict, "reason", "s", "");
  values = g_variant_ref_sink (g_variant_dict_end (&dict));
  if (id == NULL)
    return kontor_records_insert (store, kind, values, error);

  return kontor_records_update (store, kind, id, values, error) ? g_steal_pointer (&id) : NULL;
}

static GVariant *
submit (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_autofree char *id = NULL;

  if (!check_components (kontor_record_get_text (arguments, "components"), error))
    return NULL;
  id = keep (store, arguments, error);
  if (id == NULL ||
      !kontor_timeline_write (store, actor, "template", id, "submitting", NULL, error) ||
      !kontor_agenda_put (store, KONTOR_TEMPLATES_ASK, id, kontor_clock_now_us (), error))
    return NULL;

  return kontor_records_get (store, kontor_kind_find ("template"), id, error);
}

const KontorAction kontor_submit_template_action = {
  .name = "submit-template",
  .title = N_("Submit"),
  .of = "template",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = submit,
};
