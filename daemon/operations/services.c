/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/services.h"

#include <string.h>

#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

static void
choice_free (KontorServiceChoice *choice)
{
  g_free (choice->code);
  g_free (choice->title);
  g_free (choice->said);
  g_strfreev (choice->labels);
  g_free (choice);
}

static void
field_free (KontorServiceField *field)
{
  g_free (field->code);
  g_free (field->name);
  g_free (field->title);
  g_strfreev (field->labels);
  g_free (field->check);
  g_free (field->question);
  g_ptr_array_unref (field->choices);
  g_free (field);
}

void
kontor_service_free (KontorService *self)
{
  g_free (self->code);
  g_free (self->name);
  g_strfreev (self->labels);
  g_clear_pointer (&self->hours, kontor_hours_free);
  g_free (self->confirm);
  g_free (self->confirmation);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

char **
kontor_service_split_labels (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (labels, parts[i]);

  return g_strv_builder_end (labels);
}

static gboolean
read_price (GVariant *record, KontorMoney *price)
{
  const char *currency;
  gint64 minor;

  return kontor_record_get_money (record, "price", &minor, &currency) &&
         kontor_money_set (price, minor, currency, NULL);
}

static KontorServiceChoice *
read_choice (GVariant *record)
{
  KontorServiceChoice *choice = g_new0 (KontorServiceChoice, 1);

  choice->code = g_strdup (kontor_record_get_text (record, "id"));
  choice->title = g_strdup (kontor_record_get_text (record, "title"));
  choice->labels = kontor_service_split_labels (kontor_record_get_text (record, "labels"));
  choice->has_price = read_price (record, &choice->price);

  return choice;
}

static KontorFoundBy
found_by (const char *name)
{
  static const char *const names[] = { "label", "from", "to", "person", "count" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return i;

  return KONTOR_FOUND_BY_LABEL;
}

static KontorFulfilment
fulfilment (const char *name)
{
  static const char *const names[] = { "slot", "departure", "seller", "quote" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return i;

  return KONTOR_FULFILLED_BY_SLOT;
}

static KontorServiceField *
read_field (KontorStore *store, GVariant *record, GError **error)
{
  KontorServiceField *field = g_new0 (KontorServiceField, 1);
  g_autoptr(GPtrArray) choices = NULL;

  field->code = g_strdup (kontor_record_get_text (record, "id"));
  field->name = g_strdup (kontor_record_get_text (record, "name"));
  field->title = g_strdup (kontor_record_get_text (record, "title"));
  kontor_field_type_find (kontor_record_get_text (record, "type"), &field->type);
  field->found_by = found_by (kontor_record_get_text (record, "found-by"));
  field->labels = kontor_service_split_labels (kontor_record_get_text (record, "labels"));
  field->check = g_strdup (kontor_record_get_text (record, "check"));
  field->question = g_strdup (kontor_record_get_text (record, "question"));
  field->required = kontor_record_get_yes (record, "required");
  field->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  choices =
    kontor_records_query_by (store, kontor_kind_find ("service-choice"), "field",
                             kontor_record_get_text (record, "id"), error);
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    g_ptr_array_add (field->choices, read_choice (choices->pdata[i]));
  if (choices == NULL)
    g_clear_pointer (&field, field_free);

  return field;
}

static gboolean
read_fields (KontorStore *store, KontorService *self, GError **error)
{
  g_autoptr(GPtrArray) records = kontor_records_query_by (store,
                                                          kontor_kind_find ("service-field"),
                                                          "service", self->code, error);

  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      KontorServiceField *field = read_field (store, records->pdata[i], error);

      if (field == NULL)
        return FALSE;
      g_ptr_array_add (self->fields, field);
    }

  return records != NULL;
}

static KontorService *
read_service (KontorStore *store, const KontorBusiness *business, GVariant *record, GError **error)
{
  g_autoptr(KontorService) self = g_new0 (KontorService, 1);
  const char *hours = kontor_record_get_text (record, "hours");
  const char *confirm = kontor_record_get_text (record, "confirm");

  self->code = g_strdup (kontor_record_get_text (record, "code"));
  self->name = g_strdup (kontor_record_get_text (record, "name"));
  self->fulfilment = fulfilment (kontor_record_get_text (record, "fulfilment"));
  self->labels = kontor_service_split_labels (kontor_record_get_text (record, "labels"));
  self->has_price = read_price (record, &self->price);
  self->duration_s = kontor_record_get_int (record, "duration", 0);
  self->capacity = kontor_record_get_int (record, "capacity", 0);
  self->notice_s = kontor_record_get_int (record, "notice", 0);
  self->confirm = g_strdup (confirm != NULL ? confirm : "on-yes");
  self->confirmation = g_strdup (kontor_record_get_text (record, "confirmation"));
  self->active = kontor_record_get_yes (record, "active");
  if (!read_fields (store, self, error))
    return NULL;
  if (hours == NULL || *hours == '\0')
    hours = business->hours;
  if (hours != NULL && *hours != '\0' && (self->hours = kontor_hours_parse (hours, error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

KontorService *
kontor_service_load (KontorStore *store, const KontorBusiness *business, const char *code,
                     GError **error)
{
  g_autoptr(GVariant) record =
    kontor_records_get (store, kontor_kind_find ("service"), code, error);

  return record != NULL ? read_service (store, business, record, error) : NULL;
}

GPtrArray *
kontor_services_load (KontorStore *store, const KontorBusiness *business, GError **error)
{
  g_autoptr(GPtrArray) services =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_service_free);
  g_autoptr(GPtrArray) records = kontor_records_query (store, kontor_kind_find ("service"),
                                                       &(KontorQuery) { 0 }, NULL, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      KontorService *service = read_service (store, business, records->pdata[i], error);

      if (service == NULL)
        return NULL;
      if (service->active)
        g_ptr_array_add (services, service);
      else
        kontor_service_free (service);
    }

  return records != NULL ? g_steal_pointer (&services) : NULL;
}

KontorServiceField *
kontor_service_find_field (const KontorService *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      KontorServiceField *field = self->fields->pdata[i];

      if (g_str_equal (field->name, name))
        return field;
    }

  return NULL;
}

static gboolean
is_called (const KontorServiceChoice *choice, const char *folded)
{
  g_autofree char *title = g_utf8_casefold (choice->title, -1);

  if (g_str_equal (title, folded))
    return TRUE;
  for (guint i = 0; choice->labels[i] != NULL; i++)
    {
      g_autofree char *label = g_utf8_casefold (choice->labels[i], -1);

      if (g_str_equal (label, folded))
        return TRUE;
    }

  return FALSE;
}

KontorServiceChoice *
kontor_service_field_find_choice (const KontorServiceField *field, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < field->choices->len; i++)
    if (is_called (field->choices->pdata[i], folded))
      return field->choices->pdata[i];

  return NULL;
}

const char *
kontor_service_field_get_said (const KontorServiceField *field, const char *title)
{
  for (guint i = 0; i < field->choices->len; i++)
    {
      const KontorServiceChoice *choice = field->choices->pdata[i];

      if (choice->said != NULL && g_str_equal (choice->title, title))
        return choice->said;
    }

  return title;
}

static char *
join_titles (const KontorServiceField *field)
{
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < field->choices->len; i++)
    g_strv_builder_add (titles, ((KontorServiceChoice *) field->choices->pdata[i])->title);
  list = g_strv_builder_end (titles);

  return g_strjoinv ("|", list);
}

KontorField *
kontor_service_dup_own (const KontorService *self, gboolean all_optional)
{
  GArray *fields = kontor_own_fields_new ();

  for (guint i = 0; i < self->fields->len; i++)
    {
      const KontorServiceField *field = self->fields->pdata[i];
      g_autofree char *name = g_strconcat ("x-", field->name, NULL);
      g_autofree char *choices = join_titles (field);
      gboolean has_check = field->check != NULL && *field->check != '\0';
      KontorField own = {
        .name = name, .type = field->type, .title = field->title,
        .flags = field->required && !all_optional ? KONTOR_FIELD_REQUIRED : KONTOR_FIELD_PLAIN,
        .choices = choices, .check = has_check ? field->check : NULL,
      };

      kontor_own_fields_add (fields, &own);
    }

  return kontor_own_fields_end (fields);
}

/* A choice that has a price of its own is the price; the last of several in the service's order. */
gboolean
kontor_service_get_price (const KontorService *self, GVariant *values, KontorMoney *price)
{
  gboolean has_price = self->has_price;

  *price = self->price;
  for (guint i = 0; i < self->fields->len; i++)
    {
      const KontorServiceField *field = self->fields->pdata[i];
      g_autofree char *name = g_strconcat ("x-", field->name, NULL);
      const char *text = kontor_record_get_text (values, name);
      const KontorServiceChoice *choice = text != NULL
                                          ? kontor_service_field_find_choice (field, text) : NULL;

      if (choice != NULL && choice->has_price)
        {
          *price = choice->price;
          has_price = TRUE;
        }
    }

  return has_price &&
         kontor_money_multiply (price, kontor_record_get_int (values, "places", 1), price, NULL);
}

GVariant *
kontor_service_dup_changes (const KontorService *self, GVariant *arguments, const char *id,
                            GVariant *whole)
{
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (arguments);
  KontorMoney price;

  g_variant_dict_remove (&changes, id);
  if (kontor_service_get_price (self, whole, &price))
    g_variant_dict_insert (&changes, "price", "(xs)", price.minor, price.currency);

  return g_variant_ref_sink (g_variant_dict_end (&changes));
}
