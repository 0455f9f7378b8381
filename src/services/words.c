/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/words.h"

#include "widgets/wording.h"

#include <glib/gi18n.h>

static const char *const not_asked[] = { "code", "service", "subject", "confirmation", NULL };
static const char *const not_asked_service[] = { "code", "service", "subject", "question", NULL };

/* "Choice, required · Which car would you like?" */
char *
kontor_services_field_words (KontorRemoteHouse *house, KontorRemoteRecord *field)
{
  const char *question = kontor_remote_record_get_text (field, "question");
  g_autofree char *type = kontor_wording_choice (kontor_remote_record_get_text (field, "type"));
  gboolean is_required = kontor_remote_record_get_yes (field, "required");

  return g_strdup_printf ("%s, %s%s%s", type, is_required ? _("required") : _("may be left out"),
                          *question != '\0' ? " · " : "", question);
}

char *
kontor_services_choice_words (KontorRemoteHouse *house, KontorRemoteRecord *choice)
{
  const char *currency;
  gint64 minor;

  if (kontor_record_get_money (kontor_remote_record_get_values (choice), "price", &minor,
                               &currency))
    return kontor_wording_money (minor, currency);

  return g_strdup (_("The service's price"));
}

/* "Deutsch · Wo dürfen wir Sie abholen?" */
static char *
dup_wording (KontorRemoteHouse *house, KontorRemoteRecord *wording)
{
  const char *question = kontor_remote_record_get_text (wording, "question");
  const char *text = *question != '\0' ? question
    : kontor_remote_record_get_text (wording, "confirmation");
  g_autofree char *language =
    kontor_wording_choice (kontor_remote_record_get_text (wording, "language"));

  return g_strdup_printf ("%s%s%s", language, *text != '\0' ? " · " : "", text);
}

GtkWidget *
kontor_services_words_new (KontorRemoteHouse *house, const char *service, const char *subject,
                           const char *title, const char *text, gboolean is_service)
{
  GtkWidget *group = kontor_record_group_new (house, "wording", title, text, _("New Language"));
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "service", "s", service);
  g_variant_dict_insert (&filter, "subject", "s", subject);
  kontor_record_group_set_words (KONTOR_RECORD_GROUP (group), dup_wording);
  kontor_record_group_show (KONTOR_RECORD_GROUP (group), g_variant_dict_end (&filter),
                            is_service ? not_asked_service : not_asked);

  return group;
}
