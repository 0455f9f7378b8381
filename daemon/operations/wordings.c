/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/wordings.h"

#include "journal/keep.h"
#include "model/error.h"
#include "model/language.h"
#include "operations/codes.h"
#include "store/records.h"

static GPtrArray *
query (KontorStore *store, const char *service, const char *language, GError **error)
{
  g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) asked = NULL;

  g_variant_dict_insert (&filter, "service", "s", service);
  g_variant_dict_insert (&filter, "language", "s", language);
  asked = g_variant_ref_sink (g_variant_dict_end (&filter));

  return kontor_records_query (store, kontor_kind_find ("wording"),
                               &(KontorQuery) { .filter = asked }, NULL, error);
}

static void
add_labels (char ***labels, const char *own, const char *more)
{
  g_autoptr(GStrvBuilder) all = g_strv_builder_new ();
  g_auto(GStrv) split = kontor_service_split_labels (more);

  g_strv_builder_addv (all, (const char **) *labels);
  if (own != NULL)
    g_strv_builder_add (all, own);
  g_strv_builder_addv (all, (const char **) split);
  g_strfreev (*labels);
  *labels = g_strv_builder_end (all);
}

static void
replace (char **text, const char *by)
{
  if (by == NULL || *by == '\0')
    return;
  g_free (*text);
  *text = g_strdup (by);
}

static void
word_choice (KontorServiceChoice *choice, GVariant *wording)
{
  const char *title = kontor_record_get_text (wording, "title");

  replace (&choice->said, title);
  add_labels (&choice->labels, title, kontor_record_get_text (wording, "labels"));
}

static void
word_field (KontorServiceField *field, GVariant *wording)
{
  add_labels (&field->labels, field->title, kontor_record_get_text (wording, "labels"));
  replace (&field->title, kontor_record_get_text (wording, "title"));
  replace (&field->question, kontor_record_get_text (wording, "question"));
}

static void
word_inside (KontorService *self, const char *subject, GVariant *wording)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      KontorServiceField *field = self->fields->pdata[i];

      if (g_strcmp0 (field->code, subject) == 0)
        word_field (field, wording);
      for (guint j = 0; j < field->choices->len; j++)
        {
          KontorServiceChoice *choice = field->choices->pdata[j];

          if (g_strcmp0 (choice->code, subject) == 0)
            word_choice (choice, wording);
        }
    }
}

gboolean
kontor_service_speak (KontorService *self, KontorStore *store, const char *language, GError **error)
{
  g_autoptr(GPtrArray) wordings = query (store, self->code, language, error);

  for (guint i = 0; wordings != NULL && i < wordings->len; i++)
    {
      GVariant *wording = wordings->pdata[i];
      const char *subject = kontor_record_get_text (wording, "subject");

      if (g_strcmp0 (subject, self->code) != 0)
        {
          word_inside (self, subject, wording);
          continue;
        }
      add_labels (&self->labels, self->name, kontor_record_get_text (wording, "labels"));
      replace (&self->name, kontor_record_get_text (wording, "title"));
      replace (&self->confirmation, kontor_record_get_text (wording, "confirmation"));
    }

  return wordings != NULL;
}

GPtrArray *
kontor_services_speak (KontorStore *store, const KontorBusiness *business, const char *language,
                       GError **error)
{
  g_autoptr(GPtrArray) services = kontor_services_load (store, business, error);

  for (guint i = 0; services != NULL && i < services->len; i++)
    if (!kontor_service_speak (services->pdata[i], store, language, error))
      return NULL;

  return g_steal_pointer (&services);
}

static gboolean
check_wording (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  const char *service = kontor_record_get_text (whole, "service");
  const char *subject = kontor_record_get_text (whole, "subject");
  g_autofree char *inside = g_strconcat (service, ".", NULL);
  g_autofree char *code = g_strdup_printf ("%s.%s", subject,
                                           kontor_record_get_text (whole, "language"));

  if (g_strcmp0 (code, kontor_record_get_text (whole, "code")) != 0)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "code: must be %s", code);
  else if (!g_str_equal (subject, service) && !g_str_has_prefix (subject, inside))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "subject: must be the code of the service “%s”, or of a field or choice of it",
                 service);
  else
    return TRUE;

  return FALSE;
}

static const char *
get_choices (const char *field)
{
  return g_str_equal (field, "language") ? kontor_language_get_choices () : NULL;
}

const KontorRule kontor_wording_rule = {
  .kind = "wording",
  .get_choices = get_choices,
  .fill = kontor_codes_fill_wording,
  .check = check_wording,
};
