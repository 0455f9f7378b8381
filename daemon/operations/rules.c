/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules.c — what the field lists of services, and of what is sold, cannot say by themselves. */
#include "journal/keep.h"
#include "model/error.h"
#include "operations/codes.h"
#include "operations/services.h"
#include "operations/welcome.h"
#include "store/records.h"

/* A file that is missing when it is named would be missing when a customer has paid; one that went
 * later is no reason to refuse another change. */
static gboolean
check_files (KontorStore *store, const char *id, GVariant *service, GError **error)
{
  g_autoptr(GVariant) old = id != NULL
    ? kontor_records_get (store, kontor_kind_find ("service"), id, NULL) : NULL;
  g_auto(GStrv) paths = kontor_welcome_dup_paths (service);

  if (old != NULL && g_strcmp0 (kontor_record_get_text (old, "welcome-files"),
                                kontor_record_get_text (service, "welcome-files")) == 0)
    return TRUE;
  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_path_is_absolute (paths[i]) || !g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      {
        g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                     "welcome-files: there is no file %s; give its whole path", paths[i]);
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_service (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  const char *hours = kontor_record_get_text (whole, "hours");
  g_autoptr(KontorHours) parsed = NULL;

  if (kontor_record_get_int (whole, "capacity", 0) < 0)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "capacity: cannot be negative; 0 means no limit");
      return FALSE;
    }
  if (!check_files (store, id, whole, error))
    return FALSE;
  if (hours == NULL || *hours == '\0')
    return TRUE;
  parsed = kontor_hours_parse (hours, error);
  if (parsed == NULL)
    g_prefix_error (error, "hours: ");

  return parsed != NULL;
}

const KontorRule kontor_service_rule = {
  .kind = "service",
  .fill = kontor_codes_fill_service,
  .check = check_service,
};

static gboolean
check_service_field (KontorStore *store, const char *id, GVariant *whole, GError **error)
{
  const char *check = kontor_record_get_text (whole, "check");
  g_autofree char *code = g_strdup_printf ("%s.%s", kontor_record_get_text (whole, "service"),
                                           kontor_record_get_text (whole, "name"));
  g_autoptr(GRegex) regex = NULL;

  if (g_strcmp0 (code, kontor_record_get_text (whole, "code")) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "code: must be %s", code);
      return FALSE;
    }
  if (check == NULL || *check == '\0')
    return TRUE;
  regex = g_regex_new (check, 0, 0, NULL);
  if (regex == NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "check: “%s” is not a regular expression", check);

  return regex != NULL;
}

const KontorRule kontor_service_field_rule = {
  .kind = "service-field",
  .fill = kontor_codes_fill_field,
  .check = check_service_field,
};

const KontorRule kontor_service_choice_rule = {
  .kind = "service-choice",
  .fill = kontor_codes_fill_choice,
};

/* @record: a record of @kind, or an action's arguments with "service" or the record itself, of
 * which only what is given is checked then. */
static KontorField *
dup_collected (KontorStore *store, const char *kind, GVariant *record, gboolean all_optional)
{
  const char *id = kontor_record_get_text (record, kind);
  g_autoptr(GVariant) there = id != NULL
    ? kontor_records_get (store, kontor_kind_find (kind), id, NULL) : NULL;
  const char *code = kontor_record_get_text (there != NULL ? there : record, "service");
  g_autoptr(KontorBusiness) business = kontor_business_load (store, NULL);
  g_autoptr(KontorService) service = code != NULL && business != NULL
                                     ? kontor_service_load (store, business, code, NULL) : NULL;

  return service != NULL ? kontor_service_dup_own (service, all_optional || id != NULL) : NULL;
}

static KontorField *
dup_of_booking (KontorStore *store, GVariant *record)
{
  return dup_collected (store, "booking", record, FALSE);
}

const KontorRule kontor_booking_rule = {
  .kind = "booking",
  .dup_own = dup_of_booking,
};

static KontorField *
dup_of_order (KontorStore *store, GVariant *record)
{
  return dup_collected (store, "order", record, FALSE);
}

const KontorRule kontor_order_rule = {
  .kind = "order",
  .dup_own = dup_of_order,
};

/* An enquiry may leave everything open. */
static KontorField *
dup_of_lead (KontorStore *store, GVariant *record)
{
  return dup_collected (store, "lead", record, TRUE);
}

const KontorRule kontor_lead_rule = {
  .kind = "lead",
  .dup_own = dup_of_lead,
};
